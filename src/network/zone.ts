/** What cluster DNS knows: the records of cluster.local and of addresses (source: the Kubernetes DNS specification 1.1.0; CoreDNS's plugin kubernetes). */
import type { Service } from '../kinds/objects.ts';
import type { Endpoint, EndpointPort } from '../kinds/types.gen.ts';
import type { World } from '../world/world.ts';
import { slicesOf } from './objects.ts';
import { outsideByName } from './outside.ts';
import type { ReasonId } from './reasons.ts';
import { CLUSTER_DNS, CLUSTER_DOMAIN } from './resolv-conf.ts';
import type { DnsRecord, DnsType } from './types.ts';

const TTL = 30;
const ADDRESS = /^\d{1,3}(\.\d{1,3}){3}$/;
const REVERSE = '.in-addr.arpa';

/** An answer; `records` empty: the name is there, but nothing of that type. */
export interface ZoneAnswer {
  readonly records: readonly DnsRecord[];
  readonly reason: { readonly id: ReasonId; readonly values: Readonly<Record<string, string | number>> };
  readonly service?: Service;
}

/** The answer for a full name without a dot at its end; undefined: there is no such name. */
export function ask(world: World, full: string, type: DnsType): ZoneAnswer | undefined {
  const name = full.toLowerCase();
  if (name.endsWith(REVERSE)) return pointers(world, name, type);
  if (name !== CLUSTER_DOMAIN && !name.endsWith(`.${CLUSTER_DOMAIN}`)) return undefined;
  const parts = name === CLUSTER_DOMAIN ? [] : name.slice(0, -CLUSTER_DOMAIN.length - 1).split('.');
  const kind = parts.pop();
  const namespace = parts.pop();
  if (kind === undefined) return apex(name, type);
  if (namespace === undefined) return kind === 'svc' || kind === 'pod' ? found(name, []) : undefined;
  if (!world.store.get('namespaces', '', namespace)) return undefined;
  if (kind === 'pod') return parts.length === 0 ? found(name, []) : podName(name, parts, type);
  if (kind !== 'svc') return undefined;
  if (parts.length === 0) return found(name, []);
  const service = world.store.get<Service>('services', namespace, parts.pop() ?? '');
  return service && serviceAnswer(world, service, name, parts, type);
}

const record = (name: string, type: DnsType, value: string): DnsRecord => ({ name, type, ttl: TTL, value });

function found(name: string, records: readonly DnsRecord[]): ZoneAnswer {
  return { records, reason: { id: 'dns_host', values: { name, address: records[0]?.value ?? '' } } };
}

function apex(name: string, type: DnsType): ZoneAnswer {
  if (type === 'NS') return found(name, [record(name, 'NS', `ns.dns.${name}.`)]);
  return found(name, type === 'SOA' ? [record(name, 'SOA', `ns.dns.${name}. hostmaster.${name}. 1790000000 7200 1800 86400 30`)] : []);
}

function serviceAnswer(world: World, service: Service, name: string, words: readonly string[], type: DnsType): ZoneAnswer | undefined {
  const values = { name, service: `${service.metadata.namespace}/${service.metadata.name}` };
  const base = `${service.metadata.name}.${service.metadata.namespace}.svc.${CLUSTER_DOMAIN}`;
  if (service.spec.type === 'ExternalName') {
    if (words.length > 0) return undefined;
    const target = (service.spec.externalName ?? '').replace(/\.$/, '');
    const alias = record(name, 'CNAME', `${target}.`);
    const rest = type === 'CNAME' ? [] : targetRecords(world, target, type);
    return { records: [alias, ...rest], reason: { id: 'dns_external_name', values: { ...values, target } }, service };
  }
  const byPort = words.length === 2 && words[0]?.startsWith('_') && words[1]?.startsWith('_');
  const ports = (service.spec.ports ?? []).filter(
    (one) => !byPort || (`_${one.name}` === words[0] && `_${(one.protocol ?? 'TCP').toLowerCase()}` === words[1]),
  );
  if (byPort && ports.length === 0) return undefined;
  const { clusterIP } = service.spec;
  if (clusterIP && clusterIP !== 'None') {
    if (words.length > 0 && !byPort) return undefined;
    const reason = { id: 'dns_service', values: { ...values, address: clusterIP } } as const;
    if (type === 'SRV') return { records: ports.map(({ port }) => srv(name, ports.length, port, base)), reason, service };
    const addresses = (service.spec.clusterIPs ?? [clusterIP]).filter((one) => one.includes(':') === (type === 'AAAA'));
    return { records: type === 'A' || type === 'AAAA' ? addresses.map((one) => record(name, type, one)) : [], reason, service };
  }
  const members = membersOf(world, service).filter(({ host }) => words.length === 0 || byPort || words.join('.') === host);
  if (members.length === 0) return undefined;
  const addresses = [...new Set(members.map(({ address }) => address))];
  const reason = { id: 'dns_headless', values: { ...values, count: addresses.length } } as const;
  if (type === 'SRV') {
    const all = members.flatMap(({ host, ports: own }) =>
      own
        .filter(
          ({ name: portName, protocol = 'TCP' }) =>
            !byPort || (`_${portName ?? ''}` === words[0] && `_${protocol.toLowerCase()}` === words[1]),
        )
        .map(({ port = 0 }) => ({ port, target: `${host}.${base}` })),
    );
    return { records: all.map(({ port, target }) => srv(name, all.length, port, target)), reason, service };
  }
  return { records: type === 'A' ? addresses.map((address) => record(name, 'A', address)) : [], reason, service };
}

