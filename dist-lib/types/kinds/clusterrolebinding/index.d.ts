import type { ClusterRoleBinding } from '../objects.ts';
/** Who has a role everywhere. */
export declare const clusterRoleBindings: import("../../api/kind.ts").Kind<ClusterRoleBinding>;
