/** What controllers ask of a Pod. */
import type { Pod } from '../kinds/objects.ts';

export const READY = 'Ready';
const NONE: NonNullable<Pod['status']['conditions']> = [];

export function condition(pod: Pod, type: string) {
  const conditions = pod.status.conditions ?? NONE;
  for (const one of conditions) if (one.type === type) return one;
  return undefined;
}

export function isReady(pod: Pod): boolean {
  return condition(pod, READY)?.status === 'True';
}

/** Ready for at least `minReadySeconds` at `now` (ms). */
export function isAvailable(pod: Pod, minReadySeconds: number, now: number): boolean {
  const ready = condition(pod, READY);
  if (ready?.status !== 'True') return false;
  return minReadySeconds === 0 || now >= Date.parse(ready.lastTransitionTime ?? '') + minReadySeconds * 1000;
}

/** Succeeded or failed: its containers will never run again. */
export function isTerminal(pod: Pod): boolean {
  return pod.status.phase === 'Succeeded' || pod.status.phase === 'Failed';
}

/** Counts as a replica: neither finished nor on its way out. */
export function isActive(pod: Pod): boolean {
  return pod.metadata.deletionTimestamp === undefined && !isTerminal(pod);
}

/** On its way out, its containers perhaps still running. */
export function isTerminating(pod: Pod): boolean {
  return pod.metadata.deletionTimestamp !== undefined && !isTerminal(pod);
}
