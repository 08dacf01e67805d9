import { describe, expect, it } from 'vitest';
import { forbiddenError } from '../../api/errors.ts';
import type { Pod, ReplicaSet } from '../../kinds/objects.ts';
import { TestCluster } from '../cluster.testing.ts';
import { controllers } from '../index.ts';
import { isActive } from '../pods.ts';
import { deletionOrder } from './ranking.ts';

function cluster(replicas: number, over: Partial<ReplicaSet['spec']> = {}): TestCluster {
  const test = new TestCluster(controllers);
  test.node('minikube');
  test.api.create<ReplicaSet>('replicasets.apps', {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: { name: 'web', namespace: 'default' },
    spec: {
      replicas,
      selector: { matchLabels: { app: 'web' } },
      template: { metadata: { labels: { app: 'web', tier: 'front' } }, spec: { containers: [{ name: 'c', image: 'nginx' }] } },
      ...over,
    },
    status: { replicas: 0 },
  });
  return test;
}
const replicaSet = (test: TestCluster) => test.get<ReplicaSet>('replicasets.apps', 'web');
const owned = (test: TestCluster) => test.list<Pod>('pods').filter((pod) => pod.metadata.ownerReferences?.[0]?.name === 'web');

describe('replicaset controller', () => {
  it('makes Pods, names itself their controller and counts them', () => {
    const test = cluster(3);
    test.run(2000);
    expect(owned(test)).toHaveLength(3);
    expect(owned(test)[0]?.metadata.ownerReferences).toEqual([
      {
        apiVersion: 'apps/v1',
        kind: 'ReplicaSet',
        name: 'web',
        uid: replicaSet(test).metadata.uid,
        controller: true,
        blockOwnerDeletion: true,
      },
    ]);
    expect(replicaSet(test).status).toEqual({
      replicas: 3,
      fullyLabeledReplicas: 3,
      readyReplicas: 3,
      availableReplicas: 3,
      terminatingReplicas: 0,
      observedGeneration: 1,
    });
    const names = owned(test).map((pod) => `Created pod: ${pod.metadata.name}`);
    expect(
      test.events
        .filter((one) => one.reason === 'SuccessfulCreate')
        .map((one) => one.message)
        .sort(),
    ).toEqual(names.sort());
  });

  it('lets a Pod go whose label changes, and makes another', () => {
    const test = cluster(2);
    test.run(2000);
    const [pod] = owned(test);
    test.edit<Pod>('pods', pod?.metadata.name ?? '', (one) => ({ ...one, metadata: { ...one.metadata, labels: { app: 'debug' } } }));
    test.run(2000);
    expect(test.get<Pod>('pods', pod?.metadata.name ?? '').metadata.ownerReferences).toBeUndefined();
    expect(owned(test)).toHaveLength(2);
    expect(test.list('pods')).toHaveLength(3);
  });

  it('adopts a Pod that matches, and has one too many then', () => {
    const test = cluster(2);
    test.run(2000);
    test.pod('stray', { labels: { app: 'web' } });
    test.run(2000);
    expect(owned(test).filter(isActive)).toHaveLength(2);
    expect(test.world.store.get('pods', 'default', 'stray')).toBeUndefined();
  });

  it('counts what has only some of the labels, and what is going', () => {
    const test = cluster(2);
    test.run(2000);
    const [first, second] = owned(test);
    test.edit<Pod>('pods', first?.metadata.name ?? '', (one) => ({ ...one, metadata: { ...one.metadata, labels: { app: 'web' } } }));
    test.api.delete('pods', 'default', second?.metadata.name ?? '');
    test.run(50);
    expect(replicaSet(test).status).toMatchObject({ replicas: 2, fullyLabeledReplicas: 1, terminatingReplicas: 1 });
    test.run(2000);
    expect(replicaSet(test).status).toMatchObject({ replicas: 2, terminatingReplicas: 0 });
  });

  it('waits minReadySeconds', () => {
    const test = cluster(1, { minReadySeconds: 10 });
    test.run(5000);
    expect(replicaSet(test).status).toMatchObject({ readyReplicas: 1 });
    expect(replicaSet(test).status).not.toHaveProperty('availableReplicas');
    test.run(6000);
    expect(replicaSet(test).status).toMatchObject({ availableReplicas: 1 });
  });

  it('stops a batch early when Pods are refused, says so, and tries again', () => {
    const test = cluster(8);
    const create = test.api.create.bind(test.api);
    let refused = 0;
    test.api.create = ((resource: string, object: never) => {
      if (resource === 'pods' && test.list('pods').length >= 3) {
        refused++;
        throw forbiddenError({ plural: 'pods', group: '' }, 'web-x', 'exceeded quota');
      }
      return create(resource, object);
    }) as typeof test.api.create;
    test.run(12);
    expect(test.list('pods')).toHaveLength(3);
    expect(refused).toBe(4);
    expect(replicaSet(test).status.conditions).toMatchObject([{ type: 'ReplicaFailure', status: 'True', reason: 'FailedCreate' }]);
    expect(test.events.find((one) => one.reason === 'FailedCreate')?.message).toBe(
      'Error creating: pods "web-x" is forbidden: exceeded quota',
    );
    test.api.create = create;
    test.run(5000);
    expect(owned(test)).toHaveLength(8);
    expect(replicaSet(test).status.conditions).toBeUndefined();
  });

  it('continues from a snapshot as if nothing had happened', () => {
    const test = cluster(3);
    test.run(130);
    const snapshot = test.world.snapshot();
    const finish = () => {
      test.run(3000);
      return JSON.stringify(test.world.store.snapshot().objects);
    };
    const once = finish();
    test.world.restore(snapshot);
    expect(finish()).toBe(once);
  });
});

