import { type Describer } from '../describe.ts';
import type { PriorityClass } from '../objects.ts';
export declare const describePriorityClass: Describer<PriorityClass>;
