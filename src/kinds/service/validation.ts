/** Rules for Services, in the real words and order (source: pkg/apis/core/validation, ValidateService). */

import { equal } from '../../api/equal.ts';
import { duplicate, type FieldError, forbidden, invalid, notSupported, required } from '../../api/field-errors.ts';
import { Verbatim } from '../../api/go-json.ts';
import type { Rules } from '../../api/kind.ts';
import { validateLabels } from '../../api/metadata-validation.ts';
import { isCIDR } from '../../api/values/cidr.ts';
import { isDNS1123Label, isDNS1123Subdomain, isIP, isIPv6, isPortNumber, isQualifiedName } from '../../api/values/names.ts';
import type { Service } from '../objects.ts';
import { portErrors } from '../pod/containers.ts';
import type { ServicePort, ServiceSpec } from '../types.gen.ts';
import { hasNodePorts, needsHealthPort } from './defaults.ts';

const TYPES = ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort'];
const PROTOCOLS = ['SCTP', 'TCP', 'UDP'];
const AFFINITIES = ['ClientIP', 'None'];
const POLICIES = ['Cluster', 'Local'];
const FAMILIES = ['IPv4', 'IPv6'];
const FAMILY_POLICIES = ['PreferDualStack', 'RequireDualStack', 'SingleStack'];
const DISTRIBUTIONS = ['PreferClose', 'PreferSameNode', 'PreferSameZone'];
const FOR_BALANCERS = "may only be used when `type` is 'LoadBalancer'";
const SOURCE_RANGES = 'service.beta.kubernetes.io/load-balancer-source-ranges';
const TOPOLOGY_MODE = 'service.kubernetes.io/topology-mode';
const TOPOLOGY_HINTS = 'service.kubernetes.io/topology-aware-hints';
const MAX_AFFINITY_SECONDS = 86_400;

export function validateService({ metadata, spec }: Service): FieldError[] {
  const ports = spec.ports ?? [];
  const { type = '', sessionAffinity = '' } = spec;
  const headless = spec.clusterIP === 'None';
  const errors = validateTopology(metadata.annotations);
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
  if (type !== 'ExternalName') errors.push(...validateAddresses(spec));
  errors.push(...(spec.externalIPs ?? []).flatMap((ip, index) => validateOrdinaryIP(ip, `spec.externalIPs[${index}]`)));
  if (!TYPES.includes(type)) errors.push(notSupported('spec.type', type, TYPES));
  if (type === 'ClusterIP') {
    ports.forEach(({ nodePort }, index) => {
      if (nodePort) errors.push(forbidden(`spec.ports[${index}].nodePort`, "may not be used when `type` is 'ClusterIP'"));
    });
  }
  return [
    ...errors,
    ...validateTwice(ports),
    ...validateRanges(spec, metadata.annotations),
    ...(spec.allocateLoadBalancerNodePorts !== undefined && type !== 'LoadBalancer'
      ? [forbidden('spec.allocateLoadBalancerNodePorts', FOR_BALANCERS)]
      : []),
    ...validateBalancerClass(spec),
    ...validatePolicies(spec),
  ];
}

/** Two annotations for one thing. */
function validateTopology(annotations: Service['metadata']['annotations']): FieldError[] {
  const [mode, hints] = [annotations?.[TOPOLOGY_MODE], annotations?.[TOPOLOGY_HINTS]];
  return mode !== undefined && hints !== undefined && mode !== hints
    ? [invalid(`metadata.annotations[${TOPOLOGY_MODE}]`, mode, `must match annotations[${TOPOLOGY_HINTS}] when both are specified`)]
    : [];
}

