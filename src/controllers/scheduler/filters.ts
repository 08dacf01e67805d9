/**
 * Which nodes a Pod can run on, and why not on the others, plugin by plugin in the order of kube-scheduler v1.36.
 * A node's first refusal is the one that is told.
 */
import type { Node, Pod } from '../../kinds/objects.ts';
import type { World } from '../../world/world.ts';
import { clusterOf, type NodeInfo, type Usage } from './cluster.ts';
import { selectsNode, untolerated } from './nodes.ts';
import { portsClash, requestsOf } from './requests.ts';
import { constraintsOf, domainsOf } from './spread.ts';
import { countAt, countTerms, termsAbout } from './terms.ts';
import { volumeFilters } from './volumes.ts';

export interface Refusal {
  readonly plugin: string;
  readonly reasons: readonly string[];
  /** Removing Pods from the node could not help. */
  readonly final: boolean;
}

/** Asks one node; undefined when the Pod fits. `used` replaces what the node's Pods take (to try preemption). */
export type Filter = (info: NodeInfo, used?: Usage) => Refusal | undefined;

const UNSCHEDULABLE_TAINT = { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' };

const refuse = (plugin: string, reason: string, final: boolean): Refusal => ({ plugin, reasons: [reason], final });

/**
 * The filters for a Pod, with all that is the same for every node worked out once. `without`: as they would be, were these Pods not there;
 * what they take of their node is then for the caller to leave out.
 */
export function filtersFor(world: World, pod: Pod, without: readonly Pod[] = []): Filter[] {
  return [
    unschedulable(pod),
    taints(pod),
    nodeAffinity(pod),
    ...hostPorts(pod),
    resources(pod),
    ...volumeFilters(world, pod, without),
    ...spread(world, pod, without),
    ...podAffinity(world, pod, without),
  ];
}

function unschedulable(pod: Pod): Filter {
  return ({ node }) =>
    node.spec.unschedulable && untolerated(pod, [UNSCHEDULABLE_TAINT], ['NoSchedule'])
      ? refuse('NodeUnschedulable', 'node(s) were unschedulable', true)
      : undefined;
}

function taints(pod: Pod): Filter {
  return ({ node }) =>
    untolerated(pod, node.spec.taints, ['NoSchedule', 'NoExecute'])
      ? refuse('TaintToleration', 'node(s) had untolerated taint(s)', true)
      : undefined;
}

function nodeAffinity(pod: Pod): Filter {
  return ({ node }) =>
    selectsNode(pod, node) ? undefined : refuse('NodeAffinity', "node(s) didn't match Pod's node affinity/selector", true);
}

function hostPorts(pod: Pod): Filter[] {
  const { ports } = requestsOf(pod);
  if (ports.length === 0) return [];
  return [
    ({ used: all }, used = all) =>
      ports.some((port) => used.ports.some((other) => portsClash(port, other)))
        ? refuse('NodePorts', "node(s) didn't have free ports for the requested pod ports", false)
        : undefined,
  ];
}

function resources(pod: Pod): Filter {
  const { amounts } = requestsOf(pod);
  const names = Object.keys(amounts).filter((name) => (amounts[name] as number) > 0);
  return ({ allocatable, used: all }, used = all) => {
    const reasons: string[] = [];
    let final = false;
    if (used.pods + 1 > (allocatable['pods'] ?? 0)) reasons.push('Too many pods');
    for (const name of names) {
      const wanted = amounts[name] as number;
      const has = allocatable[name] ?? 0;
      if (wanted <= has - (used.amounts[name] ?? 0)) continue;
      reasons.push(`Insufficient ${name}`);
      if (wanted > has) final = true;
    }
    return reasons.length > 0 ? { plugin: 'NodeResourcesFit', reasons, final } : undefined;
  };
}

function spread(world: World, pod: Pod, without: readonly Pod[]): Filter[] {
  const { list } = constraintsOf(world, pod, 'DoNotSchedule', without);
  if (list.length === 0) return [];
  const domains = domainsOf(list, pod, clusterOf(world).nodes);
  const text = "node(s) didn't match pod topology spread constraints";
  return [
    ({ node }) => {
      for (const { constraint, byValue, min } of domains) {
        const value = node.metadata.labels?.[constraint.key];
        if (value === undefined) return refuse('PodTopologySpread', `${text} (missing required label)`, true);
        const skew = (byValue.get(value) ?? 0) + (constraint.self ? 1 : 0) - min;
        if (skew > constraint.maxSkew) return refuse('PodTopologySpread', text, false);
      }
      return undefined;
    },
  ];
}

function podAffinity(world: World, pod: Pod, without: readonly Pod[]): Filter[] {
  const { podAffinity: towards, podAntiAffinity: away } = pod.spec.affinity ?? {};
  const wanted = countTerms(world, pod, towards?.requiredDuringSchedulingIgnoredDuringExecution, 1, without);
  const unwanted = countTerms(world, pod, away?.requiredDuringSchedulingIgnoredDuringExecution, 1, without);
  const objections = clusterOf(world).terms.size > 0 ? termsAbout(world, pod, ['anti'], without) : [];
  if (wanted.length + unwanted.length + objections.length === 0) return [];
  // The first Pod of a group that wants to be together has nobody to join: it may start anywhere.
  const first = wanted.every((term) => term.counts.size === 0 && term.self);
  const meets = (node: Node) =>
    wanted.every((term) => node.metadata.labels?.[term.key] !== undefined && (first || countAt(term, node) > 0));
  return [
    ({ node }) => {
      if (!meets(node)) return refuse('InterPodAffinity', "node(s) didn't match pod affinity rules", true);
      if (unwanted.some((term) => countAt(term, node) > 0))
        return refuse('InterPodAffinity', "node(s) didn't match pod anti-affinity rules", false);
      if (objections.some((term) => countAt(term, node) > 0))
        return refuse('InterPodAffinity', "node(s) didn't satisfy existing pods anti-affinity rules", false);
      return undefined;
    },
  ];
}
