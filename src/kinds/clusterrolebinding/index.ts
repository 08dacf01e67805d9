import { define } from '../define.ts';
import type { ClusterRoleBinding } from '../objects.ts';
import { bindingColumns, defaultBinding, validateBinding } from '../rolebinding/binding.ts';

/** Who has a role everywhere. */
export const clusterRoleBindings = define<ClusterRoleBinding>('rbac.authorization.k8s.io/v1', 'clusterrolebindings', {
  nameCheck: 'path',
  defaults: defaultBinding,
  validate: (binding) => validateBinding(binding, ['ClusterRole']),
  validateUpdate: (binding, old) => validateBinding(binding, ['ClusterRole'], old),
  columns: bindingColumns,
});