function validateExternalName({ externalName = '', clusterIPs, ipFamilies, ipFamilyPolicy }: ServiceSpec): FieldError[] {
  const not = 'may not be set for ExternalName services';
  const name = externalName.replace(/\.$/, '');
  return [
    ...(clusterIPs?.length ? [forbidden('spec.clusterIPs', not)] : []),
    ...(ipFamilies?.length ? [forbidden('spec.ipFamilies', not)] : []),
    ...(ipFamilyPolicy ? [forbidden('spec.ipFamilyPolicy', not)] : []),
    ...(name ? isDNS1123Subdomain(name).map((why) => invalid('spec.externalName', name, why)) : [required('spec.externalName')]),
  ];
}

/** An address that others can reach: none that is special. */
export function validateOrdinaryIP(ip: string, at: string): FieldError[] {
  const wrong = isIP(ip).map((why) => invalid(at, ip, why));
  return wrong.length > 0 ? wrong : validateNotSpecial(ip, at);
}

export function validateNotSpecial(ip: string, at: string): FieldError[] {
  const error = (why: string): FieldError[] => [invalid(at, ip, why)];
  const text = ip.toLowerCase();
  if (/^(0\.0\.0\.0|[0:]+)$/.test(text)) return error(`may not be unspecified (${ip})`);
  if (text.startsWith('127.') || /^[0:]*:0*1$/.test(text)) return error('may not be in the loopback range (127.0.0.0/8, ::1/128)');
  if (text.startsWith('169.254.') || /^fe[89ab]/.test(text)) return error('may not be in the link-local range (169.254.0.0/16, fe80::/10)');
  return text.startsWith('224.0.0.') || /^ff[0-9a-f]2:/.test(text)
    ? error('may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)')
    : [];
}

function validatePort(
  { name = '', port, protocol = '', targetPort, appProtocol }: ServicePort,
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
  if (targetPort !== undefined) errors.push(...portErrors(targetPort, `${at}.targetPort`));
  return appProtocol === undefined
    ? errors
    : [...errors, ...isQualifiedName(appProtocol).map((why) => invalid(`${at}.appProtocol`, appProtocol, why))];
}

