/** The replicaset controller: as many active Pods as wanted; adopts matching Pods, lets go of those that match no more. */
import { fromLabelSelector, matches } from '../../api/values/selector.ts';
import type { Pod, ReplicaSet } from '../../kinds/objects.ts';
import type { ReplicaSetStatus } from '../../kinds/types.gen.ts';
import type { Change } from '../../world/object.ts';
import type { World } from '../../world/world.ts';
import { type Controller, type ControllerContext, WRITE_SPACING_MS } from '../controller.ts';
import { adopt, controllerOf, keyOf, release, splitKey } from '../owners.ts';
import { isActive, isAvailable } from '../pods.ts';
import { manageReplicas, type Replicas, withFailure } from '../replicas.ts';
import { orphansOf, tallyOf } from './tally.ts';

const NAME = 'replicaset-controller';

export const replicaSetController: Controller = {
  name: NAME,
  spacingMs: WRITE_SPACING_MS,
  watches: {
    'replicasets.apps': (change) => [keyOf(change.object)],
    pods: replicaSetsOfPod,
  },
  reconcile,
};

/** The owner's key, before and after; of an orphan, the keys of all ReplicaSets whose selector it matches. */
function replicaSetsOfPod(change: Change, world: World): readonly string[] {
  const { namespace = '' } = change.object.metadata;
  const after = controllerOf(change.object);
  const before = change.previous && controllerOf(change.previous);
  if (before && before === after) return before.kind === 'ReplicaSet' ? [`${namespace}/${before.name}`] : NO_KEYS;
  const keys: string[] = [];
  if (before?.kind === 'ReplicaSet') keys.push(`${namespace}/${before.name}`);
  if (after?.kind === 'ReplicaSet' && after.name !== before?.name) keys.push(`${namespace}/${after.name}`);
  if (after || change.type === 'DELETED') return keys;
  // A release is no news to the ReplicaSet that let it go, but a change of labels may be to others.
  if (change.previous && before === after && change.previous.metadata.labels === change.object.metadata.labels) return keys;
  for (const replicaSet of world.store.list<ReplicaSet>('replicasets.apps', namespace)) {
    if (matches(fromLabelSelector(replicaSet.spec.selector), change.object.metadata.labels)) keys.push(keyOf(replicaSet));
  }
  return keys;
}

const NO_KEYS: readonly string[] = [];

function reconcile(context: ControllerContext, key: string): void {
  const { world } = context;
  const replicaSet = world.store.get<ReplicaSet>('replicasets.apps', ...splitKey(key));
  if (!replicaSet) return;
  const deleting = replicaSet.metadata.deletionTimestamp !== undefined;
  if (!deleting) claimPods(context, replicaSet);

  const status = countStatus(world, replicaSet);
  const failure = deleting ? undefined : manageReplicas(context, replicasOf(world, replicaSet));
  const conditions = withFailure(replicaSet.status.conditions, failure, world.now);
  const after = context.api.updateStatus<ReplicaSet>('replicasets.apps', {
    ...replicaSet,
    status: { ...status, ...(conditions && { conditions }) },
  });
  if (failure) throw failure.error;
  const minReadySeconds = replicaSet.spec.minReadySeconds ?? 0;
  if (minReadySeconds > 0 && (status.availableReplicas ?? 0) < (status.readyReplicas ?? 0)) {
    context.requeueAfter(key, untilNextAvailable(world, after, minReadySeconds));
  }
}

/** The active Pods it owns and that match its selector. */
function ownPods(world: World, replicaSet: ReplicaSet): Pod[] {
  const { uid } = replicaSet.metadata;
  const { selector } = tallyOf(world, replicaSet);
  return world.store
    .byIndex<Pod>('pods', 'owner', uid)
    .filter((pod) => isActive(pod) && controllerOf(pod)?.uid === uid && matches(selector, pod.metadata.labels));
}

function claimPods({ world, api }: ControllerContext, replicaSet: ReplicaSet): void {
  const { namespace = '' } = replicaSet.metadata;
  const { misfits, selector } = tallyOf(world, replicaSet);
  for (const name of [...misfits]) {
    const pod = world.store.get<Pod>('pods', namespace, name);
    if (pod) api.update('pods', release(pod, replicaSet));
  }
  for (const name of [...orphansOf(world, namespace)]) {
    const pod = world.store.get<Pod>('pods', namespace, name);
    if (pod && matches(selector, pod.metadata.labels)) api.update('pods', adopt(pod, replicaSet));
  }
}

function countStatus(world: World, replicaSet: ReplicaSet): ReplicaSetStatus {
  const { active, ready, labelled, terminating } = tallyOf(world, replicaSet);
  const minReadySeconds = replicaSet.spec.minReadySeconds ?? 0;
  const available =
    minReadySeconds === 0 ? ready : ownPods(world, replicaSet).filter((pod) => isAvailable(pod, minReadySeconds, world.now)).length;
  return {
    replicas: active,
    ...(labelled > 0 && { fullyLabeledReplicas: labelled }),
    ...(ready > 0 && { readyReplicas: ready }),
    ...(available > 0 && { availableReplicas: available }),
    terminatingReplicas: terminating,
    observedGeneration: replicaSet.metadata.generation,
  };
}

function replicasOf(world: World, replicaSet: ReplicaSet): Replicas {
  return {
    owner: replicaSet,
    component: NAME,
    template: replicaSet.spec.template,
    wanted: replicaSet.spec.replicas ?? 1,
    active: tallyOf(world, replicaSet).active,
    pods: () => ownPods(world, replicaSet),
    perNode: () => relatedPerNode(world, replicaSet),
  };
}

/** Active Pods by node of all ReplicaSets with the same owner: a node with many of them gives first. */
function relatedPerNode(world: World, replicaSet: ReplicaSet): Map<string, number> {
  const owner = controllerOf(replicaSet);
  const related = owner ? world.store.byIndex<ReplicaSet>('replicasets.apps', 'owner', owner.uid) : [replicaSet];
  const counts = new Map<string, number>();
  for (const one of related) {
    for (const pod of world.store.byIndex<Pod>('pods', 'owner', one.metadata.uid)) {
      const node = pod.spec.nodeName;
      if (node && isActive(pod)) counts.set(node, (counts.get(node) ?? 0) + 1);
    }
  }
  return counts;
}

function untilNextAvailable(world: World, replicaSet: ReplicaSet, minReadySeconds: number): number {
  const waiting = ownPods(world, replicaSet)
    .map((pod) => pod.status.conditions?.find((one) => one.type === 'Ready'))
    .filter((ready) => ready?.status === 'True')
    .map((ready) => Date.parse(ready?.lastTransitionTime ?? '') + minReadySeconds * 1000 - world.now)
    .filter((ms) => ms > 0);
  return Math.min(minReadySeconds * 1000, ...waiting);
}
