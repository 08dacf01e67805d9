/**
 * Where a connection to an address ends, hop by hop: what kube-proxy's rules and the Pod network do with it.
 * Source of the Service rules: Kubernetes docs "Virtual IPs and Service Proxies" (iptables mode).
 */
import type { Hop } from '../api/hop.ts';
import type { Node, Pod, Service } from '../kinds/objects.ts';
import { kubeletUid } from '../kinds/pod/mirror.ts';
import { tunnelState } from '../kinds/tunnel.ts';
import type { Endpoint, EndpointHints, ServicePort } from '../kinds/types.gen.ts';
import type { World } from '../world/world.ts';
import { findListener, type Listener, listenersOf } from './listeners.ts';
import {
  hasNetwork,
  LAPTOP_ADDRESS,
  nodeAddressOf,
  nodeAnswers,
  nodeByAddress,
  nodeOfOrigin,
  podByAddress,
  podByUid,
  serviceByAddress,
  slicesOf,
} from './objects.ts';
import { outsideByAddress } from './outside.ts';
import { type End, egressDenied, ingressDenied, podEnd, type Traffic } from './policy.ts';
import type { ReasonId } from './reasons.ts';
import type { NetworkFailure, Origin } from './types.ts';

type Protocol = 'TCP' | 'UDP';

/** Where a connection ends: at a listener of a place (Pod uid, `laptop`, `node:<name>`, `outside`), or nowhere. */
export type Destination =
  | { readonly place: string; readonly listener: Listener; readonly clientAddress: string; readonly address: string }
  | { readonly failure: NetworkFailure };

interface AffinitySlot {
  /** By Service uid, port and client: the endpoint's address and until when (virtual ms) it is kept. */
  readonly chosen: Record<string, { address: string; until: number }>;
}

const DEFAULT_AFFINITY_SECONDS = 10_800;
const LOOPBACK = /^127\./;
/** What one hop within the cluster takes, ms. */
const HOP_MS = 1;

/** What the node that carries the control plane listens with. */
export const API_SERVER: Listener = { port: 8443, protocol: 'TCP', server: 'kube-apiserver', args: {}, container: '', tls: true };
/** It carries the control plane, and what comes from outside the nodes comes in there. */
const FIRST_NODE = 'minikube';
const CONTROL_PLANE = 'node-role.kubernetes.io/control-plane';

export class Router {
  private readonly world: World;
  readonly hops: Hop[] = [];
  private readonly from: Origin;
  private readonly protocol: Protocol;

  constructor(world: World, from: Origin, protocol: Protocol) {
    this.world = world;
    this.from = from;
    this.protocol = protocol;
  }

  /** Appends a hop to the trace. */
  hop(
    kind: Hop['kind'],
    id: ReasonId,
    values: Readonly<Record<string, string | number>>,
    more: Partial<Pick<Hop, 'object' | 'address' | 'ms'>> = {},
  ): void {
    this.hops.push({ kind, reason: { id, values }, ms: HOP_MS, ...more });
  }

  route(address: string, port: number): Destination {
    if (LOOPBACK.test(address) || address === '0.0.0.0') return this.local(port);
    const virtual = serviceByAddress(this.world, address);
    if (virtual) return this.toService(virtual.service, virtual.by, address, port);
    if (nodeByAddress(this.world, address)) return this.toNode(address, port);
    if (/^10\.244\./.test(address)) return this.toPod(address, port);
    return this.toOutside(address, port);
  }

  private local(port: number): Destination {
    const place = this.from.kind === 'pod' ? this.from.uid : this.from.kind === 'laptop' ? 'laptop' : `node:${this.from.name}`;
    const own =
      this.from.kind === 'node' ? this.controlPlane(this.from.name, port) : this.from.kind === 'laptop' ? this.forwarded(port) : undefined;
    const listener = own ?? findListener(this.world, place, port, this.protocol);
    const address = `127.0.0.1:${port}`;
    if (!listener) {
      this.hop(this.from.kind === 'pod' ? 'pod' : 'origin', 'local_closed', { port }, { address, ...objectOf(this.from) });
      return { failure: 'refused' };
    }
    this.hop(this.from.kind === 'pod' ? 'pod' : 'origin', 'local_answers', { port }, { address, ...objectOf(this.from) });
    return { place, listener, clientAddress: '127.0.0.1', address };
  }

