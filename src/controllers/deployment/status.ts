/** A Deployment's status and conditions. */
import { resolveFenceposts } from '../../api/values/intstr.ts';
import type { Deployment, ReplicaSet } from '../../kinds/objects.ts';
import type { DeploymentCondition, DeploymentStatus } from '../../kinds/types.gen.ts';
import type { Limits } from './rolling.ts';

export const PROGRESSING = 'Progressing';
const AVAILABLE = 'Available';
const REPLICA_FAILURE = 'ReplicaFailure';
export const NEW_AVAILABLE = 'NewReplicaSetAvailable';
export const TIMED_OUT = 'ProgressDeadlineExceeded';
/** A deadline that means none (kubectl and old clients set it). */
const NO_DEADLINE = 2147483647;

/** Whole numbers for maxSurge and maxUnavailable; both 0 unless the strategy is RollingUpdate. */
export function limitsOf(deployment: Deployment): Limits {
  const desired = deployment.spec.replicas ?? 1;
  const strategy = deployment.spec.strategy;
  if (strategy?.type !== 'RollingUpdate') return { desired, maxSurge: 0, maxUnavailable: 0 };
  const [maxSurge, maxUnavailable] = resolveFenceposts(strategy.rollingUpdate?.maxSurge, strategy.rollingUpdate?.maxUnavailable, desired);
  return { desired, maxSurge, maxUnavailable: Math.min(maxUnavailable, desired) };
}

export function deadlineOf(deployment: Deployment): number | undefined {
  const seconds = deployment.spec.progressDeadlineSeconds;
  return seconds === undefined || seconds === NO_DEADLINE ? undefined : seconds;
}

export function conditionOf(status: DeploymentStatus, type: string): DeploymentCondition | undefined {
  return status.conditions?.find((one) => one.type === type);
}

export function withoutCondition(status: DeploymentStatus, type: string): DeploymentStatus {
  return conditionOf(status, type) ? { ...status, conditions: (status.conditions ?? []).filter((one) => one.type !== type) } : status;
}

/** Sets a condition: it moves to the end when its status or reason changes, and is left alone otherwise. `now` is RFC 3339. */
export function withCondition(
  status: DeploymentStatus,
  now: string,
  type: string,
  value: 'True' | 'False' | 'Unknown',
  reason: string,
  message: string,
): DeploymentStatus {
  const before = conditionOf(status, type);
  if (before?.status === value && before.reason === reason) return status;
  const lastTransitionTime = before?.status === value ? before.lastTransitionTime : now;
  const condition: DeploymentCondition = { type, status: value, lastUpdateTime: now, lastTransitionTime, reason, message };
  return { ...status, conditions: [...(status.conditions ?? []).filter((one) => one.type !== type), condition] };
}

/** Counts of all ReplicaSets and the Available condition. */
export function countStatus(
  deployment: Deployment,
  fresh: ReplicaSet | undefined,
  all: readonly ReplicaSet[],
  now: string,
): DeploymentStatus {
  const sum = (of: (replicaSet: ReplicaSet) => number | undefined) => all.reduce((total, one) => total + (of(one) ?? 0), 0);
  const limits = limitsOf(deployment);
  const available = sum((one) => one.status.availableReplicas);
  const terminating = all.some((one) => one.status.terminatingReplicas === undefined)
    ? undefined
    : sum((one) => one.status.terminatingReplicas);
  const counts: DeploymentStatus = {
    observedGeneration: deployment.metadata.generation,
    ...nonZero(
      'replicas',
      sum((one) => one.status.replicas),
    ),
    ...nonZero('updatedReplicas', fresh?.status.replicas ?? 0),
    ...nonZero(
      'readyReplicas',
      sum((one) => one.status.readyReplicas),
    ),
    ...nonZero('availableReplicas', available),
    ...nonZero('unavailableReplicas', Math.max(0, sum((one) => one.spec.replicas) - available)),
    ...(terminating === undefined ? {} : { terminatingReplicas: terminating }),
    ...(deployment.status.collisionCount === undefined ? {} : { collisionCount: deployment.status.collisionCount }),
    ...(deployment.status.conditions === undefined ? {} : { conditions: deployment.status.conditions }),
  };
  return available >= limits.desired - limits.maxUnavailable
    ? withCondition(counts, now, AVAILABLE, 'True', 'MinimumReplicasAvailable', 'Deployment has minimum availability.')
    : withCondition(counts, now, AVAILABLE, 'False', 'MinimumReplicasUnavailable', 'Deployment does not have minimum availability.');
}

