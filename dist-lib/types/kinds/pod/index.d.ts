import type { Pod } from '../objects.ts';
/** Containers that run together on one node. */
export declare const pods: import("../../api/kind.ts").Kind<Pod>;