  private toNode(address: string, port: number): Destination {
    const node = nodeByAddress(this.world, address);
    const name = node?.metadata.name ?? '';
    const object = { resource: 'nodes', namespace: '', name };
    if (!nodeAnswers(this.world, name)) {
      this.hop('node', 'node_down', { node: name }, { object, address });
      return { failure: 'unreachable' };
    }
    if (this.forbidden({ address }, { port, protocol: this.protocol }, { address: `${address}:${port}` })) return { failure: 'timeout' };
    for (const service of this.world.store.list<Service>('services')) {
      const found =
        service.spec.type === 'ClusterIP'
          ? undefined
          : service.spec.ports?.find((one) => one.nodePort === port && (one.protocol ?? 'TCP') === this.protocol);
      if (!found) continue;
      this.hop('nodePort', 'node_port', { port, service: labelOf(service) }, { object, address: `${address}:${port}` });
      return this.toEndpoint(service, found, service.spec.externalTrafficPolicy === 'Local' ? name : undefined, name);
    }
    const listener = this.controlPlane(name, port) ?? this.hostPort(name, port);
    if (!listener) {
      this.hop('node', 'node_port_closed', { port }, { object, address: `${address}:${port}` });
      return { failure: 'refused' };
    }
    const place = 'place' in listener ? listener.place : `node:${name}`;
    this.hop('node', 'node_answers', { node: name, port }, { object, address: `${address}:${port}` });
    return {
      place,
      listener: 'place' in listener ? listener.listener : listener,
      clientAddress: this.clientAddress(),
      address: `${address}:${port}`,
    };
  }

  /** The laptop's port of the API server, which the kubeconfig names, leads to the first node. */
  private forwarded(port: number): Listener | undefined {
    return nodeAnswers(this.world, FIRST_NODE) ? this.controlPlane(FIRST_NODE, port) : undefined;
  }

  private controlPlane(node: string, port: number): Listener | undefined {
    const labels = this.world.store.get<Node>('nodes', '', node)?.metadata.labels ?? {};
    return CONTROL_PLANE in labels && port === API_SERVER.port && this.protocol === API_SERVER.protocol ? API_SERVER : undefined;
  }

  /** A Pod on the node that took the port: by hostPort, or because it uses the node's network. */
  private hostPort(node: string, port: number): { readonly place: string; readonly listener: Listener } | undefined {
    for (const pod of this.world.store.byIndex<Pod>('pods', 'node', node)) {
      if (!hasNetwork(pod)) continue;
      const mapped = pod.spec.containers.flatMap((container) => container.ports ?? []).find((one) => one.hostPort === port);
      const listener =
        pod.spec.hostNetwork || mapped
          ? findListener(this.world, kubeletUid(pod), mapped?.containerPort ?? port, this.protocol)
          : undefined;
      if (listener) return { place: kubeletUid(pod), listener };
    }
    return undefined;
  }

  private toService(service: Service, by: 'cluster' | 'external' | 'loadBalancer', address: string, port: number): Destination {
    const label = labelOf(service);
    const object = { resource: 'services', namespace: service.metadata.namespace ?? '', name: service.metadata.name };
    const shown = { object, address: `${address}:${port}` };
    const inside = this.from.kind !== 'laptop';
    // `minikube tunnel` routes the Service network to the first node while it runs.
    if (!inside && !tunnelState(this.world).running) {
      this.hop('service', 'cluster_ip_outside', { service: label }, shown);
      return { failure: 'timeout' };
    }
    const found = service.spec.ports?.find((one) => one.port === port && (one.protocol ?? 'TCP') === this.protocol);
    if (!found) {
      this.hop('service', 'service_no_port', { service: label, port }, shown);
      return { failure: 'timeout' };
    }
    if (by === 'cluster') this.hop('service', 'cluster_ip', { address, service: label, port }, shown);
    else
      this.hop(
        by === 'external' ? 'service' : 'loadBalancer',
        by === 'external' ? 'external_ip' : 'load_balancer',
        { address, service: label },
        shown,
      );
    const node = nodeOfOrigin(this.world, this.from) ?? FIRST_NODE;
    const policy = inside && by === 'cluster' ? service.spec.internalTrafficPolicy : service.spec.externalTrafficPolicy;
    return this.toEndpoint(service, found, policy === 'Local' ? node : undefined, node);
  }

