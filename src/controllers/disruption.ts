/** The disruption controller: keeps the status of PodDisruptionBudgets (rules: pkg/controller/disruption of v1.36). */
import { formatTime } from '../api/values/duration.ts';
import { scaledValue } from '../api/values/intstr.ts';
import { formatSelector, fromLabelSelector, matches } from '../api/values/selector.ts';
import type { Pod, PodDisruptionBudget, ReplicaSet } from '../kinds/objects.ts';
import type { Condition } from '../kinds/types.gen.ts';
import type { Change, KubeObject } from '../world/object.ts';
import type { World } from '../world/world.ts';
import type { Controller, ControllerContext } from './controller.ts';
import { controllerOf, keyOf, splitKey } from './owners.ts';
import { isReady } from './pods.ts';

const BUDGETS = 'poddisruptionbudgets.policy';
const NAME = 'disruption-controller';
/** By this name the real controller records its events. */
const SOURCE = { component: 'controllermanager' };
/** A Pod whose eviction was granted and that is still there after so long is counted again. */
const DELETION_MS = 120_000;
/** Whose spec.replicas tells how many Pods there should be. */
const SCALED: Readonly<Record<string, string>> = {
  ReplicaSet: 'replicasets.apps',
  Deployment: 'deployments.apps',
  StatefulSet: 'statefulsets.apps',
  ReplicationController: 'replicationcontrollers',
};
const PLURALS: Readonly<Record<string, string>> = { Job: 'jobs.batch', DaemonSet: 'daemonsets.apps' };

export const disruptionController: Controller = {
  name: NAME,
  watches: {
    [BUDGETS]: ({ type, object }) => (type === 'DELETED' ? [] : [keyOf(object)]),
    pods: budgetsOfPod,
    'deployments.apps': budgetsOfWorkload,
    'statefulsets.apps': budgetsOfWorkload,
    'replicasets.apps': budgetsOfWorkload,
  },
  reconcile,
};

function budgetsOfPod({ object, previous, type }: Change, world: World): string[] {
  if (world.store.count(BUDGETS) === 0) return [];
  const [before, after] = [previous as Pod | undefined, object as Pod];
  const same =
    type === 'MODIFIED' &&
    before &&
    before.metadata.labels === after.metadata.labels &&
    before.metadata.deletionTimestamp === after.metadata.deletionTimestamp &&
    isReady(before) === isReady(after);
  if (same) return [];
  return world.store
    .list<PodDisruptionBudget>(BUDGETS, after.metadata.namespace)
    .filter((budget) => isSelected(budget, after) || (before && isSelected(budget, before)))
    .map(keyOf);
}

/** A new size changes what percentages mean. */
function budgetsOfWorkload({ object, previous }: Change, world: World): string[] {
  const replicas = (one: KubeObject | undefined): unknown => (one as ReplicaSet | undefined)?.spec.replicas;
  if (world.store.count(BUDGETS) === 0 || replicas(object) === replicas(previous)) return [];
  return world.store.list(BUDGETS, object.metadata.namespace).map(keyOf);
}

function isSelected({ spec }: PodDisruptionBudget, { metadata }: Pod): boolean {
  return spec.selector !== undefined && matches(fromLabelSelector(spec.selector), metadata.labels);
}

/** Why the number of expected Pods is not known. */
class Unknown extends Error {}

function reconcile(context: ControllerContext, key: string): void {
  const { world, api } = context;
  const budget = world.store.get<PodDisruptionBudget>(BUDGETS, ...splitKey(key));
  if (!budget) return;
  const pods = world.store
    .list<Pod>('pods', budget.metadata.namespace)
    .filter((pod) => isSelected(budget, pod) && pod.status.phase !== 'Succeeded' && pod.status.phase !== 'Failed');
  const event = (type: 'Normal' | 'Warning', reason: string, message: string): void => api.event(budget, type, reason, message, SOURCE);
  if (pods.length === 0) event('Normal', 'NoPods', 'No matching pods found');
  try {
    const { expected, desired, unmanaged } = expectation(world, budget, pods);
    if (unmanaged > 0)
      event(
        'Warning',
        'UnmanagedPods',
        `Pods selected by this PodDisruptionBudget (selector: ${formatSelector(budget.spec.selector)}) were found to be unmanaged. As a result, the status of the PDB cannot be calculated correctly, which may result in undefined behavior. To account for these pods please set ".spec.minAvailable" field of the PDB to an integer value.`,
      );
    writeStatus(context, budget, pods, expected, desired);
  } catch (error) {
    if (!(error instanceof Unknown)) throw error;
    event('Warning', 'CalculateExpectedPodCountFailed', `Failed to calculate the number of expected pods: ${error.message}`);
    const conditions = withCondition(budget, 'False', 'SyncFailed', error.message, formatTime(world.now));
    api.updateStatus(BUDGETS, { ...budget, status: { ...budget.status, disruptionsAllowed: 0, conditions } });
  }
}

