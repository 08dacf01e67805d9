/** Rules for clusterroles. */
import { type FieldError, required } from '../../api/field-errors.ts';
import type { Rules } from '../../api/kind.ts';
import type { ClusterRole } from '../objects.ts';
import { validateRules } from '../role/rules.ts';
import { validateLabelSelector } from '../selector.ts';

function validate({ rules, aggregationRule }: ClusterRole): FieldError[] {
  const selectors = aggregationRule?.clusterRoleSelectors ?? [];
  const field = 'aggregationRule.clusterRoleSelectors';
  return [
    ...validateRules(rules ?? [], false),
    ...(aggregationRule && selectors.length === 0
      ? [required(field, 'at least one clusterRoleSelector required if aggregationRule is non-nil')]
      : []),
    ...selectors.flatMap((selector, index) => validateLabelSelector(selector, `${field}[${index}]`)),
  ];
}

export const clusterRoleRules: Rules<ClusterRole> = {
  validate,
};
