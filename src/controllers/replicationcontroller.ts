/**
 * The replication controller: ReplicaSets as they were before they had selectors with expressions. Few clusters have many Pods of one, so
 * it counts anew each time, where the replicaset controller keeps a tally.
 */
import { fromLabelSelector, matches, type Requirement } from '../api/values/selector.ts';
import type { Pod, ReplicationController } from '../kinds/objects.ts';
import type { Change } from '../world/object.ts';
import type { World } from '../world/world.ts';
import { type Controller, type ControllerContext, WRITE_SPACING_MS } from './controller.ts';
import { adopt, controllerOf, keyOf, release, splitKey } from './owners.ts';
import { isActive, isAvailable, isReady } from './pods.ts';
import { manageReplicas, type Replicas, withFailure } from './replicas.ts';

const NAME = 'replication-controller';

export const replicationController: Controller = {
  name: NAME,
  spacingMs: WRITE_SPACING_MS,
  watches: { replicationcontrollers: (change) => [keyOf(change.object)], pods: ownersOfPod },
  reconcile,
};

/** Its owner, before and after; of an orphan, all whose selector it matches. */
function ownersOfPod({ object, previous }: Change, world: World): readonly string[] {
  if (world.store.count('replicationcontrollers') === 0) return NO_KEYS; // as in most clusters, at each change of a Pod
  const { namespace = '', labels } = object.metadata;
  const owners = [previous && controllerOf(previous), controllerOf(object)].filter((owner) => owner?.kind === 'ReplicationController');
  if (owners.length > 0) return [...new Set(owners.map((owner) => `${namespace}/${owner?.name}`))];
  if (controllerOf(object)) return [];
  return world.store
    .list<ReplicationController>('replicationcontrollers', namespace)
    .filter((controller) => matches(selectorOf(controller), labels))
    .map(keyOf);
}

const NO_KEYS: readonly string[] = [];

const selectorOf = ({ spec }: ReplicationController): readonly Requirement[] => fromLabelSelector({ matchLabels: spec.selector ?? {} });

function reconcile(context: ControllerContext, key: string): void {
  const { world, api } = context;
  const [namespace, name] = splitKey(key);
  const controller = world.store.get<ReplicationController>('replicationcontrollers', namespace, name);
  if (!controller) return;
  const deleting = controller.metadata.deletionTimestamp !== undefined;
  if (!deleting) claimPods(context, controller);
  const pods = podsOf(world, controller);
  const { minReadySeconds = 0, template } = controller.spec;
  const count = (test: (pod: Pod) => boolean): number => pods.filter(test).length;
  const labelled = count((pod) =>
    Object.entries(template?.metadata?.labels ?? {}).every(([label, value]) => pod.metadata.labels?.[label] === value),
  );
  const ready = count(isReady);
  const available = count((pod) => isAvailable(pod, minReadySeconds, world.now));
  const failure = deleting ? undefined : manageReplicas(context, replicasOf(controller, pods));
  const conditions = withFailure(controller.status.conditions, failure, world.now);
  api.updateStatus<ReplicationController>('replicationcontrollers', {
    ...controller,
    status: {
      replicas: pods.length,
      ...(labelled > 0 && { fullyLabeledReplicas: labelled }),
      ...(ready > 0 && { readyReplicas: ready }),
      ...(available > 0 && { availableReplicas: available }),
      ...(controller.metadata.generation !== undefined && { observedGeneration: controller.metadata.generation }),
      ...(conditions && { conditions }),
    },
  });
  if (failure) throw failure.error;
  if (minReadySeconds > 0 && available < ready) context.requeueAfter(key, minReadySeconds * 1000);
}

/** The active Pods it owns. */
function podsOf(world: World, { metadata }: ReplicationController): Pod[] {
  return world.store.byIndex<Pod>('pods', 'owner', metadata.uid).filter((pod) => isActive(pod) && controllerOf(pod)?.uid === metadata.uid);
}

/** Lets go of Pods that match no more, and adopts orphans that do. */
function claimPods({ world, api }: ControllerContext, controller: ReplicationController): void {
  const selector = selectorOf(controller);
  for (const pod of podsOf(world, controller)) if (!matches(selector, pod.metadata.labels)) api.update('pods', release(pod, controller));
  for (const pod of world.store.list<Pod>('pods', controller.metadata.namespace))
    if (isActive(pod) && !controllerOf(pod) && matches(selector, pod.metadata.labels)) api.update('pods', adopt(pod, controller));
}

function replicasOf(controller: ReplicationController, pods: readonly Pod[]): Replicas {
  return {
    owner: controller,
    component: NAME,
    template: controller.spec.template,
    wanted: controller.spec.replicas ?? 1,
    active: pods.length,
    pods: () => pods,
    perNode: () => {
      const counts = new Map<string, number>();
      for (const { spec } of pods) counts.set(spec.nodeName ?? '', (counts.get(spec.nodeName ?? '') ?? 0) + 1);
      return counts;
    },
  };
}
