import { type Describer } from '../describe.ts';
import type { ClusterRoleBinding, RoleBinding } from '../objects.ts';
/** Of RoleBindings and ClusterRoleBindings. */
export declare const describeBinding: Describer<RoleBinding | ClusterRoleBinding>;
