/**
 * The arithmetic of a rolling update, on numbers only: how many Pods each ReplicaSet should want next.
 * Rules: kube-controller-manager v1.36, pkg/controller/deployment.
 */

/** What the arithmetic needs to know of a ReplicaSet. */
export interface Size {
  readonly name: string;
  /** spec.replicas */
  readonly replicas: number;
  /** status.availableReplicas */
  readonly available: number;
}

/** Limits of a rolling update, resolved to whole Pods. */
export interface Limits {
  readonly desired: number;
  readonly maxSurge: number;
  readonly maxUnavailable: number;
}

export const total = (sizes: readonly Size[]): number => sizes.reduce((sum, size) => sum + size.replicas, 0);

/** What the new ReplicaSet should want: as much as the surge leaves room for. */
export function newSize(limits: Limits, current: number, all: readonly Size[]): number {
  if (current >= limits.desired) return limits.desired;
  const room = limits.desired + limits.maxSurge - total(all);
  return room <= 0 ? current : current + Math.min(room, limits.desired - current);
}

/**
 * What the old ReplicaSets should want, by name: first their unhealthy Pods go, then as many healthy ones as availability allows.
 * `old` is oldest first; the result has only those that change.
 */
export function oldSizes(limits: Limits, fresh: Size, old: readonly Size[]): { cleaned: Map<string, number>; scaled: Map<string, number> } {
  const cleaned = new Map<string, number>();
  const scaled = new Map<string, number>();
  const minAvailable = limits.desired - limits.maxUnavailable;
  const freshUnavailable = fresh.replicas - fresh.available;
  const maxCleaned = total(old) + fresh.replicas - minAvailable - freshUnavailable;
  if (total(old) === 0 || maxCleaned <= 0) return { cleaned, scaled };

  let left = maxCleaned;
  for (const { name, replicas, available } of old) {
    const unhealthy = Math.min(left, replicas - available);
    if (left <= 0) break;
    if (replicas === 0 || unhealthy <= 0) continue;
    cleaned.set(name, replicas - unhealthy);
    left -= unhealthy;
  }
  const available = old.reduce((sum, size) => sum + size.available, fresh.available);
  let spare = available - minAvailable;
  for (const { name, replicas } of old) {
    const now = cleaned.get(name) ?? replicas;
    if (spare <= 0) break;
    if (now === 0) continue;
    const less = Math.min(now, spare);
    scaled.set(name, now - less);
    spare -= less;
  }
  return { cleaned, scaled };
}

/** A ReplicaSet when the Deployment is scaled in the middle of a rollout. */
export interface Share {
  readonly name: string;
  readonly replicas: number;
  /** Most Pods the Deployment could have before it was scaled: the annotation max-replicas, or status.replicas. */
  readonly maxBefore: number;
}

/** Spreads a change of `toAdd` Pods (negative: removes) over active ReplicaSets in proportion to their sizes; `shares` largest first. */
export function proportionalSizes(limits: Limits, shares: readonly Share[]): Map<string, number> {
  const allowed = limits.desired > 0 ? limits.desired + limits.maxSurge : 0;
  const toAdd = allowed - shares.reduce((sum, share) => sum + share.replicas, 0);
  const sizes = new Map<string, number>();
  let added = 0;
  for (const share of shares) {
    const part = proportion(limits, share, toAdd, added);
    sizes.set(share.name, share.replicas + part);
    added += part;
  }
  const first = shares[0];
  if (first && toAdd !== 0) sizes.set(first.name, Math.max(0, (sizes.get(first.name) as number) + toAdd - added));
  return sizes;
}

function proportion(limits: Limits, share: Share, toAdd: number, added: number): number {
  if (share.replicas === 0 || toAdd === 0 || toAdd === added) return 0;
  const part = fraction(limits, share);
  return toAdd > 0 ? Math.min(part, toAdd - added) : Math.max(part, toAdd - added);
}

function fraction(limits: Limits, { replicas, maxBefore }: Share): number {
  if (limits.desired === 0) return -replicas;
  if (maxBefore === 0) return 0;
  return Math.round((replicas * (limits.desired + limits.maxSurge)) / maxBefore) - replicas;
}
