import { describe, expect, it } from 'vitest';
import type { Node, Pod } from '../../kinds/objects.ts';
import type { PodSpec } from '../../kinds/types.gen.ts';
import { TestCluster } from '../cluster.testing.ts';
import { controllers } from '../index.ts';

const cpu = (amount: string): Partial<PodSpec> => ({ containers: [{ name: 'c', image: 'i', resources: { requests: { cpu: amount } } }] });
const nodeOf = (test: TestCluster, name: string) => test.get<Pod>('pods', name).spec.nodeName;
const why = (test: TestCluster, name: string) =>
  test.events.filter((one) => one.reason === 'FailedScheduling' && one.about === `Pod/${name}`).map((one) => one.message);
const condition = (test: TestCluster, name: string) =>
  test.get<Pod>('pods', name).status.conditions?.find((one) => one.type === 'PodScheduled');
const UNHELPFUL = (nodes: number) =>
  `no new claims to deallocate, preemption: 0/${nodes} nodes are available: ${nodes} Preemption is not helpful for scheduling.`;

function cluster(nodes = 1): TestCluster {
  const test = new TestCluster(controllers);
  for (let i = 1; i <= nodes; i++) test.node(`n${i}`);
  return test;
}

describe('scheduler', () => {
  it('places a Pod and says so', () => {
    const test = cluster();
    test.pod('a');
    test.run(100);
    expect(nodeOf(test, 'a')).toBe('n1');
    expect(condition(test, 'a')).toMatchObject({ status: 'True' });
    expect(test.events).toContainEqual({
      about: 'Pod/a',
      type: 'Normal',
      reason: 'Scheduled',
      message: 'Successfully assigned default/a to n1',
    });
  });

  it('refuses in the words of the real one', () => {
    const test = cluster();
    test.pod('hungry', { spec: cpu('64') });
    test.pod('picky', { spec: { nodeSelector: { disktype: 'ssd' } } });
    test.run(100);
    expect(why(test, 'hungry')).toEqual([`0/1 nodes are available: 1 Insufficient cpu. ${UNHELPFUL(1)}`]);
    expect(why(test, 'picky')).toEqual([`0/1 nodes are available: 1 node(s) didn't match Pod's node affinity/selector. ${UNHELPFUL(1)}`]);
    expect(condition(test, 'hungry')).toMatchObject({ status: 'False', reason: 'Unschedulable', message: why(test, 'hungry')[0] });
  });

  it('tells taints, cordons and a lack of nodes', () => {
    const empty = cluster(0);
    empty.pod('a');
    empty.run(100);
    expect(why(empty, 'a')).toEqual(['no nodes available to schedule pods']);
    const test = cluster(0);
    test.node('n1', { spec: { unschedulable: true } });
    test.node('n2', { spec: { taints: [{ key: 'dedicated', value: 'db', effect: 'NoSchedule' }] } });
    test.pod('a');
    test.run(100);
    expect(why(test, 'a')).toEqual([
      `0/2 nodes are available: 1 node(s) had untolerated taint(s), 1 node(s) were unschedulable. ${UNHELPFUL(2)}`,
    ]);
    test.pod('b', { spec: { tolerations: [{ key: 'dedicated', operator: 'Exists' }] } });
    test.run(100);
    expect(nodeOf(test, 'b')).toBe('n2');
  });

  it('tries again when the cluster changes, not before its back-off ends', () => {
    const test = cluster();
    test.pod('picky', { spec: { nodeSelector: { disktype: 'ssd' } } });
    test.run(3000);
    test.edit<Node>('nodes', 'n1', (node) => ({ ...node, metadata: { ...node.metadata, labels: { disktype: 'ssd' } } }));
    test.run(100);
    expect(nodeOf(test, 'picky')).toBe('n1');

    test.pod('next', { spec: { nodeSelector: { rack: '1' } } });
    test.run(100);
    test.edit<Node>('nodes', 'n1', (node) => ({ ...node, metadata: { ...node.metadata, labels: { rack: '1' } } }));
    test.run(500);
    expect(nodeOf(test, 'next')).toBeUndefined();
    test.run(1000);
    expect(nodeOf(test, 'next')).toBe('n1');
  });

  it('does not try again for what cannot help', () => {
    const test = cluster();
    test.pod('hungry', { spec: cpu('64') });
    test.pod('picky', { spec: { nodeSelector: { disktype: 'ssd' } } });
    test.run(2000);
    const relabel = (labels: Record<string, string>): void => {
      test.edit<Node>('nodes', 'n1', (node) => ({
        ...node,
        metadata: { ...node.metadata, labels: { ...node.metadata.labels, ...labels } },
      }));
      test.run(5000);
    };
    relabel({ zone: 'a' });
    expect([why(test, 'hungry').length, why(test, 'picky').length]).toEqual([1, 1]);
    relabel({ disktype: 'ssd' });
    expect(why(test, 'hungry')).toHaveLength(1);
    expect(nodeOf(test, 'picky')).toBe('n1');
  });

  it('fills a node up to what it has, and continues when Pods go', () => {
    const test = cluster();
    for (let i = 0; i < 3; i++) test.pod(`p${i}`, { spec: cpu('1500m') });
    test.run(2000);
    expect(why(test, 'p2')[0]).toBe(
      '0/1 nodes are available: 1 Insufficient cpu. no new claims to deallocate, preemption: 0/1 nodes are available: 1 No preemption victims found for incoming pod.',
    );
    test.api.delete('pods', 'default', 'p0');
    test.run(3000);
    expect(nodeOf(test, 'p2')).toBe('n1');
  });

  it('counts Pods, 110 on a node', () => {
    const test = cluster();
    for (let i = 0; i < 112; i++) test.pod(`p${i}`);
    test.run(500);
    expect(test.list<Pod>('pods').filter((pod) => pod.spec.nodeName)).toHaveLength(110);
    expect(test.events.find((one) => one.reason === 'FailedScheduling')?.message).toContain('1 Too many pods.');
  });

  it('spreads the Pods of a workload over nodes', () => {
    const test = cluster(2);
    test.deployment('web', 4);
    test.run(2000);
    expect(
      test
        .list<Pod>('pods')
        .map((pod) => pod.spec.nodeName)
        .sort(),
    ).toEqual(['n1', 'n1', 'n2', 'n2']);
  });

  it('keeps Pods apart that want to be', () => {
    const test = cluster(2);
    const term = { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: { app: 'anti' } } };
    const spec = { affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] } } };
    for (const name of ['a', 'b', 'c']) test.pod(name, { labels: { app: 'anti' }, spec });
    test.run(500);
    expect([nodeOf(test, 'a'), nodeOf(test, 'b')].sort()).toEqual(['n1', 'n2']);
    expect(why(test, 'c')).toEqual([
      "0/2 nodes are available: 2 node(s) didn't match pod anti-affinity rules. no new claims to deallocate, preemption: 0/2 nodes are available: 2 No preemption victims found for incoming pod.",
    ]);
    test.pod('plain', { labels: { app: 'anti' } });
    test.run(500);
    expect(why(test, 'plain')[0]).toContain("2 node(s) didn't satisfy existing pods anti-affinity rules.");
    test.api.delete('pods', 'default', 'a');
    test.run(3000);
    expect(nodeOf(test, 'c') ?? nodeOf(test, 'plain')).toBeDefined();
  });

  it('puts Pods together that want to be, the first of them anywhere', () => {
    const test = cluster(3);
    const term = { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: { app: 'pair' } } };
    const spec = { affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] } } };
    for (const name of ['a', 'b', 'c']) test.pod(name, { labels: { app: 'pair' }, spec });
    test.pod('lonely', { spec });
    test.run(500);
    expect(new Set(['a', 'b', 'c'].map((name) => nodeOf(test, name))).size).toBe(1);
    test.pod('stranger', {
      spec: {
        affinity: {
          podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ ...term, labelSelector: { matchLabels: { app: 'none' } } }] },
        },
      },
    });
    test.run(500);
    expect(why(test, 'stranger')[0]).toBe(`0/3 nodes are available: 3 node(s) didn't match pod affinity rules. ${UNHELPFUL(3)}`);
  });

  it('obeys topology spread constraints', () => {
    const test = cluster(2);
    const topologySpreadConstraints = [
      {
        maxSkew: 1,
        topologyKey: 'kubernetes.io/hostname',
        whenUnsatisfiable: 'DoNotSchedule',
        labelSelector: { matchLabels: { app: 'web' } },
      },
    ];
    test.edit<Node>('nodes', 'n2', (node) => ({ ...node, spec: { unschedulable: true } }));
    for (const name of ['a', 'b']) test.pod(name, { labels: { app: 'web' }, spec: { topologySpreadConstraints } });
    test.run(500);
    expect(nodeOf(test, 'a')).toBe('n1');
    expect(why(test, 'b')[0]).toBe(
      "0/2 nodes are available: 1 node(s) didn't match pod topology spread constraints, 1 node(s) were unschedulable. no new claims to deallocate, preemption: 0/2 nodes are available: 1 No preemption victims found for incoming pod, 1 Preemption is not helpful for scheduling.",
    );
    test.edit<Node>('nodes', 'n2', (node) => ({ ...node, spec: {} }));
    test.run(2000);
    expect(nodeOf(test, 'b')).toBe('n2');
  });

  it('gives a host port to one Pod a node', () => {
    const test = cluster();
    const spec = { containers: [{ name: 'c', image: 'i', ports: [{ containerPort: 80, hostPort: 80 }] }] };
    test.pod('a', { spec });
    test.pod('b', { spec });
    test.run(500);
    expect(why(test, 'b')[0]).toContain("0/1 nodes are available: 1 node(s) didn't have free ports for the requested pod ports.");
  });

  it('removes less important Pods for a more important one', () => {
    const test = cluster();
    test.pod('low', { spec: { ...cpu('3'), priority: 1 } });
    test.pod('lower', { spec: { ...cpu('500m'), priority: 0 } });
    test.run(500);
    test.pod('high', { spec: { ...cpu('2'), priority: 1000 } });
    test.run(100);
    const { metadata } = test.get<Pod>('pods', 'high');
    expect(test.events).toContainEqual({
      about: 'Pod/low',
      type: 'Normal',
      reason: 'Preempted',
      message: `Preempted by pod ${metadata.uid} on node n1`,
    });
    expect(test.get<Pod>('pods', 'high').status.nominatedNodeName).toBe('n1');
    test.run(5000);
    expect(nodeOf(test, 'high')).toBe('n1');
    expect(nodeOf(test, 'lower')).toBe('n1');
  });

  const apart = (app: string): Partial<PodSpec> => {
    const term = { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: { app } } };
    return { affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] } } };
  };

  it('removes those that a Pod wants to be apart from, and those that want to be apart from it', () => {
    const test = cluster();
    test.pod('near', { labels: { app: 'noisy' }, spec: { priority: 1 } });
    test.pod('shy', { spec: { ...apart('calm'), priority: 1 } });
    test.pod('other', { spec: { priority: 1 } });
    test.run(500);
    test.pod('high', { labels: { app: 'calm' }, spec: { ...apart('noisy'), priority: 1000 } });
    test.run(5000);
    expect(nodeOf(test, 'high')).toBe('n1');
    expect(
      test.events
        .filter(({ reason }) => reason === 'Preempted')
        .map(({ about }) => about)
        .sort(),
    ).toEqual(['Pod/near', 'Pod/shy']);
    expect(nodeOf(test, 'other')).toBe('n1');
  });

  it('removes Pods for a topology spread constraint', () => {
    const test = cluster(2);
    test.edit<Node>('nodes', 'n2', (node) => ({ ...node, spec: { unschedulable: true } }));
    const labelSelector = { matchLabels: { app: 'web' } };
    const topologySpreadConstraints = [
      { maxSkew: 1, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'DoNotSchedule', labelSelector },
    ];
    test.pod('low', { labels: { app: 'web' }, spec: { priority: 1 } });
    test.run(500);
    test.pod('high', { labels: { app: 'web' }, spec: { priority: 1000, topologySpreadConstraints } });
    test.run(5000);
    expect(nodeOf(test, 'high')).toBe('n1');
    expect(test.events).toContainEqual(expect.objectContaining({ about: 'Pod/low', reason: 'Preempted' }));
  });

  it('spares what a PodDisruptionBudget keeps, where it can', () => {
    const test = cluster(2);
    test.api.create('poddisruptionbudgets.policy', {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name: 'keep', namespace: 'default' },
      spec: { minAvailable: 1, selector: { matchLabels: { app: 'kept' } } },
      status: {},
    } as never);
    test.pod('kept', { labels: { app: 'kept' }, spec: { ...cpu('3'), priority: 1, nodeSelector: { 'kubernetes.io/hostname': 'n1' } } });
    test.pod('free', { spec: { ...cpu('3'), priority: 2, nodeSelector: { 'kubernetes.io/hostname': 'n2' } } });
    test.run(1000);
    test.pod('high', { spec: { ...cpu('3'), priority: 1000 } });
    test.run(5000);
    expect(nodeOf(test, 'high')).toBe('n2');
    expect(nodeOf(test, 'kept')).toBe('n1');
  });

  it('says what is missing where not even all that is less important would be enough', () => {
    const test = cluster();
    test.pod('same', { spec: { ...cpu('3'), priority: 1000 } });
    test.pod('low', { spec: { ...cpu('500m'), priority: 1 } });
    test.run(500);
    test.pod('high', { spec: { ...cpu('2'), priority: 1000 } });
    test.run(500);
    expect(why(test, 'high')).toEqual([
      '0/1 nodes are available: 1 Insufficient cpu. no new claims to deallocate, preemption: 0/1 nodes are available: 1 Insufficient cpu.',
    ]);
  });

  it('waits for those that it removed before it removes more', () => {
    const test = cluster();
    test.pod('low', { spec: { ...cpu('3'), priority: 1 } });
    test.run(500);
    test.pod('high', { spec: { ...cpu('3'), priority: 1000 } });
    test.run(100);
    // The other takes its time to end, and meanwhile this one is tried again.
    test.world.timers.set('test-gone', 'default/low', test.world.now + 10_000);
    test.edit<Pod>('pods', 'high', (pod) => ({ ...pod, metadata: { ...pod.metadata, labels: { again: 'yes' } } }));
    test.run(3000);
    expect(test.events.filter(({ reason }) => reason === 'Preempted')).toHaveLength(1);
    expect(condition(test, 'high')?.message).toBe(
      '0/1 nodes are available: 1 Insufficient cpu. no new claims to deallocate, preemption: not eligible due to a terminating pod on the nominated node.',
    );
  });

  it('keeps the room that it makes for the Pod it makes it for', () => {
    const test = cluster();
    test.pod('low', { spec: { ...cpu('3'), priority: 1 } });
    test.run(500);
    test.pod('high', { spec: { ...cpu('3'), priority: 1000 } });
    test.run(100);
    test.pod('again', { spec: { ...cpu('3'), priority: 1 } });
    test.run(5000);
    expect(nodeOf(test, 'high')).toBe('n1');
    expect(nodeOf(test, 'again')).toBeUndefined();
    expect(condition(test, 'again')?.message).toMatch(/^0\/1 nodes are available: 1 Insufficient cpu\./);
  });

  it('prefers nodes by affinity, and those with less on them', () => {
    const test = cluster(3);
    test.edit<Node>('nodes', 'n3', (node) => ({ ...node, metadata: { ...node.metadata, labels: { disk: 'ssd' } } }));
    const preference = { matchExpressions: [{ key: 'disk', operator: 'In', values: ['ssd'] }] };
    test.pod('fast', {
      spec: { affinity: { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, preference }] } } },
    });
    test.run(100);
    expect(nodeOf(test, 'fast')).toBe('n3');
    test.pod('big', { spec: { ...cpu('3'), nodeName: 'n1' } });
    test.pod('other', { spec: { ...cpu('3'), nodeName: 'n2' } });
    test.run(100);
    test.pod('small', { spec: cpu('100m') });
    test.run(100);
    expect(nodeOf(test, 'small')).toBe('n3');
  });

  it('leaves Pods alone that have scheduling gates or another scheduler', () => {
    const test = cluster();
    test.pod('gated', { spec: { schedulingGates: [{ name: 'x' }] } });
    test.pod('foreign', { spec: { schedulerName: 'mine' } });
    test.run(500);
    expect(nodeOf(test, 'gated')).toBeUndefined();
    expect(condition(test, 'gated')).toMatchObject({
      reason: 'SchedulingGated',
      message: 'Scheduling is blocked due to non-empty scheduling gates',
    });
    expect(nodeOf(test, 'foreign')).toBeUndefined();
    test.edit<Pod>('pods', 'gated', ({ spec: { schedulingGates: _, ...spec }, ...pod }) => ({ ...pod, spec }));
    test.run(500);
    expect(nodeOf(test, 'gated')).toBe('n1');
  });
});
