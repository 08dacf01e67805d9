/** Controllers that look after the cluster as a whole: nodes, namespaces, garbage. */
import { describe, expect, it } from 'vitest';
import { setRunning } from '../kinds/node/power.ts';
import type { Deployment, Namespace, Node, Pod, ReplicaSet, Service } from '../kinds/objects.ts';
import { bootstrap, healthyConditions, nodeAddress, nodeName } from './bootstrap.ts';
import { TestCluster } from './cluster.testing.ts';
import { controllers } from './index.ts';
import { changeTunnel } from './load-balancer.ts';

function fresh(nodes = 1): TestCluster {
  const test = new TestCluster(controllers);
  bootstrap(test.world, test.api, nodes);
  test.run(1000);
  return test;
}

describe('a fresh cluster', () => {
  it('has nodes, namespaces and the Service kubernetes', () => {
    const test = fresh(2);
    expect(
      test.list<Node>('nodes', '').map(({ metadata, spec, status }) => [metadata.name, spec.podCIDR, status.addresses?.[0]?.address]),
    ).toEqual([
      ['minikube', '10.244.0.0/24', '192.168.49.2'],
      ['minikube-m02', '10.244.1.0/24', '192.168.49.3'],
    ]);
    expect(test.list('namespaces', '').map((one) => one.metadata.name)).toEqual([
      'default',
      'kube-node-lease',
      'kube-public',
      'kube-system',
    ]);
    expect(test.world.store.list('serviceaccounts')).toHaveLength(4);
    expect(test.list('configmaps').map((one) => one.metadata.name)).toEqual(['kube-root-ca.crt']);
    expect(test.list('endpointslices.discovery.k8s.io')).toMatchObject([
      { metadata: { name: 'kubernetes' }, endpoints: [{ addresses: ['192.168.49.2'] }], ports: [{ name: 'https', port: 8443 }] },
    ]);
    expect(test.list('endpoints')).toMatchObject([
      { metadata: { name: 'kubernetes' }, subsets: [{ addresses: [{ ip: '192.168.49.2' }] }] },
    ]);
    expect(test.events).toEqual([]);
  });

  it('has the Service kubernetes again after it was deleted', () => {
    const test = fresh();
    test.api.delete('services', 'default', 'kubernetes');
    test.run(15_000);
    expect(test.get<Service>('services', 'kubernetes').spec.clusterIP).toBe('10.96.0.1');
    expect(test.list('endpoints')).toHaveLength(1);
    expect(test.list('endpointslices.discovery.k8s.io')).toHaveLength(1);
  });

  it('names and addresses nodes as minikube does', () => {
    expect([nodeName(0), nodeName(1), nodeName(11)]).toEqual(['minikube', 'minikube-m02', 'minikube-m12']);
    expect([nodeAddress('minikube'), nodeAddress('minikube-m03'), nodeAddress('web')]).toEqual(['192.168.49.2', '192.168.49.4', undefined]);
  });
});

