import { type Describer } from '../describe.ts';
import type { ClusterRole, Role } from '../objects.ts';
/** Of Roles and ClusterRoles. */
export declare const describeRole: Describer<Role | ClusterRole>;
