/**
 * The netfilter rules that kube-proxy of a node keeps for its cluster's Services, and the kubelet beside it, as the node's kernel has them.
 * They say what `Router` does: both choose among the same endpoints.
 * Source: pkg/proxy/iptables/proxier.go (syncProxyRules) of v1.36; the words of matches and targets: iptables 1.8.9.
 */
import { sha256 } from '../api/values/sha256.ts';
import type { Service } from '../kinds/objects.ts';
import type { ServicePort } from '../kinds/types.gen.ts';
import type { World } from '../world/world.ts';
import { affinitySeconds, type Choice, nearest, usableEndpoints } from './routing.ts';

/** One word of a rule's conditions or of what its target does. */
export interface Term {
  /** As iptables-save writes it, which is how it would be given. */
  readonly save: string;
  /** As `iptables -L` lists it; `numeric`: without names of ports. */
  readonly list: (numeric: boolean) => string;
}

export interface Rule {
  readonly chain: string;
  /** Network that it is for; not set: any. `!` before it: any other. */
  readonly source?: string;
  readonly destination?: string;
  readonly protocol?: string;
  readonly matches: readonly Term[];
  /** The chain that it jumps to, or what becomes of the packet; not set: nothing. */
  readonly target?: string;
  readonly options?: Term;
}

export interface Table {
  readonly name: 'mangle' | 'filter' | 'nat';
  /** The kernel's own chains, which have a policy. */
  readonly builtin: readonly string[];
  /** Those that were made, by name. */
  readonly chains: readonly string[];
  readonly rules: readonly Rule[];
}

const POD_NETWORK = '10.244.0.0/16';
const LOOPBACK = '127.0.0.0/8';
const MARK = '0x4000';

const term = (save: string, list: string): Term => ({ save, list: () => ` ${list}` });
const comment = (text: string): Term => term(`-m comment --comment ${/[^\w/:.-]/.test(text) ? `"${text}"` : text}`, `/* ${text} */`);
const state = (states: string, not = ''): Term => term(`-m conntrack ${not}--ctstate ${states}`, `${not}ctstate ${states}`);
const local = (what: 'dst' | 'src'): Term => term(`-m addrtype --${what}-type LOCAL`, `ADDRTYPE match ${what}-type LOCAL`);
const marked = (not = ''): Term => term(`-m mark ${not}--mark ${MARK}/${MARK}`, `mark match ${not}${MARK}/${MARK}`);
const NAMED_PORTS: Readonly<Record<number, string>> = {
  22: 'ssh',
  53: 'domain',
  80: 'http',
  443: 'https',
  3306: 'mysql',
  5432: 'postgresql',
  8080: 'http-alt',
};
const to = (protocol: string, port: number): Term => ({
  save: `-m ${protocol} --dport ${port}`,
  list: (numeric) => ` ${protocol} dpt:${numeric ? port : (NAMED_PORTS[port] ?? port)}`,
});

/** The rules of all tables on a node. */
export function proxyRules(world: World, node: string): Table[] {
  const filter = new Rules();
  const nat = new Rules();
  for (const service of world.store.list<Service>('services')) {
    if (!service.spec.clusterIP || service.spec.clusterIP === 'None') continue;
    for (const port of service.spec.ports ?? []) servicePort(new Portal(world, node, service, port), nat, filter);
  }
  return [
    {
      name: 'mangle',
      builtin: ['PREROUTING', 'INPUT', 'FORWARD', 'OUTPUT', 'POSTROUTING'],
      chains: ['KUBE-IPTABLES-HINT', 'KUBE-KUBELET-CANARY', 'KUBE-PROXY-CANARY'],
      rules: [],
    },
    table('filter', ['INPUT', 'FORWARD', 'OUTPUT'], FILTER_CHAINS, [...FILTER_JUMPS, ...filter.rules, ...FORWARDING]),
    table('nat', ['PREROUTING', 'INPUT', 'OUTPUT', 'POSTROUTING'], NAT_CHAINS, [...NAT_JUMPS, ...MASQUERADING, ...nat.rules, NODE_PORTS]),
  ];
}

/** Rules stand with their chain's, in the order in which they were written; a chain is there once a rule is for it or leads to it. */
function table(name: Table['name'], builtin: readonly string[], fixed: readonly string[], rules: readonly Rule[]): Table {
  const chains = [...new Set([...fixed, ...rules.map(({ chain }) => chain)])].filter((one) => !builtin.includes(one)).sort();
  return { name, builtin, chains, rules: [...builtin, ...chains].flatMap((chain) => rules.filter((rule) => rule.chain === chain)) };
}

class Rules {
  readonly rules: Rule[] = [];

  add(chain: string, about: Partial<Rule>): void {
    this.rules.push({ chain, matches: [], ...about });
  }
}

