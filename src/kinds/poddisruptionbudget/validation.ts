/** Rules for poddisruptionbudgets. */
import { type FieldError, invalid, notSupported } from '../../api/field-errors.ts';
import { goStructText, type Verbatim } from '../../api/go-json.ts';
import type { Rules } from '../../api/kind.ts';
import { validateConditions } from '../conditions.ts';
import { countedStatus } from '../counted-status.ts';
import { validateShare } from '../deployment/validation.ts';
import type { PodDisruptionBudget } from '../objects.ts';
import { validateLabelSelector } from '../selector.ts';

const validateCounts = countedStatus<PodDisruptionBudget>({
  counts: ['disruptionsAllowed', 'currentHealthy', 'desiredHealthy', 'expectedPods'],
});
const EVICTION_POLICIES = ['AlwaysAllow', 'IfHealthyBudget'];

function validate({ spec }: PodDisruptionBudget): FieldError[] {
  const { minAvailable, maxUnavailable } = spec;
  const errors: FieldError[] = [];
  if (minAvailable !== undefined && maxUnavailable !== undefined)
    errors.push(invalid('spec', shownSpec(spec), 'minAvailable and maxUnavailable cannot be both set'));
  if (minAvailable !== undefined) errors.push(...validateShare(minAvailable, 'spec.minAvailable'));
  if (maxUnavailable !== undefined) errors.push(...validateShare(maxUnavailable, 'spec.maxUnavailable'));
  errors.push(...validateLabelSelector(spec.selector, 'spec.selector'));
  const policy = spec.unhealthyPodEvictionPolicy;
  if (policy !== undefined && !EVICTION_POLICIES.includes(policy))
    errors.push(notSupported('spec.unhealthyPodEvictionPolicy', policy, EVICTION_POLICIES));
  return errors;
}

function shownSpec({ minAvailable, selector, maxUnavailable, unhealthyPodEvictionPolicy }: PodDisruptionBudget['spec']): Verbatim {
  return goStructText({
    MinAvailable: minAvailable,
    Selector: selector,
    MaxUnavailable: maxUnavailable,
    UnhealthyPodEvictionPolicy: unhealthyPodEvictionPolicy,
  });
}

export const podDisruptionBudgetRules: Rules<PodDisruptionBudget> = {
  validate,
  validateStatus: (budget, old) => [
    ...validateConditions(budget.status?.conditions ?? [], 'status.conditions'),
    ...validateCounts(budget, old),
  ],
};