describe('which Pod goes first', () => {
  const now = Date.UTC(2026, 0, 1);
  const ago = (seconds: number) => new Date(now - seconds * 1000).toISOString();
  interface Made {
    node?: string;
    phase?: string;
    readyFor?: number;
    cost?: string;
    restarts?: number;
    age?: number;
  }
  const pod = (name: string, { node = 'n1', phase = 'Running', readyFor = 1000, cost, restarts = 0, age = 1000 }: Made = {}): Pod =>
    ({
      metadata: {
        name,
        uid: name,
        creationTimestamp: ago(age),
        ...(cost && { annotations: { 'controller.kubernetes.io/pod-deletion-cost': cost } }),
      },
      spec: { containers: [], ...(node && { nodeName: node }) },
      status: {
        phase,
        containerStatuses: [{ name: 'c', restartCount: restarts }],
        ...(readyFor >= 0 && { conditions: [{ type: 'Ready', status: 'True', lastTransitionTime: ago(readyFor) }] }),
      },
    }) as unknown as Pod;
  const order = (perNode: Record<string, number>, ...pods: Pod[]) =>
    deletionOrder(pods, new Map(Object.entries(perNode)), now).map((one) => one.metadata.name);

  it('has no node, then is pending, then not ready', () => {
    expect(
      order(
        {},
        pod('ready'),
        pod('notready', { readyFor: -1 }),
        pod('pending', { phase: 'Pending', readyFor: -1 }),
        pod('unassigned', { node: '', phase: 'Pending', readyFor: -1 }),
      ),
    ).toEqual(['unassigned', 'pending', 'notready', 'ready']);
  });
  it('has the lowest deletion cost, before it counts how full nodes are', () => {
    expect(
      order({ n1: 1, n2: 9 }, pod('dear', { cost: '10', node: 'n2' }), pod('none', { node: 'n2' }), pod('cheap', { cost: '-5' })),
    ).toEqual(['cheap', 'none', 'dear']);
  });
  it('is on the node with most of its kind', () => {
    expect(order({ n1: 1, n2: 3 }, pod('a', { readyFor: 1 }), pod('b', { node: 'n2', readyFor: 9000 }))).toEqual(['b', 'a']);
  });
  it('became ready last, by orders of magnitude', () => {
    expect(order({}, pod('old', { readyFor: 5000 }), pod('young', { readyFor: 10 }))).toEqual(['young', 'old']);
    expect(order({}, pod('b', { readyFor: 1000 }), pod('a', { readyFor: 1001 }))).toEqual(['a', 'b']);
  });
  it('restarted most, then is the youngest', () => {
    expect(order({}, pod('calm'), pod('crashing', { restarts: 4 }))).toEqual(['crashing', 'calm']);
    expect(order({}, pod('old', { age: 9000 }), pod('young', { age: 3 }))).toEqual(['young', 'old']);
  });
});
