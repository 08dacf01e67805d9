/** Which Ingresses the controller ingress-nginx serves, and where it runs. */
import type { World } from '../../world/world.ts';
import type { Ingress, IngressClass, Pod } from '../objects.ts';

const CONTROLLER = 'k8s.io/ingress-nginx';
const CLASS_ANNOTATION = 'kubernetes.io/ingress.class';
/** The marks of the controller's Pods. */
const POD_LABELS = { 'app.kubernetes.io/name': 'ingress-nginx', 'app.kubernetes.io/component': 'controller' };

/** The Ingresses that ingress-nginx serves: those of its class, and those of none. */
export function servedIngresses(world: World): Ingress[] {
  return world.store.list<Ingress>('ingresses.networking.k8s.io').filter(({ metadata, spec }) => {
    const name = spec.ingressClassName ?? metadata.annotations?.[CLASS_ANNOTATION];
    if (name === undefined) return true;
    const found = world.store.get<IngressClass>('ingressclasses.networking.k8s.io', '', name);
    return found ? found.spec.controller === CONTROLLER : name === 'nginx';
  });
}

/** A Pod of the controller that is ready, if there is one. */
export function ingressPod(world: World): Pod | undefined {
  return world.store
    .list<Pod>('pods')
    .find(
      ({ metadata, status }) =>
        Object.entries(POD_LABELS).every(([key, value]) => metadata.labels?.[key] === value) &&
        status.conditions?.some(({ type, status: state }) => type === 'Ready' && state === 'True'),
    );
}
