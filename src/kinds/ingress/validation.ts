/** Rules for Ingresses (source: pkg/apis/networking/validation). */

import { type FieldError, invalid, notSupported, required } from '../../api/field-errors.ts';
import type { Rules } from '../../api/kind.ts';
import {
  isDNS1123Label,
  isDNS1123Subdomain,
  isIP,
  isPathSegmentName,
  isPortName,
  isPortNumber,
  regexError,
} from '../../api/values/names.ts';
import type { Ingress } from '../objects.ts';
import { validateBalanced } from '../service/validation.ts';
import type { HTTPIngressPath, IngressBackend } from '../types.gen.ts';

const PATH_TYPES = ['Exact', 'ImplementationSpecific', 'Prefix'];
const BAD_SEQUENCES = ['//', '/./', '/../', '%2f', '%2F'];
const BAD_ENDS = ['/..', '/.'];
const WILDCARD = /^\*\.[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const CLASS_ANNOTATION = 'kubernetes.io/ingress.class';

export function validateIngress({ metadata, spec }: Ingress, creating: boolean): FieldError[] {
  const errors: FieldError[] = [];
  const given = metadata.annotations?.[CLASS_ANNOTATION];
  if (!spec.rules?.length && !spec.defaultBackend)
    errors.push(invalid('spec', spec.rules ?? null, 'either `defaultBackend` or `rules` must be specified'));
  if (spec.defaultBackend) errors.push(...validateBackend(spec.defaultBackend, 'spec.defaultBackend'));
  (spec.rules ?? []).forEach(({ host = '', http }, index) => {
    const at = `spec.rules[${index}]`;
    if (host) errors.push(...validateHost(host, `${at}.host`));
    if (http && !http.paths?.length) errors.push(required(`${at}.http.paths`));
    (http?.paths ?? []).forEach((path, one) => {
      errors.push(...validatePath(path, `${at}.http.paths[${one}]`));
    });
  });
  (spec.tls ?? []).forEach(({ hosts, secretName }, index) => {
    const at = `spec.tls[${index}]`;
    (hosts ?? []).forEach((host, one) => {
      errors.push(...hostErrors(host).map((why) => invalid(`${at}.hosts[${one}]`, host, why)));
    });
    if (secretName) errors.push(...isDNS1123Subdomain(secretName).map((why) => invalid(`${at}.secretName`, secretName, why)));
  });
  const name = spec.ingressClassName;
  if (name !== undefined) errors.push(...isDNS1123Subdomain(name).map((why) => invalid('spec.ingressClassName', name, why)));
  if (creating && given !== undefined && name !== undefined && given !== name)
    errors.push(invalid(`annotations.${CLASS_ANNOTATION}`, given, 'must match `ingressClassName` when both are specified'));
  return errors;
}

function hostErrors(host: string): string[] {
  if (!host.includes('*')) return isDNS1123Subdomain(host);
  const words =
    "a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which must consist of lower case alphanumeric characters, '-' or '.' and end with an alphanumeric character";
  return WILDCARD.test(host) ? [] : [regexError(words, WILDCARD.source.slice(1, -1), '*.example.com')];
}

function validateHost(host: string, at: string): FieldError[] {
  return [
    ...(isIP(host).length === 0 ? [invalid(at, host, 'must be a DNS name, not an IP address')] : []),
    ...hostErrors(host).map((why) => invalid(at, host, why)),
  ];
}

function validatePath({ path = '', pathType, backend }: HTTPIngressPath, at: string): FieldError[] {
  if (!pathType) return [required(`${at}.pathType`, 'pathType must be specified')];
  const errors: FieldError[] = [];
  if (!PATH_TYPES.includes(pathType)) errors.push(notSupported(`${at}.pathType`, pathType, PATH_TYPES));
  else if ((pathType !== 'ImplementationSpecific' || path) && !path.startsWith('/'))
    errors.push(invalid(`${at}.path`, path, 'must be an absolute path'));
  if (pathType === 'Exact' || pathType === 'Prefix') {
    for (const part of BAD_SEQUENCES) if (path.includes(part)) errors.push(invalid(`${at}.path`, path, `must not contain '${part}'`));
    for (const end of BAD_ENDS) if (path.endsWith(end)) errors.push(invalid(`${at}.path`, path, `cannot end with '${end}'`));
  }
  return [...errors, ...validateBackend(backend, `${at}.backend`)];
}

/** What is named by group, kind and name. */
export function validateReference(
  { apiGroup, kind, name }: { readonly apiGroup?: string | null; readonly kind?: string; readonly name?: string },
  at: string,
): FieldError[] {
  const part = (field: string, value: string | undefined): FieldError[] =>
    value ? isPathSegmentName(value).map((why) => invalid(`${at}.${field}`, value, why)) : [required(`${at}.${field}`)];
  return [
    ...(typeof apiGroup !== 'string' ? [] : isDNS1123Subdomain(apiGroup).map((why) => invalid(`${at}.apiGroup`, apiGroup, why))),
    ...part('kind', kind),
    ...part('name', name),
  ];
}

function validateBackend({ service, resource }: IngressBackend, at: string): FieldError[] {
  if (service && resource) return [invalid(at, '', 'cannot set both resource and service backends')];
  if (resource) return validateReference(resource, `${at}.resource`);
  if (!service) return [invalid(at, '', 'resource or service backend is required')];
  const { name, port } = service;
  const errors = name ? isDNS1123Label(name).map((why) => invalid(`${at}.service.name`, name, why)) : [required(`${at}.service.name`)];
  if (port?.name && port.number) errors.push(invalid(at, '', 'cannot set both port name & port number'));
  else if (port?.name) errors.push(...isPortName(port.name).map((why) => invalid(`${at}.service.port.name`, port.name, why)));
  else if (port?.number) errors.push(...isPortNumber(port.number).map((why) => invalid(`${at}.service.port.number`, port.number, why)));
  else errors.push(required(at, 'port name or number is required'));
  return errors;
}

const CLASS_WARNING = `annotation "${CLASS_ANNOTATION}" is deprecated, please use 'spec.ingressClassName' instead`;

export const ingressRules: Rules<Ingress> = {
  warnings: ({ metadata }, old) => (!old && metadata.annotations?.[CLASS_ANNOTATION] !== undefined ? [CLASS_WARNING] : []),
  validate: (ingress) => validateIngress(ingress, true),
  validateStatus: ({ status }) =>
    (status.loadBalancer?.ingress ?? []).flatMap((one, index) => validateBalanced(one, `status.loadBalancer.ingress[${index}]`)),
  validateUpdate: (ingress) => validateIngress(ingress, false),
};
