/**
 * The roles that every cluster has from its start, and who has them (source: the docs "Using RBAC Authorization", and
 * pkg/auth/authorizer/rbac/bootstrappolicy). The roles of the control plane's own controllers are not among them.
 */
import type { Operations } from '../../api/operations.ts';
/** Writes the default roles and bindings. */
export declare function bootstrapRoles(api: Operations): void;