/** What is the same in every cluster. */

const FILTER_CHAINS = [
  ...['KUBE-EXTERNAL-SERVICES', 'KUBE-FIREWALL', 'KUBE-FORWARD', 'KUBE-KUBELET-CANARY', 'KUBE-NODEPORTS'],
  ...['KUBE-PROXY-CANARY', 'KUBE-PROXY-FIREWALL', 'KUBE-SERVICES'],
];
const NAT_CHAINS = ['KUBE-KUBELET-CANARY', 'KUBE-MARK-MASQ', 'KUBE-NODEPORTS', 'KUBE-POSTROUTING', 'KUBE-PROXY-CANARY', 'KUBE-SERVICES'];

const jump = (chain: string, target: string, matches: readonly Term[] = []): Rule => ({ chain, target, matches });
const NEW = state('NEW');
const FIREWALL = [NEW, comment('kubernetes load balancer firewall')];
const EXTERNAL = [NEW, comment('kubernetes externally-visible service portals')];
const PORTALS = comment('kubernetes service portals');

const FILTER_JUMPS: readonly Rule[] = [
  jump('INPUT', 'KUBE-PROXY-FIREWALL', FIREWALL),
  jump('INPUT', 'KUBE-NODEPORTS', [comment('kubernetes health check service ports')]),
  jump('INPUT', 'KUBE-EXTERNAL-SERVICES', EXTERNAL),
  jump('INPUT', 'KUBE-FIREWALL'),
  jump('FORWARD', 'KUBE-PROXY-FIREWALL', FIREWALL),
  jump('FORWARD', 'KUBE-FORWARD', [comment('kubernetes forwarding rules')]),
  jump('FORWARD', 'KUBE-SERVICES', [NEW, PORTALS]),
  jump('FORWARD', 'KUBE-EXTERNAL-SERVICES', EXTERNAL),
  jump('OUTPUT', 'KUBE-PROXY-FIREWALL', FIREWALL),
  jump('OUTPUT', 'KUBE-SERVICES', [NEW, PORTALS]),
  jump('OUTPUT', 'KUBE-FIREWALL'),
  {
    ...jump('KUBE-FIREWALL', 'DROP', [comment('block incoming localnet connections'), state('RELATED,ESTABLISHED,DNAT', '! ')]),
    source: `!${LOOPBACK}`,
    destination: LOOPBACK,
  },
];
const FORWARDING: readonly Rule[] = [
  jump('KUBE-FORWARD', 'DROP', [state('INVALID')]),
  jump('KUBE-FORWARD', 'ACCEPT', [comment('kubernetes forwarding rules'), marked()]),
  jump('KUBE-FORWARD', 'ACCEPT', [comment('kubernetes forwarding conntrack rule'), state('RELATED,ESTABLISHED')]),
];
const NAT_JUMPS: readonly Rule[] = [
  jump('PREROUTING', 'KUBE-SERVICES', [PORTALS]),
  jump('OUTPUT', 'KUBE-SERVICES', [PORTALS]),
  jump('POSTROUTING', 'KUBE-POSTROUTING', [comment('kubernetes postrouting rules')]),
];
const MASQUERADING: readonly Rule[] = [
  { ...jump('KUBE-MARK-MASQ', 'MARK'), options: term(`--set-xmark ${MARK}/${MARK}`, `MARK or ${MARK}`) },
  jump('KUBE-POSTROUTING', 'RETURN', [marked('! ')]),
  { ...jump('KUBE-POSTROUTING', 'MARK'), options: term(`--set-xmark ${MARK}/0x0`, `MARK xor ${MARK}`) },
  {
    ...jump('KUBE-POSTROUTING', 'MASQUERADE', [comment('kubernetes service traffic requiring SNAT')]),
    options: term('--random-fully', 'random-fully'),
  },
];
const NODE_PORTS = jump('KUBE-SERVICES', 'KUBE-NODEPORTS', [
  comment('kubernetes service nodeports; NOTE: this must be the last rule in this chain'),
  local('dst'),
]);

/** A port of a Service as kube-proxy of a node sees it. */
class Portal {
  /** `default/web:http` */
  readonly name: string;
  readonly protocol: string;
  readonly port: ServicePort;
  readonly spec: Service['spec'];
  /** Where it may be sent by the policy Cluster, and by Local. */
  readonly cluster: readonly Choice[];
  readonly local: readonly Choice[];
  /** Any node has a usable endpoint. */
  readonly alive: boolean;
  readonly loadBalancers: readonly string[];
  readonly sourceRanges: readonly string[];
  readonly external: boolean;

