/** How long a Job waits before it makes a Pod again after failures: 10 s, doubled with each, at most ten minutes. */
import type { Pod } from '../../kinds/objects.ts';
/** When the Pod ended, in ms; its deletion or `now` when no container tells. */
export declare function finishedAt(pod: Pod, now: number): number;
/** ms still to wait after so many failures in a row, the last one at `last`. */
export declare function remaining(failures: number, last: number, now: number): number;
