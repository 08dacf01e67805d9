import { describe, expect, test } from 'vitest';
import { kinds } from '../kinds/index.ts';
import type { Pod } from '../kinds/objects.ts';
import { rulesCode } from '../kinds/rules-code.ts';
import { World } from '../world/world.ts';
import { ApiServer } from './server.ts';

await rulesCode.load();

const PODS = '/api/v1/namespaces/default/pods';
const DEPLOYMENTS = '/apis/apps/v1/namespaces/default/deployments';

class Fixture {
  readonly world = new World();
  readonly api = new ApiServer(this.world, kinds);

  constructor() {
    this.api.create('namespaces', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'default' } });
  }

  pod(nodeName?: string): Pod {
    const { body } = this.api.handle({
      method: 'POST',
      path: PODS,
      body: { metadata: { name: 'p' }, spec: { containers: [{ name: 'c', image: 'nginx' }] } },
    });
    const made = body as Pod;
    return nodeName ? this.api.update<Pod>('pods', { ...this.stored(), spec: { ...made.spec, nodeName } }) : made;
  }

  stored(): Pod {
    const found = this.world.store.get<Pod>('pods', 'default', 'p');
    if (!found) throw new Error('gone');
    return found;
  }

  deployment(): void {
    const template = { metadata: { labels: { a: 'b' } }, spec: { containers: [{ name: 'c', image: 'nginx' }] } };
    this.api.handle({
      method: 'POST',
      path: DEPLOYMENTS,
      body: { metadata: { name: 'd' }, spec: { selector: { matchLabels: { a: 'b' } }, template } },
    });
  }
}

describe('deleting', () => {
  test('a Pod on a node waits for its kubelet, and goes when that says so', () => {
    const f = new Fixture();
    f.pod('minikube');
    const { body, status } = f.api.handle({ method: 'DELETE', path: `${PODS}/p` });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      kind: 'Pod',
      metadata: { deletionGracePeriodSeconds: 30, deletionTimestamp: '2026-11-24T09:00:30Z', generation: 3 },
    });
    const before = f.stored();
    f.api.handle({ method: 'DELETE', path: `${PODS}/p` });
    expect(f.stored()).toBe(before);
    f.api.handle({ method: 'DELETE', path: `${PODS}/p`, body: { gracePeriodSeconds: 1 } });
    expect(f.stored().metadata).toMatchObject({ deletionGracePeriodSeconds: 1, deletionTimestamp: '2026-11-24T09:00:01Z' });
    expect(f.api.delete('pods', 'default', 'p', { gracePeriodSeconds: 0 })).toBeUndefined();
    expect(f.world.store.get('pods', 'default', 'p')).toBeUndefined();
  });

  test('a Pod without a node goes at once, and by force any Pod does', () => {
    const f = new Fixture();
    f.pod();
    f.api.handle({ method: 'DELETE', path: `${PODS}/p` });
    expect(f.world.store.count('pods')).toBe(0);
    f.pod('minikube');
    f.api.handle({ method: 'DELETE', path: `${PODS}/p`, query: { gracePeriodSeconds: '0' } });
    expect(f.world.store.count('pods')).toBe(0);
  });

  test.each([
    ['Foreground', ['foregroundDeletion']],
    ['Orphan', ['orphan']],
  ])('with the policy %s leaves a finalizer for the garbage collector', (propagationPolicy, finalizers) => {
    const f = new Fixture();
    f.deployment();
    const { body } = f.api.handle({ method: 'DELETE', path: `${DEPLOYMENTS}/d`, body: { propagationPolicy } });
    expect(body).toMatchObject({ kind: 'Deployment', metadata: { finalizers, generation: 2, deletionGracePeriodSeconds: 0 } });
    const { finalizers: _, ...metadata } = (f.world.store.get('deployments.apps', 'default', 'd') as Pod).metadata;
    f.api.update('deployments.apps', { ...(f.world.store.get('deployments.apps', 'default', 'd') as Pod), metadata });
    expect(f.world.store.count('deployments.apps')).toBe(0);
  });

  test('in the background removes it, and says so', () => {
    const f = new Fixture();
    f.deployment();
    const { body } = f.api.handle({ method: 'DELETE', path: `${DEPLOYMENTS}/d`, body: { propagationPolicy: 'Background' } });
    expect(body).toMatchObject({ kind: 'Status', status: 'Success', details: { name: 'd', group: 'apps', kind: 'deployments' } });
  });

  test('needs its preconditions', () => {
    const f = new Fixture();
    const { uid } = f.pod().metadata;
    const { body } = f.api.handle({ method: 'DELETE', path: `${PODS}/p`, body: { preconditions: { uid: 'other' } } });
    expect(body).toMatchObject({
      code: 409,
      message: `Operation cannot be fulfilled on Pod "p": the UID in the precondition (other) does not match the UID in record (${uid}). The object might have been deleted and then recreated`,
    });
  });

  test('a namespace waits for its finalizer, and takes nothing new', () => {
    const f = new Fixture();
    expect(f.api.handle({ method: 'DELETE', path: '/api/v1/namespaces/default' }).body).toMatchObject({
      code: 403,
      message: 'namespaces "default" is forbidden: this namespace may not be deleted',
    });
    f.api.create('namespaces', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'dev' } });
    const { body } = f.api.handle({ method: 'DELETE', path: '/api/v1/namespaces/dev' });
    expect(body).toMatchObject({ status: { phase: 'Terminating' } });
    const refused = f.api.handle({ method: 'POST', path: '/api/v1/namespaces/dev/configmaps', body: { metadata: { name: 'c' } } });
    expect(refused.body).toMatchObject({
      code: 403,
      message: 'configmaps "c" is forbidden: unable to create new content in namespace dev because it is being terminated',
      details: { causes: [{ reason: 'NamespaceTerminating' }] },
    });
    f.api.handle({ method: 'PUT', path: '/api/v1/namespaces/dev/finalize', body: { metadata: { name: 'dev' }, spec: { finalizers: [] } } });
    expect(f.world.store.count('namespaces')).toBe(1);
  });
});

