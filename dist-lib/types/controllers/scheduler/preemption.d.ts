/** Making room for a Pod by removing Pods of lower priority (rules: kube-scheduler v1.36, DefaultPreemption). */
import type { Pod } from '../../kinds/objects.ts';
import type { World } from '../../world/world.ts';
import type { NodeInfo } from './cluster.ts';
import type { Filter, Refusal } from './filters.ts';
export interface Preemption {
    readonly node?: string;
    readonly victims: readonly Pod[];
    /** Why there was none, as FailedScheduling tells it. */
    readonly message: string;
}
export declare function priorityOf(pod: Pod): number;
/** `refusals` are the nodes' answers so far. The node whose victims matter least is chosen. */
export declare function preempt(world: World, pod: Pod, filters: readonly Filter[], refusals: ReadonlyMap<NodeInfo, Refusal>): Preemption;
/** `0/2 nodes are available: 1 Insufficient cpu, 1 Too many pods.` */
export declare function unavailable(nodes: number, reasons: ReadonlyMap<string, number>): string;
