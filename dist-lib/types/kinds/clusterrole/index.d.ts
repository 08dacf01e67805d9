import type { ClusterRole } from '../objects.ts';
/** What may be done anywhere. */
export declare const clusterRoles: import("../../api/kind.ts").Kind<ClusterRole>;