describe('writing', () => {
  test('with an old version is a Conflict, and without change writes nothing', () => {
    const f = new Fixture();
    const old = f.pod();
    const labelled = f.api.update<Pod>('pods', { ...f.stored(), metadata: { ...f.stored().metadata, labels: { a: '1' } } });
    expect(f.api.update('pods', { ...labelled, metadata: { ...labelled.metadata, labels: { a: '1' } } })).toBe(labelled);
    const { body } = f.api.handle({ method: 'PUT', path: `${PODS}/p`, body: old });
    expect(body).toMatchObject({
      code: 409,
      message:
        'Operation cannot be fulfilled on pods "p": the object has been modified; please apply your changes to the latest version and try again',
    });
  });

  test('as a dry run answers the same and keeps nothing', () => {
    const f = new Fixture();
    const body = { metadata: { name: 'c' }, data: { a: 'b' } };
    const path = '/api/v1/namespaces/default/configmaps';
    const made = f.api.handle({ method: 'POST', path, body, query: { dryRun: 'All' } });
    expect(made).toMatchObject({ status: 201, body: { data: { a: 'b' } } });
    expect(f.world.store.count('configmaps')).toBe(0);
    expect(f.api.handle({ method: 'POST', path, body, query: { dryRun: 'Some' } }).status).toBe(422);
  });

  test('says of a name that is taken whether it will soon be free', () => {
    const f = new Fixture();
    f.pod('minikube');
    const again = (): unknown => (f.pod() as unknown as { message: string }).message;
    expect(again()).toBe('pods "p" already exists');
    f.api.handle({ method: 'DELETE', path: `${PODS}/p` });
    expect(again()).toBe('object is being deleted: pods "p" already exists');
  });

  test('generates names, and scales by subresource', () => {
    const f = new Fixture();
    const made = f.api.handle({
      method: 'POST',
      path: '/api/v1/namespaces/default/configmaps',
      body: { metadata: { generateName: 'c-' } },
    });
    expect((made.body as Pod).metadata.name).toMatch(/^c-[bcdfghjklmnpqrstvwxz2456789]{5}$/);
    f.deployment();
    const scale = f.api.handle({ method: 'GET', path: `${DEPLOYMENTS}/d/scale` }).body as { spec: object };
    expect(scale).toMatchObject({ kind: 'Scale', spec: { replicas: 1 }, status: { replicas: 0, selector: 'a=b' } });
    const table = f.api.handle({
      method: 'GET',
      path: `${DEPLOYMENTS}/d/scale`,
      headers: { accept: 'application/json;as=Table;v=v1;g=meta.k8s.io' },
    });
    expect(table.body).toMatchObject({
      columnDefinitions: [{ name: 'Name' }, { name: 'Desired' }, { name: 'Available' }, { name: 'Age' }],
      rows: [{ cells: ['d', 1, 0, '0s'] }],
    });
    const put = f.api.handle({ method: 'PUT', path: `${DEPLOYMENTS}/d/scale`, body: { ...scale, spec: { replicas: 4 } } });
    expect(put.body).toMatchObject({ spec: { replicas: 4 } });
    expect(f.api.handle({ method: 'PUT', path: `${DEPLOYMENTS}/d/scale`, body: { ...scale, spec: { replicas: -1 } } }).body).toMatchObject({
      message: 'Scale.autoscaling "d" is invalid: spec.replicas: Invalid value: -1: must be greater than or equal to 0',
    });
    expect(f.world.store.get('deployments.apps', 'default', 'd')).toMatchObject({ metadata: { generation: 2 }, spec: { replicas: 4 } });
  });
});

describe('events', () => {
  test('are counted when equal, combined when many are similar, and go after an hour', () => {
    const f = new Fixture();
    const pod = f.pod();
    const source = { component: 'kubelet', host: 'minikube' };
    const events = (): { message: string; count: number; metadata: { name: string } }[] => f.world.store.list('events') as never;
    for (let i = 0; i < 3; i++) {
      f.api.event(pod, 'Warning', 'BackOff', 'Back-off restarting', source);
      f.world.advance(10_000);
    }
    expect(events()).toMatchObject([{ count: 3, firstTimestamp: '2026-11-24T09:00:00Z', lastTimestamp: '2026-11-24T09:00:20Z' }]);
    expect(events()[0]?.metadata.name).toMatch(/^p\.[0-9a-f]{16}$/);
    for (let i = 0; i < 12; i++) f.api.event(pod, 'Normal', 'Scaled', `to ${i}`, source);
    const scaled = events().filter(({ message }) => message.includes('to '));
    expect(scaled).toHaveLength(10);
    expect(scaled.filter(({ message }) => message.startsWith('(combined from similar events): to 11'))).toMatchObject([{ count: 3 }]);
    f.world.advance(2 * 3_600_000);
    expect(events()).toEqual([]);
  });
});
