/** Rules for Services, in the real words and order (source: pkg/apis/core/validation, ValidateService). */

import { equal } from '../../api/equal.ts';
import { duplicate, type FieldError, forbidden, invalid, notSupported, required } from '../../api/field-errors.ts';
import { Verbatim } from '../../api/go-json.ts';
import type { Rules } from '../../api/kind.ts';
import { validateLabels } from '../../api/metadata-validation.ts';
import { isDNS1123Label, isDNS1123Subdomain, isIP, isPortNumber } from '../../api/values/names.ts';
import type { Service } from '../objects.ts';
import { portErrors } from '../pod/containers.ts';
import type { ServicePort, ServiceSpec } from '../types.gen.ts';
import { hasNodePorts, needsHealthPort } from './defaults.ts';

const TYPES = ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort'];
const PROTOCOLS = ['SCTP', 'TCP', 'UDP'];
const AFFINITIES = ['ClientIP', 'None'];
const POLICIES = ['Cluster', 'Local'];
const MAX_AFFINITY_SECONDS = 86_400;

export function validateService({ spec }: Service): FieldError[] {
  const ports = spec.ports ?? [];
  const { type = '', sessionAffinity = '' } = spec;
  const headless = spec.clusterIP === 'None';
  const errors: FieldError[] = [];
  if (ports.length === 0 && !headless && type !== 'ExternalName') errors.push(required('spec.ports'));
  if (type === 'ExternalName') errors.push(...validateExternalName(spec));
  else if (headless && hasNodePorts(spec))
    errors.push(invalid('spec.clusterIPs[0]', 'None', `may not be set to 'None' for ${type} services`));
  const names = new Set<string>();
  ports.forEach((port, index) => {
    errors.push(...validatePort(port, ports.length > 1, names, `spec.ports[${index}]`));
  });
  errors.push(...validateLabels(spec.selector, 'spec.selector'));
  if (!AFFINITIES.includes(sessionAffinity)) errors.push(notSupported('spec.sessionAffinity', sessionAffinity, AFFINITIES));
  const seconds = spec.sessionAffinityConfig?.clientIP?.timeoutSeconds;
  if (sessionAffinity === 'ClientIP' && seconds !== undefined && (seconds <= 0 || seconds > MAX_AFFINITY_SECONDS)) {
    errors.push(
      invalid(
        'spec.sessionAffinityConfig.clientIP.timeoutSeconds',
        seconds,
        `must be greater than 0 and less than ${MAX_AFFINITY_SECONDS}`,
      ),
    );
  }
  errors.push(...(spec.externalIPs ?? []).flatMap((ip, index) => isIP(ip).map((why) => invalid(`spec.externalIPs[${index}]`, ip, why))));
  if (!TYPES.includes(type)) errors.push(notSupported('spec.type', type, TYPES));
  if (type === 'ClusterIP') {
    ports.forEach(({ nodePort }, index) => {
      if (nodePort) errors.push(forbidden(`spec.ports[${index}].nodePort`, "may not be used when `type` is 'ClusterIP'"));
    });
  }
  return [...errors, ...validateTwice(ports), ...validateClusterIP(spec), ...validatePolicies(spec)];
}

function validateExternalName({ externalName = '', clusterIPs, ipFamilies, ipFamilyPolicy }: ServiceSpec): FieldError[] {
  const only = "may not be set when `type` is 'ExternalName'";
  return [
    ...(clusterIPs?.length ? [forbidden('spec.clusterIPs', only)] : []),
    ...(ipFamilies?.length ? [forbidden('spec.ipFamilies', only)] : []),
    ...(ipFamilyPolicy ? [forbidden('spec.ipFamilyPolicy', only)] : []),
    ...(externalName
      ? isDNS1123Subdomain(externalName).map((why) => invalid('spec.externalName', externalName, why))
      : [required('spec.externalName')]),
  ];
}

function validatePort(
  { name = '', port, protocol = '', targetPort }: ServicePort,
  named: boolean,
  names: Set<string>,
  at: string,
): FieldError[] {
  const errors: FieldError[] = [];
  if (named && name === '') errors.push(required(`${at}.name`));
  else if (name !== '') {
    errors.push(...isDNS1123Label(name).map((why) => invalid(`${at}.name`, name, why)));
    if (names.has(name)) errors.push(duplicate(`${at}.name`, name));
    names.add(name);
  }
  errors.push(...isPortNumber(port).map((why) => invalid(`${at}.port`, port, why)));
  if (protocol === '') errors.push(required(`${at}.protocol`));
  else if (!PROTOCOLS.includes(protocol)) errors.push(notSupported(`${at}.protocol`, protocol, PROTOCOLS));
  return targetPort === undefined ? errors : [...errors, ...portErrors(targetPort, `${at}.targetPort`)];
}

