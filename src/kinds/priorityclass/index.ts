import { forbiddenError } from '../../api/errors.ts';
import type { KindContext } from '../../api/kind.ts';
import { ageColumn, nameColumn, text } from '../columns.ts';
import { define } from '../define.ts';
import type { PriorityClass } from '../objects.ts';
import { freshPriorityClass } from './fresh.ts';

/** How important Pods are. */
export const priorityClasses = define<PriorityClass>('scheduling.k8s.io/v1', 'priorityclasses', {
  ...freshPriorityClass,
  prepareCreate: oneDefault,
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
