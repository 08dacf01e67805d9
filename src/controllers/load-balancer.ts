/**
 * Load balancers: while `minikube tunnel` runs, each Service of that type has its own cluster IP as external one, to which the
 * tunnel routes the laptop (that is what minikube's tunnel does on Linux). Without it they stay pending.
 */
import type { Service } from '../kinds/objects.ts';
import { tunnelState } from '../kinds/tunnel.ts';
import type { World } from '../world/world.ts';
import type { Controller, ControllerContext } from './controller.ts';
import { keyOf, splitKey } from './owners.ts';

const NAME = 'minikube-tunnel';

/** Opens (1) or closes (-1) a tunnel. */
export function changeTunnel(world: World, by: 1 | -1): void {
  const state = tunnelState(world);
  state.clients = Math.max(0, state.clients + by);
  state.running = state.clients > 0;
  for (const service of world.store.list<Service>('services')) if (isBalanced(service)) world.queues.add(NAME, keyOf(service), 0);
}

/** The Services that a tunnel serves. */
export function isBalanced(service: Service): boolean {
  return service.spec.type === 'LoadBalancer' && (service.spec.loadBalancerClass ?? '') === '';
}

export const loadBalancerController: Controller = {
  name: NAME,
  latencyMs: 100,
  watches: { services: ({ type, object }) => (type === 'DELETED' ? [] : [keyOf(object)]) },
  reconcile,
};

function reconcile({ world, api }: ControllerContext, key: string): void {
  const service = world.store.get<Service>('services', ...splitKey(key));
  if (!service) return;
  const wanted = isBalanced(service) && tunnelState(world).running;
  const ip = service.spec.clusterIP;
  const before = service.status.loadBalancer?.ingress;
  // What somebody else put there, the tunnel takes away no more than the real one does.
  const put = before?.length === 1 && before[0]?.ip === ip;
  if (wanted === put) return;
  const loadBalancer = wanted ? { ingress: [{ ip, ipMode: 'VIP' }] } : {};
  api.updateStatus<Service>('services', { ...service, status: { ...service.status, loadBalancer } });
}
