/** Which Pods go first when a ReplicaSet shrinks (rules: kube-controller-manager v1.36, controller_utils ActivePodsWithRanks). */
import type { Pod } from '../../kinds/objects.ts';
import { condition, isReady, READY } from '../pods.ts';

const DELETION_COST = 'controller.kubernetes.io/pod-deletion-cost';
const PHASES: Readonly<Record<string, number>> = { Pending: 0, Unknown: 1, Running: 2 };
const NANOS_PER_MS = 1e6;

/**
 * The Pods in the order in which they should be deleted. `perNode` counts the Pods of the same Deployment (or ReplicaSet) by node;
 * `now` is virtual time in ms.
 */
export function deletionOrder(pods: readonly Pod[], perNode: ReadonlyMap<string, number>, now: number): Pod[] {
  return pods
    .map((pod) => ranked(pod, perNode, now))
    .sort(compare)
    .map(({ pod }) => pod);
}

interface Ranked {
  readonly pod: Pod;
  /** Lower ranks die first; compared one by one. */
  readonly ranks: readonly number[];
  readonly readyAt: number;
  readonly readyBucket: number;
  readonly restarts: number;
  readonly createdAt: number;
  readonly createdBucket: number;
}

function ranked(pod: Pod, perNode: ReadonlyMap<string, number>, now: number): Ranked {
  const ready = isReady(pod);
  const readyAt = ready ? Date.parse(condition(pod, READY)?.lastTransitionTime ?? '') : Number.NaN;
  const createdAt = Date.parse(pod.metadata.creationTimestamp);
  const node = pod.spec.nodeName ?? '';
  return {
    pod,
    ranks: [
      node === '' ? 0 : 1,
      PHASES[pod.status.phase ?? 'Pending'] ?? 0,
      ready ? 1 : 0,
      deletionCost(pod),
      // Doubled up on a node: the fuller the node, the sooner.
      node === '' ? 0 : -(perNode.get(node) ?? 0),
    ],
    readyAt,
    readyBucket: bucket(now - readyAt),
    restarts: (pod.status.containerStatuses ?? []).reduce((max, one) => Math.max(max, one.restartCount), 0),
    createdAt,
    createdBucket: bucket(now - createdAt),
  };
}

/** The annotation's whole number; 0 when missing or not one. */
function deletionCost(pod: Pod): number {
  const text = pod.metadata.annotations?.[DELETION_COST];
  return text !== undefined && /^(0|-?[1-9]\d*)$/.test(text) ? Number(text) : 0;
}

/** Ages count on a logarithmic scale, so that Pods of about one age die in no special order. */
function bucket(ageMs: number): number {
  return ageMs > 0 ? Math.floor(Math.log2(ageMs * NANOS_PER_MS)) : -1;
}

function compare(a: Ranked, b: Ranked): number {
  for (let i = 0; i < a.ranks.length; i++) {
    const difference = (a.ranks[i] as number) - (b.ranks[i] as number);
    if (difference !== 0) return difference;
  }
  if (!Number.isNaN(a.readyAt) && !Number.isNaN(b.readyAt) && a.readyAt !== b.readyAt) {
    return a.readyBucket - b.readyBucket || byUid(a, b);
  }
  if (a.restarts !== b.restarts) return b.restarts - a.restarts;
  if (a.createdAt !== b.createdAt) return a.createdBucket - b.createdBucket || byUid(a, b);
  return 0;
}

function byUid(a: Ranked, b: Ranked): number {
  return a.pod.metadata.uid < b.pod.metadata.uid ? -1 : 1;
}
