/** Rules for rolebindings. */

import type { Rules } from '../../api/kind.ts';
import type { RoleBinding } from '../objects.ts';
import { validateBinding } from './binding.ts';

export const roleBindingRules: Rules<RoleBinding> = {
  validate: (binding) => validateBinding(binding, ['Role', 'ClusterRole']),
  validateUpdate: (binding, old) => validateBinding(binding, ['Role', 'ClusterRole'], old),
};
