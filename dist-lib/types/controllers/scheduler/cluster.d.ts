/**
 * The cluster as the scheduler sees it: what each node has left, how many Pods match a selector on each node.
 * Derived from the store and kept up to date by its changes, so that placing a Pod costs per node and not per Pod.
 */
import { type Requirement } from '../../api/values/selector.ts';
import type { Node } from '../../kinds/objects.ts';
import type { PodAffinityTerm } from '../../kinds/types.gen.ts';
import type { World } from '../../world/world.ts';
import { type Amounts, type HostPort } from './requests.ts';
export interface NodeInfo {
    readonly node: Node;
    readonly allocatable: Amounts;
    readonly used: Usage;
}
/** What the Pods of a node take. */
export interface Usage {
    readonly amounts: Record<string, number>;
    readonly scored: {
        cpu: number;
        memory: number;
    };
    pods: number;
    readonly ports: HostPort[];
}
/** How many Pods match a selector, by node name. */
export interface Matching {
    readonly namespaces: ReadonlySet<string> | undefined;
    readonly requirements: readonly Requirement[];
    /** Leaves out Pods that are being deleted. */
    readonly living: boolean;
    readonly byNode: Map<string, number>;
}
/** Placed Pods that share an affinity term, by node name. */
export interface TermGroup {
    readonly kind: 'anti' | 'preferred' | 'preferredAnti' | 'required';
    readonly term: PodAffinityTerm;
    readonly weight: number;
    /** Of the Pods that have the term. */
    readonly namespace: string;
    readonly byNode: Map<string, number>;
}
export interface Cluster {
    /** In order of name. */
    nodes: NodeInfo[];
    /** Some node says which zone it is in. */
    zoned: boolean;
    /** Sizes of the images that nodes have, by name and node. */
    images: Map<string, {
        readonly byNode: Map<string, number>;
    }>;
    readonly usage: Map<string, Usage>;
    readonly matching: Map<string, Matching>;
    readonly terms: Map<string, TermGroup>;
}
export declare const ZONE = "topology.kubernetes.io/zone";
export declare function clusterOf(world: World): Cluster;
/** How many placed Pods match, by node. `namespaces` undefined: all of them. */
export declare function matchingOf(world: World, namespaces: ReadonlySet<string> | undefined, requirements: readonly Requirement[], living: boolean): ReadonlyMap<string, number>;
