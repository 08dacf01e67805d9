/**
 * Names to addresses, as a program's resolver finds them: /etc/hosts, then the DNS servers of resolv.conf with its search list, then the
 * outside. The laptop knows its own names and the outside only.
 */
import type { WrittenFiles } from '../kernel/files.ts';
import type { Node, Service } from '../kinds/objects.ts';
import type { World } from '../world/world.ts';
import { LAPTOP_ADDRESS, nodeAddressOf, podByUid, slicesOf } from './objects.ts';
import { outsideByName } from './outside.ts';
import { DNS_END, egressDenied } from './policy.ts';
import type { ReasonId } from './reasons.ts';
import { CLUSTER_DNS, ndotsOf, resolverConfig } from './resolv-conf.ts';
import type { DnsType, Origin, ResolveResult } from './types.ts';
import { ask, isReady, type ZoneAnswer } from './zone.ts';

const LAPTOP_DNS = '192.168.65.7';
const ADDRESS = /^\d{1,3}(\.\d{1,3}){3}$/;
const DNS_PORT = { port: 53, protocol: 'UDP' };

/** A resolution with the reason for the trace, and the Service that the name belongs to. */
export interface Resolution extends ResolveResult {
  readonly reason: { readonly id: ReasonId; readonly values: Readonly<Record<string, string | number>> };
  readonly service?: Service;
}

export function resolve(world: World, from: Origin, name: string, type: DnsType = 'A'): Resolution {
  if (ADDRESS.test(name) && type === 'A') return host(name, [name], '');
  const local = type === 'A' ? localName(world, from, name) : undefined;
  if (local) return host(name, [local], '');
  const dns = dnsOf(world, from);
  if (!dns) return outside(name, LAPTOP_DNS, type);
  if ('reason' in dns) return { ...nothing(name, 'timeout'), reason: { id: dns.reason, values: { name, ...dns.values } } };
  const asked = ADDRESS.test(name) && type === 'PTR' ? `${name.split('.').reverse().join('.')}.in-addr.arpa` : name;
  for (const full of candidates(dns, asked)) {
    const answer = ask(world, full, type);
    if (answer) return resolution(full, type, answer);
  }
  return outside(name, CLUSTER_DNS, type);
}

function resolution(full: string, type: DnsType, { records, reason, service }: ZoneAnswer): Resolution {
  const aliases = records.filter((one) => one.type === 'CNAME');
  const addresses = records.filter((one) => one.type === 'A').map(({ value }) => value);
  const last = aliases.at(-1)?.value.replace(/\.$/, '');
  const pointer = records.find((one) => one.type === 'PTR')?.value.replace(/\.$/, '');
  const dangling = aliases.length > 0 && type !== 'CNAME' && records.length === aliases.length;
  return {
    addresses,
    canonicalName: pointer ?? last ?? full,
    cnames: aliases.map((one) => one.name),
    records,
    server: CLUSTER_DNS,
    ...(dangling ? { failure: 'nxdomain' as const } : records.length === 0 && { failure: 'noanswer' as const }),
    reason,
    ...(service && { service }),
  };
}

function host(name: string, addresses: readonly string[], server: string): Resolution {
  return {
    addresses,
    canonicalName: name,
    cnames: [],
    records: addresses.map((value) => ({ name, type: 'A' as const, ttl: 30, value })),
    server,
    reason: { id: 'dns_host', values: { name, address: addresses[0] ?? '' } },
  };
}

function nothing(name: string, failure: 'nxdomain' | 'noanswer' | 'timeout', server = CLUSTER_DNS): Resolution {
  return { addresses: [], cnames: [], records: [], server, failure, reason: { id: 'dns_nxdomain', values: { name } } };
}

function outside(name: string, server: string, type: DnsType): Resolution {
  const found = outsideByName(name);
  if (!found) return nothing(name, 'nxdomain', server);
  return type === 'A' ? host(name.replace(/\.$/, ''), [found.address], server) : nothing(name, 'noanswer', server);
}

