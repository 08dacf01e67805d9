/**
 * Which nodes a Pod can run on, and why not on the others, plugin by plugin in the order of kube-scheduler v1.36.
 * A node's first refusal is the one that is told.
 */
import type { Pod } from '../../kinds/objects.ts';
import type { World } from '../../world/world.ts';
import { type NodeInfo, type Usage } from './cluster.ts';
export interface Refusal {
    readonly plugin: string;
    readonly reasons: readonly string[];
    /** Removing Pods from the node could not help. */
    readonly final: boolean;
}
/** Asks one node; undefined when the Pod fits. `used` replaces what the node's Pods take (to try preemption). */
export type Filter = (info: NodeInfo, used?: Usage) => Refusal | undefined;
/** The filters for a Pod, with all that is the same for every node worked out once. */
export declare function filtersFor(world: World, pod: Pod): Filter[];
