import type { World } from '../../world/world.ts';
import { ageColumn, balancedAt, nameColumn, text } from '../columns.ts';
import { define } from '../define.ts';
import type { Ingress, IngressClass } from '../objects.ts';

const SHOWN = 3;
const DEFAULT_CLASS = 'ingressclass.kubernetes.io/is-default-class';
export const CLASS_ANNOTATION = 'kubernetes.io/ingress.class';

/** Which Service answers for a host and path. */
export const ingresses = define<Ingress>('networking.k8s.io/v1', 'ingresses', {
  generation: ['spec'],
  prepareCreate: (ingress, { world }) => ({ ...withDefaultClass(ingress, world), status: { loadBalancer: {} } }),
  columns: [
    nameColumn,
    text('Class', ({ spec }) => spec.ingressClassName ?? '<none>'),
    text('Hosts', hostsText),
    text('Address', ({ status }) => balancedAt(status).join(',')),
    text('Ports', ({ spec }) => (spec.tls?.length ? '80, 443' : '80')),
    ageColumn,
  ],
});

/** Admission plugin DefaultIngressClass: an Ingress that names no class gets the one that is marked. */
/** The first three hosts, and how many rules follow the one that filled them. */
function hostsText({ spec: { rules = [] } }: Ingress): string {
  const hosts: string[] = [];
  let more = false;
  for (const { host } of rules) {
    if (hosts.length === SHOWN) more = true;
    else if (host) hosts.push(host);
  }
  if (hosts.length === 0) return '*';
  return more ? `${hosts.join(',')} + ${rules.length - SHOWN} more...` : hosts.join(',');
}

function withDefaultClass(ingress: Ingress, world: World): Ingress {
  if (ingress.spec.ingressClassName !== undefined || ingress.metadata.annotations?.[CLASS_ANNOTATION] !== undefined) return ingress;
  const marked = world.store
    .list<IngressClass>('ingressclasses.networking.k8s.io')
    .filter(({ metadata }) => metadata.annotations?.[DEFAULT_CLASS] === 'true')
    .sort((a, b) => (a.metadata.creationTimestamp < b.metadata.creationTimestamp ? 1 : -1));
  const [first] = marked;
  return first ? { ...ingress, spec: { ...ingress.spec, ingressClassName: first.metadata.name } } : ingress;
}
