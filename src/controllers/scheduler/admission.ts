/**
 * Whether a kubelet takes a Pod whose node no scheduler chose, or which is for another operating system: the scheduler's own rules about the node itself, in the kubelet's
 * words (source: pkg/kubelet/lifecycle/predicate.go).
 */
import type { Pod } from '../../kinds/objects.ts';
import type { World } from '../../world/world.ts';
import { clusterOf } from './cluster.ts';
import { selectsNode, untolerated } from './nodes.ts';
import { portsClash, requestsOf } from './requests.ts';

/** What all nodes run. */
const OS = 'linux';

export interface Rejection {
  readonly reason: string;
  readonly message: string;
}

/** Why the kubelet of the Pod's node refuses it. */
export function rejectionOf(world: World, pod: Pod): Rejection | undefined {
  const info = clusterOf(world).nodes.find(({ node }) => node.metadata.name === pod.spec.nodeName);
  if (!info) return undefined;
  const { node, allocatable, used } = info;
  if ((pod.spec.os?.name ?? OS) !== OS)
    return { reason: 'PodOSNotSupported', message: "Failed to admit pod as the OS field doesn't match node OS" };
  const { amounts, ports } = requestsOf(pod);
  // The Pod is among those of its node already.
  const others = used.pods - 1;
  const room = allocatable['pods'] ?? 0;
  if (others + 1 > room) return lacking('pods', 1, others, room);
  for (const name of Object.keys(amounts).sort(byRank)) {
    const [wanted, has] = [amounts[name] as number, allocatable[name] ?? 0];
    const taken = (used.amounts[name] ?? 0) - wanted;
    if (wanted > 0 && wanted > has - taken) return lacking(name, wanted, taken, has);
  }
  if (!selectsNode(pod, node)) return failing('NodeAffinity', "node(s) didn't match Pod's node affinity/selector");
  if (ports.some((port) => used.ports.filter((other) => portsClash(port, other)).length > 1))
    return failing('NodePorts', "node(s) didn't have free ports for the requested pod ports");
  if (untolerated(pod, node.spec.taints, ['NoExecute']))
    return failing('TaintToleration', "node(s) had taints that the pod didn't tolerate");
  return undefined;
}

const RANKS = ['cpu', 'memory', 'ephemeral-storage'];
const rankOf = (name: string): number => (RANKS.includes(name) ? RANKS.indexOf(name) : RANKS.length);
const byRank = (a: string, b: string): number => rankOf(a) - rankOf(b);

const lacking = (name: string, requested: number, used: number, capacity: number): Rejection => ({
  reason: `OutOf${name}`,
  message: `Node didn't have enough resource: ${name}, requested: ${requested}, used: ${used}, capacity: ${capacity}`,
});

const failing = (name: string, why: string): Rejection => ({ reason: name, message: `Predicate ${name} failed: ${why}` });
