/** The back-off of restarts and pulls, as client-go's flowcontrol keeps it for the kubelet: 10 s, doubled up to 5 min. */
import type { ContainerState } from './state.ts';
import { BACKOFF } from './timing.ts';

/** When an ended container may start again; a time in the past (or now) means at once. */
export function restartAt(container: ContainerState, finishedAt: number): number {
  const { backoffMs, backoffAt } = container;
  if (backoffMs === 0 || finishedAt - backoffAt > BACKOFF.resetMs) return 0;
  return finishedAt + backoffMs;
}

/** Counts a restart: the next one waits longer, unless the container ran for long before it ended; the wait itself is no part of that. */
export function countRestart(container: ContainerState, finishedAt: number, now: number): void {
  const fresh = container.backoffMs === 0 || finishedAt - container.backoffAt > BACKOFF.resetMs;
  container.backoffMs = fresh ? BACKOFF.firstMs : doubled(container.backoffMs);
  container.backoffAt = now;
}

export function doubled(ms: number): number {
  return ms === 0 ? BACKOFF.firstMs : Math.min(ms * 2, BACKOFF.maxMs);
}
