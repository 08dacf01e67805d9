/** Pod affinity and anti-affinity: terms of the Pod and of those already placed, counted by the nodes' topology values. */
import { fromLabelSelector, matches, type Requirement } from '../../api/values/selector.ts';
import type { Namespace, Node, Pod } from '../../kinds/objects.ts';
import type { PodAffinityTerm } from '../../kinds/types.gen.ts';
import type { World } from '../../world/world.ts';
import { clusterOf, matchingOf, type TermGroup, termGroups } from './cluster.ts';

/** Counts of Pods by topology value, for one topology key. */
export type ByValue = ReadonlyMap<string, number>;

/** Node counts summed by the nodes' value of a label. */
export function byTopology(world: World, key: string, byNode: ReadonlyMap<string, number>): Map<string, number> {
  const counts = new Map<string, number>();
  if (byNode.size === 0) return counts;
  for (const { node } of clusterOf(world).nodes) {
    const count = byNode.get(node.metadata.name);
    const value = node.metadata.labels?.[key];
    if (count && value !== undefined) counts.set(value, (counts.get(value) ?? 0) + count);
  }
  return counts;
}

/** The namespaces a term looks at: named ones and those a selector picks; by default the Pod's own. Undefined: all. */
export function namespacesOf(world: World, term: PodAffinityTerm, own: string): ReadonlySet<string> | undefined {
  if (!term.namespaces?.length && !term.namespaceSelector) return new Set([own]);
  const names = new Set(term.namespaces ?? []);
  if (term.namespaceSelector) {
    const requirements = fromLabelSelector(term.namespaceSelector);
    if (requirements.length === 0) return undefined;
    for (const one of world.store.list<Namespace>('namespaces'))
      if (matches(requirements, one.metadata.labels)) names.add(one.metadata.name);
  }
  return names;
}

/** The label selector of a term, with the Pod's own values of matchLabelKeys and mismatchLabelKeys. */
export function selectorOf(
  pod: Pod,
  term: Pick<PodAffinityTerm, 'labelSelector' | 'matchLabelKeys' | 'mismatchLabelKeys'>,
): readonly Requirement[] {
  const requirements = fromLabelSelector(term.labelSelector);
  const own = (keys: readonly string[] | undefined, operator: 'in' | 'notin') => {
    for (const key of keys ?? []) {
      const value = pod.metadata.labels?.[key];
      if (value !== undefined && !requirements.some((one) => one.key === key && one.values.includes(value)))
        requirements.push({ key, operator, values: [value] });
    }
  };
  own(term.matchLabelKeys, 'in');
  own(term.mismatchLabelKeys, 'notin');
  return requirements;
}

/** Whether a term of some Pod in `namespace` selects this other Pod. */
export function termSelects(world: World, term: PodAffinityTerm, namespace: string, pod: Pod): boolean {
  const namespaces = namespacesOf(world, term, namespace);
  if (namespaces && !namespaces.has(pod.metadata.namespace ?? '')) return false;
  return matches(fromLabelSelector(term.labelSelector), pod.metadata.labels);
}

export interface CountedTerm {
  readonly key: string;
  readonly counts: ByValue;
  readonly weight: number;
  /** Whether the Pod itself is one that the term looks for. */
  readonly self: boolean;
}

/** A Pod's terms with the Pods they find, `without` some that are there. */
export function countTerms(
  world: World,
  pod: Pod,
  terms: readonly PodAffinityTerm[] | undefined,
  weight = 1,
  without: readonly Pod[] = [],
): CountedTerm[] {
  return (terms ?? []).map((term) => {
    const own = pod.metadata.namespace ?? '';
    const byNode = matchingOf(world, namespacesOf(world, term, own), selectorOf(pod, term), false, without);
    return { key: term.topologyKey, counts: byTopology(world, term.topologyKey, byNode), weight, self: termSelects(world, term, own, pod) };
  });
}

/** The terms of placed Pods that look for this Pod; of those that stay where some are taken away (`without`). */
export function termsAbout(
  world: World,
  pod: Pod,
  kinds: readonly TermGroup['kind'][],
  without: readonly Pod[] = [],
): (CountedTerm & { readonly kind: TermGroup['kind'] })[] {
  const found: (CountedTerm & { readonly kind: TermGroup['kind'] })[] = [];
  for (const { kind, term, weight, namespace, byNode } of termGroups(world, without)) {
    if (!kinds.includes(kind) || !termSelects(world, term, namespace, pod)) continue;
    found.push({ kind, key: term.topologyKey, counts: byTopology(world, term.topologyKey, byNode), weight, self: false });
  }
  return found;
}

/** How many of a term's Pods are in the node's topology domain. */
export function countAt(term: CountedTerm, node: Node): number {
  const value = node.metadata.labels?.[term.key];
  return value === undefined ? 0 : (term.counts.get(value) ?? 0);
}
