/** Cluster objects by address, and who a request comes from. */
import { isRunning } from '../kinds/node/power.ts';
import type { EndpointSlice, Node, Pod, Service } from '../kinds/objects.ts';
import { kubeletUid } from '../kinds/pod/mirror.ts';
import { labelIndexValue } from '../world/store.ts';
import type { World } from '../world/world.ts';
import type { Origin } from './types.ts';

/** Laptop and nodes share minikube's bridge, so their addresses are in one network. The laptop resolves names for the nodes. */
export const LAPTOP_ADDRESS = '192.168.49.1';

/** A Pod that has the address and still runs: its network is there until its containers ended. */
export function podByAddress(world: World, address: string): Pod | undefined {
  return world.store.list<Pod>('pods').find((pod) => pod.status.podIP === address && !pod.spec.hostNetwork && hasNetwork(pod));
}

export function hasNetwork(pod: Pod): boolean {
  return pod.status.phase !== 'Succeeded' && pod.status.phase !== 'Failed';
}

export function podByUid(world: World, namespace: string, name: string, uid: string): Pod | undefined {
  const pod = world.store.get<Pod>('pods', namespace, name);
  return pod && kubeletUid(pod) === uid ? pod : undefined;
}

export function nodeByAddress(world: World, address: string): Node | undefined {
  return world.store.list<Node>('nodes').find((node) => nodeAddressOf(node) === address);
}

export function nodeAddressOf(node: Node): string | undefined {
  return node.status.addresses?.find(({ type }) => type === 'InternalIP')?.address;
}

/** A Node object exists for it and it is switched on. */
export function nodeAnswers(world: World, name: string): boolean {
  return world.store.get('nodes', '', name) !== undefined && isRunning(world, name);
}

/** A Service by one of its virtual addresses, and which of them it is. */
export function serviceByAddress(
  world: World,
  address: string,
): { readonly service: Service; readonly by: 'cluster' | 'external' | 'loadBalancer' } | undefined {
  for (const service of world.store.list<Service>('services')) {
    if (service.spec.clusterIP === address || service.spec.clusterIPs?.includes(address)) return { service, by: 'cluster' };
    if (service.spec.externalIPs?.includes(address)) return { service, by: 'external' };
    if (service.status.loadBalancer?.ingress?.some(({ ip }) => ip === address)) return { service, by: 'loadBalancer' };
  }
  return undefined;
}

export function slicesOf(world: World, service: Service): EndpointSlice[] {
  const namespace = service.metadata.namespace ?? '';
  return world.store.byIndex<EndpointSlice>(
    'endpointslices.discovery.k8s.io',
    'label',
    labelIndexValue(namespace, 'kubernetes.io/service-name', service.metadata.name),
  );
}

/** Where a process runs, by its machine's id. */
export function originOf(world: World, machine: string): Origin {
  const [, uid] = /^container:([^/]+)\//.exec(machine) ?? [];
  if (uid) {
    const found = world.store.list<Pod>('pods').find((pod) => kubeletUid(pod) === uid);
    if (found) return { kind: 'pod', namespace: found.metadata.namespace ?? '', name: found.metadata.name, uid };
  }
  return machine.startsWith('node:') ? { kind: 'node', name: machine.slice('node:'.length) } : { kind: 'laptop' };
}

/** The node that a request starts on; undefined from the laptop. */
export function nodeOfOrigin(world: World, from: Origin): string | undefined {
  if (from.kind === 'node') return from.name;
  return from.kind === 'pod' ? podByUid(world, from.namespace, from.name, from.uid)?.spec.nodeName : undefined;
}
