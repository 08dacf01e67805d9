/** Making room for a Pod by removing Pods of lower priority (rules: kube-scheduler v1.36, DefaultPreemption). */
import { fromLabelSelector, matches } from '../../api/values/selector.ts';
import type { Pod, PodDisruptionBudget } from '../../kinds/objects.ts';
import type { World } from '../../world/world.ts';
import { isTerminal } from '../pods.ts';
import { clusterOf, type NodeInfo, type Usage, usageWithNominated } from './cluster.ts';
import { filtersFor, type Refusal } from './filters.ts';
import { add, requestsOf } from './requests.ts';

export interface Preemption {
  readonly node?: string;
  readonly victims: readonly Pod[];
  /** Why there was none, as FailedScheduling tells it. */
  readonly message: string;
}

/** Who would have to go from a node. */
interface Candidate {
  readonly node: string;
  /** Most important first. */
  readonly victims: readonly Pod[];
  /** How many of them a PodDisruptionBudget would keep. */
  readonly violations: number;
}

const UNHELPFUL = 'Preemption is not helpful for scheduling';
const NO_VICTIMS = 'No preemption victims found for incoming pod';
const BUDGETS = 'poddisruptionbudgets.policy';
/** Why a Pod that the scheduler removes is being deleted, in its condition DisruptionTarget. */
export const BY_SCHEDULER = 'PreemptionByScheduler';

export function priorityOf(pod: Pod): number {
  return pod.spec.priority ?? 0;
}

/** `refusals` are the nodes' answers so far. The node whose victims matter least is chosen. */
export function preempt(world: World, pod: Pod, refusals: ReadonlyMap<NodeInfo, Refusal>): Preemption {
  const unable = ineligible(world, pod, refusals);
  if (unable) return { victims: [], message: `preemption: ${unable}` };
  let best: Candidate | undefined;
  const reasons = new Map<string, number>();
  for (const [info, refusal] of refusals) {
    const found = refusal.final ? [UNHELPFUL] : candidateOn(world, pod, info);
    if ('victims' in found) {
      if (!best || isBetter(found, best)) best = found;
    } else for (const reason of found) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  if (best) return { node: best.node, victims: best.victims, message: '' };
  return { victims: [], message: `preemption: ${unavailable(refusals.size, reasons)}` };
}

/** Why a Pod may not remove others now. */
function ineligible(world: World, pod: Pod, refusals: ReadonlyMap<NodeInfo, Refusal>): string | undefined {
  if (pod.spec.preemptionPolicy === 'Never') return 'not eligible due to preemptionPolicy=Never.';
  const { nominatedNodeName } = pod.status;
  if (nominatedNodeName === undefined) return undefined;
  for (const [{ node }, { final }] of refusals) if (node.metadata.name === nominatedNodeName && final) return undefined;
  const waits = world.store.byIndex<Pod>('pods', 'node', nominatedNodeName).some((one) => isLess(one, pod) && isMakingRoom(one));
  return waits ? 'not eligible due to a terminating pod on the nominated node.' : undefined;
}

const isLess = (one: Pod, pod: Pod): boolean => !isTerminal(one) && priorityOf(one) < priorityOf(pod);

function isMakingRoom({ metadata, status }: Pod): boolean {
  if (!metadata.deletionTimestamp) return false;
  const target = status.conditions?.find(({ type }) => type === 'DisruptionTarget');
  return target?.status === 'True' && target.reason === BY_SCHEDULER;
}

/** `0/2 nodes are available: 1 Insufficient cpu, 1 Too many pods.` */
export function unavailable(nodes: number, reasons: ReadonlyMap<string, number>): string {
  const parts = [...reasons].map(([reason, count]) => `${count} ${reason}`).sort();
  return `0/${nodes} nodes are available: ${parts.join(', ')}.`;
}

/** The fewest and least important Pods that must go from a node; why the Pod does not fit even when all of lower priority were gone. */
function candidateOn(world: World, pod: Pod, info: NodeInfo): Candidate | readonly string[] {
  const node = info.node.metadata.name;
  const lower = world.store
    .byIndex<Pod>('pods', 'node', node)
    .filter((one) => isLess(one, pod))
    .sort((a, b) => priorityOf(b) - priorityOf(a) || (startOf(a) < startOf(b) ? -1 : 1));
  if (lower.length === 0) return [NO_VICTIMS];
  const gone = new Set(lower);
  const problem = refusalWithout(world, pod, info, gone);
  if (problem) return problem.reasons;
  // Puts back, most important first, whoever can stay: before all others those that a budget protects.
  const protectedOnes = violating(world, lower);
  let violations = 0;
  for (const one of [...lower.filter((each) => protectedOnes.has(each)), ...lower.filter((each) => !protectedOnes.has(each))]) {
    gone.delete(one);
    if (!refusalWithout(world, pod, info, gone)) continue;
    gone.add(one);
    if (protectedOnes.has(one)) violations++;
  }
  return { node, victims: lower.filter((one) => gone.has(one)), violations };
}

const startOf = (pod: Pod) => pod.status.startTime ?? pod.metadata.creationTimestamp;

/** Why a node would not take the Pod, were some of its Pods not there. */
function refusalWithout(world: World, pod: Pod, info: NodeInfo, gone: ReadonlySet<Pod>): Refusal | undefined {
  const all = usageWithNominated(clusterOf(world), info, pod) ?? info.used;
  const used: Usage = { amounts: { ...all.amounts }, scored: { ...all.scored }, pods: all.pods, ports: [...all.ports] };
  for (const one of gone) leave(used, one);
  for (const filter of filtersFor(world, pod, [...gone])) {
    const refusal = filter(info, used);
    if (refusal) return refusal;
  }
  return undefined;
}

function leave(used: Usage, pod: Pod): void {
  const { amounts, ports } = requestsOf(pod);
  add(used.amounts, amounts, -1);
  used.pods--;
  for (const port of ports)
    used.ports.splice(
      used.ports.findIndex((one) => one.id === port.id && one.ip === port.ip),
      1,
    );
}

/** Those of some Pods, in order, that their PodDisruptionBudgets do not let go any more. */
function violating(world: World, pods: readonly Pod[]): ReadonlySet<Pod> {
  const budgets = world.store.list<PodDisruptionBudget>(BUDGETS).map(({ metadata, spec, status }) => ({
    namespace: metadata.namespace,
    requirements: spec.selector ? fromLabelSelector(spec.selector) : [],
    disrupted: status.disruptedPods ?? {},
    left: status.disruptionsAllowed ?? 0,
  }));
  const found = new Set<Pod>();
  for (const pod of pods) {
    const { name, namespace, labels } = pod.metadata;
    for (const budget of budgets) {
      if (budget.namespace !== namespace || budget.requirements.length === 0 || !matches(budget.requirements, labels)) continue;
      if (name in budget.disrupted) continue;
      budget.left--;
      if (budget.left < 0) found.add(pod);
    }
  }
  return found;
}

/** Fewer budgets violated, then a lower highest priority, then a lower sum, then fewer, then a highest one that started later. */
function isBetter(a: Candidate, b: Candidate): boolean {
  const [highest, other] = [a.victims[0], b.victims[0]] as [Pod, Pod];
  const sum = ({ victims }: Candidate) => victims.reduce((total, pod) => total + priorityOf(pod) + 2 ** 31, 0);
  const order =
    a.violations - b.violations || priorityOf(highest) - priorityOf(other) || sum(a) - sum(b) || a.victims.length - b.victims.length;
  return order < 0 || (order === 0 && startOf(highest) > startOf(other));
}
