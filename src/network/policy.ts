/**
 * NetworkPolicies: what a Pod may receive and send (source: the docs "Network Policies"). A policy that selects a Pod isolates it, in the
 * directions that the policy names; what any such policy allows is allowed. Both ends must agree.
 */
import { contains } from '../api/values/cidr.ts';
import { isIP } from '../api/values/names.ts';
import { fromLabelSelector, matches } from '../api/values/selector.ts';
import type { Namespace, NetworkPolicy, Node, Pod } from '../kinds/objects.ts';
import { kubeletUid } from '../kinds/pod/mirror.ts';
import type { IPBlock, NetworkPolicyPeer, NetworkPolicyPort } from '../kinds/types.gen.ts';
import type { World } from '../world/world.ts';
import { LAPTOP_ADDRESS, nodeAddressOf, podByUid } from './objects.ts';
import type { Origin } from './types.ts';

const POLICIES = 'networkpolicies.networking.k8s.io';

/** One end of a connection: a Pod, or an address without one. */
export interface End {
  readonly address: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  /** For ports by name. */
  readonly pod?: Pod;
}

export interface Traffic {
  readonly port: number;
  readonly protocol: string;
}

/** The names of the policies that forbid a Pod to be reached by someone; undefined when it may be. */
export function ingressDenied(world: World, to: Pod, from: Origin, traffic: Traffic): string | undefined {
  const policies = policiesOf(world, to, 'Ingress');
  if (policies.length === 0) return undefined;
  if (from.kind === 'node' && from.name === to.spec.nodeName) return undefined; // the kubelet's probes
  const source = originEnd(world, from);
  if (source.pod?.metadata.uid === to.metadata.uid) return undefined;
  const allowed = policies.some((policy) =>
    (policy.spec.ingress ?? []).some(
      (rule) => allowsPort(rule.ports, traffic, to) && allowsPeer(world, rule.from, source, policy.metadata.namespace ?? ''),
    ),
  );
  return allowed ? undefined : namesOf(policies);
}

/** The same for what a Pod sends. */
export function egressDenied(world: World, from: Origin, to: End, traffic: Traffic): string | undefined {
  if (from.kind !== 'pod') return undefined;
  const pod = podByUid(world, from.namespace, from.name, from.uid);
  const policies = pod ? policiesOf(world, pod, 'Egress') : [];
  if (policies.length === 0 || (to.pod && kubeletUid(to.pod) === from.uid)) return undefined;
  const allowed = policies.some((policy) =>
    (policy.spec.egress ?? []).some(
      (rule) => allowsPort(rule.ports, traffic, to.pod) && allowsPeer(world, rule.to, to, policy.metadata.namespace ?? ''),
    ),
  );
  return allowed ? undefined : namesOf(policies);
}

export function podEnd(pod: Pod): End {
  const { namespace = '', labels = {} } = pod.metadata;
  return { address: pod.status.podIP ?? '', namespace, labels, pod };
}

/** Cluster DNS, as policies see it. */
export const DNS_END: End = { address: '10.96.0.10', namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } };

function originEnd(world: World, from: Origin): End {
  if (from.kind === 'laptop') return { address: LAPTOP_ADDRESS };
  if (from.kind === 'node') {
    const node = world.store.get<Node>('nodes', '', from.name);
    return { address: (node && nodeAddressOf(node)) ?? '' };
  }
  const pod = podByUid(world, from.namespace, from.name, from.uid);
  if (!pod) return { address: '' };
  return pod.spec.hostNetwork ? { address: pod.status.hostIP ?? '' } : podEnd(pod);
}

function policiesOf(world: World, pod: Pod, direction: 'Ingress' | 'Egress'): NetworkPolicy[] {
  if (world.store.count(POLICIES) === 0 || pod.spec.hostNetwork) return [];
  return world.store
    .list<NetworkPolicy>(POLICIES, pod.metadata.namespace)
    .filter(({ spec }) => spec.policyTypes?.includes(direction) && matches(fromLabelSelector(spec.podSelector ?? {}), pod.metadata.labels));
}

function namesOf(policies: readonly NetworkPolicy[]): string {
  return policies.map(({ metadata }) => metadata.name).join(', ');
}

/** No ports: all. */
function allowsPort(ports: readonly NetworkPolicyPort[] | undefined, { port, protocol }: Traffic, to: Pod | undefined): boolean {
  if (!ports?.length) return true;
  return ports.some(({ port: wanted, endPort, protocol: over = 'TCP' }) => {
    if (over !== protocol) return false;
    if (wanted === undefined) return true;
    if (typeof wanted === 'string') {
      const named = to?.spec.containers.flatMap(({ ports: own }) => own ?? []).filter(({ name }) => name === wanted);
      return named?.some(({ containerPort }) => containerPort === port) ?? false;
    }
    return endPort === undefined ? port === wanted : port >= wanted && port <= endPort;
  });
}

/** No peers: everybody. */
function allowsPeer(world: World, peers: readonly NetworkPolicyPeer[] | undefined, end: End, home: string): boolean {
  if (!peers?.length) return true;
  return peers.some(({ ipBlock, namespaceSelector, podSelector }) => {
    if (ipBlock) return inBlocks(end.address, ipBlock);
    if (end.namespace === undefined) return false;
    if (namespaceSelector) {
      const labels = world.store.get<Namespace>('namespaces', '', end.namespace)?.metadata.labels;
      if (!matches(fromLabelSelector(namespaceSelector), labels)) return false;
    } else if (end.namespace !== home) return false;
    return !podSelector || matches(fromLabelSelector(podSelector), end.labels);
  });
}

/** Whether an address is in a block and none of its exceptions; what has no address yet is in none. */
function inBlocks(address: string, { cidr, except = [] }: IPBlock): boolean {
  return isIP(address).length === 0 && contains(cidr, address) && !except.some((block) => contains(block, address));
}
