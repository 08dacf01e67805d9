import type { Behaviour } from '../define.ts';
import { fill } from '../fill.ts';
import type { PriorityClass } from '../objects.ts';

export const freshPriorityClass: Behaviour<PriorityClass> = {
  generation: [],
  defaults: (one) => fill(one, { preemptionPolicy: 'PreemptLowerPriority' }),
};
