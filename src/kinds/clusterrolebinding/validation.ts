/** Rules for clusterrolebindings. */

import type { Rules } from '../../api/kind.ts';
import type { ClusterRoleBinding } from '../objects.ts';
import { validateBinding } from '../rolebinding/binding.ts';

export const clusterRoleBindingRules: Rules<ClusterRoleBinding> = {
  validate: (binding) => validateBinding(binding, ['ClusterRole']),
  validateUpdate: (binding, old) => validateBinding(binding, ['ClusterRole'], old),
};
