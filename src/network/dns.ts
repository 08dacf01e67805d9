/**
 * Names to addresses: /etc/hosts, then cluster DNS with the Pod's search list (CoreDNS by the Kubernetes DNS specification 1.1.0),
 * then the outside. The laptop knows its own names and the outside only.
 */
import type { Pod, Service } from '../kinds/objects.ts';
import type { Endpoint } from '../kinds/types.gen.ts';
import type { World } from '../world/world.ts';
import { nodeByAddress, podByUid, slicesOf } from './objects.ts';
import { outsideByName } from './outside.ts';
import type { ReasonId } from './reasons.ts';
import type { Origin, ResolveResult } from './types.ts';

export const DNS_ADDRESS = '10.96.0.10';
const DOMAIN = 'cluster.local';
const NDOTS = 5;
const LAPTOP_DNS = '192.168.65.7';
const ADDRESS = /^\d{1,3}(\.\d{1,3}){3}$/;

/** A resolution with the reason for the trace, and the Service that the name belongs to. */
export interface Resolution extends ResolveResult {
  readonly reason: { readonly id: ReasonId; readonly values: Readonly<Record<string, string | number>> };
  readonly service?: Service;
}

export function resolve(world: World, from: Origin, name: string, type: 'A' | 'CNAME' | 'SRV' | 'PTR' = 'A'): Resolution {
  if (ADDRESS.test(name) && type === 'A') return host(name, [name], '');
  const local = localName(world, from, name);
  if (local) return host(name, [local], '');
  const cluster = dnsOf(world, from);
  if (!cluster) return outside(name, LAPTOP_DNS);
  if (cluster === 'down') return { ...nothing(name, 'timeout'), reason: { id: 'dns_down', values: { name } } };
  for (const full of candidates(cluster.search, name)) {
    const found = lookUp(world, full, type);
    if (found) return found;
  }
  return outside(name, DNS_ADDRESS);
}

function host(name: string, addresses: readonly string[], server: string): Resolution {
  return { addresses, canonicalName: name, cnames: [], server, reason: { id: 'dns_host', values: { name, address: addresses[0] ?? '' } } };
}

function nothing(name: string, failure: 'nxdomain' | 'noanswer' | 'timeout', server = DNS_ADDRESS): Resolution {
  return { addresses: [], cnames: [], server, failure, reason: { id: 'dns_nxdomain', values: { name } } };
}

function outside(name: string, server: string): Resolution {
  const found = outsideByName(name);
  return found ? { ...host(name.replace(/\.$/, ''), [found.address], server) } : nothing(name, 'nxdomain', server);
}

/** What /etc/hosts says. */
function localName(world: World, from: Origin, name: string): string | undefined {
  if (name === 'localhost' || name.endsWith('.localhost')) return '127.0.0.1';
  if (from.kind === 'laptop') return name === 'drydock' ? '127.0.1.1' : undefined;
  if (from.kind === 'node') return name === from.name ? '127.0.1.1' : undefined;
  const pod = podByUid(world, from.namespace, from.name, from.uid);
  if (!pod) return undefined;
  if (name === (pod.spec.hostname ?? pod.metadata.name)) return pod.status.podIP;
  return pod.spec.hostAliases?.find(({ hostnames }) => hostnames?.includes(name))?.ip;
}

/** The DNS that an origin asks: the cluster's with a search list, undefined for one that knows no cluster names, or none answers. */
function dnsOf(world: World, from: Origin): { readonly search: readonly string[] } | 'down' | undefined {
  if (from.kind !== 'pod') return undefined;
  const pod = podByUid(world, from.namespace, from.name, from.uid);
  const policy = pod?.spec.dnsPolicy ?? 'ClusterFirst';
  if (policy === 'Default' || policy === 'None' || (pod?.spec.hostNetwork && policy !== 'ClusterFirstWithHostNet')) return undefined;
  if (!dnsAnswers(world)) return 'down';
  return { search: [`${from.namespace}.svc.${DOMAIN}`, `svc.${DOMAIN}`, DOMAIN] };
}

/** Cluster DNS runs beside the control plane; where a Service kube-dns stands for it, that must have a ready endpoint. */
function dnsAnswers(world: World): boolean {
  const service = world.store.get<Service>('services', 'kube-system', 'kube-dns');
  return service === undefined || slicesOf(world, service).some((slice) => slice.endpoints?.some(isReady));
}

/** Names tried in turn, by resolv.conf's rule: few dots mean the search list first. */
function candidates(search: readonly string[], name: string): string[] {
  if (name.endsWith('.')) return [name.slice(0, -1)];
  const searched = search.map((domain) => `${name}.${domain}`);
  return name.split('.').length - 1 >= NDOTS ? [name, ...searched] : [...searched, name];
}

