/** Cluster IPs and node ports: given out by chance or as wished, each once (source: registry/core/service/storage/alloc.go). */
import { invalidError } from '../../api/errors.ts';
import { type FieldError, invalid } from '../../api/field-errors.ts';
import type { KindContext } from '../../api/kind.ts';
import { fromNumber, toNumber } from '../../api/values/ipv4.ts';
import type { World } from '../../world/world.ts';
import type { Service } from '../objects.ts';
import type { ServicePort, ServiceSpec } from '../types.gen.ts';
import { hasClusterIP, hasNodePorts, needsHealthPort, withField } from './defaults.ts';

/** 10.96.0.0/12. The first 256 addresses and the first 86 ports are left to those who wish for one. */
export const NETWORK = '10.96.0.0/12';
const FIRST_IP = toNumber('10.96.0.0');
const IPS = 2 ** 20;
const STATIC_IPS = 256;
const FIRST_PORT = 30_000;
const PORTS = 2768;
const STATIC_PORTS = 86;

const KIND = { kind: 'Service', group: '' };

/** What is taken, and by which Service (`namespace/name`). */
interface Taken {
  readonly ips: Record<string, string>;
  readonly ports: Record<string, string>;
}

function takenOf(world: World): Taken {
  return world.slot<Taken>('service-allocations', () => ({ ips: {}, ports: {} }));
}

/** The Service with its cluster IP and node ports, which are its own from now on; what the old version no longer uses is free again. */
export function allocate(service: Service, old: Service | undefined, context: KindContext): Service {
  const taken = takenOf(context.world);
  const owner = ownerOf(service);
  const spec = withHealthPort(
    withNodePorts(withClusterIP(service, taken, owner, old, context), taken, owner, old?.spec.ports ?? [], service.metadata.name, context),
    taken,
    owner,
    service.metadata.name,
    context,
  );
  const allocated = spec === service.spec ? service : { ...service, spec };
  if (!context.dryRun) {
    if (old) free(taken, old);
    if (isAddress(spec.clusterIP)) taken.ips[spec.clusterIP as string] = owner;
    for (const port of nodePortsOf(spec)) taken.ports[port] = owner;
  }
  return allocated;
}

/** Gives back what the Service had. */
export function release(service: Service, { world }: KindContext): void {
  free(takenOf(world), service);
}

function free({ ips, ports }: Taken, service: Service): void {
  const owner = ownerOf(service);
  const { clusterIP } = service.spec;
  if (clusterIP && ips[clusterIP] === owner) delete ips[clusterIP];
  for (const port of nodePortsOf(service.spec)) if (ports[port] === owner) delete ports[port];
}

function ownerOf({ metadata }: Service): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}

function isAddress(clusterIP: string | undefined): boolean {
  return clusterIP !== undefined && clusterIP !== '' && clusterIP !== 'None';
}

function nodePortsOf({ ports, healthCheckNodePort }: ServiceSpec): number[] {
  return [...(ports ?? []).flatMap(({ nodePort }) => (nodePort ? [nodePort] : [])), ...(healthCheckNodePort ? [healthCheckNodePort] : [])];
}

function withClusterIP(
  { spec, metadata }: Service,
  { ips }: Taken,
  owner: string,
  old: Service | undefined,
  { world }: KindContext,
): ServiceSpec {
  if (!hasClusterIP(spec)) return spec;
  const wanted = spec.clusterIP || spec.clusterIPs?.[0] || '';
  const { policy, families } = familiesOf(metadata.name, spec, spec.clusterIPs?.length ? spec.clusterIPs : wanted ? [wanted] : []);
  if (isAddress(wanted)) {
    const mine = old !== undefined && ips[wanted] === owner;
    const why = ips[wanted] !== undefined && !mine ? 'provided IP is already allocated' : outside(wanted);
    if (why) throw invalidError(KIND, metadata.name, [invalid('spec.clusterIPs', [wanted], `failed to allocate IP ${wanted}: ${why}`)]);
  }
  const clusterIP = wanted || freeIP(ips, world);
  if (spec.clusterIP === clusterIP && spec.clusterIPs?.length && spec.ipFamilyPolicy === policy && spec.ipFamilies === families)
    return spec;
  return Object.assign({}, spec, { clusterIP, clusterIPs: [clusterIP], ipFamilyPolicy: policy, ipFamilies: families });
}

interface Families {
  readonly policy: NonNullable<ServiceSpec['ipFamilyPolicy']>;
  readonly families: NonNullable<ServiceSpec['ipFamilies']>;
}

