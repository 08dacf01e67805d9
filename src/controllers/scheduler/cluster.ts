/**
 * The cluster as the scheduler sees it: what each node has left, how many Pods match a selector on each node.
 * Derived from the store and kept up to date by its changes, so that placing a Pod costs per node and not per Pod.
 */
import { matches, type Requirement } from '../../api/values/selector.ts';
import type { Node, Pod } from '../../kinds/objects.ts';
import type { PodAffinityTerm } from '../../kinds/types.gen.ts';
import type { Change } from '../../world/object.ts';
import type { World } from '../../world/world.ts';
import { Derived } from '../derived.ts';
import { isTerminal } from '../pods.ts';
import { type Amounts, add, amountsOf, type HostPort, requestsOf } from './requests.ts';

export interface NodeInfo {
  readonly node: Node;
  readonly allocatable: Amounts;
  readonly used: Usage;
}

/** What the Pods of a node take. */
export interface Usage {
  readonly amounts: Record<string, number>;
  readonly scored: { cpu: number; memory: number };
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
  images: Map<string, { readonly byNode: Map<string, number> }>;
  readonly usage: Map<string, Usage>;
  readonly matching: Map<string, Matching>;
  readonly terms: Map<string, TermGroup>;
  /** Pods for whom room is being made, by uid. */
  readonly nominated: Map<string, Pod>;
}

export const ZONE = 'topology.kubernetes.io/zone';
/** More selectors than this at once: forget all and count again those that are needed. */
const MATCHING_LIMIT = 200;

const derived = new Derived<Cluster>(
  ['pods', 'nodes'],
  (world) => {
    const cluster: Cluster = {
      nodes: [],
      zoned: false,
      images: new Map(),
      usage: new Map(),
      matching: new Map(),
      terms: new Map(),
      nominated: new Map(),
    };
    for (const pod of world.store.list<Pod>('pods')) {
      countPod(cluster, pod, 1);
      noteNominated(cluster, pod);
    }
    listNodes(cluster, world);
    return cluster;
  },
  (cluster, change, world) => {
    if (change.resource === 'pods') podChanged(cluster, change);
    else listNodes(cluster, world);
  },
);

export function clusterOf(world: World): Cluster {
  return derived.of(world);
}

function listNodes(cluster: Cluster, world: World): void {
  cluster.nodes = world.store.list<Node>('nodes').map((node) => ({
    node,
    allocatable: allocatableOf(node),
    used: usageOf(cluster, node.metadata.name),
  }));
  cluster.zoned = cluster.nodes.some(({ node }) => node.metadata.labels?.[ZONE] !== undefined);
  cluster.images = imagesOf(cluster.nodes);
}

const allocatables = new WeakMap<object, Amounts>();

export function allocatableOf(node: Node): Amounts {
  const quantities = node.status.allocatable;
  if (!quantities) return {};
  let amounts = allocatables.get(quantities);
  if (!amounts) allocatables.set(quantities, (amounts = amountsOf(quantities)));
  return amounts;
}

function imagesOf(nodes: readonly NodeInfo[]): Cluster['images'] {
  const images: Cluster['images'] = new Map();
  for (const { node } of nodes) {
    for (const { names, sizeBytes } of node.status.images ?? []) {
      for (const name of names ?? []) {
        let image = images.get(name);
        if (!image) images.set(name, (image = { byNode: new Map() }));
        image.byNode.set(node.metadata.name, sizeBytes ?? 0);
      }
    }
  }
  return images;
}

function usageOf(cluster: Cluster, node: string): Usage {
  let usage = cluster.usage.get(node);
  if (!usage) cluster.usage.set(node, (usage = { amounts: {}, scored: { cpu: 0, memory: 0 }, pods: 0, ports: [] }));
  return usage;
}

function podChanged(cluster: Cluster, { type, object, previous }: Change): void {
  const [before, after] = [previous as Pod | undefined, type === 'DELETED' ? undefined : (object as Pod)];
  if (after) noteNominated(cluster, after);
  else cluster.nominated.delete(object.metadata.uid);
  const same =
    before &&
    after &&
    before.spec === after.spec &&
    before.metadata.labels === after.metadata.labels &&
    before.metadata.deletionTimestamp === after.metadata.deletionTimestamp &&
    isTerminal(before) === isTerminal(after);
  if (same) return;
  if (before) countPod(cluster, before, -1);
  if (after) countPod(cluster, after, 1);
}

function noteNominated({ nominated }: Cluster, pod: Pod): void {
  const waits = pod.status.nominatedNodeName !== undefined && !pod.spec.nodeName && !isTerminal(pod);
  if (waits) nominated.set(pod.metadata.uid, pod);
  else nominated.delete(pod.metadata.uid);
}