/** What /etc/hosts says. */
function localName(world: World, from: Origin, name: string): string | undefined {
  if (name === 'localhost' || name.endsWith('.localhost')) return '127.0.0.1';
  if (from.kind === 'laptop') return hostsEntry(world, name);
  if (from.kind === 'node') return name === 'host.minikube.internal' ? LAPTOP_ADDRESS : addressOfNode(world, name);
  const pod = podByUid(world, from.namespace, from.name, from.uid);
  if (!pod) return undefined;
  const { hostname = pod.metadata.name, subdomain, hostNetwork, nodeName = '' } = pod.spec;
  // The kubelet hands the node's own file on.
  if (hostNetwork) {
    const known = localName(world, { kind: 'node', name: nodeName }, name);
    if (known) return known;
  } else if (name === hostname || (subdomain && name === `${hostname}.${subdomain}.${from.namespace}.svc.cluster.local`))
    return pod.status.podIP;
  return pod.spec.hostAliases?.find(({ hostnames }) => hostnames?.includes(name))?.ip;
}

/** Nodes know each other's names, and the control plane's other one. */
function addressOfNode(world: World, name: string): string | undefined {
  const nodes = world.store.list<Node>('nodes');
  const wanted =
    name === 'control-plane.minikube.internal'
      ? nodes.find(({ metadata }) => metadata.labels?.['node-role.kubernetes.io/control-plane'] !== undefined)
      : nodes.find(({ metadata }) => metadata.name === name);
  return wanted && nodeAddressOf(wanted);
}

/** A line of the laptop's own /etc/hosts, which the learner may have edited. */
function hostsEntry(world: World, name: string): string | undefined {
  const text = world.slot<WrittenFiles>('laptop-files', () => ({}))['/etc/hosts']?.text ?? '127.0.1.1\tdrydock';
  for (const line of text.split('\n')) {
    const [address, ...names] = line.replace(/#.*/, '').trim().split(/\s+/);
    if (address && names.some((one) => one.toLowerCase() === name.toLowerCase())) return address;
  }
  return undefined;
}

interface Dns {
  readonly search: readonly string[];
  readonly ndots: number;
}

interface NoDns {
  readonly reason: ReasonId;
  readonly values: Readonly<Record<string, string>>;
}

/** The DNS that an origin asks: the cluster's with a search list, undefined for one that knows no cluster names, or why none answers. */
function dnsOf(world: World, from: Origin): Dns | NoDns | undefined {
  const pod = from.kind === 'pod' ? podByUid(world, from.namespace, from.name, from.uid) : undefined;
  if (!pod) return from.kind === 'pod' ? { search: [], ndots: 1 } : undefined;
  const config = resolverConfig(world, pod);
  if (config.servers[0] !== CLUSTER_DNS) return undefined;
  const policy = egressDenied(world, from, DNS_END, DNS_PORT);
  if (policy !== undefined) return { reason: 'dns_policy', values: { pod: pod.metadata.name, policy } };
  if (!dnsAnswers(world)) return { reason: 'dns_down', values: {} };
  return { search: config.search, ndots: ndotsOf(config) };
}

/** Cluster DNS runs beside the control plane; where a Service kube-dns stands for it, that must have a ready endpoint. */
function dnsAnswers(world: World): boolean {
  const service = world.store.get<Service>('services', 'kube-system', 'kube-dns');
  return service === undefined || slicesOf(world, service).some((slice) => slice.endpoints?.some(isReady));
}

/** Names tried in turn, by resolv.conf's rule: few dots mean the search list first. */
function candidates({ search, ndots }: Dns, name: string): string[] {
  if (name.endsWith('.')) return [name.slice(0, -1)];
  const searched = search.map((domain) => `${name}.${domain}`);
  return name.split('.').length - 1 >= ndots ? [name, ...searched] : [...searched, name];
}