/** The families of the addresses; the cluster has IPv4 alone, and refuses who needs more. */
function familiesOf(name: string, spec: ServiceSpec, addresses: readonly string[]): Families {
  const { selector = {}, ipFamilies: given = [] } = spec;
  const headlessWithoutSelector = spec.clusterIP === 'None' && Object.keys(selector).length === 0;
  const policy = spec.ipFamilyPolicy ?? (headlessWithoutSelector ? 'RequireDualStack' : 'SingleStack');
  const refuse = (errors: readonly FieldError[]): void => {
    if (errors.length > 0) throw invalidError(KIND, name, errors);
  };
  const several = (list: readonly string[], what: string): FieldError[] =>
    policy === 'SingleStack' && list.length === 2
      ? [invalid('spec.ipFamilyPolicy', policy, `must be 'RequireDualStack' or 'PreferDualStack' when multiple ${what} are specified`)]
      : [];
  refuse([
    ...several(addresses, 'cluster IPs'),
    ...several(given, 'IP families'),
    ...addresses.flatMap((ip, index) =>
      ip.includes(':') && given[index] === undefined
        ? [invalid(`spec.clusterIPs[${index}]`, addresses, 'IPv6 is not configured on this cluster')]
        : [],
    ),
  ]);
  if (headlessWithoutSelector) {
    const other = given[0] === 'IPv6' ? 'IPv4' : 'IPv6';
    const first = given.length > 0 ? given : (['IPv4'] as const);
    return { policy, families: policy !== 'SingleStack' && first.length < 2 ? [...first, other] : first };
  }
  refuse([
    ...(policy === 'RequireDualStack'
      ? [invalid('spec.ipFamilyPolicy', policy, 'this cluster is not configured for dual-stack services')]
      : []),
    ...given.flatMap((family, index) =>
      family === 'IPv4' ? [] : [invalid(`spec.ipFamilies[${index}]`, family, 'not configured on this cluster')],
    ),
  ]);
  return { policy, families: given.length > 0 ? given : ['IPv4'] };
}

function outside(ip: string): string | undefined {
  const offset = toNumber(ip) - FIRST_IP;
  return offset > 0 && offset < IPS - 1 ? undefined : 'the provided network does not match the current range';
}

function freeIP(ips: Record<string, string>, { random }: World): string {
  for (;;) {
    const ip = fromNumber(FIRST_IP + STATIC_IPS + random.integer(IPS - STATIC_IPS - 1));
    if (ips[ip] === undefined) return ip;
  }
}

function withNodePorts(
  spec: ServiceSpec,
  { ports: taken }: Taken,
  owner: string,
  old: readonly ServicePort[],
  name: string,
  { world }: KindContext,
): ServiceSpec {
  if (!hasNodePorts(spec) || (spec.type === 'LoadBalancer' && spec.allocateLoadBalancerNodePorts === false)) return spec;
  const chosen = new Set<number>();
  const ports = (spec.ports ?? []).map((port, index) => {
    const wanted = port.nodePort;
    if (wanted) {
      const mine = taken[wanted] === owner && old.some(({ nodePort }) => nodePort === wanted);
      const why = isPort(wanted)
        ? taken[wanted] !== undefined && !mine
          ? 'provided port is already allocated'
          : undefined
        : 'provided port is not in the valid range. The range of valid ports is 30000-32767';
      if (why) throw invalidError(KIND, name, [invalid(`spec.ports[${index}].nodePort`, wanted, why)]);
      chosen.add(wanted);
      return port;
    }
    const nodePort = freePort(taken, chosen, world);
    chosen.add(nodePort);
    return withField(port, 'nodePort', nodePort);
  });
  return ports.every((port, index) => port === spec.ports?.[index]) ? spec : { ...spec, ports };
}

/** A load balancer that keeps traffic on its node asks a port of its own which nodes have endpoints. */
function withHealthPort(spec: ServiceSpec, { ports: taken }: Taken, owner: string, name: string, { world }: KindContext): ServiceSpec {
  if (!needsHealthPort(spec)) return spec;
  const wanted = spec.healthCheckNodePort;
  if (!wanted) return { ...spec, healthCheckNodePort: freePort(taken, new Set(nodePortsOf(spec)), world) };
  const error = (why: string) => invalidError(KIND, name, [invalid('spec.healthCheckNodePort', wanted, why)]);
  if (!isPort(wanted)) throw error('provided port is not in the valid range. The range of valid ports is 30000-32767');
  if (taken[wanted] !== undefined && taken[wanted] !== owner) throw error('provided port is already allocated');
  return spec;
}

function isPort(port: number): boolean {
  return port >= FIRST_PORT && port < FIRST_PORT + PORTS;
}

function freePort(taken: Record<string, string>, chosen: ReadonlySet<number>, { random }: World): number {
  const isFree = (port: number): boolean => taken[port] === undefined && !chosen.has(port);
  for (let attempt = 0; attempt < PORTS; attempt++) {
    const port = FIRST_PORT + STATIC_PORTS + random.integer(PORTS - STATIC_PORTS);
    if (isFree(port)) return port;
  }
  for (let port = FIRST_PORT; port < FIRST_PORT + PORTS; port++) if (isFree(port)) return port;
  throw invalidError(KIND, '', [invalid('spec.ports[0].nodePort', 0, 'failed to allocate a nodePort: range is full')]);
}
