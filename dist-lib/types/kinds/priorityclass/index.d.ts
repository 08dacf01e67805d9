import type { PriorityClass } from '../objects.ts';
/** How important Pods are. */
export declare const priorityClasses: import("../../api/kind.ts").Kind<PriorityClass>;
