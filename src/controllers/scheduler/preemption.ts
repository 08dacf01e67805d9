/** Making room for a Pod by removing Pods of lower priority (rules: kube-scheduler v1.36, DefaultPreemption). */
import type { Pod } from '../../kinds/objects.ts';
import type { World } from '../../world/world.ts';
import { isTerminal } from '../pods.ts';
import type { NodeInfo, Usage } from './cluster.ts';
import type { Filter, Refusal } from './filters.ts';
import { add, requestsOf } from './requests.ts';

export interface Preemption {
  readonly node?: string;
  readonly victims: readonly Pod[];
  /** Why there was none, as FailedScheduling tells it. */
  readonly message: string;
}

/** Plugins whose refusal depends on what the node's Pods take, which is all that is tried here. */
const BY_USAGE = new Set(['NodeResourcesFit', 'NodePorts']);
const UNHELPFUL = 'Preemption is not helpful for scheduling';
const NO_VICTIMS = 'No preemption victims found for incoming pod';

export function priorityOf(pod: Pod): number {
  return pod.spec.priority ?? 0;
}

/** `refusals` are the nodes' answers so far. The node whose victims matter least is chosen. */
export function preempt(world: World, pod: Pod, filters: readonly Filter[], refusals: ReadonlyMap<NodeInfo, Refusal>): Preemption {
  if (pod.spec.preemptionPolicy === 'Never') return { victims: [], message: 'preemption: not eligible due to preemptionPolicy=Never.' };
  let best: { readonly node: string; readonly victims: readonly Pod[] } | undefined;
  const reasons = new Map<string, number>();
  for (const [info, refusal] of refusals) {
    const victims = refusal.final || !BY_USAGE.has(refusal.plugin) ? undefined : victimsOn(world, pod, info, filters);
    if (victims) {
      if (!best || isBetter(victims, best.victims)) best = { node: info.node.metadata.name, victims };
    } else {
      const reason = refusal.final ? UNHELPFUL : NO_VICTIMS;
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
  }
  if (best) return { ...best, message: '' };
  return { victims: [], message: `preemption: ${unavailable(refusals.size, reasons)}` };
}

/** `0/2 nodes are available: 1 Insufficient cpu, 1 Too many pods.` */
export function unavailable(nodes: number, reasons: ReadonlyMap<string, number>): string {
  const parts = [...reasons].map(([reason, count]) => `${count} ${reason}`).sort();
  return `0/${nodes} nodes are available: ${parts.join(', ')}.`;
}

/** The fewest and least important Pods that must go, most important first; undefined when even all would not be enough. */
function victimsOn(world: World, pod: Pod, info: NodeInfo, filters: readonly Filter[]): Pod[] | undefined {
  const lower = world.store
    .byIndex<Pod>('pods', 'node', info.node.metadata.name)
    .filter((one) => !isTerminal(one) && priorityOf(one) < priorityOf(pod))
    .sort((a, b) => priorityOf(b) - priorityOf(a) || (startOf(a) < startOf(b) ? -1 : 1));
  if (lower.length === 0) return undefined;
  const used: Usage = {
    amounts: { ...info.used.amounts },
    scored: { ...info.used.scored },
    pods: info.used.pods,
    ports: [...info.used.ports],
  };
  const fits = () => filters.every((filter) => !filter(info, used));
  for (const one of lower) take(used, one, -1);
  if (!fits()) return undefined;
  // Puts back, most important first, whoever can stay.
  return lower.filter((one) => {
    take(used, one, 1);
    if (fits()) return false;
    take(used, one, -1);
    return true;
  });
}

const startOf = (pod: Pod) => pod.status.startTime ?? pod.metadata.creationTimestamp;

function take(used: Usage, pod: Pod, way: 1 | -1): void {
  const { amounts, ports } = requestsOf(pod);
  add(used.amounts, amounts, way);
  used.pods += way;
  for (const port of ports) {
    if (way === 1) used.ports.push(port);
    else
      used.ports.splice(
        used.ports.findIndex((one) => one.id === port.id && one.ip === port.ip),
        1,
      );
  }
}

/** Lower highest priority, then lower sum, then fewer. */
function isBetter(a: readonly Pod[], b: readonly Pod[]): boolean {
  const highest = (pods: readonly Pod[]) => Math.max(...pods.map(priorityOf));
  const sum = (pods: readonly Pod[]) => pods.reduce((total, pod) => total + priorityOf(pod) + 2 ** 31, 0);
  return (highest(a) - highest(b) || sum(a) - sum(b) || a.length - b.length) < 0;
}