/** What the Pods of a node take, with those to come that are no less important than the given one; undefined for none to come. */
export function usageWithNominated({ nominated }: Cluster, { node, used }: NodeInfo, pod: Pod): Usage | undefined {
  if (nominated.size === 0) return undefined;
  const coming = [...nominated.values()].filter(
    (one) =>
      one.status.nominatedNodeName === node.metadata.name &&
      one.metadata.uid !== pod.metadata.uid &&
      (one.spec.priority ?? 0) >= (pod.spec.priority ?? 0),
  );
  if (coming.length === 0) return undefined;
  const all = { amounts: { ...used.amounts }, scored: { ...used.scored }, pods: used.pods, ports: [...used.ports] };
  for (const one of coming) {
    const { amounts, ports } = requestsOf(one);
    add(all.amounts, amounts, 1);
    all.pods++;
    all.ports.push(...ports);
  }
  return all;
}

function countPod(cluster: Cluster, pod: Pod, way: 1 | -1): void {
  if (isTerminal(pod)) return;
  const node = pod.spec.nodeName;
  if (!node) return;
  const usage = usageOf(cluster, node);
  const { amounts, scored, ports } = requestsOf(pod);
  add(usage.amounts, amounts, way);
  usage.scored.cpu += way * scored.cpu;
  usage.scored.memory += way * scored.memory;
  usage.pods += way;
  for (const port of ports) {
    if (way === 1) usage.ports.push(port);
    else
      usage.ports.splice(
        usage.ports.findIndex((one) => one.id === port.id && one.ip === port.ip),
        1,
      );
  }
  for (const matching of cluster.matching.values()) countMatching(matching, pod, way);
  if (pod.spec.affinity) countTerms(cluster.terms, pod, way);
}

const texts = new WeakMap<readonly Requirement[], string>();

function textOf(requirements: readonly Requirement[]): string {
  let text = texts.get(requirements);
  if (text === undefined) {
    text = requirements.map((one) => `${one.key} ${one.operator} ${one.values.join(',')}`).join(';');
    texts.set(requirements, text);
  }
  return text;
}

/** How many placed Pods match, by node. `namespaces` undefined: all of them. `without` some that are there. */
export function matchingOf(
  world: World,
  namespaces: ReadonlySet<string> | undefined,
  requirements: readonly Requirement[],
  living: boolean,
  without: readonly Pod[] = [],
): ReadonlyMap<string, number> {
  const { matching } = clusterOf(world);
  const where =
    namespaces === undefined ? '*' : namespaces.size === 1 ? namespaces.values().next().value : [...namespaces].sort().join(',');
  const id = `${living ? 'living' : 'all'}|${where}|${textOf(requirements)}`;
  let found = matching.get(id);
  if (!found) {
    if (matching.size >= MATCHING_LIMIT) matching.clear();
    matching.set(id, (found = { namespaces, requirements, living, byNode: new Map() }));
    const only = namespaces?.size === 1 ? [...namespaces][0] : undefined;
    for (const pod of world.store.list<Pod>('pods', only)) if (!isTerminal(pod)) countMatching(found, pod, 1);
  }
  if (without.length === 0) return found.byNode;
  const fewer = { ...found, byNode: new Map(found.byNode) };
  for (const pod of without) countMatching(fewer, pod, -1);
  return fewer.byNode;
}

/** The affinity terms of placed Pods, `without` some that are there. */
export function termGroups(world: World, without: readonly Pod[] = []): Iterable<TermGroup> {
  const { terms } = clusterOf(world);
  if (without.length === 0) return terms.values();
  const fewer = new Map([...terms].map(([id, group]) => [id, { ...group, byNode: new Map(group.byNode) }]));
  for (const pod of without) countTerms(fewer, pod, -1);
  return fewer.values();
}

function countMatching(matching: Matching, pod: Pod, way: 1 | -1): void {
  const { nodeName } = pod.spec;
  const { namespace = '', labels, deletionTimestamp } = pod.metadata;
  if (!nodeName || (matching.living && deletionTimestamp !== undefined)) return;
  if (matching.namespaces && !matching.namespaces.has(namespace)) return;
  if (matches(matching.requirements, labels)) bump(matching.byNode, nodeName, way);
}

function countTerms(terms: Map<string, TermGroup>, pod: Pod, way: 1 | -1): void {
  const { podAffinity, podAntiAffinity } = pod.spec.affinity ?? {};
  const count = (kind: TermGroup['kind'], term: PodAffinityTerm, weight: number) => {
    const { namespace = '' } = pod.metadata;
    const id = `${kind}|${weight}|${namespace}|${JSON.stringify(term)}`;
    let group = terms.get(id);
    if (!group) terms.set(id, (group = { kind, term, weight, namespace, byNode: new Map() }));
    bump(group.byNode, pod.spec.nodeName as string, way);
    if (group.byNode.size === 0) terms.delete(id);
  };
  for (const term of podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []) count('anti', term, 0);
  for (const term of podAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []) count('required', term, 0);
  for (const { podAffinityTerm, weight } of podAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? [])
    count('preferred', podAffinityTerm, weight);
  for (const { podAffinityTerm, weight } of podAntiAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? [])
    count('preferredAnti', podAffinityTerm, weight);
}

function bump(counts: Map<string, number>, key: string, way: 1 | -1): void {
  const count = (counts.get(key) ?? 0) + way;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
}