describe('a node that stops', () => {
  const TOLERATIONS = ['not-ready', 'unreachable'].map((key) => ({
    key: `node.kubernetes.io/${key}`,
    operator: 'Exists',
    effect: 'NoExecute',
    tolerationSeconds: 5,
  }));
  const stop = (test: TestCluster, name: string) => setRunning(test.world, name, false);
  const taints = (test: TestCluster, name: string) =>
    test.get<Node>('nodes', name, '').spec.taints?.map(({ key, effect }) => `${key}:${effect}`);

  it('becomes Unknown after the grace, its Pods not ready, then evicted', () => {
    const test = fresh(2);
    test.pod('p', { spec: { nodeName: 'minikube-m02', tolerations: TOLERATIONS } });
    test.pod('forever', { spec: { nodeName: 'minikube-m02', tolerations: [{ operator: 'Exists' }] } });
    test.run(5000);
    test.events.length = 0;
    stop(test, 'minikube-m02');
    test.run(39_000);
    expect(test.events).toEqual([]);
    test.run(17_000);
    const node = test.get<Node>('nodes', 'minikube-m02', '');
    expect(node.status.conditions?.map((one) => `${one.type} ${one.status} ${one.reason} ${one.message}`)).toEqual(
      ['MemoryPressure', 'DiskPressure', 'PIDPressure', 'Ready'].map(
        (type) => `${type} Unknown NodeStatusUnknown Kubelet stopped posting node status.`,
      ),
    );
    expect(taints(test, 'minikube-m02')).toEqual(['node.kubernetes.io/unreachable:NoSchedule', 'node.kubernetes.io/unreachable:NoExecute']);
    test.run(6000);
    expect(test.events).toEqual([
      { about: 'Node/minikube-m02', type: 'Normal', reason: 'NodeNotReady', message: 'Node minikube-m02 status is now: NodeNotReady' },
      { about: 'Pod/forever', type: 'Warning', reason: 'NodeNotReady', message: 'Node is not ready' },
      { about: 'Pod/p', type: 'Warning', reason: 'NodeNotReady', message: 'Node is not ready' },
      { about: 'Pod/p', type: 'Normal', reason: 'TaintManagerEviction', message: 'Marking for deletion Pod default/p' },
    ]);
    expect(test.get<Pod>('pods', 'forever').status.conditions?.find((one) => one.type === 'Ready')?.status).toBe('False');
  });

  it('is as it was when it returns in time', () => {
    const test = fresh(2);
    stop(test, 'minikube-m02');
    test.run(20_000);
    setRunning(test.world, 'minikube-m02', true);
    test.run(100_000);
    expect(test.get<Node>('nodes', 'minikube-m02', '').status.conditions?.find((one) => one.type === 'Ready')?.status).toBe('True');
    stop(test, 'minikube-m02');
    test.run(60_000);
    expect(taints(test, 'minikube-m02')).toHaveLength(2);
    setRunning(test.world, 'minikube-m02', true);
    const node = test.get<Node>('nodes', 'minikube-m02', '');
    test.api.updateStatus('nodes', {
      ...node,
      status: { ...node.status, conditions: healthyConditions('2026-11-24T10:00:00Z', node.status.conditions) },
    });
    test.run(1000);
    expect(taints(test, 'minikube-m02')).toBeUndefined();
  });

  it('is tainted while cordoned, which keeps other taints', () => {
    const test = fresh();
    const edit = (spec: Node['spec']) => test.edit<Node>('nodes', 'minikube', (node) => ({ ...node, spec: { ...node.spec, ...spec } }), '');
    edit({ unschedulable: true, taints: [{ key: 'a', effect: 'NoSchedule' }] });
    test.run(1000);
    expect(taints(test, 'minikube')).toEqual(['a:NoSchedule', 'node.kubernetes.io/unschedulable:NoSchedule']);
    edit({ unschedulable: false });
    test.run(1000);
    expect(taints(test, 'minikube')).toEqual(['a:NoSchedule']);
  });

  it('loses Pods to a NoExecute taint at once, later, or never, by their tolerations', () => {
    const test = fresh();
    const tolerations = (tolerationSeconds?: number) => [
      { key: 'work', operator: 'Exists', ...(tolerationSeconds && { tolerationSeconds }) },
    ];
    test.pod('now');
    test.pod('later', { spec: { tolerations: tolerations(20) } });
    test.pod('never', { spec: { tolerations: tolerations() } });
    test.run(2000);
    test.edit<Node>(
      'nodes',
      'minikube',
      (node) => ({ ...node, spec: { ...node.spec, taints: [{ key: 'work', effect: 'NoExecute' }] } }),
      '',
    );
    test.run(2000);
    expect(test.list('pods').map((pod) => pod.metadata.name)).toEqual(['later', 'never']);
    test.run(20_000);
    expect(test.list('pods').map((pod) => pod.metadata.name)).toEqual(['never']);
  });

  it('takes its Pods along when it is deleted', () => {
    const test = fresh(2);
    test.pod('p', { spec: { nodeName: 'minikube-m02' } });
    test.run(1000);
    test.api.delete('nodes', '', 'minikube-m02');
    test.run(30_000);
    expect(test.list('pods')).toHaveLength(1);
    test.run(15_000);
    expect(test.list('pods')).toHaveLength(0);
  });
});

