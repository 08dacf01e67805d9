/** How long a Job waits before it makes a Pod again after failures: 10 s, doubled with each, at most ten minutes. */
import type { Pod } from '../../kinds/objects.ts';

const FIRST_MS = 10_000;
const MAX_MS = 600_000;

/** When the Pod ended, in ms; its deletion or `now` when no container tells. */
export function finishedAt(pod: Pod, now: number): number {
  const ends = (pod.status.containerStatuses ?? []).map(({ state }) => state?.terminated?.finishedAt);
  const times = ends.filter((one) => one !== undefined).map((one) => Date.parse(one as string));
  if (times.length > 0) return Math.max(...times);
  const ready = pod.status.conditions?.find(({ type }) => type === 'Ready')?.lastTransitionTime;
  return pod.metadata.deletionTimestamp ? Math.min(now, Date.parse(pod.metadata.deletionTimestamp)) : ready ? Date.parse(ready) : now;
}

/** ms still to wait after so many failures in a row, the last one at `last`. */
export function remaining(failures: number, last: number, now: number): number {
  if (failures === 0) return 0;
  return Math.max(0, last + Math.min(MAX_MS, FIRST_MS * 2 ** (failures - 1)) - now);
}
