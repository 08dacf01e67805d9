import type { Deployment, ReplicaSet } from '../../kinds/objects.ts';
import type { DeploymentCondition, DeploymentStatus } from '../../kinds/types.gen.ts';
import type { Limits } from './rolling.ts';
export declare const PROGRESSING = "Progressing";
export declare const NEW_AVAILABLE = "NewReplicaSetAvailable";
export declare const TIMED_OUT = "ProgressDeadlineExceeded";
/** Whole numbers for maxSurge and maxUnavailable; both 0 unless the strategy is RollingUpdate. */
export declare function limitsOf(deployment: Deployment): Limits;
export declare function deadlineOf(deployment: Deployment): number | undefined;
export declare function conditionOf(status: DeploymentStatus, type: string): DeploymentCondition | undefined;
export declare function withoutCondition(status: DeploymentStatus, type: string): DeploymentStatus;
/** Sets a condition: it moves to the end when its status or reason changes, and is left alone otherwise. `now` is RFC 3339. */
export declare function withCondition(status: DeploymentStatus, now: string, type: string, value: 'True' | 'False' | 'Unknown', reason: string, message: string): DeploymentStatus;
/** Counts of all ReplicaSets and the Available condition. */
export declare function countStatus(deployment: Deployment, fresh: ReplicaSet | undefined, all: readonly ReplicaSet[], now: string): DeploymentStatus;
/** The rollout is over: every wanted Pod is of the new template and available. */
export declare function isComplete(deployment: Deployment, status: DeploymentStatus): boolean;
/** The status during a rollout: counts, plus the Progressing and ReplicaFailure conditions. */
export declare function rolloutStatus(deployment: Deployment, fresh: ReplicaSet | undefined, all: readonly ReplicaSet[], now: string, nowMs: number): DeploymentStatus;
/** ms from now after which lack of progress must be looked at, or undefined when there is nothing to wait for. */
export declare function progressCheckAfter(deployment: Deployment, status: DeploymentStatus, nowMs: number): number | undefined;