  /** Chooses an endpoint as kube-proxy on a node does; `only` limits the choice to that node's. */
  private toEndpoint(service: Service, port: ServicePort, only: string | undefined, proxyNode: string): Destination {
    const label = labelOf(service);
    const object = { resource: 'services', namespace: service.metadata.namespace ?? '', name: service.metadata.name };
    if (this.hops.at(-1)?.kind === 'nodePort')
      this.hop(
        'service',
        'cluster_ip',
        { address: service.spec.clusterIP ?? '', service: label, port: port.port },
        { object, address: `${service.spec.clusterIP}:${port.port}` },
      );
    const usable = usableEndpoints(this.world, service, port);
    const choices =
      only === undefined ? nearest(this.world, usable, proxyNode) : usable.filter(({ endpoint }) => endpoint.nodeName === only);
    if (choices.length === 0) {
      if (usable.length > 0 && only !== undefined) {
        this.hop('endpoint', 'no_local_endpoints', { service: label, node: only }, { object });
        return { failure: 'timeout' };
      }
      this.hop('endpoint', 'no_endpoints', { service: label }, { object });
      return { failure: 'refused' };
    }
    const { address, targetPort, reason } = this.choose(service, port, choices);
    this.hop('endpoint', reason, { count: choices.length }, { object, address: `${address}:${targetPort}` });
    if (address.startsWith('192.168.49.')) return this.toNode(address, targetPort);
    if (!/^10\.244\./.test(address)) return this.toOutside(address, targetPort);
    // A request that comes in at a node port is masqueraded, unless the policy is Local.
    return this.toPod(address, targetPort, only === undefined && this.from.kind === 'laptop' ? proxyNode : undefined);
  }

  private choose(
    service: Service,
    port: ServicePort,
    choices: readonly Choice[],
  ): { readonly address: string; readonly targetPort: number; readonly reason: ReasonId } {
    const pick = (choice: Choice, reason: ReasonId) => ({ address: choice.address, targetPort: choice.port, reason });
    if (service.spec.sessionAffinity !== 'ClientIP') {
      return choices.length === 1 ? pick(choices[0] as Choice, 'chosen_only') : pick(this.world.random.pick(choices), 'chosen');
    }
    const { chosen } = this.world.slot<AffinitySlot>('session-affinity', () => ({ chosen: {} }));
    const key = `${service.metadata.uid} ${port.port} ${this.clientAddress()}`;
    const before = chosen[key];
    const kept = before && before.until > this.world.now ? choices.find(({ address }) => address === before.address) : undefined;
    const choice = kept ?? this.world.random.pick(choices);
    chosen[key] = { address: choice.address, until: this.world.now + affinitySeconds(service.spec) * 1000 };
    return pick(choice, kept ? 'chosen_affinity' : 'chosen');
  }

  private toPod(address: string, port: number, masqueradedBy?: string): Destination {
    if (this.from.kind === 'laptop' && this.hops.every(({ kind }) => kind === 'origin' || kind === 'dns')) {
      this.hop('pod', 'pod_ip_outside', { address }, { address: `${address}:${port}` });
      return { failure: 'timeout' };
    }
    const pod = podByAddress(this.world, address);
    if (!pod) {
      this.hop('pod', 'pod_gone', { address }, { address: `${address}:${port}` });
      return { failure: 'unreachable' };
    }
    const object = { resource: 'pods', namespace: pod.metadata.namespace ?? '', name: pod.metadata.name };
    const shown = { object, address: `${address}:${port}` };
    if (!nodeAnswers(this.world, pod.spec.nodeName ?? '')) {
      this.hop('pod', 'node_down', { node: pod.spec.nodeName ?? '' }, shown);
      return { failure: 'timeout' };
    }
    const traffic = { port, protocol: this.protocol };
    if (this.forbidden(podEnd(pod), traffic, shown)) return { failure: 'timeout' };
    const policy = ingressDenied(this.world, pod, this.from, traffic);
    if (policy !== undefined) {
      this.hop('policy', 'policy_ingress', { pod: pod.metadata.name, policy }, shown);
      return { failure: 'timeout' };
    }
    const listener = findListener(this.world, kubeletUid(pod), port, this.protocol);
    if (!listener) {
      this.hop(
        'pod',
        'pod_port_closed',
        {
          port,
          open: listenersOf(this.world, kubeletUid(pod))
            .map((one) => one.port)
            .join(', '),
        },
        shown,
      );
      return { failure: 'refused' };
    }
    this.hop('pod', 'pod_answers', { container: listener.container, port }, shown);
    return { place: kubeletUid(pod), listener, clientAddress: this.clientAddress(masqueradedBy), address: shown.address };
  }

  /** Whether the policies of the Pod that sends forbid it; then that is the last hop. */
  private forbidden(to: End, traffic: Traffic, shown: Partial<Pick<Hop, 'object' | 'address'>>): boolean {
    const policy = egressDenied(this.world, this.from, to, traffic);
    if (policy === undefined || this.from.kind !== 'pod') return false;
    this.hop(
      'policy',
      'policy_egress',
      { pod: this.from.name, policy },
      { ...objectOf(this.from), ...(shown.address && { address: shown.address }) },
    );
    return true;
  }

