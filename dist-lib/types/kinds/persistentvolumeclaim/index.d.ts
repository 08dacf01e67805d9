import type { PersistentVolumeClaim } from '../objects.ts';
/** A wish for storage. */
export declare const persistentVolumeClaims: import("../../api/kind.ts").Kind<PersistentVolumeClaim>;
