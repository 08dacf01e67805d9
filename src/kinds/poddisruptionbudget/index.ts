import { type FieldError, invalid, notSupported } from '../../api/field-errors.ts';
import { goStructText, type Verbatim } from '../../api/go-json.ts';
import { ageColumn, integer, nameColumn, text } from '../columns.ts';
import { define } from '../define.ts';
import { validateShare } from '../deployment/validation.ts';
import type { PodDisruptionBudget } from '../objects.ts';
import { validateLabelSelector } from '../selector.ts';

const EVICTION_POLICIES = ['AlwaysAllow', 'IfHealthyBudget'];

/** How many Pods must stay when nodes are drained. */
export const podDisruptionBudgets = define<PodDisruptionBudget>('policy/v1', 'poddisruptionbudgets', {
  generation: ['spec'],
  validate,
  columns: [
    nameColumn,
    text('Min Available', ({ spec }) => String(spec.minAvailable ?? 'N/A')),
    text('Max Unavailable', ({ spec }) => String(spec.maxUnavailable ?? 'N/A')),
    integer('Allowed Disruptions', ({ status }) => status.disruptionsAllowed ?? 0),
    ageColumn,
  ],
});

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
