import { type FieldError } from '../../api/field-errors.ts';
import type { Column, KindContext } from '../../api/kind.ts';
import type { ClusterRoleBinding, RoleBinding } from '../objects.ts';
type Binding = RoleBinding | ClusterRoleBinding;
export declare function defaultBinding<T extends Binding>(binding: T): T;
/** Refuses a binding to a role that has more rights than its author. */
export declare function checkedBinding<T extends Binding>(plural: string, binding: T, context: KindContext): T;
export declare function validateBinding({ roleRef, subjects }: Binding, roles: readonly string[], old?: Binding): FieldError[];
export declare const bindingColumns: readonly Column<Binding>[];
export {};