function srv(name: string, count: number, port: number, target: string): DnsRecord {
  return record(name, 'SRV', `0 ${Math.floor(100 / count)} ${port} ${target}.`);
}

interface Member {
  readonly address: string;
  /** Its name below the Service's: the Pod's hostname where it has the Service as its subdomain, else its address with dashes. */
  readonly host: string;
  readonly ports: readonly EndpointPort[];
}

/** The endpoints that a headless Service's names stand for. */
function membersOf(world: World, service: Service): Member[] {
  return slicesOf(world, service).flatMap((slice) =>
    (slice.endpoints ?? [])
      .filter((endpoint) => isReady(endpoint) || service.spec.publishNotReadyAddresses)
      .flatMap((endpoint) =>
        endpoint.addresses.map((address) => ({
          address,
          host: endpoint.hostname || address.replaceAll(/[.:]/g, '-'),
          ports: (slice.ports ?? []) as readonly EndpointPort[],
        })),
      ),
  );
}

export function isReady(endpoint: Endpoint): boolean {
  return endpoint.conditions?.ready !== false;
}

/** What an alias points at: inside the cluster, or outside. */
function targetRecords(world: World, target: string, type: DnsType): readonly DnsRecord[] {
  const outside = outsideByName(target);
  if (outside) return type === 'A' ? [record(target, 'A', outside.address)] : [];
  return ask(world, target, type)?.records ?? [];
}

/** `10-244-0-5.default.pod.cluster.local` */
function podName(name: string, words: readonly string[], type: DnsType): ZoneAnswer | undefined {
  const address = words.length === 1 ? (words[0] as string).replaceAll('-', '.') : '';
  if (!ADDRESS.test(address)) return undefined;
  return found(name, type === 'A' ? [record(name, 'A', address)] : []);
}

/** `5.0.244.10.in-addr.arpa`: Services by their cluster IP, and endpoints by the name they have below theirs. */
function pointers(world: World, name: string, type: DnsType): ZoneAnswer | undefined {
  const address = name.slice(0, -REVERSE.length).split('.').reverse().join('.');
  const services = world.store.list<Service>('services');
  const names =
    address === CLUSTER_DNS
      ? ['kube-dns.kube-system.svc.cluster.local']
      : services.filter(({ spec }) => spec.clusterIPs?.includes(address) || spec.clusterIP === address).map(nameOf);
  if (names.length === 0) {
    for (const service of services) {
      const member = service.spec.type === 'ExternalName' ? undefined : membersOf(world, service).find((one) => one.address === address);
      if (member) names.push(`${member.host}.${nameOf(service)}`);
    }
  }
  if (names.length === 0) return undefined;
  return found(name, type === 'PTR' ? names.map((one) => record(name, 'PTR', `${one}.`)) : []);
}

function nameOf({ metadata }: Service): string {
  return `${metadata.name}.${metadata.namespace}.svc.${CLUSTER_DOMAIN}`;
}
