import { type FieldError, forbidden, invalid, notSupported, required } from '../../api/field-errors.ts';
import type { Rules } from '../../api/kind.ts';
import type { PriorityClass } from '../objects.ts';

const HIGHEST = 1_000_000_000;
const SYSTEM: Readonly<Record<string, number>> = { 'system-node-critical': 2_000_001_000, 'system-cluster-critical': 2_000_000_000 };
const POLICIES = ['PreemptLowerPriority', 'Never'];

function validate({ metadata, value = 0, globalDefault = false, preemptionPolicy = '' }: PriorityClass): FieldError[] {
  const errors: FieldError[] = [];
  if (metadata.name.startsWith('system-')) {
    const why = notKnown(metadata.name, value, globalDefault);
    const reserved = "priority class names with 'system-' prefix are reserved for system use only";
    if (why) errors.push(forbidden('metadata.name', `${reserved}. error: ${why}`));
  } else if (value > HIGHEST) errors.push(forbidden('value', `maximum allowed value of a user defined priority is ${HIGHEST}`));
  if (preemptionPolicy === '') errors.push(required('preemptionPolicy'));
  else if (!POLICIES.includes(preemptionPolicy)) errors.push(notSupported('preemptionPolicy', preemptionPolicy, POLICIES));
  return errors;
}

/** Why a class is none of those of the system. */
function notKnown(name: string, value: number, globalDefault: boolean): string | undefined {
  const known = SYSTEM[name];
  if (known === undefined) return `${name} is not a known system priority class`;
  if (value !== known) return `value of ${name} PriorityClass must be ${known}`;
  return globalDefault ? `globalDefault of ${name} PriorityClass must be false` : undefined;
}

export const priorityClassRules: Rules<PriorityClass> = {
  validate,
  validateUpdate: (now, old) => [
    ...(now.value === old.value ? [] : [forbidden('value', 'may not be changed in an update.')]),
    ...(now.preemptionPolicy === old.preemptionPolicy
      ? []
      : [invalid('preemptionPolicy', now.preemptionPolicy ?? null, 'field is immutable')]),
  ],
};
