import type { Role } from '../objects.ts';
/** What may be done in a namespace. */
export declare const roles: import("../../api/kind.ts").Kind<Role>;