/** Two ports of one number and protocol, or with one node port. */
function validateTwice(ports: readonly ServicePort[]): FieldError[] {
  const errors: FieldError[] = [];
  const nodePorts = new Set<string>();
  ports.forEach(({ nodePort, protocol = '' }, index) => {
    if (!nodePort) return;
    const key = `${protocol} ${nodePort}`;
    if (nodePorts.has(key)) errors.push(duplicate(`spec.ports[${index}].nodePort`, nodePort));
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

/** The addresses of the cluster, and their families. */
function validateAddresses(spec: ServiceSpec): FieldError[] {
  const errors: FieldError[] = [];
  const { clusterIP = '', ipFamilies = [], ipFamilyPolicy: policy } = spec;
  // Who gives one gives the list of one.
  const all = spec.clusterIPs?.length ? spec.clusterIPs : clusterIP ? [clusterIP] : [];
  const at = 'spec.clusterIPs';
  if (clusterIP && all[0] !== clusterIP) errors.push(invalid(at, all, 'first value must match `clusterIP`'));
  if (!clusterIP && all.length > 0) errors.push(invalid(at, all, 'must be empty when `clusterIP` is not specified'));
  ipFamilies.forEach((family, index) => {
    if (!FAMILIES.includes(family)) errors.push(notSupported(`spec.ipFamilies[${index}]`, family, FAMILIES));
    if (ipFamilies.indexOf(family) < index) errors.push(duplicate(`spec.ipFamilies[${index}]`, family));
  });
  if (policy !== undefined && !FAMILY_POLICIES.includes(policy)) errors.push(notSupported('spec.ipFamilyPolicy', policy, FAMILY_POLICIES));
  let wrong = false;
  all.forEach((ip, index) => {
    const found =
      index === 0 && ip === 'None'
        ? all.length > 1
          ? [invalid(at, all, "'None' must be the first and only value")]
          : []
        : isIP(ip).map((why) => invalid(`${at}[${index}]`, ip, why));
    errors.push(...found);
    wrong ||= found.length > 0;
  });
  if (all.length > 2) errors.push(invalid(at, all, 'may only hold up to 2 values'));
  if (wrong) return errors;
  if (all.length > 1 && new Set(all.map(isIPv6)).size < 2)
    errors.push(invalid(at, all, 'may specify no more than one IP for each IP family'));
  if (clusterIP === 'None') return errors;
  all.forEach((ip, index) => {
    const family = ipFamilies[index];
    if (family === (isIPv6(ip) ? 'IPv4' : 'IPv6'))
      errors.push(invalid(`${at}[${index}]`, ip, `expected an ${family} value as indicated by \`ipFamilies[${index}]\``));
  });
  return errors;
}

/** From where a load balancer may be asked. */
function validateRanges(
  { type, loadBalancerSourceRanges: ranges = [] }: ServiceSpec,
  annotations: Service['metadata']['annotations'],
): FieldError[] {
  const only = (at: string): FieldError[] => (type === 'LoadBalancer' ? [] : [forbidden(at, FOR_BALANCERS)]);
  const check = (value: string, at: string): FieldError[] => isCIDR(value.trim()).map((why) => invalid(at, value.trim(), why));
  if (ranges.length > 0) {
    const at = 'spec.LoadBalancerSourceRanges';
    return [...only(at), ...ranges.flatMap((value, index) => check(value, `${at}[${index}]`))];
  }
  const given = annotations?.[SOURCE_RANGES];
  if (given === undefined) return [];
  const at = `metadata.annotations[${SOURCE_RANGES}]`;
  return [...only(at), ...(given.trim() === '' ? [] : given.split(',').flatMap((value) => check(value, at)))];
}

function validateBalancerClass({ type, loadBalancerClass: name }: ServiceSpec, old?: ServiceSpec): FieldError[] {
  const at = 'spec.loadBalancerClass';
  const errors: FieldError[] = [];
  if (old?.type === 'LoadBalancer' && type === 'LoadBalancer' && old.loadBalancerClass !== name)
    errors.push(invalid(at, name ?? null, 'may not change once set'));
  if (name === undefined) return errors;
  if (type !== 'LoadBalancer') return [...errors, forbidden(at, FOR_BALANCERS)];
  return [...errors, ...isQualifiedName(name).map((why) => invalid(at, name, why))];
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
  else if (spec.healthCheckNodePort)
    errors.push(...isPortNumber(spec.healthCheckNodePort).map((why) => invalid('spec.healthCheckNodePort', spec.healthCheckNodePort, why)));
  if (internal !== undefined && !POLICIES.includes(internal)) errors.push(notSupported('spec.internalTrafficPolicy', internal, POLICIES));
  const spread = spec.trafficDistribution;
  if (spread !== undefined && !DISTRIBUTIONS.includes(spread)) errors.push(notSupported('spec.trafficDistribution', spread, DISTRIBUTIONS));
  return errors;
}

/** A cluster IP, once given, stays: only a change from or to ExternalName moves it. */
export function validateServiceUpdate(service: Service, old: Service): FieldError[] {
  const errors: FieldError[] = [];
  const outside = service.spec.type === 'ExternalName' || old.spec.type === 'ExternalName';
  const headless = [old, service].filter(({ spec }) => spec.clusterIP === 'None').length;
  if (!outside && headless < 2) errors.push(...validateSameAddresses(service.spec, old.spec));
  if (!outside && headless === 0) errors.push(...validateSameFamilies(service.spec.ipFamilies ?? [], old.spec.ipFamilies ?? []));
  errors.push(...validateBalancerClass(service.spec, old.spec));
  if (needsHealthPort(service.spec) && needsHealthPort(old.spec) && service.spec.healthCheckNodePort !== old.spec.healthCheckNodePort)
    errors.push(forbidden('spec.healthCheckNodePort', 'field is immutable'));
  return [...errors, ...validateService(service)];
}

const ONCE = 'may not change once set';

function validateSameAddresses({ clusterIPs: now = [] }: ServiceSpec, { clusterIPs: before = [] }: ServiceSpec): FieldError[] {
  const at = 'spec.clusterIPs';
  if (now.length === before.length)
    return before.flatMap((ip, index) => (ip === now[index] ? [] : [invalid(`${at}[${index}]`, now, ONCE)]));
  if (now.length === 0) return [invalid(`${at}[0]`, now, 'primary clusterIP can not be unset')];
  return before.length > 0 && now[0] !== before[0] ? [invalid(`${at}[0]`, now, ONCE)] : [];
}

function validateSameFamilies(now: readonly string[], before: readonly string[]): FieldError[] {
  const differ = now.length === before.length ? !equal(now, before) : now.length > 0 && before.length > 0 && now[0] !== before[0];
  return differ ? [invalid('spec.ipFamilies[0]', now, ONCE)] : [];
}

/** What the server takes and does not use (source: pkg/api/service/warnings.go). */
function warnings({ metadata, spec }: Service): string[] {
  const found: string[] = [];
  if (metadata.annotations?.[TOPOLOGY_HINTS] !== undefined)
    found.push(`annotation ${TOPOLOGY_HINTS} is deprecated, please use ${TOPOLOGY_MODE} instead`);
  if (spec.type === 'ClusterIP' && spec.clusterIP === 'None') {
    if (spec.loadBalancerIP) found.push('spec.loadBalancerIP is ignored for headless services');
    if (spec.externalIPs?.length) found.push('spec.externalIPs is ignored for headless services');
    if (spec.sessionAffinity && spec.sessionAffinity !== 'None') found.push('spec.SessionAffinity is ignored for headless services');
  }
  if (spec.externalIPs?.length && spec.type !== 'ExternalName' && !(spec.type === 'ClusterIP' && spec.clusterIP === 'None'))
    found.push('spec.externalIPs is deprecated and may no longer be implemented in some clusters');
  if (spec.type === 'ExternalName' && spec.externalIPs?.length) found.push('spec.externalIPs is ignored when spec.type is "ExternalName"');
  if (spec.type !== 'ExternalName' && spec.externalName) found.push('spec.externalName is ignored when spec.type is not "ExternalName"');
  if (spec.trafficDistribution === 'PreferClose') found.push('spec.trafficDistribution: "PreferClose" is deprecated; use "PreferSameZone"');
  return found;
}

const MODES = ['Proxy', 'VIP'];

interface Balanced {
  readonly ip?: string;
  readonly hostname?: string;
}

/** Where a load balancer listens: an address, or the name of one. */
export function validateBalanced({ ip = '', hostname = '' }: Balanced, at: string): FieldError[] {
  const address = ip === '' ? [] : isIP(ip).map((why) => invalid(`${at}.ip`, ip, why));
  if (hostname === '') return address;
  return [
    ...address,
    ...isDNS1123Subdomain(hostname).map((why) => invalid(`${at}.hostname`, hostname, why)),
    ...(isIP(hostname).length === 0 ? [invalid(`${at}.hostname`, hostname, 'must be a DNS name, not an IP address')] : []),
  ];
}

function validateStatus({ spec, status }: Service): FieldError[] {
  const at = 'status.loadBalancer.ingress';
  const ingress = status.loadBalancer?.ingress ?? [];
  if (spec.type !== 'LoadBalancer' && ingress.length > 0) return [forbidden(at, 'may only be used when `spec.type` is "LoadBalancer"')];
  return ingress.flatMap((one, index) => {
    const { ip, ipMode } = one;
    const mode = `${at}[${index}].ipMode`;
    return [
      ...validateBalanced(one, `${at}[${index}]`),
      ...(ipMode !== undefined && !ip ? [forbidden(mode, 'may not be specified when `ip` is not set')] : []),
      ...(ipMode !== undefined && ip && !MODES.includes(ipMode) ? [notSupported(mode, ipMode, MODES)] : []),
    ];
  });
}

export const serviceRules: Rules<Service> = {
  validate: validateService,
  validateStatus,
  warnings,
  validateUpdate: validateServiceUpdate,
};
