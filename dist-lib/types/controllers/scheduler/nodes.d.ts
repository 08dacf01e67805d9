import type { Node, Pod } from '../../kinds/objects.ts';
import type { NodeSelectorTerm, Taint, Toleration } from '../../kinds/types.gen.ts';
/** One term of a node selector; an empty one matches nothing. */
export declare function termMatches(term: NodeSelectorTerm, node: Node): boolean;
/** spec.nodeSelector and the required node affinity. */
export declare function selectsNode(pod: Pod, node: Node): boolean;
export declare function tolerates(toleration: Toleration, taint: Taint): boolean;
/** The first taint with one of the effects that the Pod does not tolerate. */
export declare function untolerated(pod: Pod, taints: readonly Taint[] | undefined, effects: readonly string[]): Taint | undefined;