  private toOutside(address: string, port: number): Destination {
    if (this.forbidden({ address }, { port, protocol: this.protocol }, { address: `${address}:${port}` })) return { failure: 'timeout' };
    const host = outsideByAddress(address);
    if (!host || (port !== 80 && port !== 443)) {
      this.hop('external', 'outside_silent', { address }, { address: `${address}:${port}` });
      return { failure: 'timeout' };
    }
    this.hop('external', 'outside_answers', { name: host.names[0] as string }, { address: `${address}:${port}` });
    const listener: Listener = {
      port,
      protocol: this.protocol,
      server: 'outside',
      args: { address },
      container: '',
      tls: port === 443,
    };
    return { place: 'outside', listener, clientAddress: '', address: `${address}:${port}` };
  }

  /** The source address that the far end sees; `node`: the one that masquerades. */
  private clientAddress(node?: string): string {
    const address = (name: string): string | undefined => {
      const found = this.world.store.get<Node>('nodes', '', name);
      return found && nodeAddressOf(found);
    };
    if (node !== undefined) return address(node)?.replace(/^192\.168\.49\.\d+$/, `10.244.${nodeNumber(node)}.1`) ?? '10.244.0.1';
    if (this.from.kind === 'laptop') return LAPTOP_ADDRESS;
    if (this.from.kind === 'node') return address(this.from.name) ?? '';
    return podByUid(this.world, this.from.namespace, this.from.name, this.from.uid)?.status.podIP ?? '';
  }
}

/** How long a client of a Service with session affinity keeps its endpoint. */
export const affinitySeconds = ({ sessionAffinityConfig }: Service['spec']): number =>
  sessionAffinityConfig?.clientIP?.timeoutSeconds ?? DEFAULT_AFFINITY_SECONDS;

export interface Choice {
  readonly endpoint: Endpoint;
  readonly address: string;
  readonly port: number;
}

/** Endpoints that kube-proxy sends to: the ready ones, or, when there is none, those that still serve while they terminate. */
export function usableEndpoints(world: World, service: Service, port: ServicePort): Choice[] {
  const ready: Choice[] = [];
  const serving: Choice[] = [];
  for (const slice of slicesOf(world, service)) {
    const target = slice.ports?.find(
      (one) => (one.name ?? '') === (port.name ?? '') && (one.protocol ?? 'TCP') === (port.protocol ?? 'TCP'),
    );
    if (target?.port === undefined) continue;
    for (const endpoint of slice.endpoints ?? []) {
      const { ready: isReady = true, serving: isServing = isReady, terminating = false } = endpoint.conditions ?? {};
      for (const address of endpoint.addresses.slice(0, 1)) {
        const choice = { endpoint, address, port: target.port };
        if (isReady) ready.push(choice);
        else if (isServing && terminating) serving.push(choice);
      }
    }
  }
  return ready.length > 0 ? ready : serving;
}

/** Of usable endpoints those that are meant for a node, or its zone: where all say whom they are for (source: pkg/proxy's topology.go). */
export function nearest(world: World, usable: readonly Choice[], node: string): readonly Choice[] {
  const hinted = (name: string | undefined, of: (hints: EndpointHints) => readonly { readonly name: string }[] | undefined) => {
    const all = usable.map(({ endpoint }) => (endpoint.hints && of(endpoint.hints)) ?? []);
    const found = usable.filter((_, at) => all[at]?.some((one) => one.name === name));
    return all.every(({ length }) => length > 0) && found.length > 0 ? found : undefined;
  };
  if (!usable.some(({ endpoint }) => endpoint.hints)) return usable;
  const zone = world.store.get<Node>('nodes', '', node)?.metadata.labels?.['topology.kubernetes.io/zone'];
  return hinted(node, ({ forNodes }) => forNodes) ?? hinted(zone, ({ forZones }) => forZones) ?? usable;
}

function labelOf(service: Service): string {
  return service.metadata.namespace === 'default' ? service.metadata.name : `${service.metadata.namespace}/${service.metadata.name}`;
}

function nodeNumber(name: string): number {
  const found = /-m(\d+)$/.exec(name);
  return found ? Number(found[1]) - 1 : 0;
}

function objectOf(from: Origin): Pick<Hop, 'object'> {
  return from.kind === 'pod' ? { object: { resource: 'pods', namespace: from.namespace, name: from.name } } : {};
}
