import { describe, expect, it } from 'vitest';
import type { DaemonSet, Pod } from '../../kinds/objects.ts';
import { TestCluster } from '../cluster.testing.ts';
import { scheduler } from '../scheduler/index.ts';
import { daemonSetController } from './index.ts';

/** One node, and a DaemonSet whose Pods may overlap while they are replaced. */
function surging(): TestCluster {
  const cluster = new TestCluster([daemonSetController, scheduler]);
  cluster.node('n1');
  cluster.api.create<DaemonSet>('daemonsets.apps', {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'agent', namespace: 'default' },
    spec: {
      selector: { matchLabels: { app: 'agent' } },
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
      template: { metadata: { labels: { app: 'agent' } }, spec: { containers: [{ name: 'c', image: 'a:1' }] } },
    },
    status: {} as never,
  });
  cluster.run(1000);
  return cluster;
}

const image = (pod: Pod): string => `${pod.spec.containers[0]?.image}${pod.metadata.deletionTimestamp ? ' ends' : ''}`;

const setImage = (cluster: TestCluster, to: string): void => {
  cluster.edit<DaemonSet>('daemonsets.apps', 'agent', (set) => ({
    ...set,
    spec: { ...set.spec, template: { ...set.spec.template, spec: { containers: [{ name: 'c', image: to }] } } },
  }));
};

describe('a DaemonSet that surges', () => {
  it('replaces a Pod that is deleted while it still ends', () => {
    const cluster = surging();
    cluster.api.delete('pods', 'default', cluster.list<Pod>('pods')[0]?.metadata.name ?? '');
    cluster.run(200);
    expect(cluster.list<Pod>('pods').map(image).sort()).toEqual(['a:1', 'a:1 ends']);
  });

  it('keeps the old Pod until the new one is available, but not one that is not ready itself', () => {
    const cluster = surging();
    cluster.readyAfter = () => undefined;
    setImage(cluster, 'a:2');
    cluster.run(2000);
    expect(cluster.list<Pod>('pods').map(image).sort()).toEqual(['a:1', 'a:2']);
    setImage(cluster, 'a:3');
    cluster.run(2000);
    for (const pod of cluster.list<Pod>('pods')) if (image(pod) === 'a:1') cluster.setReady(pod, false);
    cluster.run(2000);
    expect(cluster.list<Pod>('pods').map(image)).toEqual(['a:3']);
  });
});
