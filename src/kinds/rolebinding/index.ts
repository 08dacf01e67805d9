import { define } from '../define.ts';
import type { RoleBinding } from '../objects.ts';
import { impliedOf } from '../rare.ts';
import { bindingColumns, checkedBinding, defaultBinding } from './binding.ts';

/** Who has a role in a namespace. */
export const roleBindings = define<RoleBinding>('rbac.authorization.k8s.io/v1', 'rolebindings', {
  nameCheck: 'path',
  implied: impliedOf<RoleBinding>('rolebindings'),
  defaults: defaultBinding,
  prepareCreate: (binding, context) => checkedBinding('rolebindings', binding, context),
  prepareUpdate: (binding, _old, context) => checkedBinding('rolebindings', binding, context),
  columns: bindingColumns,
});