interface Expectation {
  readonly expected: number;
  readonly desired: number;
  readonly unmanaged: number;
}

function expectation(world: World, { spec }: PodDisruptionBudget, pods: readonly Pod[]): Expectation {
  const { minAvailable, maxUnavailable } = spec;
  if (maxUnavailable !== undefined) {
    const { expected, unmanaged } = scaleOf(world, pods);
    return { expected, unmanaged, desired: Math.max(0, expected - scaledValue(maxUnavailable, expected, true)) };
  }
  if (typeof minAvailable === 'string') {
    const { expected, unmanaged } = scaleOf(world, pods);
    return { expected, unmanaged, desired: scaledValue(minAvailable, expected, true) };
  }
  return { expected: minAvailable === undefined ? 0 : pods.length, desired: minAvailable ?? 0, unmanaged: 0 };
}

/** How many Pods the workloads of these Pods want together. */
function scaleOf(world: World, pods: readonly Pod[]): { readonly expected: number; readonly unmanaged: number } {
  const scales = new Map<string, number>();
  let unmanaged = 0;
  for (const pod of pods) {
    const owner = topOwner(world, pod);
    if (!owner) {
      unmanaged++;
      continue;
    }
    const object = world.store.get<ReplicaSet>(SCALED[owner.kind] ?? '', pod.metadata.namespace ?? '', owner.name);
    if (!SCALED[owner.kind])
      throw new Unknown(`${PLURALS[owner.kind] ?? owner.kind.toLowerCase()} does not implement the scale subresource`);
    if (!object) throw new Unknown(`found no controllers for pod "${pod.metadata.name}"`);
    scales.set(owner.uid, object.spec.replicas ?? 1);
  }
  return { expected: [...scales.values()].reduce((sum, one) => sum + one, 0), unmanaged };
}

/** A Pod's controller; a ReplicaSet's own controller speaks for it. */
function topOwner(world: World, pod: Pod) {
  const owner = controllerOf(pod);
  if (owner?.kind !== 'ReplicaSet') return owner;
  const set = world.store.get<ReplicaSet>('replicasets.apps', pod.metadata.namespace ?? '', owner.name);
  return (set && controllerOf(set)) ?? owner;
}

function writeStatus(
  context: ControllerContext,
  budget: PodDisruptionBudget,
  pods: readonly Pod[],
  expected: number,
  desired: number,
): void {
  const { world, api } = context;
  const { status, metadata } = budget;
  const disrupted: Record<string, string> = {};
  let again = Number.POSITIVE_INFINITY;
  for (const pod of pods) {
    const granted = status.disruptedPods?.[pod.metadata.name];
    if (granted === undefined || pod.metadata.deletionTimestamp) continue;
    const left = Date.parse(granted) + DELETION_MS - world.now;
    if (left > 0) {
      disrupted[pod.metadata.name] = granted;
      again = Math.min(again, left);
    } else {
      const { namespace = '' } = metadata;
      api.event(pod, 'Warning', 'NotDeleted', `Pod was expected by PDB ${namespace}/${namespace} to be deleted but it wasn't`, SOURCE);
    }
  }
  const healthy = pods.filter((pod) => !pod.metadata.deletionTimestamp && !(pod.metadata.name in disrupted) && isReady(pod)).length;
  const allowed = expected > 0 ? Math.max(0, healthy - desired) : 0;
  const [is, reason] = allowed > 0 ? (['True', 'SufficientPods'] as const) : (['False', 'InsufficientPods'] as const);
  api.updateStatus<PodDisruptionBudget>(BUDGETS, {
    ...budget,
    status: {
      conditions: withCondition(budget, is, reason, '', formatTime(world.now)),
      currentHealthy: healthy,
      desiredHealthy: desired,
      ...(Object.keys(disrupted).length > 0 && { disruptedPods: disrupted }),
      disruptionsAllowed: allowed,
      expectedPods: expected,
      observedGeneration: metadata.generation ?? 0,
    },
  });
  if (Number.isFinite(again)) context.requeueAfter(keyOf(budget), again);
}

function withCondition({ metadata, status }: PodDisruptionBudget, is: string, reason: string, message: string, now: string): Condition[] {
  const before = status.conditions?.find(({ type }) => type === 'DisruptionAllowed');
  const lastTransitionTime = before?.status === is ? before.lastTransitionTime : now;
  const condition: Condition = {
    lastTransitionTime,
    message,
    observedGeneration: metadata.generation ?? 0,
    reason,
    status: is,
    type: 'DisruptionAllowed',
  };
  return [...(status.conditions ?? []).filter(({ type }) => type !== 'DisruptionAllowed'), condition];
}