describe('garbage collection', () => {
  function running(): TestCluster {
    const test = fresh();
    test.deployment('web', 2);
    test.run(3000);
    return test;
  }
  const left = (test: TestCluster) => [
    test.list('deployments.apps').length,
    test.list('replicasets.apps').length,
    test.list('pods').length,
  ];

  it('takes what a deleted owner had', () => {
    const test = running();
    test.api.delete('deployments.apps', 'default', 'web');
    test.run(5000);
    expect(left(test)).toEqual([0, 0, 0]);
  });
  it('keeps the owner until its dependents are gone, in the foreground', () => {
    const test = running();
    test.api.delete('deployments.apps', 'default', 'web', { propagationPolicy: 'Foreground' });
    test.run(200);
    expect(left(test)[0]).toBe(1);
    test.run(5000);
    expect(left(test)).toEqual([0, 0, 0]);
  });
  it('leaves orphans behind when asked to', () => {
    const test = running();
    test.api.delete('deployments.apps', 'default', 'web', { propagationPolicy: 'Orphan' });
    test.run(5000);
    expect(left(test)).toEqual([0, 1, 2]);
    expect(test.list<ReplicaSet>('replicasets.apps')[0]?.metadata.ownerReferences).toBeUndefined();
  });
  it('takes what names an owner that never was', () => {
    const test = fresh();
    test.api.create<Pod>('pods', {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name: 'p',
        namespace: 'default',
        ownerReferences: [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'ghost', uid: 'none' }],
      },
      spec: { containers: [] },
      status: {},
    });
    test.run(3000);
    expect(test.list('pods')).toEqual([]);
  });
});

describe('a namespace', () => {
  it('is emptied, Pods first, then goes: ten seconds with a Pod in it', () => {
    const test = fresh();
    test.api.create<Namespace>('namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'dev' },
      spec: { finalizers: ['kubernetes'] },
      status: { phase: 'Active' },
    });
    test.run(1000);
    expect(test.list('serviceaccounts', 'dev').map((one) => one.metadata.name)).toEqual(['default']);
    test.pod('p', { namespace: 'dev' });
    test.run(1000);
    const namespace = test.get<Namespace>('namespaces', 'dev', '');
    const metadata = { ...namespace.metadata, deletionTimestamp: '2026-11-24T09:00:03Z', finalizers: ['test'] };
    test.world.store.put('namespaces', { ...namespace, metadata });
    test.run(5100);
    const after = test.get<Namespace>('namespaces', 'dev', '');
    expect(after.status.conditions?.map((one) => `${one.type}=${one.status}`)).toEqual([
      'NamespaceDeletionDiscoveryFailure=False',
      'NamespaceDeletionGroupVersionParsingFailure=False',
      'NamespaceDeletionContentFailure=False',
      'NamespaceContentRemaining=True',
      'NamespaceFinalizersRemaining=False',
    ]);
    expect(after.status.conditions?.[3]?.message).toBe('Some resources are remaining: pods. has 1 resource instances');
    test.run(5100);
    expect(test.list('pods', 'dev')).toEqual([]);
    expect(test.list('serviceaccounts', 'dev')).toEqual([]);
    expect(test.get<Namespace>('namespaces', 'dev', '').spec).toEqual({});
  });
});

describe('a load balancer', () => {
  it('has its cluster IP while the tunnel runs', () => {
    const test = fresh();
    test.service('web', { app: 'web' }, { type: 'LoadBalancer' });
    const ip = () => test.get<Service>('services', 'web').status.loadBalancer?.ingress?.[0]?.ip;
    test.run(1000);
    expect(ip()).toBeUndefined();
    changeTunnel(test.world, 1);
    test.run(1000);
    expect(ip()).toBe('10.96.1.1');
    changeTunnel(test.world, -1);
    test.run(1000);
    expect(ip()).toBeUndefined();
  });
});

it('continues from a snapshot as if nothing had happened, whatever was going on', () => {
  const test = fresh(3);
  test.service('web', { app: 'web' });
  test.deployment('web', 30);
  const term = { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: { app: 'anti' } } };
  for (let i = 0; i < 5; i++) {
    test.pod(`anti-${i}`, {
      labels: { app: 'anti' },
      spec: { affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] } } },
    });
  }
  for (const ms of [3, 12, 20, 31, 47, 90, 400]) {
    test.run(ms);
    const snapshot = test.world.snapshot();
    const finish = () => {
      test.edit<Deployment>('deployments.apps', 'web', (one) => ({ ...one, spec: { ...one.spec, replicas: 20 } }));
      setRunning(test.world, 'minikube-m03', false);
      test.run(90_000);
      return JSON.stringify(test.world.snapshot().store.objects);
    };
    const once = finish();
    test.world.restore(snapshot);
    expect(finish()).toBe(once);
    test.world.restore(snapshot);
  }
});

it('a deployment leaves nothing to do when it is done', () => {
  const test = fresh();
  test.deployment('web', 3);
  test.run(60_000);
  const before = test.world.store.revision;
  test.run(590_000);
  expect(test.world.store.revision).toBe(before);
  expect(test.get<Deployment>('deployments.apps', 'web').status.availableReplicas).toBe(3);
});
