import type { PodDisruptionBudget } from '../objects.ts';
/** How many Pods must stay when nodes are drained. */
export declare const podDisruptionBudgets: import("../../api/kind.ts").Kind<PodDisruptionBudget>;
