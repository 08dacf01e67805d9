/** What a fresh minikube cluster has before anybody uses it. */
import type { NewObject, Operations } from '../api/operations.ts';
import { formatTime } from '../api/values/duration.ts';
import { noteAddon, STANDARD_CLASS } from '../kinds/addons.ts';
import { forgetNode } from '../kinds/node/power.ts';
import type { Namespace, Node, PriorityClass, StorageClass } from '../kinds/objects.ts';
import type { NodeCondition } from '../kinds/types.gen.ts';
import type { World } from '../world/world.ts';
import { ensureKubernetesService } from './kubernetes-service.ts';
import { bootstrapRoles } from './rbac/policy.ts';

export const KUBERNETES_VERSION = 'v1.36.2';
export const MINIKUBE_VERSION = 'v1.38.1';
const MINIKUBE_COMMIT = '65318f4cfff9c12cc87ec9eb8f4cdd57b25047f3';
const NAMESPACES = ['default', 'kube-node-lease', 'kube-public', 'kube-system'];
const SYSTEM_PRIORITIES = (
  [
    ['system-node-critical', 2_000_001_000, 'that must not be moved from their current node.'],
    ['system-cluster-critical', 2_000_000_000, 'that must run in the cluster, but can be moved to another node if necessary.'],
  ] as const
).map(
  ([name, value, which]): NewObject<PriorityClass> => ({
    apiVersion: 'scheduling.k8s.io/v1',
    kind: 'PriorityClass',
    metadata: { name },
    value,
    preemptionPolicy: 'PreemptLowerPriority',
    description: `Used for system critical pods ${which}`,
  }),
);
/** First and last part of the nodes' addresses: 192.168.49.2 is the first node. */
const NETWORK = '192.168.49';
const FIRST_HOST = 2;
const CAPACITY = {
  cpu: '8',
  'ephemeral-storage': '61202244Ki',
  'hugepages-1Gi': '0',
  'hugepages-2Mi': '0',
  memory: '16373952Ki',
  pods: '110',
};

/** Fills an empty world: namespaces, the Service `kubernetes`, so many nodes (minikube, minikube-m02, ...), and minikube's addons. */
export function bootstrap(world: World, api: Operations, nodes = 1, addons: readonly string[] = []): void {
  world.as('kube-apiserver', 0, () => {
    for (const name of NAMESPACES) {
      api.create<Namespace>('namespaces', {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name, labels: { 'kubernetes.io/metadata.name': name } },
        spec: { finalizers: ['kubernetes'] },
        status: { phase: 'Active' },
      });
    }
    ensureKubernetesService({ world, api });
    bootstrapRoles(api);
    for (const one of SYSTEM_PRIORITIES) api.create<PriorityClass>('priorityclasses.scheduling.k8s.io', { ...one });
  });
  for (let i = 0; i < nodes; i++) addNode(world, api);
  for (const name of addons) noteAddon(world, name, true);
  if (addons.includes('default-storageclass'))
    world.as('minikube', 0, () => api.create<StorageClass>('storageclasses.storage.k8s.io', { ...STANDARD_CLASS }));
}

/** `minikube`, `minikube-m02`, `minikube-m03`, ... for 0, 1, 2, ... */
export function nodeName(index: number): string {
  return index === 0 ? 'minikube' : `minikube-m${String(index + 1).padStart(2, '0')}`;
}

/** The node's number in its name, from 0. */
export function nodeIndex(name: string): number {
  const found = /-m(\d+)$/.exec(name);
  return found ? Number(found[1]) - 1 : 0;
}

/** 192.168.49.2 for the first node, and so on. Undefined for a name that minikube does not give. */
export function nodeAddress(name: string): string | undefined {
  const index = nodeIndex(name);
  const host = FIRST_HOST + index;
  return nodeName(index) === name && host < 255 ? `${NETWORK}.${host}` : undefined;
}

/** Adds the next node, Ready and switched on (whatever an earlier one of its name was); returns it. */
export function addNode(world: World, api: Operations): Node {
  const taken = world.store.list<Node>('nodes').map((node) => nodeIndex(node.metadata.name));
  const index = taken.length === 0 ? 0 : Math.max(...taken) + 1;
  const name = nodeName(index);
  forgetNode(world, name);
  return world.as('kubelet', 0, () => api.create<Node>('nodes', freshNode(world, name, index)));
}

function freshNode(world: World, name: string, index: number): Omit<Node, 'metadata'> & { metadata: Partial<Node['metadata']> } {
  const primary = index === 0;
  const now = formatTime(world.now);
  const subnet = `10.244.${index}.0/24`;
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      labels: {
        'beta.kubernetes.io/arch': 'amd64',
        'beta.kubernetes.io/os': 'linux',
        'kubernetes.io/arch': 'amd64',
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        'minikube.k8s.io/commit': MINIKUBE_COMMIT,
        'minikube.k8s.io/name': 'minikube',
        'minikube.k8s.io/primary': String(primary),
        'minikube.k8s.io/updated_at': `${now.slice(0, 19).replace(/:/g, '_')}_0700`,
        'minikube.k8s.io/version': MINIKUBE_VERSION,
        ...(primary && { 'node-role.kubernetes.io/control-plane': '', 'node.kubernetes.io/exclude-from-external-load-balancers': '' }),
      },
      annotations: {
        'node.alpha.kubernetes.io/ttl': '0',
        'volumes.kubernetes.io/controller-managed-attach-detach': 'true',
      },
    },
    spec: { podCIDR: subnet, podCIDRs: [subnet] },
    status: {
      addresses: [
        { type: 'InternalIP', address: `${NETWORK}.${FIRST_HOST + index}` },
        { type: 'Hostname', address: name },
      ],
      allocatable: CAPACITY,
      capacity: CAPACITY,
      conditions: healthyConditions(now, undefined),
      daemonEndpoints: { kubeletEndpoint: { Port: 10250 } },
      nodeInfo: {
        architecture: 'amd64',
        bootID: world.random.uuid(),
        containerRuntimeVersion: 'containerd://2.2.1',
        kernelVersion: '6.8.0-90-generic',
        kubeProxyVersion: '',
        kubeletVersion: KUBERNETES_VERSION,
        machineID: world.random.hex(32),
        operatingSystem: 'linux',
        osImage: 'Debian GNU/Linux 12 (bookworm)',
        systemUUID: world.random.uuid(),
      },
    },
  };
}

/** What a healthy kubelet reports. `before` keeps the times of conditions that stay as they are. */
export function healthyConditions(now: string, before: readonly NodeCondition[] | undefined): NodeCondition[] {
  return [
    ['MemoryPressure', 'False', 'KubeletHasSufficientMemory', 'kubelet has sufficient memory available'],
    ['DiskPressure', 'False', 'KubeletHasNoDiskPressure', 'kubelet has no disk pressure'],
    ['PIDPressure', 'False', 'KubeletHasSufficientPID', 'kubelet has sufficient PID available'],
    ['Ready', 'True', 'KubeletReady', 'kubelet is posting ready status'],
  ].map(([type = '', status = '', reason, message]) => {
    const old = before?.find((one) => one.type === type);
    const lastTransitionTime = old?.status === status ? old.lastTransitionTime : now;
    return { type, status, reason, message, lastHeartbeatTime: now, lastTransitionTime };
  });
}
