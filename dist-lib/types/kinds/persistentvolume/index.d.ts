import type { ObjectMeta } from '../../world/object.ts';
import type { PersistentVolume } from '../objects.ts';
/** A piece of storage. */
export declare const persistentVolumes: import("../../api/kind.ts").Kind<PersistentVolume>;
/** Admission plugin StorageObjectInUseProtection. */
export declare function withFinalizer(metadata: ObjectMeta, finalizer: string): ObjectMeta;
