/** The annotations by which a Deployment and its ReplicaSets remember revisions and sizes. */
import type { Deployment, ReplicaSet } from '../../kinds/objects.ts';
import type { KubeObject } from '../../world/object.ts';
export declare const REVISION = "deployment.kubernetes.io/revision";
export declare const DESIRED_REPLICAS = "deployment.kubernetes.io/desired-replicas";
export declare const MAX_REPLICAS = "deployment.kubernetes.io/max-replicas";
export declare function revisionOf(object: KubeObject): number;
/** A number kept as an annotation, or undefined. */
export declare function numberOf(object: KubeObject, key: string): number | undefined;
/**
 * The new ReplicaSet's annotations: the Deployment's own ones and the revision, with the history of revisions it had before
 * (it had some when the Deployment was rolled back to it). Returns the same object when nothing changes.
 */
export declare function newAnnotations(deployment: Deployment, replicaSet: KubeObject | undefined, revision: number): Readonly<Record<string, string>>;
/** The ReplicaSet with the sizes it should remember, or the same object when it does already. */
export declare function withSizes(replicaSet: ReplicaSet, desired: number, max: number): ReplicaSet;
