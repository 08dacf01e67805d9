/** How long a Job waits before it makes a Pod again after failures: 10 s, doubled with each, at most ten minutes. */
import type { Pod } from '../../kinds/objects.ts';

const FIRST_MS = 10_000;
const MAX_MS = 600_000;

/** When the Pod ended, in ms: its last container, or when it was not ready any more, or when it was deleted (source: getFinishedTime). */
export function finishedAt({ metadata, spec, status }: Pod): number {
  const ends = (status.containerStatuses ?? []).map(({ state }) => state?.terminated?.finishedAt);
  if (ends.length > 0 && ends.every((one) => one !== undefined)) return Math.max(...ends.map((one) => Date.parse(one as string)));
  const ready = status.conditions?.find(({ type }) => type === 'Ready');
  if (ready?.status === 'False' && ready.lastTransitionTime) return Date.parse(ready.lastTransitionTime);
  if (!metadata.deletionTimestamp) return Date.parse(metadata.creationTimestamp);
  return Date.parse(metadata.deletionTimestamp) - (metadata.deletionGracePeriodSeconds ?? spec.terminationGracePeriodSeconds ?? 0) * 1000;
}

/** ms still to wait after so many failures in a row, the last one at `last`. */
export function remaining(failures: number, last: number, now: number): number {
  if (failures === 0) return 0;
  return Math.max(0, last + Math.min(MAX_MS, FIRST_MS * 2 ** (failures - 1)) - now);
}
