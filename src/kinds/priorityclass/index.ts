import { forbiddenError } from '../../api/errors.ts';
import { type FieldError, forbidden, notSupported } from '../../api/field-errors.ts';
import type { KindContext } from '../../api/kind.ts';
import { ageColumn, nameColumn, text } from '../columns.ts';
import { define } from '../define.ts';
import type { PriorityClass } from '../objects.ts';
import { freshPriorityClass } from './fresh.ts';

const HIGHEST = 1_000_000_000;
const POLICIES = ['PreemptLowerPriority', 'Never'];

/** How important Pods are. */
export const priorityClasses = define<PriorityClass>('scheduling.k8s.io/v1', 'priorityclasses', {
  ...freshPriorityClass,
  prepareCreate: oneDefault,
  validate,
  validateUpdate: (now, old) => [
    ...(now.value === old.value ? [] : [forbidden('value', 'may not be changed in an update.')]),
    ...(now.preemptionPolicy === old.preemptionPolicy ? [] : [forbidden('preemptionPolicy', 'may not be changed in an update.')]),
  ],
  columns: [
    nameColumn,
    text('Value', ({ value }) => String(value)),
    { name: 'Global-Default', type: 'boolean', cell: ({ globalDefault }) => globalDefault ?? false },
    ageColumn,
    text('PreemptionPolicy', ({ preemptionPolicy }) => preemptionPolicy ?? 'PreemptLowerPriority'),
  ],
});

/** Admission plugin Priority: there is one default at most. */
function oneDefault(one: PriorityClass, { world, trusted }: KindContext): PriorityClass {
  const other =
    one.globalDefault && !trusted
      ? world.store.list<PriorityClass>('priorityclasses.scheduling.k8s.io').find(({ globalDefault }) => globalDefault)
      : undefined;
  if (!other) return one;
  const why = `PriorityClass ${other.metadata.name} is already marked as default. Only one default can exist`;
  throw forbiddenError({ plural: 'priorityclasses', group: 'scheduling.k8s.io' }, one.metadata.name, why);
}

function validate({ metadata, value = 0, preemptionPolicy = '' }: PriorityClass): FieldError[] {
  const errors: FieldError[] = [];
  if (metadata.name.startsWith('system-'))
    errors.push(forbidden('metadata.name', "priority class names with 'system-' prefix are reserved for system use only"));
  else if (value > HIGHEST) errors.push(forbidden('value', `maximum allowed value of a user defined priority is ${HIGHEST}`));
  if (!POLICIES.includes(preemptionPolicy)) errors.push(notSupported('preemptionPolicy', preemptionPolicy, POLICIES));
  return errors;
}
