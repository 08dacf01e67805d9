/** The default scheduler: gives each Pod without a node the best node it fits on, or says why there is none. */
import { formatTime } from '../../api/values/duration.ts';
import type { Pod } from '../../kinds/objects.ts';
import type { PodCondition } from '../../kinds/types.gen.ts';
import type { Change, Writable } from '../../world/object.ts';
import type { World } from '../../world/world.ts';
import type { Controller, ControllerContext } from '../controller.ts';
import { keyOf, splitKey } from '../owners.ts';
import { isTerminal } from '../pods.ts';
import { disruption } from '../taint-eviction.ts';
import { allocatableOf, clusterOf, type NodeInfo, type Usage, usageWithNominated } from './cluster.ts';
import { filtersFor, type Refusal } from './filters.ts';
import { BY_SCHEDULER, preempt, unavailable } from './preemption.ts';
import { scoresFor } from './scores.ts';
import { bindVolumes, claimProblem, podsWithClaims } from './volumes.ts';

const NAME = 'default-scheduler';
/** It runs on the control plane's node, and records by events.k8s.io. */
const source = (action: string) => ({ component: NAME, host: `${NAME}-minikube`, action });
/** A Pod that could not be placed waits this long at least before it is tried again; doubled each time up to the maximum. */
const BACKOFF_MS = 1000;
const BACKOFF_MAX_MS = 10_000;
/** Tried again after this long even when nothing happened. */
const FLUSH_MS = 300_000;
/** A refusal by one of these may end when Pods are placed or relabelled. */
const ABOUT_OTHER_PODS: ReadonlySet<string> = new Set(['InterPodAffinity', 'PodTopologySpread']);
/** And by these when Pods go. */
const ABOUT_ROOM: ReadonlySet<string> = new Set(['NodeResourcesFit', 'NodePorts', 'InterPodAffinity', 'PodTopologySpread']);

/** What is remembered of a Pod that could not be placed. */
interface Failed {
  readonly attempts: number;
  /** Virtual ms of the last one. */
  readonly at: number;
  readonly plugins: readonly string[];
}

const failedOf = (world: World) => world.slot<Record<string, Failed>>('scheduler', () => ({}));

export const scheduler: Controller = {
  name: NAME,
  latencyMs: 5,
  watches: {
    pods: podsOfPod,
    nodes: podsOfNode,
    persistentvolumeclaims: podsWithClaims,
    persistentvolumes: podsWithClaims,
    'storageclasses.storage.k8s.io': podsWithClaims,
  },
  reconcile,
};

function podsOfPod({ type, object, previous }: Change, world: World): string[] {
  const [before, after] = [previous as Pod | undefined, object as Pod];
  if (type !== 'DELETED' && !after.spec.nodeName) {
    const news = !before || before.spec !== after.spec || before.metadata.labels !== after.metadata.labels;
    return news && isMine(after) ? [keyOf(after)] : [];
  }
  const failed = failedOf(world);
  if (type === 'DELETED' && !after.spec.nodeName) delete failed[keyOf(after)];
  const gone = type === 'DELETED' || (isTerminal(after) && before && !isTerminal(before));
  if (gone) return refusedBy(failed, ABOUT_ROOM);
  const moved = before && (before.spec.nodeName !== after.spec.nodeName || before.metadata.labels !== after.metadata.labels);
  const dying = before && before.metadata.deletionTimestamp !== after.metadata.deletionTimestamp;
  return !before || moved || dying ? refusedBy(failed, ABOUT_OTHER_PODS) : [];
}

/** Those that the change of a node may help: of the plugins that refused a Pod, one that what changed is about takes the node now. */
function podsOfNode({ type, object, previous }: Change, world: World): string[] {
  if (type === 'DELETED') return [];
  const [before, after] = [previous as NodeInfo['node'] | undefined, object as NodeInfo['node']];
  const relabelled = before?.metadata.labels !== after.metadata.labels;
  const retainted = before?.spec !== after.spec;
  const resized = before?.status.allocatable !== after.status.allocatable;
  if (!relabelled && !retainted && !resized) return [];
  const isAbout = (plugin: string): boolean => {
    if (!before) return true;
    if (plugin === 'NodeResourcesFit') return resized;
    if (plugin === 'TaintToleration' || plugin === 'NodeUnschedulable') return retainted;
    return plugin !== 'NodePorts' && (relabelled || (retainted && ABOUT_OTHER_PODS.has(plugin)));
  };
  const failed = Object.entries(failedOf(world));
  if (failed.length === 0) return [];
  const known = clusterOf(world).nodes.find(({ node }) => node.metadata.name === after.metadata.name);
  const info = known && { ...known, node: after, allocatable: allocatableOf(after) };
  return failed.flatMap(([key, { plugins }]) => {
    const pod = world.store.get<Pod>('pods', ...splitKey(key));
    const about = plugins.filter(isAbout);
    if (!pod || (about.length === 0 && plugins.length > 0)) return [];
    const refusing = new Set(info && filtersFor(world, pod).map((filter) => filter(info)?.plugin));
    return plugins.length === 0 || about.some((plugin) => !refusing.has(plugin)) ? [key] : [];
  });
}

function refusedBy(failed: Readonly<Record<string, Failed>>, plugins: ReadonlySet<string>): string[] {
  const keys: string[] = [];
  for (const key in failed) if (failed[key]?.plugins.some((plugin) => plugins.has(plugin))) keys.push(key);
  return keys;
}

