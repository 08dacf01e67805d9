/**
 * The node lifecycle controller: a node whose kubelet is silent becomes Unknown, its Pods not ready; conditions become taints.
 * Heartbeats are not written: a node that is on has beaten, one that is off beat last before it went off.
 */
import { formatTime } from '../api/values/duration.ts';
import { kubeletRuns, lastHeartbeat } from '../kinds/node/power.ts';
import type { Node, Pod } from '../kinds/objects.ts';
import type { NodeCondition, Taint } from '../kinds/types.gen.ts';
import type { World } from '../world/world.ts';
import type { Controller, ControllerContext } from './controller.ts';
import { isReady, READY } from './pods.ts';

const NAME = 'node-lifecycle-controller';
const SOURCE = { component: 'node-controller' };
/** kube-controller-manager's node-monitor-grace-period and node-monitor-period. */
const GRACE_MS = 50_000;
const MONITOR_MS = 5000;
/** What the kubelet reports; the order in which they are shown. */
const CONDITIONS = ['MemoryPressure', 'DiskPressure', 'PIDPressure', READY];

const UNREACHABLE = 'node.kubernetes.io/unreachable';
const NOT_READY = 'node.kubernetes.io/not-ready';
/** Taints that conditions other than Ready stand for, by condition and status. */
const CONDITION_TAINTS: readonly (readonly [type: string, status: string, key: string])[] = [
  ['MemoryPressure', 'True', 'node.kubernetes.io/memory-pressure'],
  ['DiskPressure', 'True', 'node.kubernetes.io/disk-pressure'],
  ['NetworkUnavailable', 'True', 'node.kubernetes.io/network-unavailable'],
  ['PIDPressure', 'True', 'node.kubernetes.io/pid-pressure'],
  [READY, 'False', NOT_READY],
  [READY, 'Unknown', UNREACHABLE],
];
const UNSCHEDULABLE = 'node.kubernetes.io/unschedulable';
const OWN_NO_SCHEDULE: ReadonlySet<string> = new Set([...CONDITION_TAINTS.map(([, , key]) => key), UNSCHEDULABLE]);

export const nodeLifecycleController: Controller = {
  name: NAME,
  latencyMs: 50,
  watches: {
    nodes: ({ type, object: { metadata } }, world) => {
      if (type === 'MODIFIED' || (type === 'ADDED' && isOfTheStart(world, metadata))) return [metadata.name];
      const news = `${type} ${metadata.name} ${metadata.uid}`;
      return type === 'DELETED' ? [news] : [metadata.name, news];
    },
  },
  reconcile(context, key) {
    const [type, name, uid] = key.split(' ') as [string, string?, string?];
    if (name === undefined) return follow(context, key);
    const { world, api } = context;
    // Nodes that came or went are noticed with the next look at all of them.
    const wait = MONITOR_MS - (world.now % MONITOR_MS);
    if (type !== 'tell') return context.requeueAfter(`tell ${name} ${uid} ${type}`, wait);
    const [reason, text] = key.endsWith('ADDED')
      ? (['RegisteredNode', `Registered Node ${name} in Controller`] as const)
      : (['RemovingNode', `Removing Node ${name} from Controller`] as const);
    const node = { apiVersion: 'v1', kind: 'Node', metadata: { name, uid } } as Node;
    api.event(node, 'Normal', reason, `Node ${name} event: ${text}`, SOURCE);
  },
};

/** What was told of nodes as old as the cluster has been forgotten long since. */
function isOfTheStart(world: World, { creationTimestamp }: Node['metadata']): boolean {
  return world.store.get('namespaces', '', 'kube-system')?.metadata.creationTimestamp === creationTimestamp;
}

function follow(context: ControllerContext, name: string): void {
  const { world } = context;
  const node = world.store.get<Node>('nodes', '', name);
  if (node && !kubeletRuns(world, name)) watchSilence(context, node);
  const after = world.store.get<Node>('nodes', '', name);
  if (after) syncTaints(context, after);
}

function watchSilence(context: ControllerContext, node: Node): void {
  const { world } = context;
  const { name } = node.metadata;
  const beat = lastHeartbeat(world, name);
  const noticedAt = Math.ceil((beat + GRACE_MS) / MONITOR_MS) * MONITOR_MS;
  if (world.now < noticedAt) context.requeueAfter(name, noticedAt - world.now);
  else if (conditionOf(node, READY)?.status !== 'Unknown') markUnknown(context, node, formatTime(beat));
}

const conditionOf = (node: Node, type: string) => node.status.conditions?.find((one) => one.type === type);

function markUnknown({ world, api }: ControllerContext, node: Node, beat: string): void {
  const now = formatTime(world.now);
  const known = node.status.conditions ?? [];
  const unknown = (type: string): NodeCondition => ({
    type,
    status: 'Unknown',
    reason: 'NodeStatusUnknown',
    message: 'Kubelet stopped posting node status.',
    lastHeartbeatTime: beat,
    lastTransitionTime: now,
  });
  const conditions = [...known.filter((one) => !CONDITIONS.includes(one.type)), ...CONDITIONS.map(unknown)];
  api.updateStatus<Node>('nodes', { ...node, status: { ...node.status, conditions } });
  api.event(node, 'Normal', 'NodeNotReady', `Node ${node.metadata.name} status is now: NodeNotReady`, SOURCE);
  for (const pod of world.store.byIndex<Pod>('pods', 'node', node.metadata.name)) {
    if (!isReady(pod)) continue;
    const after = pod.status.conditions?.map((one) => (one.type === READY ? { ...one, status: 'False', lastTransitionTime: now } : one));
    api.updateStatus<Pod>('pods', { ...pod, status: { ...pod.status, conditions: after } });
    api.event(pod, 'Warning', 'NodeNotReady', 'Node is not ready', SOURCE);
  }
}

/** NoSchedule taints for what is wrong with the node, and NoExecute ones when it is not ready or cannot be reached. */
function syncTaints({ world, api }: ControllerContext, node: Node): void {
  const keys = CONDITION_TAINTS.filter(([type, status]) => conditionOf(node, type)?.status === status).map(([, , key]) => key);
  const wanted: Taint[] = [...keys, ...(node.spec.unschedulable ? [UNSCHEDULABLE] : [])].map((key) => ({ key, effect: 'NoSchedule' }));
  for (const key of [NOT_READY, UNREACHABLE]) if (keys.includes(key)) wanted.push({ key, effect: 'NoExecute' });

  const before = node.spec.taints ?? [];
  const isOwn = ({ key, effect }: Taint) =>
    effect === 'NoSchedule' ? OWN_NO_SCHEDULE.has(key) : effect === 'NoExecute' && (key === NOT_READY || key === UNREACHABLE);
  const same = (a: Taint, b: Taint) => a.key === b.key && a.effect === b.effect;
  const kept = before.filter((taint) => !isOwn(taint) || wanted.some((one) => same(one, taint)));
  const added = wanted
    .filter((taint) => !before.some((one) => same(one, taint)))
    .map((taint) => ({ ...taint, timeAdded: formatTime(world.now) }));
  if (kept.length === before.length && added.length === 0) return;
  const { taints: _, ...spec } = node.spec;
  const taints = [...kept, ...added];
  api.update<Node>('nodes', { ...node, spec: taints.length > 0 ? { ...spec, taints } : spec });
}
