import { describe, expect, it } from 'vitest';
import type { Deployment, Pod, ReplicaSet } from '../../kinds/objects.ts';
import { TestCluster } from '../cluster.testing.ts';
import { controllers } from '../index.ts';

function cluster(): TestCluster {
  const made = new TestCluster(controllers);
  made.node('minikube');
  return made;
}

const setImage = (image: string) => (deployment: Deployment) => ({
  ...deployment,
  spec: { ...deployment.spec, template: { ...deployment.spec.template, spec: { containers: [{ name: 'c', image }] } } },
});
const setSpec = (change: Partial<Deployment['spec']>) => (deployment: Deployment) => ({
  ...deployment,
  spec: { ...deployment.spec, ...change },
});
const scaled = (test: TestCluster) =>
  test.events.filter((one) => one.reason === 'ScalingReplicaSet').map((one) => one.message.replace(/-[a-z0-9]+ from/, ' from'));

describe('deployment controller', () => {
  it('makes a ReplicaSet and tells how far it is', () => {
    const test = cluster();
    test.deployment('web', 3);
    test.run(5000);
    const [replicaSet] = test.list<ReplicaSet>('replicasets.apps');
    expect(replicaSet?.metadata.name).toMatch(/^web-[bcdfghjklmnpqrstvwxz2456789]+$/);
    expect(replicaSet?.metadata.annotations).toEqual({
      'deployment.kubernetes.io/desired-replicas': '3',
      'deployment.kubernetes.io/max-replicas': '4',
      'deployment.kubernetes.io/revision': '1',
    });
    const { metadata, status } = test.get<Deployment>('deployments.apps', 'web');
    expect(metadata.annotations).toEqual({ 'deployment.kubernetes.io/revision': '1' });
    expect(status).toMatchObject({
      observedGeneration: 1,
      replicas: 3,
      updatedReplicas: 3,
      readyReplicas: 3,
      availableReplicas: 3,
      terminatingReplicas: 0,
    });
    expect(status).not.toHaveProperty('unavailableReplicas');
    expect(status.conditions?.map((one) => `${one.type}=${one.status} ${one.reason}: ${one.message}`)).toEqual([
      'Available=True MinimumReplicasAvailable: Deployment has minimum availability.',
      `Progressing=True NewReplicaSetAvailable: ReplicaSet "${replicaSet?.metadata.name}" has successfully progressed.`,
    ]);
    expect(scaled(test)).toEqual(['Scaled up replica set web from 0 to 3']);
  });

  it('rolls one up, one down, as the real controller does with 25%', () => {
    const test = cluster();
    test.deployment('web', 3);
    test.run(5000);
    test.events.length = 0;
    test.edit('deployments.apps', 'web', setImage('nginx:2'));
    test.run(10_000);
    expect(scaled(test)).toEqual([
      'Scaled up replica set web from 0 to 1',
      'Scaled down replica set web from 3 to 2',
      'Scaled up replica set web from 1 to 2',
      'Scaled down replica set web from 2 to 1',
      'Scaled up replica set web from 2 to 3',
      'Scaled down replica set web from 1 to 0',
    ]);
    expect(test.list<Pod>('pods').map((pod) => pod.spec.containers[0]?.image)).toEqual(['nginx:2', 'nginx:2', 'nginx:2']);
    expect(test.get<Deployment>('deployments.apps', 'web').metadata.annotations?.['deployment.kubernetes.io/revision']).toBe('2');
  });

  it('gives an old ReplicaSet a new revision when rolled back to it', () => {
    const test = cluster();
    test.deployment('web', 2);
    test.run(5000);
    test.edit('deployments.apps', 'web', setImage('nginx:2'));
    test.run(5000);
    test.edit('deployments.apps', 'web', setImage('nginx:1'));
    test.run(5000);
    const revisions = test
      .list<ReplicaSet>('replicasets.apps')
      .map((one) => one.metadata.annotations?.['deployment.kubernetes.io/revision']);
    expect(revisions.sort()).toEqual(['2', '3']);
    const back = test.list<ReplicaSet>('replicasets.apps').find((one) => one.spec.replicas === 2);
    expect(back?.metadata.annotations?.['deployment.kubernetes.io/revision-history']).toBe('1');
  });

  it('scales without a new revision, and puts Available behind Progressing', () => {
    const test = cluster();
    test.deployment('web', 1);
    test.run(5000);
    test.edit('deployments.apps', 'web', setSpec({ replicas: 4 }));
    test.run(5000);
    const { status } = test.get<Deployment>('deployments.apps', 'web');
    expect(status.conditions?.map((one) => one.type)).toEqual(['Progressing', 'Available']);
    expect(scaled(test)).toEqual(['Scaled up replica set web from 0 to 1', 'Scaled up replica set web from 1 to 4']);
  });

  it('waits for the last old Pod with Recreate', () => {
    const test = cluster();
    test.deployment('web', 2, { strategy: { type: 'Recreate' } });
    test.run(5000);
    test.edit('deployments.apps', 'web', setImage('nginx:2'));
    let both = false;
    for (let i = 0; i < 200; i++) {
      test.run(20);
      const images = new Set(test.list<Pod>('pods').map((pod) => pod.spec.containers[0]?.image));
      both ||= images.size > 1;
    }
    expect(both).toBe(false);
    expect(test.get<Deployment>('deployments.apps', 'web').status).toMatchObject({ updatedReplicas: 2, availableReplicas: 2 });
  });

  it('does nothing but scale while paused', () => {
    const test = cluster();
    test.deployment('web', 2);
    test.run(5000);
    test.edit('deployments.apps', 'web', setSpec({ paused: true }));
    test.run(100);
    expect(test.get<Deployment>('deployments.apps', 'web').status.conditions?.find((one) => one.type === 'Progressing')).toMatchObject({
      status: 'Unknown',
      reason: 'DeploymentPaused',
      message: 'Deployment is paused',
    });
    test.edit('deployments.apps', 'web', setImage('nginx:2'));
    test.edit('deployments.apps', 'web', setSpec({ replicas: 3 }));
    test.run(5000);
    expect(test.list('replicasets.apps')).toHaveLength(1);
    expect(test.list('pods')).toHaveLength(3);
    test.edit('deployments.apps', 'web', setSpec({ paused: false }));
    test.run(10_000);
    expect(test.get<Deployment>('deployments.apps', 'web').status).toMatchObject({ updatedReplicas: 3, availableReplicas: 3 });
  });

  it('says so when the deadline passes without progress', () => {
    const test = cluster();
    test.readyAfter = () => undefined;
    test.deployment('web', 1, { progressDeadlineSeconds: 10 });
    test.run(30_000);
    const { status } = test.get<Deployment>('deployments.apps', 'web');
    expect(status.conditions?.find((one) => one.type === 'Progressing')).toMatchObject({
      status: 'False',
      reason: 'ProgressDeadlineExceeded',
    });
  });

  it('keeps revisionHistoryLimit old ReplicaSets', () => {
    const test = cluster();
    test.deployment('web', 1, { revisionHistoryLimit: 2 });
    for (let i = 1; i <= 6; i++) {
      test.edit('deployments.apps', 'web', setImage(`nginx:${i}`));
      test.run(5000);
    }
    expect(
      test
        .list<ReplicaSet>('replicasets.apps')
        .map((one) => one.metadata.annotations?.['deployment.kubernetes.io/revision'])
        .sort(),
    ).toEqual(['4', '5', '6']);
  });

  it('adopts the ReplicaSet of an earlier Deployment of that name', () => {
    const test = cluster();
    test.deployment('web', 2);
    test.run(3000);
    const [before] = test.list<ReplicaSet>('replicasets.apps');
    test.world.store.remove('deployments.apps', 'default', 'web');
    test.edit<ReplicaSet>(
      'replicasets.apps',
      before?.metadata.name ?? '',
      ({ metadata: { ownerReferences: _, ...metadata }, ...rest }) => ({ ...rest, metadata }),
    );
    test.deployment('web', 2);
    test.run(3000);
    expect(test.list('replicasets.apps')).toHaveLength(1);
    const reasons = test.get<Deployment>('deployments.apps', 'web').status.conditions?.map((one) => one.reason);
    expect(reasons).toContain('NewReplicaSetAvailable');
  });
});
