import { type FieldError, invalid, notSupported, required } from '../../api/field-errors.ts';
import { isDNS1123Subdomain, isIP, isPortNumber } from '../../api/values/names.ts';
import type { World } from '../../world/world.ts';
import { ageColumn, nameColumn, text } from '../columns.ts';
import { define } from '../define.ts';
import { shortened } from '../endpoints/index.ts';
import type { Ingress, IngressClass } from '../objects.ts';
import type { HTTPIngressPath, IngressBackend } from '../types.gen.ts';

const DEFAULT_CLASS = 'ingressclass.kubernetes.io/is-default-class';
const CLASS_ANNOTATION = 'kubernetes.io/ingress.class';
const PATH_TYPES = ['Exact', 'ImplementationSpecific', 'Prefix'];

/** Which Service answers for a host and path. */
export const ingresses = define<Ingress>('networking.k8s.io/v1', 'ingresses', {
  generation: ['spec'],
  prepareCreate: (ingress, { world }) => ({ ...withDefaultClass(ingress, world), status: { loadBalancer: {} } }),
  validate,
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

function validate({ spec }: Ingress): FieldError[] {
  const errors: FieldError[] = [];
  if (!spec.rules?.length && !spec.defaultBackend)
    errors.push(invalid('spec', spec.rules ?? [], 'either `defaultBackend` or `rules` must be specified'));
  if (spec.defaultBackend) errors.push(...validateBackend(spec.defaultBackend, 'spec.defaultBackend'));
  (spec.rules ?? []).forEach(({ host = '', http }, index) => {
    const at = `spec.rules[${index}]`;
    if (host) errors.push(...validateHost(host, `${at}.host`));
    if (http && !http.paths?.length) errors.push(required(`${at}.http.paths`));
    (http?.paths ?? []).forEach((path, one) => {
      errors.push(...validatePath(path, `${at}.http.paths[${one}]`));
    });
  });
  if (spec.ingressClassName)
    errors.push(...isDNS1123Subdomain(spec.ingressClassName).map((why) => invalid('spec.ingressClassName', spec.ingressClassName, why)));
  return errors;
}

function validateHost(host: string, at: string): FieldError[] {
  if (isIP(host).length === 0) return [invalid(at, host, 'must be a DNS name, not an IP address')];
  return isDNS1123Subdomain(host.replace(/^\*\./, '')).map((why) => invalid(at, host, why));
}

function validatePath({ path = '', pathType, backend }: HTTPIngressPath, at: string): FieldError[] {
  const errors: FieldError[] = [];
  if (!pathType) errors.push(required(`${at}.pathType`, 'pathType must be specified'));
  else if (!PATH_TYPES.includes(pathType))
    errors.push(notSupported(`${at}.pathType`, pathType, ['Exact', 'ImplementationSpecific', 'Prefix']));
  else if (pathType !== 'ImplementationSpecific' || path) {
    if (!path.startsWith('/')) errors.push(invalid(`${at}.path`, path, 'must be an absolute path'));
  }
  return [...errors, ...validateBackend(backend, `${at}.backend`)];
}

function validateBackend({ service, resource }: IngressBackend, at: string): FieldError[] {
  if (service && resource) return [invalid(at, '', 'cannot set both resource and service backends')];
  if (resource) return [];
  if (!service) return [required(at, 'resource or service backend is required')];
  const { name, port } = service;
  if (!name) return [required(`${at}.service.name`)];
  if (!port?.name && !port?.number) return [required(`${at}`, 'port name or number is required')];
  return port.number ? isPortNumber(port.number).map((why) => invalid(`${at}.service.port.number`, port.number, why)) : [];
}
