import type { RoleBinding } from '../objects.ts';
/** Who has a role in a namespace. */
export declare const roleBindings: import("../../api/kind.ts").Kind<RoleBinding>;
