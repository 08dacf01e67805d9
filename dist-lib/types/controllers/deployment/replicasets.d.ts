/** A Deployment's ReplicaSets: which are its own, which is the new one, and making it. */
import type { Operations } from '../../api/operations.ts';
import type { Deployment, ReplicaSet } from '../../kinds/objects.ts';
import type { World } from '../../world/world.ts';
import { type Size } from './rolling.ts';
export declare const SOURCE: {
    component: string;
};
/** What one reconcile works on. `deployment` is replaced after each write to it. */
export interface Sync {
    readonly world: World;
    readonly api: Operations;
    deployment: Deployment;
}
/** The ReplicaSets of a Deployment, oldest first. Adopts matching orphans, releases its own that match no more. */
export declare function claimReplicaSets({ world, api, deployment }: Sync): ReplicaSet[];
export declare function sizeOf(replicaSet: ReplicaSet): Size;
/** The ReplicaSet (the oldest, should there be several) that has the Deployment's template. */
export declare function findNew(deployment: Deployment, all: readonly ReplicaSet[]): ReplicaSet | undefined;
/**
 * The new ReplicaSet with revision and annotations in order, and the Deployment told of it; made when missing and `create` is set.
 * `old` are the Deployment's other ReplicaSets.
 */
export declare function syncNew(sync: Sync, found: ReplicaSet | undefined, old: readonly ReplicaSet[], create: boolean): ReplicaSet | undefined;
/** With progressDeadlineSeconds, a pause and its end are conditions, so that paused time is not taken for lack of progress. */
export declare function syncPausedCondition(sync: Sync): void;
