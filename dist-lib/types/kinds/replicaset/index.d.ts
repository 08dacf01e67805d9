import type { ReplicaSet } from '../objects.ts';
/** So many Pods of one template. */
export declare const replicaSets: import("../../api/kind.ts").Kind<ReplicaSet>;
