/** Which Pods go first when a ReplicaSet shrinks (rules: kube-controller-manager v1.36, controller_utils ActivePodsWithRanks). */
import type { Pod } from '../../kinds/objects.ts';
/**
 * The Pods in the order in which they should be deleted. `perNode` counts the Pods of the same Deployment (or ReplicaSet) by node;
 * `now` is virtual time in ms.
 */
export declare function deletionOrder(pods: readonly Pod[], perNode: ReadonlyMap<string, number>, now: number): Pod[];
