/** What ingress-nginx writes into the cluster: that it saw an Ingress, and, once a minute, the address where it serves it. */

import { ingressPod, servedIngresses } from '../kinds/ingress/served.ts';
import type { Ingress } from '../kinds/objects.ts';
import type { World } from '../world/world.ts';
import type { Controller } from './controller.ts';
import { keyOf, splitKey } from './owners.ts';

const INGRESSES = 'ingresses.networking.k8s.io';
const SOURCE = { component: 'nginx-ingress-controller' };
/** How often the leader writes addresses. */
const SYNC_MS = 60_000;

export const ingressController: Controller = {
  name: 'nginx-ingress-controller',
  watches: {
    [INGRESSES]: ({ type, object }, world) => (type === 'DELETED' || !ingressPod(world) ? [] : [keyOf(object)]),
    pods: ({ type, object }, world) =>
      object.metadata.labels?.['app.kubernetes.io/name'] === 'ingress-nginx' && type !== 'ADDED' && ingressPod(world)
        ? servedIngresses(world).map(keyOf)
        : [],
  },
  latencyMs: 100,
  reconcile(context, key) {
    const { world, api } = context;
    const ingress = world.store.get<Ingress>(INGRESSES, ...splitKey(key));
    const pod = ingressPod(world);
    if (!ingress || !pod || !servedIngresses(world).includes(ingress)) return;
    // It tells of every change that it sees, its own one of the status too.
    const seen = world.slot<Record<string, string>>('ingress-nginx', () => ({}));
    const { uid, resourceVersion = '' } = ingress.metadata;
    if (seen[uid] !== resourceVersion) {
      seen[uid] = resourceVersion;
      api.event(ingress, 'Normal', 'Sync', 'Scheduled for sync', SOURCE);
    }
    const ip = pod.status.hostIP ?? '';
    if (ingress.status.loadBalancer?.ingress?.some((one) => one.ip === ip)) return;
    const wait = untilSync(world, pod.metadata.creationTimestamp);
    if (wait > 0) context.requeueAfter(key, wait);
    else api.updateStatus<Ingress>(INGRESSES, { ...ingress, status: { loadBalancer: { ingress: [{ ip }] } } });
  },
};

/** ms until the next look of the leader, which looks once a minute from its start on; 0 when that is now. */
function untilSync(world: World, since: string): number {
  const passed = world.now - Date.parse(since);
  const rest = passed % SYNC_MS;
  return rest < 1000 ? 0 : SYNC_MS - rest;
}
