import { type FieldError, forbidden, notSupported } from '../../api/field-errors.ts';
import type { Rules } from '../../api/kind.ts';
import type { PriorityClass } from '../objects.ts';

const HIGHEST = 1_000_000_000;

const POLICIES = ['PreemptLowerPriority', 'Never'];

function validate({ metadata, value = 0, preemptionPolicy = '' }: PriorityClass): FieldError[] {
  const errors: FieldError[] = [];
  if (metadata.name.startsWith('system-'))
    errors.push(forbidden('metadata.name', "priority class names with 'system-' prefix are reserved for system use only"));
  else if (value > HIGHEST) errors.push(forbidden('value', `maximum allowed value of a user defined priority is ${HIGHEST}`));
  if (!POLICIES.includes(preemptionPolicy)) errors.push(notSupported('preemptionPolicy', preemptionPolicy, POLICIES));
  return errors;
}

export const priorityClassRules: Rules<PriorityClass> = {
  validate,
  validateUpdate: (now, old) => [
    ...(now.value === old.value ? [] : [forbidden('value', 'may not be changed in an update.')]),
    ...(now.preemptionPolicy === old.preemptionPolicy ? [] : [forbidden('preemptionPolicy', 'may not be changed in an update.')]),
  ],
};
