/** The Pod garbage collector: removes Pods whose node is gone, a while after it went (keys: `gone NODE`, then `collect NODE`). */
import type { Pod } from '../kinds/objects.ts';
import type { World } from '../world/world.ts';
import type { Controller, ControllerContext } from './controller.ts';
import { isTerminal } from './pods.ts';
import { disruption } from './taint-eviction.ts';

/** A node must be gone for so long. */
const QUARANTINE_MS = 40_000;

export const podGarbageCollector: Controller = {
  name: 'pod-garbage-collector',
  watches: {
    nodes: ({ type, object }) => (type === 'DELETED' ? [`gone ${object.metadata.name}`] : []),
    pods: ({ type, object, previous }, world) => {
      const node = (object as Pod).spec.nodeName;
      if (type === 'DELETED' || !node || (previous as Pod | undefined)?.spec.nodeName === node) return [];
      return world.store.get('nodes', '', node) ? [] : [`gone ${node}`];
    },
  },
  reconcile: (context, key) => {
    const [step, node] = key.split(' ') as [string, string];
    if (context.world.store.get('nodes', '', node)) return;
    if (step === 'gone') context.requeueAfter(`collect ${node}`, QUARANTINE_MS);
    else for (const pod of podsOn(context.world, node)) collect(context, pod);
  },
};

const podsOn = (world: World, node: string) => world.store.byIndex<Pod>('pods', 'node', node);

function collect({ world, api }: ControllerContext, pod: Pod): void {
  const { namespace = '', name, uid } = pod.metadata;
  if (!isTerminal(pod)) {
    const conditions = disruption(world, 'DeletionByPodGC', 'PodGC: node no longer exists', pod);
    api.updateStatus<Pod>('pods', { ...pod, status: { ...pod.status, phase: 'Failed', conditions } });
  }
  api.delete('pods', namespace, name, { gracePeriodSeconds: 0, preconditions: { uid } });
}
