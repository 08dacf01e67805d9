import type { Behaviour } from '../define.ts';
import type { PriorityClass } from '../objects.ts';
export declare const freshPriorityClass: Behaviour<PriorityClass>;