function isMine(pod: Pod): boolean {
  return !pod.spec.nodeName && !isTerminal(pod) && !pod.metadata.deletionTimestamp && (pod.spec.schedulerName ?? NAME) === NAME;
}

function reconcile(context: ControllerContext, key: string): void {
  const { world, api } = context;
  const failed = failedOf(world);
  const pod = world.store.get<Pod>('pods', ...splitKey(key));
  if (!pod || !isMine(pod)) {
    delete failed[key];
    return;
  }
  if (pod.spec.schedulingGates?.length) {
    setCondition(context, pod, 'SchedulingGated', 'Scheduling is blocked due to non-empty scheduling gates');
    return;
  }
  const last = failed[key];
  if (last) {
    const wait = last.at + Math.min(BACKOFF_MAX_MS, BACKOFF_MS * 2 ** (last.attempts - 1)) - world.now;
    if (wait > 0) {
      context.requeueAfter(key, wait);
      return;
    }
  }
  const cluster = clusterOf(world);
  const { nodes } = cluster;
  const problem = claimProblem(world, pod);
  if (problem) {
    failed[key] = { attempts: (last?.attempts ?? 0) + 1, at: world.now, plugins: ['VolumeBinding'] };
    context.requeueAfter(key, FLUSH_MS);
    fail(context, pod, `0/${nodes.length} nodes are available: ${problem}. not found`);
    return;
  }
  const filters = filtersFor(world, pod);
  const feasible: NodeInfo[] = [];
  const refusals = new Map<NodeInfo, Refusal>();
  for (const info of nodes) {
    const refusal = firstRefusal(filters, info, usageWithNominated(cluster, info, pod));
    if (refusal) refusals.set(info, refusal);
    else feasible.push(info);
  }
  if (feasible.length > 0) {
    const { node } = best(world, pod, feasible);
    if (bindVolumes(context, pod, node)) bind(context, pod, node.metadata.name);
    delete failed[key];
    return;
  }

  const plugins = [...new Set([...refusals.values()].map((one) => one.plugin))];
  failed[key] = { attempts: (last?.attempts ?? 0) + 1, at: world.now, plugins };
  context.requeueAfter(key, FLUSH_MS);
  if (nodes.length === 0) {
    fail(context, pod, 'no nodes available to schedule pods');
    return;
  }
  const preemption = preempt(world, pod, refusals);
  const reasons = new Map<string, number>();
  for (const refusal of refusals.values()) for (const reason of refusal.reasons) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const text = unavailable(nodes.length, reasons);
  for (const victim of preemption.victims) {
    const { namespace = '', name } = victim.metadata;
    const target = disruption(world, BY_SCHEDULER, `${NAME}: preempting to accommodate a higher priority pod`, victim);
    api.updateStatus<Pod>('pods', { ...victim, status: { ...victim.status, conditions: target } });
    api.event(victim, 'Normal', 'Preempted', `Preempted by pod ${pod.metadata.uid} on node ${preemption.node}`, source('Preempting'));
    api.delete('pods', namespace, name);
  }
  fail(context, pod, preemption.message ? `${text} no new claims to deallocate, ${preemption.message}` : text, preemption.node);
}

function firstRefusal(filters: ReturnType<typeof filtersFor>, info: NodeInfo, used: Usage | undefined): Refusal | undefined {
  for (const filter of filters) {
    const refusal = filter(info, used);
    if (refusal) return refusal;
  }
  return undefined;
}

/** The node with the highest score; one of them at random when there are several. */
function best(world: World, pod: Pod, feasible: readonly NodeInfo[]): NodeInfo {
  if (feasible.length === 1) return feasible[0] as NodeInfo;
  const scores = scoresFor(world, pod, feasible);
  const max = Math.max(...scores);
  return world.random.pick(feasible.filter((_, i) => scores[i] === max));
}

function bind({ api }: ControllerContext, pod: Pod, nodeName: string): void {
  const { namespace, name } = pod.metadata;
  api.bind(pod, nodeName);
  api.event(pod, 'Normal', 'Scheduled', `Successfully assigned ${namespace}/${name} to ${nodeName}`, source('Binding'));
}

function fail(context: ControllerContext, pod: Pod, message: string, nominatedNodeName?: string): void {
  context.api.event(pod, 'Warning', 'FailedScheduling', message, source('Scheduling'));
  setCondition(context, pod, 'Unschedulable', message, nominatedNodeName);
}

function setCondition({ world, api }: ControllerContext, pod: Pod, reason: string, message: string, nominatedNodeName?: string): void {
  const before = pod.status.conditions?.find((one) => one.type === 'PodScheduled');
  const condition: PodCondition = {
    lastProbeTime: null as never,
    type: 'PodScheduled',
    status: 'False',
    observedGeneration: pod.metadata.generation,
    reason,
    message,
    lastTransitionTime: before?.status === 'False' ? before.lastTransitionTime : formatTime(world.now),
  };
  const others = (pod.status.conditions ?? []).filter((one) => one.type !== 'PodScheduled');
  const status: Writable<Pod['status']> = Object.assign({}, pod.status, { conditions: [...others, condition] });
  if (nominatedNodeName) status.nominatedNodeName = nominatedNodeName;
  api.updateStatus<Pod>('pods', { ...pod, status });
}