/** Two ports of one number and protocol, or with one node port. */
function validateTwice(ports: readonly ServicePort[]): FieldError[] {
  const errors: FieldError[] = [];
  const nodePorts = new Set<string>();
  ports.forEach(({ nodePort, protocol = '' }, index) => {
    if (!nodePort) return;
    const key = `${protocol} ${nodePort}`;
    if (nodePorts.has(key)) {
      const shown = `{"Name":"","Protocol":${JSON.stringify(protocol)},"AppProtocol":null,"Port":0,"TargetPort":0,"NodePort":${nodePort}}`;
      errors.push(duplicate(`spec.ports[${index}].nodePort`, new Verbatim(shown)));
    }
    nodePorts.add(key);
  });
  const numbers = new Set<string>();
  ports.forEach(({ port, protocol = '' }, index) => {
    const key = `${protocol} ${port}`;
    if (numbers.has(key)) {
      const shown = `{"Name":"","Protocol":${JSON.stringify(protocol)},"AppProtocol":null,"Port":${port},"TargetPort":0,"NodePort":0}`;
      errors.push(duplicate(`spec.ports[${index}]`, new Verbatim(shown)));
    }
    numbers.add(key);
  });
  return errors;
}

function validateClusterIP({ clusterIP, type }: ServiceSpec): FieldError[] {
  if (!clusterIP || clusterIP === 'None' || type === 'ExternalName') return [];
  return isIP(clusterIP).map((why) => invalid('spec.clusterIPs[0]', clusterIP, why));
}

function validatePolicies(spec: ServiceSpec): FieldError[] {
  const errors: FieldError[] = [];
  const { externalTrafficPolicy: external, internalTrafficPolicy: internal } = spec;
  const outside = hasNodePorts(spec) || (spec.type === 'ClusterIP' && (spec.externalIPs?.length ?? 0) > 0);
  if (external !== undefined && !outside)
    errors.push(invalid('spec.externalTrafficPolicy', external, 'may only be set for externally-accessible services'));
  else if (external !== undefined && !POLICIES.includes(external))
    errors.push(notSupported('spec.externalTrafficPolicy', external, POLICIES));
  if (spec.healthCheckNodePort && !needsHealthPort(spec))
    errors.push(
      invalid(
        'spec.healthCheckNodePort',
        spec.healthCheckNodePort,
        "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'",
      ),
    );
  if (internal !== undefined && !POLICIES.includes(internal)) errors.push(notSupported('spec.internalTrafficPolicy', internal, POLICIES));
  return errors;
}

/** A cluster IP, once given, stays: only a change from or to ExternalName moves it. */
export function validateServiceUpdate(service: Service, old: Service): FieldError[] {
  const errors: FieldError[] = [];
  const [now, before] = [service.spec.clusterIPs ?? [], old.spec.clusterIPs ?? []];
  if (service.spec.type !== 'ExternalName' && old.spec.type !== 'ExternalName' && before.length > 0 && !equal(now, before)) {
    errors.push(invalid('spec.clusterIPs[0]', now, 'may not change once set'));
  }
  if (needsHealthPort(service.spec) && needsHealthPort(old.spec) && service.spec.healthCheckNodePort !== old.spec.healthCheckNodePort)
    errors.push(invalid('spec.healthCheckNodePort', service.spec.healthCheckNodePort ?? 0, 'field is immutable'));
  return [...errors, ...validateService(service)];
}

/** What the server takes and does not use (source: pkg/api/service/warnings.go). */
function warnings({ metadata, spec }: Service): string[] {
  const found: string[] = [];
  if (metadata.annotations?.['service.kubernetes.io/topology-aware-hints'] !== undefined)
    found.push(
      'annotation service.kubernetes.io/topology-aware-hints is deprecated, please use service.kubernetes.io/topology-mode instead',
    );
  if (spec.type === 'ClusterIP' && spec.clusterIP === 'None') {
    if (spec.loadBalancerIP) found.push('spec.loadBalancerIP is ignored for headless services');
    if (spec.externalIPs?.length) found.push('spec.externalIPs is ignored for headless services');
    if (spec.sessionAffinity && spec.sessionAffinity !== 'None') found.push('spec.SessionAffinity is ignored for headless services');
  }
  if (spec.type === 'ExternalName' && spec.externalIPs?.length) found.push('spec.externalIPs is ignored when spec.type is "ExternalName"');
  if (spec.type !== 'ExternalName' && spec.externalName) found.push('spec.externalName is ignored when spec.type is not "ExternalName"');
  if (spec.trafficDistribution === 'PreferClose') found.push('spec.trafficDistribution: "PreferClose" is deprecated; use "PreferSameZone"');
  return found;
}

export const serviceRules: Rules<Service> = {
  validate: validateService,
  warnings,
  validateUpdate: validateServiceUpdate,
};
