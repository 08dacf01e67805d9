/** Counts of each ReplicaSet's Pods, kept up to date by changes: looking at a ReplicaSet costs nothing per Pod it has. */
import { type Requirement } from '../../api/values/selector.ts';
import type { ReplicaSet } from '../../kinds/objects.ts';
import type { World } from '../../world/world.ts';
/** A ReplicaSet's Pods in numbers. All but `terminating` and `misfits` are of active Pods that match the selector. */
export interface Tally {
    active: number;
    ready: number;
    /** Those with all labels of the template. */
    labelled: number;
    terminating: number;
    /** Names of active Pods that match the selector no more. */
    readonly misfits: Set<string>;
    readonly selector: readonly Requirement[];
    readonly template: readonly Requirement[];
}
/** The tally of a ReplicaSet. It changes with every write: read it when needed. */
export declare function tallyOf(world: World, replicaSet: ReplicaSet): Tally;
/** Active Pods of a namespace that no controller owns. */
export declare function orphansOf(world: World, namespace: string): Iterable<string>;