/** The answer of cluster DNS for a full name; undefined for one it does not have. */
function lookUp(world: World, full: string, type: 'A' | 'CNAME' | 'SRV' | 'PTR'): Resolution | undefined {
  const name = full.toLowerCase();
  if (type === 'PTR') return pointer(world, name);
  if (!name.endsWith(`.${DOMAIN}`)) return undefined;
  const parts = name.slice(0, -DOMAIN.length - 1).split('.');
  const kind = parts.pop();
  const namespace = parts.pop();
  if (namespace === undefined || !world.store.get('namespaces', '', namespace)) return undefined;
  if (kind === 'pod') return podName(full, parts);
  if (kind !== 'svc') return undefined;
  const service = world.store.get<Service>('services', namespace, parts.pop() ?? '');
  if (!service) return undefined;
  const label = `${namespace}/${service.metadata.name}`;
  const values = { name: full, service: label };
  if (service.spec.type === 'ExternalName') {
    const target = service.spec.externalName ?? '';
    const found = outsideByName(target) ?? undefined;
    const inside = found ? undefined : lookUp(world, target.replace(/\.$/, ''), type);
    return {
      addresses: inside?.addresses ?? (found ? [found.address] : []),
      canonicalName: target,
      cnames: [full, ...(inside?.cnames ?? [])],
      server: DNS_ADDRESS,
      ...(found || inside ? {} : { failure: 'nxdomain' as const }),
      reason: { id: 'dns_external_name', values: { ...values, target } },
      service,
    };
  }
  const common = { canonicalName: full, cnames: [], server: DNS_ADDRESS, service };
  if (service.spec.clusterIP && service.spec.clusterIP !== 'None') {
    if (!serviceWords(service, parts)) return undefined;
    return {
      ...common,
      addresses: [service.spec.clusterIP],
      reason: { id: 'dns_service', values: { ...values, address: service.spec.clusterIP } },
    };
  }
  const addresses = headless(world, service, parts);
  if (addresses.length === 0 && parts.length > 0) return undefined;
  return {
    ...common,
    addresses,
    ...(addresses.length === 0 ? { failure: 'nxdomain' as const } : {}),
    reason: { id: 'dns_headless', values: { ...values, count: addresses.length } },
  };
}

/** What may stand before the Service's name: nothing, or `_port._protocol`. */
function serviceWords(service: Service, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const [port, protocol] = words;
  return (
    words.length === 2 &&
    (service.spec.ports ?? []).some((one) => `_${one.name}` === port && `_${(one.protocol ?? 'TCP').toLowerCase()}` === protocol)
  );
}

function isReady(endpoint: Endpoint): boolean {
  return endpoint.conditions?.ready !== false;
}

function headless(world: World, service: Service, words: readonly string[]): string[] {
  const addresses = new Set<string>();
  for (const slice of slicesOf(world, service)) {
    for (const endpoint of slice.endpoints ?? []) {
      if (!isReady(endpoint) && !service.spec.publishNotReadyAddresses) continue;
      if (words.length > 0 && words.join('.') !== endpoint.hostname) continue;
      for (const address of endpoint.addresses) addresses.add(address);
    }
  }
  return [...addresses];
}

/** `10-244-0-5.default.pod.cluster.local` */
function podName(full: string, words: readonly string[]): Resolution | undefined {
  const address = words.length === 1 ? (words[0] as string).replaceAll('-', '.') : '';
  return ADDRESS.test(address) ? host(full, [address], DNS_ADDRESS) : undefined;
}

/** `5.0.244.10.in-addr.arpa`, or the plain address. */
function pointer(world: World, name: string): Resolution | undefined {
  const address = name.endsWith('.in-addr.arpa') ? name.slice(0, -'.in-addr.arpa'.length).split('.').reverse().join('.') : name;
  const service = world.store.list<Service>('services').find(({ spec }) => spec.clusterIP === address);
  const pod = service ? undefined : world.store.list<Pod>('pods').find(({ status }) => status.podIP === address);
  const canonical = service
    ? `${service.metadata.name}.${service.metadata.namespace}.svc.${DOMAIN}`
    : pod && !nodeByAddress(world, address)
      ? `${address.replaceAll('.', '-')}.${pod.metadata.namespace}.pod.${DOMAIN}`
      : undefined;
  return canonical ? { ...host(address, [address], DNS_ADDRESS), canonicalName: canonical } : undefined;
}
