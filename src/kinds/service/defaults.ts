/** Defaults of Services, and what changes with their type (source of the rules: pkg/apis/core/v1/defaults.go, registry/core/service). */
import { equal } from '../../api/equal.ts';
import { eachOf, fill, within } from '../fill.ts';
import type { Service } from '../objects.ts';
import type { ServicePort, ServiceSpec } from '../types.gen.ts';

/** How long a client stays with its Pod, seconds. */
const AFFINITY_SECONDS = 10_800;

export function defaultService(service: Service): Service {
  return defaultStatus(within(service, 'spec', defaultSpec));
}

/** An address that a load balancer has been given says how it gets there. */
function defaultStatus(service: Service): Service {
  const ingress = service.status?.loadBalancer?.ingress;
  if (!ingress?.some(({ ip, ipMode }) => ip && !ipMode)) return service;
  const full = ingress.map((one) => (one.ip ? fill(one, { ipMode: 'VIP' }) : one));
  return { ...service, status: { ...service.status, loadBalancer: { ingress: full } } };
}

function defaultSpec(spec: ServiceSpec): ServiceSpec {
  let filled = fill(spec, { sessionAffinity: 'None', type: 'ClusterIP' });
  if (filled.sessionAffinity === 'ClientIP' && filled.sessionAffinityConfig?.clientIP?.timeoutSeconds === undefined) {
    filled = { ...filled, sessionAffinityConfig: { clientIP: { timeoutSeconds: AFFINITY_SECONDS } } };
  }
  if (filled.sessionAffinity === 'None' && filled.sessionAffinityConfig) {
    const { sessionAffinityConfig: _, ...rest } = filled;
    filled = rest;
  }
  if (hasNodePorts(filled)) filled = fill(filled, { externalTrafficPolicy: 'Cluster' });
  if (hasClusterIP(filled)) filled = fill(filled, { internalTrafficPolicy: 'Cluster' });
  if (filled.type === 'LoadBalancer') filled = fill(filled, { allocateLoadBalancerNodePorts: true });
  return eachOf(filled, 'ports', defaultPort);
}

function defaultPort(port: ServicePort): ServicePort {
  const filled = fill(port, { protocol: 'TCP' });
  return filled.targetPort === undefined || filled.targetPort === 0 || filled.targetPort === ''
    ? Object.assign({}, filled, { targetPort: filled.port })
    : filled;
}

export function hasNodePorts({ type }: Pick<ServiceSpec, 'type'>): boolean {
  return type === 'NodePort' || type === 'LoadBalancer';
}

export function needsHealthPort({ type, externalTrafficPolicy }: Pick<ServiceSpec, 'type' | 'externalTrafficPolicy'>): boolean {
  return type === 'LoadBalancer' && externalTrafficPolicy === 'Local';
}

export function hasClusterIP({ type }: Pick<ServiceSpec, 'type'>): boolean {
  return type !== 'ExternalName';
}

/** What the client's update left out is kept from the old Service; what only the old type had, and the client did not change, goes. */
export function carryOver(service: Service, old: Service): Service {
  const before = old.spec;
  let spec: ServiceSpec = service.spec;
  if (hasClusterIP(spec) && hasClusterIP(before)) {
    if (!spec.clusterIP) spec = withField(spec, 'clusterIP', before.clusterIP);
    if (!spec.clusterIPs?.length)
      spec = withField(
        spec,
        'clusterIPs',
        spec.clusterIP === before.clusterIP ? before.clusterIPs : spec.clusterIP ? [spec.clusterIP] : undefined,
      );
    if (!spec.ipFamilies?.length) spec = withField(spec, 'ipFamilies', before.ipFamilies);
    if (!spec.ipFamilyPolicy) spec = withField(spec, 'ipFamilyPolicy', before.ipFamilyPolicy);
    if (spec.clusterIP !== before.clusterIP && equal(spec.clusterIPs, before.clusterIPs) && spec.clusterIP)
      spec = { ...spec, clusterIPs: [spec.clusterIP] };
  }
  if (hasNodePorts(spec) && hasNodePorts(before)) {
    spec = eachOf(spec, 'ports', (port: ServicePort) =>
      port.nodePort
        ? port
        : withField(port, 'nodePort', before.ports?.find((one) => one.port === port.port && one.protocol === port.protocol)?.nodePort),
    );
  }
  if (needsHealthPort(spec) && needsHealthPort(before) && !spec.healthCheckNodePort)
    spec = withField(spec, 'healthCheckNodePort', before.healthCheckNodePort);
  return spec === service.spec ? service : { ...service, spec };
}

/** Drops what belongs to the old type, where the client sent it back unchanged. */
export function dropForType(service: Service, old: Service): Service {
  const before = old.spec;
  let spec = service.spec;
  if (hasClusterIP(before) && !hasClusterIP(spec)) {
    for (const field of ['clusterIP', 'clusterIPs', 'ipFamilies', 'ipFamilyPolicy', 'internalTrafficPolicy'] as const)
      spec = dropUnchanged(spec, before, field);
  }
  if (hasNodePorts(before) && !hasNodePorts(spec)) {
    spec = dropUnchanged(spec, before, 'externalTrafficPolicy');
    const ports = before.ports ?? [];
    spec = eachOf(spec, 'ports', (port: ServicePort) =>
      ports.some(({ nodePort }) => nodePort === port.nodePort) ? withField(port, 'nodePort', undefined) : port,
    );
  }
  if (before.type === 'LoadBalancer' && spec.type !== 'LoadBalancer') {
    for (const field of ['allocateLoadBalancerNodePorts', 'loadBalancerClass'] as const) spec = dropUnchanged(spec, before, field);
  }
  if (needsHealthPort(before) && !needsHealthPort(spec)) spec = dropUnchanged(spec, before, 'healthCheckNodePort');
  if (before.type === 'ExternalName' && spec.type !== 'ExternalName') spec = dropUnchanged(spec, before, 'externalName');
  return spec === service.spec ? service : { ...service, spec };
}

function dropUnchanged<K extends keyof ServiceSpec>(spec: ServiceSpec, before: ServiceSpec, field: K): ServiceSpec {
  return spec[field] !== undefined && equal(spec[field], before[field]) ? withField(spec, field, undefined) : spec;
}

/** The object with a field set, or without it. */
export function withField<T extends object, K extends keyof T>(object: T, field: K, value: T[K] | undefined): T {
  if (object[field] === value) return object;
  const { [field]: _, ...rest } = object;
  return (value === undefined ? rest : { ...rest, [field]: value }) as T;
}