  constructor(world: World, node: string, service: Service, port: ServicePort) {
    const { metadata, spec, status } = service;
    this.name = `${metadata.namespace}/${metadata.name}${port.name ? `:${port.name}` : ''}`;
    this.protocol = (port.protocol ?? 'TCP').toLowerCase();
    this.port = port;
    this.spec = spec;
    const usable = usableEndpoints(world, service, port);
    const byAddress = (a: Choice, b: Choice): number => (endOf(a) < endOf(b) ? -1 : 1);
    this.cluster = [...nearest(world, usable, node)].sort(byAddress);
    this.local = usable.filter(({ endpoint }) => endpoint.nodeName === node).sort(byAddress);
    this.alive = usable.length > 0;
    this.loadBalancers = (status?.loadBalancer?.ingress ?? []).flatMap(({ ip }) => (ip ? [ip] : []));
    this.sourceRanges = spec.loadBalancerSourceRanges ?? [];
    this.external = Boolean(port.nodePort) || (spec.externalIPs ?? []).length > 0 || this.loadBalancers.length > 0;
  }

  /** `KUBE-SVC-`: endpoints of the whole cluster, `SVL`: of this node, `EXT`: what comes from outside, `FW`: by who sent it. */
  chain(kind: 'SVC' | 'SVL' | 'EXT' | 'FW'): string {
    return `KUBE-${kind}-${nameHash(this.name + this.protocol)}`;
  }

  /** The chain of one endpoint. */
  endpointChain(choice: Choice): string {
    return `KUBE-SEP-${nameHash(this.name + this.protocol + endOf(choice))}`;
  }

  get sticky(): number | undefined {
    return this.spec.sessionAffinity === 'ClientIP' ? affinitySeconds(this.spec) : undefined;
  }
}

const endOf = ({ address, port }: Choice): string => `${address}:${port}`;

function servicePort(portal: Portal, nat: Rules, filter: Rules): void {
  const { name, protocol, port, spec, alive, cluster, local: here } = portal;
  const internalLocal = spec.internalTrafficPolicy === 'Local';
  const externalLocal = spec.externalTrafficPolicy === 'Local';
  const reachable = { internal: internalLocal ? here.length > 0 : alive, external: externalLocal ? here.length > 0 : alive };
  const at = (words: string, dport: number): Partial<Rule> => ({ protocol, matches: [comment(words), to(protocol, dport)] });
  const closed = (dport: number): Partial<Rule> => ({
    ...at(`${name} has no ${alive ? 'local ' : ''}endpoints`, dport),
    target: alive ? 'DROP' : 'REJECT',
    ...(!alive && { options: term('--reject-with icmp-port-unreachable', 'reject-with icmp-port-unreachable') }),
  });
  const only = (address: string): string => `${address}/32`;

  const inside = portal.chain(internalLocal ? 'SVL' : 'SVC');
  const clusterAt = { destination: only(spec.clusterIP ?? ''), ...at(`${name} cluster IP`, port.port) };
  if (reachable.internal) nat.add('KUBE-SERVICES', { ...clusterAt, target: inside });
  else filter.add('KUBE-SERVICES', { destination: only(spec.clusterIP ?? ''), ...closed(port.port) });

  const outside = portal.chain('EXT');
  const guarded = portal.loadBalancers.length > 0 && portal.sourceRanges.length > 0;
  for (const [words, addresses, target] of [
    ['external IP', spec.externalIPs ?? [], outside],
    ['loadbalancer IP', portal.loadBalancers, guarded ? portal.chain('FW') : outside],
  ] as const)
    for (const address of addresses) {
      const destination = only(address);
      if (alive) nat.add('KUBE-SERVICES', { destination, ...at(`${name} ${words}`, port.port), target });
      if (alive && guarded && words === 'loadbalancer IP')
        filter.add('KUBE-PROXY-FIREWALL', {
          destination,
          ...at(`${name} traffic not accepted by ${portal.chain('FW')}`, port.port),
          target: 'DROP',
        });
      if (!reachable.external) filter.add('KUBE-EXTERNAL-SERVICES', { destination, ...closed(port.port) });
    }
  if (port.nodePort) {
    if (alive) nat.add('KUBE-NODEPORTS', { ...at(name, port.nodePort), target: outside });
    if (!reachable.external) {
      const { matches = [], ...rest } = closed(port.nodePort);
      const [why, ...where] = matches as [Term, ...Term[]];
      filter.add('KUBE-EXTERNAL-SERVICES', { ...rest, matches: [why, local('dst'), ...where] });
    }
  }
  if (spec.healthCheckNodePort)
    filter.add('KUBE-NODEPORTS', {
      protocol: 'tcp',
      matches: [comment(`${name} health check node port`), to('tcp', spec.healthCheckNodePort)],
      target: 'ACCEPT',
    });
  if (!alive) return;

  if (reachable.internal) nat.add(inside, { ...clusterAt, source: `!${POD_NETWORK}`, target: 'KUBE-MARK-MASQ' });
  if (portal.external) fromOutside(portal, nat, externalLocal, reachable.external);
  if (guarded) firewall(portal, nat);
  const usesCluster = cluster.length > 0 && (!internalLocal || portal.external);
  const usesLocal = here.length > 0 && (internalLocal || (externalLocal && portal.external));
  if (usesCluster) balance(portal, nat, portal.chain('SVC'), cluster);
  if (usesLocal) balance(portal, nat, portal.chain('SVL'), here);
  const used = new Map([...(usesCluster ? cluster : []), ...(usesLocal ? here : [])].map((one) => [endOf(one), one]));
  for (const one of used.values()) toEndpoint(portal, nat, one);
}

