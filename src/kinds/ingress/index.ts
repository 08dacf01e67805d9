import type { World } from '../../world/world.ts';
import { ageColumn, nameColumn, text } from '../columns.ts';
import { define } from '../define.ts';
import { shortened } from '../endpoints/index.ts';
import type { Ingress, IngressClass } from '../objects.ts';
import { validateIngress } from './validation.ts';

const DEFAULT_CLASS = 'ingressclass.kubernetes.io/is-default-class';
const CLASS_ANNOTATION = 'kubernetes.io/ingress.class';

const CLASS_WARNING = `annotation "${CLASS_ANNOTATION}" is deprecated, please use 'spec.ingressClassName' instead`;

/** Which Service answers for a host and path. */
export const ingresses = define<Ingress>('networking.k8s.io/v1', 'ingresses', {
  generation: ['spec'],
  warnings: ({ metadata }, old) => (!old && metadata.annotations?.[CLASS_ANNOTATION] !== undefined ? [CLASS_WARNING] : []),
  prepareCreate: (ingress, { world }) => ({ ...withDefaultClass(ingress, world), status: { loadBalancer: {} } }),
  validate: (ingress) => validateIngress(ingress, true),
  validateUpdate: (ingress) => validateIngress(ingress, false),
  columns: [
    nameColumn,
    text('Class', ({ spec, metadata }) => spec.ingressClassName ?? metadata.annotations?.[CLASS_ANNOTATION] ?? '<none>'),
    text('Hosts', ({ spec }) => shortened((spec.rules ?? []).flatMap(({ host }) => host || [])) || '*'),
    text('Address', ({ status }) => (status.loadBalancer?.ingress ?? []).map(({ ip, hostname }) => ip || hostname || '').join(',')),
    text('Ports', ({ spec }) => (spec.tls?.length ? '80, 443' : '80')),
    ageColumn,
  ],
});

/** Admission plugin DefaultIngressClass: an Ingress that names no class gets the one that is marked. */
function withDefaultClass(ingress: Ingress, world: World): Ingress {
  if (ingress.spec.ingressClassName !== undefined || ingress.metadata.annotations?.[CLASS_ANNOTATION] !== undefined) return ingress;
  const marked = world.store
    .list<IngressClass>('ingressclasses.networking.k8s.io')
    .filter(({ metadata }) => metadata.annotations?.[DEFAULT_CLASS] === 'true')
    .sort((a, b) => (a.metadata.creationTimestamp < b.metadata.creationTimestamp ? 1 : -1));
  const [first] = marked;
  return first ? { ...ingress, spec: { ...ingress.spec, ingressClassName: first.metadata.name } } : ingress;
}