function nonZero(key: keyof DeploymentStatus, count: number): DeploymentStatus {
  return count === 0 ? {} : { [key]: count };
}

/** The rollout is over: every wanted Pod is of the new template and available. */
export function isComplete(deployment: Deployment, status: DeploymentStatus): boolean {
  const desired = deployment.spec.replicas ?? 1;
  return (
    (status.updatedReplicas ?? 0) === desired &&
    (status.replicas ?? 0) === desired &&
    (status.availableReplicas ?? 0) === desired &&
    (status.observedGeneration ?? 0) >= (deployment.metadata.generation ?? 0)
  );
}

function isProgressing(before: DeploymentStatus, after: DeploymentStatus): boolean {
  const old = (status: DeploymentStatus) => (status.replicas ?? 0) - (status.updatedReplicas ?? 0);
  return (
    (after.updatedReplicas ?? 0) > (before.updatedReplicas ?? 0) ||
    old(after) < old(before) ||
    (after.readyReplicas ?? 0) > (before.readyReplicas ?? 0) ||
    (after.availableReplicas ?? 0) > (before.availableReplicas ?? 0)
  );
}

function isTimedOut(deployment: Deployment, status: DeploymentStatus, nowMs: number): boolean {
  const condition = conditionOf(status, PROGRESSING);
  const deadline = deadlineOf(deployment);
  if (!condition || deadline === undefined || condition.reason === NEW_AVAILABLE) return false;
  if (condition.reason === TIMED_OUT) return true;
  return Date.parse(condition.lastUpdateTime ?? '') + deadline * 1000 < nowMs;
}

/** The status during a rollout: counts, plus the Progressing and ReplicaFailure conditions. */
export function rolloutStatus(
  deployment: Deployment,
  fresh: ReplicaSet | undefined,
  all: readonly ReplicaSet[],
  now: string,
  nowMs: number,
): DeploymentStatus {
  let status = countStatus(deployment, fresh, all, now);
  const current = conditionOf(deployment.status, PROGRESSING);
  const complete = status.replicas === status.updatedReplicas && current?.reason === NEW_AVAILABLE;
  const what = fresh ? `ReplicaSet "${fresh.metadata.name}"` : `Deployment "${deployment.metadata.name}"`;
  if (deadlineOf(deployment) === undefined) {
    status = withoutCondition(status, PROGRESSING);
  } else if (!complete) {
    if (isComplete(deployment, status)) {
      status = withCondition(status, now, PROGRESSING, 'True', NEW_AVAILABLE, `${what} has successfully progressed.`);
    } else if (isProgressing(deployment.status, status)) {
      // Written anew on every step, so that lastUpdateTime tells when there was progress last.
      const lastTransitionTime = current?.status === 'True' ? current.lastTransitionTime : now;
      status = withCondition(
        withoutCondition(status, PROGRESSING),
        now,
        PROGRESSING,
        'True',
        'ReplicaSetUpdated',
        `${what} is progressing.`,
      );
      status = {
        ...status,
        conditions: status.conditions?.map((one) => (one.type === PROGRESSING ? { ...one, lastTransitionTime } : one)),
      };
    } else if (isTimedOut(deployment, status, nowMs)) {
      status = withCondition(status, now, PROGRESSING, 'False', TIMED_OUT, `${what} has timed out progressing.`);
    }
  }
  return withFailure(status, fresh, all);
}

/** Shows the new ReplicaSet's failure to create Pods, or else an old one's. */
function withFailure(status: DeploymentStatus, fresh: ReplicaSet | undefined, all: readonly ReplicaSet[]): DeploymentStatus {
  for (const replicaSet of fresh ? [fresh, ...all] : all) {
    const failure = replicaSet.status.conditions?.find((one) => one.type === REPLICA_FAILURE);
    if (!failure) continue;
    const now = failure.lastTransitionTime ?? '';
    return withCondition(status, now, REPLICA_FAILURE, failure.status as 'True', failure.reason ?? '', failure.message ?? '');
  }
  return withoutCondition(status, REPLICA_FAILURE);
}

/** ms from now after which lack of progress must be looked at, or undefined when there is nothing to wait for. */
export function progressCheckAfter(deployment: Deployment, status: DeploymentStatus, nowMs: number): number | undefined {
  const condition = conditionOf(deployment.status, PROGRESSING);
  const deadline = deadlineOf(deployment);
  if (!condition || deadline === undefined || isComplete(deployment, status) || condition.reason === TIMED_OUT) return undefined;
  return Math.max(0, Date.parse(condition.lastUpdateTime ?? '') + deadline * 1000 - nowMs) + 1000;
}
