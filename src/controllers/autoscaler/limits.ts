/** How far and how fast an autoscaler may go: stabilization windows and scaling policies (rules: horizontal.go of v1.36). */
import type { HorizontalPodAutoscaler } from '../../kinds/objects.ts';
import type { HPAScalingRules } from '../../kinds/types.gen.ts';

/** The controller manager's --horizontal-pod-autoscaler-downscale-stabilization. */
const DOWNSCALE_WINDOW_S = 300;

export interface Recommendation {
  readonly at: number;
  readonly replicas: number;
}

/** A change of size that was made. */
export interface Rescale {
  readonly at: number;
  /** Replicas added or removed. */
  readonly change: number;
  readonly up: boolean;
}

/** What is remembered of an autoscaler. */
export interface Memory {
  recommendations: Recommendation[];
  rescales: Rescale[];
}

export interface Limited {
  readonly replicas: number;
  /** AbleToScale's reason and message. */
  readonly able: readonly [reason: string, message: string];
  /** ScalingLimited's reason and message; `limited`: the proposal was cut. */
  readonly limit: readonly [reason: string, message: string];
  readonly limited: boolean;
}

const READY = ['ReadyForNewScale', 'recommended size matches current size'] as const;
const DOWN_STABLE = [
  'ScaleDownStabilized',
  'recent recommendations were higher than current one, applying the highest recent recommendation',
] as const;
const UP_STABLE = [
  'ScaleUpStabilized',
  'recent recommendations were lower than current one, applying the lowest recent recommendation',
] as const;
const TOO_FEW = ['TooFewReplicas', 'the desired replica count is less than the minimum replica count'] as const;
const TOO_MANY = ['TooManyReplicas', 'the desired replica count is more than the maximum replica count'] as const;
const UP_LIMIT = ['ScaleUpLimit', 'the desired replica count is increasing faster than the maximum scale rate'] as const;
const DOWN_LIMIT = ['ScaleDownLimit', 'the desired replica count is decreasing faster than the maximum scale rate'] as const;
const WITHIN = ['DesiredWithinRange', 'the desired count is within the acceptable range'] as const;

/** The size to go to when `proposed` is what the metrics ask for. Notes the proposal. */
export function limit({ spec }: HorizontalPodAutoscaler, memory: Memory, current: number, proposed: number, now: number): Limited {
  const { minReplicas = 1, maxReplicas, behavior } = spec;
  const up = behavior?.scaleUp;
  const down = behavior?.scaleDown;
  const upWindow = (up?.stabilizationWindowSeconds ?? 0) * 1000;
  const downWindow = (down?.stabilizationWindowSeconds ?? DOWNSCALE_WINDOW_S) * 1000;
  const stable = stabilize(memory, current, proposed, now, upWindow, downWindow);
  const able = stable === proposed ? READY : stable > proposed ? DOWN_STABLE : UP_STABLE;
  const cut = (replicas: number, why: readonly [string, string]): Limited => ({ replicas, able, limit: why, limited: true });
  if (behavior) {
    if (stable > current) {
      const rate = highestAfter(up, memory, current, now);
      const most = Math.min(rate, maxReplicas);
      if (stable > most) return cut(most, maxReplicas > rate ? UP_LIMIT : TOO_MANY);
    } else if (stable < current) {
      const rate = lowestAfter(down, memory, current, now);
      const least = Math.max(rate, minReplicas);
      if (stable < least) return cut(least, rate > minReplicas ? DOWN_LIMIT : TOO_FEW);
    }
  } else {
    const rate = Math.max(2 * current, 4);
    if (stable < minReplicas) return cut(minReplicas, TOO_FEW);
    if (stable > Math.min(rate, maxReplicas)) return cut(Math.min(rate, maxReplicas), maxReplicas > rate ? UP_LIMIT : TOO_MANY);
  }
  return { replicas: stable, able, limit: WITHIN, limited: false };
}

/** The proposal, held back by what was proposed within the windows. */
function stabilize(memory: Memory, current: number, proposed: number, now: number, upWindow: number, downWindow: number): number {
  const within = (ms: number): number[] => memory.recommendations.filter(({ at }) => at > now - ms).map(({ replicas }) => replicas);
  const lowest = Math.min(proposed, ...within(upWindow));
  const highest = Math.max(proposed, ...within(downWindow));
  memory.recommendations = [
    ...memory.recommendations.filter(({ at }) => at > now - Math.max(upWindow, downWindow)),
    { at: now, replicas: proposed },
  ];
  // From where it is, up as far as all agree and down as far as all agree.
  return Math.min(Math.max(current, lowest), highest);
}

function changed({ rescales }: Memory, up: boolean, since: number): number {
  return rescales.filter((one) => one.up === up && one.at > since).reduce((sum, one) => sum + one.change, 0);
}

function highestAfter(rules: HPAScalingRules | undefined, memory: Memory, current: number, now: number): number {
  if (rules?.selectPolicy === 'Disabled') return current;
  const all = (rules?.policies ?? []).map(({ type, value, periodSeconds }) => {
    const since = now - periodSeconds * 1000;
    const start = current - changed(memory, true, since) + changed(memory, false, since);
    return type === 'Pods' ? start + value : Math.ceil(start * (1 + value / 100));
  });
  return rules?.selectPolicy === 'Min' ? Math.min(...all) : Math.max(...all);
}

function lowestAfter(rules: HPAScalingRules | undefined, memory: Memory, current: number, now: number): number {
  if (rules?.selectPolicy === 'Disabled') return current;
  const all = (rules?.policies ?? []).map(({ type, value, periodSeconds }) => {
    const since = now - periodSeconds * 1000;
    const start = current + changed(memory, false, since) - changed(memory, true, since);
    return type === 'Pods' ? start - value : Math.floor(start * (1 - value / 100));
  });
  return rules?.selectPolicy === 'Min' ? Math.max(...all) : Math.min(...all);
}