/** What comes to node ports, external addresses and load balancers. */
function fromOutside(portal: Portal, nat: Rules, keepsSource: boolean, reachable: boolean): void {
  const { name } = portal;
  const chain = portal.chain('EXT');
  const about = (words: string): Term => comment(`${words} ${name} external destinations`);
  if (!keepsSource) nat.add(chain, { matches: [about('masquerade traffic for')], target: 'KUBE-MARK-MASQ' });
  else {
    // Pods and the node itself are not kept to the endpoints of this node: for them it is as if they asked a load balancer.
    nat.add(chain, { source: POD_NETWORK, matches: [about('pod traffic for')], target: portal.chain('SVC') });
    nat.add(chain, { matches: [about('masquerade LOCAL traffic for'), local('src')], target: 'KUBE-MARK-MASQ' });
    nat.add(chain, { matches: [about('route LOCAL traffic for'), local('src')], target: portal.chain('SVC') });
  }
  if (reachable) nat.add(chain, { target: portal.chain(keepsSource ? 'SVL' : 'SVC') });
}

/** Of what comes to a load balancer only what `loadBalancerSourceRanges` names. */
function firewall(portal: Portal, nat: Rules): void {
  const chain = portal.chain('FW');
  for (const source of portal.sourceRanges)
    nat.add(chain, { source, matches: [comment(`${portal.name} loadbalancer IP`)], target: portal.chain('EXT') });
  nat.add(chain, { matches: [comment(`other traffic to ${portal.name} will be dropped by KUBE-PROXY-FIREWALL`)] });
}

/** To each endpoint with the same chance: the first takes one in n of all, the second one in n - 1 of what is left, the last the rest. */
function balance(portal: Portal, nat: Rules, chain: string, endpoints: readonly Choice[]): void {
  const words = (one: Choice): Term => comment(`${portal.name} -> ${endOf(one)}`);
  const seconds = portal.sticky;
  if (seconds !== undefined)
    for (const one of endpoints)
      nat.add(chain, { matches: [words(one), seen(portal.endpointChain(one), seconds)], target: portal.endpointChain(one) });
  for (const [index, one] of endpoints.entries()) {
    const left = endpoints.length - index;
    const chance = (1 / left).toFixed(11);
    const random = term(`-m statistic --mode random --probability ${chance}`, `statistic mode random probability ${chance}`);
    nat.add(chain, { matches: [words(one), ...(left > 1 ? [random] : [])], target: portal.endpointChain(one) });
  }
}

function toEndpoint(portal: Portal, nat: Rules, one: Choice): void {
  const { name, protocol, sticky } = portal;
  const chain = portal.endpointChain(one);
  // A Pod that reaches itself by its Service must not see its own address.
  nat.add(chain, { source: `${one.address}/32`, matches: [comment(name)], target: 'KUBE-MARK-MASQ' });
  nat.add(chain, {
    protocol,
    matches: [comment(name), ...(sticky === undefined ? [] : [seen(chain)]), term(`-m ${protocol}`, protocol)],
    target: 'DNAT',
    options: term(`--to-destination ${endOf(one)}`, `to:${endOf(one)}`),
  });
}

/** Remembers who was sent to an endpoint, or (with seconds) asks whether he was. */
function seen(chain: string, seconds?: number): Term {
  const rest = `name: ${chain} side: source mask: 255.255.255.255`;
  const tail = `--name ${chain} --mask 255.255.255.255 --rsource`;
  return seconds === undefined
    ? term(`-m recent --set ${tail}`, `recent: SET ${rest}`)
    : term(`-m recent --rcheck --seconds ${seconds} --reap ${tail}`, `recent: CHECK seconds: ${seconds} reap ${rest}`);
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** 16 letters: the first 80 bits of the SHA-256 in base 32. */
function nameHash(text: string): string {
  const bits = BigInt(`0x${sha256(new TextEncoder().encode(text)).slice(0, 20)}`);
  return Array.from({ length: 16 }, (_, at) => BASE32[Number((bits >> BigInt(75 - 5 * at)) & 31n)]).join('');
}
