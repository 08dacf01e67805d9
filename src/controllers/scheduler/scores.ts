/** Which of the feasible nodes is best: the default plugins of kube-scheduler v1.36 and their weights. */
import type { Node, Pod } from '../../kinds/objects.ts';
import type { World } from '../../world/world.ts';
import { clusterOf, type NodeInfo } from './cluster.ts';
import { termMatches, untolerated } from './nodes.ts';
import { requestsOf } from './requests.ts';
import { constraintsOf, HOSTNAME } from './spread.ts';
import { countAt, countTerms, termsAbout } from './terms.ts';

const MAX = 100;
/** A required affinity of a placed Pod draws others as a preference of this weight. */
const HARD_AFFINITY_WEIGHT = 1;
const MB = 1024 * 1024;
const IMAGE_MIN = 23 * MB;
const IMAGE_MAX_PER_CONTAINER = 1000 * MB;

/** The total score of each node, in the order of `nodes`. */
export function scoresFor(world: World, pod: Pod, nodes: readonly NodeInfo[]): number[] {
  const totals = nodes.map((info) => leastAllocated(pod, info) + balancedAllocation(pod, info));
  add(totals, 3, taintScores(pod, nodes));
  add(totals, 2, nodeAffinityScores(pod, nodes));
  add(totals, 2, spreadScores(world, pod, nodes));
  add(totals, 2, podAffinityScores(world, pod, nodes));
  add(totals, 1, imageScores(world, pod, nodes));
  return totals;
}

function add(totals: number[], weight: number, scores: readonly number[] | undefined): void {
  scores?.forEach((score, i) => {
    totals[i] = (totals[i] as number) + weight * score;
  });
}

function leastAllocated(pod: Pod, { allocatable, used }: NodeInfo): number {
  const { scored } = requestsOf(pod);
  const cpu = freeShare(allocatable['cpu'] ?? 0, used.scored.cpu + scored.cpu);
  const memory = freeShare(allocatable['memory'] ?? 0, used.scored.memory + scored.memory);
  return Math.floor((cpu + memory) / 2);
}

function freeShare(capacity: number, taken: number): number {
  return capacity === 0 || taken > capacity ? 0 : Math.floor(((capacity - taken) * MAX) / capacity);
}

/** Nodes whose CPU and memory would be used to the same degree; says nothing of Pods that ask for neither. */
function balancedAllocation(pod: Pod, { allocatable, used }: NodeInfo): number {
  const { cpu = 0, memory = 0 } = requestsOf(pod).amounts;
  if (cpu === 0 && memory === 0) return 0;
  const cpuShare = Math.min(1, ((used.amounts['cpu'] ?? 0) + cpu) / (allocatable['cpu'] || 1));
  const memoryShare = Math.min(1, ((used.amounts['memory'] ?? 0) + memory) / (allocatable['memory'] || 1));
  return Math.floor((1 - Math.abs(cpuShare - memoryShare) / 2) * MAX);
}

/** Scales to 0..100 by the largest; `reverse`: the smallest is best. */
function normalise(scores: readonly number[], reverse = false): number[] {
  const max = Math.max(...scores);
  if (max === 0) return scores.map(() => (reverse ? MAX : 0));
  return scores.map((score) => (reverse ? MAX - Math.floor((MAX * score) / max) : Math.floor((MAX * score) / max)));
}

function taintScores(pod: Pod, nodes: readonly NodeInfo[]): number[] | undefined {
  if (nodes.every(({ node }) => !node.spec.taints)) return undefined;
  const count = (node: Node) => (node.spec.taints ?? []).filter((taint) => untolerated(pod, [taint], ['PreferNoSchedule'])).length;
  return normalise(
    nodes.map(({ node }) => count(node)),
    true,
  );
}

function nodeAffinityScores(pod: Pod, nodes: readonly NodeInfo[]): number[] | undefined {
  const preferred = pod.spec.affinity?.nodeAffinity?.preferredDuringSchedulingIgnoredDuringExecution;
  if (!preferred?.length) return undefined;
  const score = (node: Node) => preferred.reduce((sum, { weight, preference }) => sum + (termMatches(preference, node) ? weight : 0), 0);
  return normalise(nodes.map(({ node }) => score(node)));
}

const has = (node: Node, key: string) => node.metadata.labels?.[key] !== undefined;

