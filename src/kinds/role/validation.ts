/** Rules for roles. */
import type { Rules } from '../../api/kind.ts';
import type { Role } from '../objects.ts';
import { validateRules } from './rules.ts';

export const roleRules: Rules<Role> = {
  validate: ({ rules }) => validateRules(rules ?? [], true),
};
