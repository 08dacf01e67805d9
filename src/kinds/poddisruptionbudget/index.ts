import { ageColumn, integer, nameColumn, text } from '../columns.ts';
import { define } from '../define.ts';
import type { PodDisruptionBudget } from '../objects.ts';

/** How many Pods must stay when nodes are drained. */
export const podDisruptionBudgets = define<PodDisruptionBudget>('policy/v1', 'poddisruptionbudgets', {
  generation: ['spec'],
  columns: [
    nameColumn,
    text('Min Available', ({ spec }) => String(spec.minAvailable ?? 'N/A')),
    text('Max Unavailable', ({ spec }) => String(spec.maxUnavailable ?? 'N/A')),
    integer('Allowed Disruptions', ({ status }) => status.disruptionsAllowed ?? 0),
    ageColumn,
  ],
});