/** Source: ScheduleAnyway in plugins/podtopologyspread/scoring.go, which counts hosts node by node, whatever their labels say. */
function spreadScores(world: World, pod: Pod, nodes: readonly NodeInfo[]): number[] | undefined {
  const { list, byDefault } = constraintsOf(world, pod, 'ScheduleAnyway');
  if (list.length === 0) return undefined;
  const isIgnored = ({ node }: NodeInfo): boolean => !byDefault && !list.every(({ key }) => has(node, key));
  const considered = byDefault ? nodes.length : nodes.filter((info) => !isIgnored(info)).length;
  const parts = list.map(({ key, byNode, maxSkew }) => {
    if (key === HOSTNAME) return { key, counts: byNode, maxSkew, weight: Math.log(considered + 2) };
    const counts = new Map<string, number>();
    for (const info of nodes) {
      const value = info.node.metadata.labels?.[key];
      if (value !== undefined && !isIgnored(info)) counts.set(value, 0);
    }
    for (const { node } of byNode.size > 0 ? clusterOf(world).nodes : []) {
      const count = byNode.get(node.metadata.name);
      const value = node.metadata.labels?.[key];
      const before = count && value !== undefined ? counts.get(value) : undefined;
      if (before !== undefined) counts.set(value as string, before + (count as number));
    }
    return { key, counts, maxSkew, weight: Math.log(counts.size + 2) };
  });
  const raw: number[] = [];
  let [max, min] = [0, Number.POSITIVE_INFINITY];
  for (const info of nodes) {
    if (isIgnored(info)) {
      raw.push(-1);
      continue;
    }
    const { name, labels } = info.node.metadata;
    let sum = 0;
    for (const { key, counts, maxSkew, weight } of parts) {
      const value = labels?.[key];
      if (value !== undefined) sum += (counts.get(key === HOSTNAME ? name : value) ?? 0) * weight + (maxSkew - 1);
    }
    const score = Math.round(sum);
    raw.push(score);
    if (score > max) max = score;
    if (score < min) min = score;
  }
  for (let i = 0; i < raw.length; i++) {
    const score = raw[i] as number;
    raw[i] = score < 0 ? 0 : max === 0 ? MAX : Math.floor((MAX * (max + min - score)) / max);
  }
  return raw;
}

function podAffinityScores(world: World, pod: Pod, nodes: readonly NodeInfo[]): number[] | undefined {
  const { podAffinity, podAntiAffinity } = pod.spec.affinity ?? {};
  const terms = [
    ...(podAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []).flatMap((one) =>
      countTerms(world, pod, [one.podAffinityTerm], one.weight),
    ),
    ...(podAntiAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []).flatMap((one) =>
      countTerms(world, pod, [one.podAffinityTerm], -one.weight),
    ),
  ];
  if (clusterOf(world).terms.size > 0) {
    for (const term of termsAbout(world, pod, ['required', 'preferred', 'preferredAnti'])) {
      const weight = term.kind === 'required' ? HARD_AFFINITY_WEIGHT : term.kind === 'preferred' ? term.weight : -term.weight;
      terms.push({ ...term, weight });
    }
  }
  if (terms.length === 0) return undefined;
  const raw = nodes.map(({ node }) => terms.reduce((sum, term) => sum + term.weight * countAt(term, node), 0));
  const [max, min] = [Math.max(...raw), Math.min(...raw)];
  return raw.map((score) => (max === min ? 0 : Math.floor((MAX * (score - min)) / (max - min))));
}

/** Nodes that have large images already; an image that few nodes have counts less, so that Pods do not pile up there. */
function imageScores(world: World, pod: Pod, nodes: readonly NodeInfo[]): number[] | undefined {
  const cluster = clusterOf(world);
  if (cluster.images.size === 0) return undefined;
  const names = [...(pod.spec.initContainers ?? []), ...pod.spec.containers].map(({ image = '' }) =>
    /[:@][^/]*$/.test(image) ? image : `${image}:latest`,
  );
  const have = names.map((name) => cluster.images.get(name));
  if (have.every((one) => one === undefined)) return undefined;
  const max = IMAGE_MAX_PER_CONTAINER * names.length;
  return nodes.map(({ node }) => {
    let sum = 0;
    for (const image of have) {
      const size = image?.byNode.get(node.metadata.name);
      if (image && size !== undefined) sum += Math.floor((size * image.byNode.size) / cluster.nodes.length);
    }
    return Math.floor((MAX * (Math.min(Math.max(sum, IMAGE_MIN), max) - IMAGE_MIN)) / (max - IMAGE_MIN));
  });
}
