import { define } from '../define.ts';
import type { ClusterRoleBinding } from '../objects.ts';
import { impliedOf } from '../rare.ts';
import { bindingColumns, checkedBinding, defaultBinding } from '../rolebinding/binding.ts';

/** Who has a role everywhere. */
export const clusterRoleBindings = define<ClusterRoleBinding>('rbac.authorization.k8s.io/v1', 'clusterrolebindings', {
  nameCheck: 'path',
  implied: impliedOf<ClusterRoleBinding>('clusterrolebindings'),
  defaults: defaultBinding,
  prepareCreate: (binding, context) => checkedBinding('clusterrolebindings', binding, context),
  prepareUpdate: (binding, _old, context) => checkedBinding('clusterrolebindings', binding, context),
  columns: bindingColumns,
});
