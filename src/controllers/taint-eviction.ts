/** The taint eviction controller: deletes Pods from nodes with NoExecute taints, at once or when their toleration ends. */
import { formatTime } from '../api/values/duration.ts';
import type { Node, Pod } from '../kinds/objects.ts';
import type { PodCondition } from '../kinds/types.gen.ts';
import type { World } from '../world/world.ts';
import type { Controller, ControllerContext } from './controller.ts';
import { keyOf, splitKey } from './owners.ts';
import { tolerates } from './scheduler/nodes.ts';

const NAME = 'taint-eviction-controller';
const SOURCE = { component: NAME };

export const taintEvictionController: Controller = {
  name: NAME,
  watches: {
    nodes: ({ type, object, previous }, world) => {
      if (type === 'DELETED' || (previous as Node | undefined)?.spec.taints === (object as Node).spec.taints) return [];
      return world.store.byIndex<Pod>('pods', 'node', object.metadata.name).map(keyOf);
    },
    pods: ({ type, object, previous }, world) => {
      const [before, after] = [previous as Pod | undefined, object as Pod];
      if (type === 'DELETED') {
        delete tainted(world)[after.metadata.uid];
        return [];
      }
      if (!after.spec.nodeName || before?.spec === after.spec) return [];
      return taintsOf(world, after).length > 0 ? [keyOf(after)] : [];
    },
  },
  reconcile,
};

/** Since when Pods that tolerate their node's taints for a time have had to, by uid; virtual ms. */
const tainted = (world: World) => world.slot<Record<string, number>>('tainted-pods', () => ({}));

function taintsOf(world: World, pod: Pod) {
  const node = world.store.get<Node>('nodes', '', pod.spec.nodeName ?? '');
  return (node?.spec.taints ?? []).filter((one) => one.effect === 'NoExecute');
}

function reconcile(context: ControllerContext, key: string): void {
  const { world, api } = context;
  const since = tainted(world);
  const pod = world.store.get<Pod>('pods', ...splitKey(key));
  if (!pod || pod.metadata.deletionTimestamp) {
    if (pod) delete since[pod.metadata.uid];
    return;
  }
  const { uid } = pod.metadata;
  const patience = toleratedFor(pod, taintsOf(world, pod));
  if (patience === Number.POSITIVE_INFINITY) {
    if (uid in since) api.event(pod, 'Normal', 'TaintManagerEviction', `Cancelling deletion of Pod ${key}`, SOURCE);
    delete since[uid];
    return;
  }
  const start = (since[uid] ??= world.now);
  const left = start + patience - world.now;
  if (left > 0) {
    context.requeueAfter(key, left);
    return;
  }
  delete since[uid];
  evict(context, pod);
}

/** ms for which the Pod tolerates all the taints; 0 when it does not tolerate one of them. */
function toleratedFor(pod: Pod, taints: ReturnType<typeof taintsOf>): number {
  let least = Number.POSITIVE_INFINITY;
  for (const taint of taints) {
    const used = (pod.spec.tolerations ?? []).filter((one) => tolerates(one, taint));
    if (used.length === 0) return 0;
    for (const { tolerationSeconds } of used)
      if (tolerationSeconds !== undefined) least = Math.min(least, Math.max(0, tolerationSeconds) * 1000);
  }
  return least;
}

function evict({ world, api }: ControllerContext, pod: Pod): void {
  const { namespace = '', name } = pod.metadata;
  api.event(pod, 'Normal', 'TaintManagerEviction', `Marking for deletion Pod ${namespace}/${name}`, SOURCE);
  const target = disruption(world, 'DeletionByTaintManager', 'Taint manager: deleting due to NoExecute taint', pod);
  api.updateStatus<Pod>('pods', { ...pod, status: { ...pod.status, conditions: target } });
  api.delete('pods', namespace, name);
}

/** A Pod's conditions with the one that says why it is about to be deleted. */
export function disruption(world: World, reason: string, message: string, pod: Pod): PodCondition[] {
  const condition: PodCondition = {
    lastProbeTime: null as never,
    type: 'DisruptionTarget',
    status: 'True',
    observedGeneration: pod.metadata.generation,
    reason,
    message,
    lastTransitionTime: formatTime(world.now),
  };
  return [...(pod.status.conditions ?? []).filter((one) => one.type !== condition.type), condition];
}
