/** Pod affinity and anti-affinity: terms of the Pod and of those already placed, counted by the nodes' topology values. */
import { type Requirement } from '../../api/values/selector.ts';
import type { Node, Pod } from '../../kinds/objects.ts';
import type { PodAffinityTerm } from '../../kinds/types.gen.ts';
import type { World } from '../../world/world.ts';
import { type TermGroup } from './cluster.ts';
/** Counts of Pods by topology value, for one topology key. */
export type ByValue = ReadonlyMap<string, number>;
/** Node counts summed by the nodes' value of a label. */
export declare function byTopology(world: World, key: string, byNode: ReadonlyMap<string, number>): Map<string, number>;
/** The namespaces a term looks at: named ones and those a selector picks; by default the Pod's own. Undefined: all. */
export declare function namespacesOf(world: World, term: PodAffinityTerm, own: string): ReadonlySet<string> | undefined;
/** The label selector of a term, with the Pod's own values of matchLabelKeys and mismatchLabelKeys. */
export declare function selectorOf(pod: Pod, term: Pick<PodAffinityTerm, 'labelSelector' | 'matchLabelKeys' | 'mismatchLabelKeys'>): readonly Requirement[];
/** Whether a term of some Pod in `namespace` selects this other Pod. */
export declare function termSelects(world: World, term: PodAffinityTerm, namespace: string, pod: Pod): boolean;
export interface CountedTerm {
    readonly key: string;
    readonly counts: ByValue;
    readonly weight: number;
    /** Whether the Pod itself is one that the term looks for. */
    readonly self: boolean;
}
/** A Pod's terms with the Pods they find. */
export declare function countTerms(world: World, pod: Pod, terms: readonly PodAffinityTerm[] | undefined, weight?: number): CountedTerm[];
/** The terms of placed Pods that look for this Pod. */
export declare function termsAbout(world: World, pod: Pod, kinds: readonly TermGroup['kind'][]): (CountedTerm & {
    readonly kind: TermGroup['kind'];
})[];
/** How many of a term's Pods are in the node's topology domain. */
export declare function countAt(term: CountedTerm, node: Node): number;
