import { type Describer } from '../describe.ts';
import type { PodDisruptionBudget } from '../objects.ts';
export declare const describePodDisruptionBudget: Describer<PodDisruptionBudget>;
