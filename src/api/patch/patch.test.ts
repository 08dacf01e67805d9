import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kinds } from '../../kinds/index.ts';
import { rulesCode } from '../../kinds/rules-code.ts';
import { definition } from '../../kinds/schema.ts';
import { World } from '../../world/world.ts';
import { ApiServer } from '../server.ts';
import type { ApiResponse } from '../types.ts';
import { applyJsonPatch, applyOperations, PatchError } from './json-patch.ts';
import { applyMergePatch } from './merge-patch.ts';
import { applyStrategicMergePatch } from './strategic.ts';

await rulesCode.load();

describe('JSON patch', () => {
  test.each([
    [{ a: 1 }, [{ op: 'add', path: '/b', value: 2 }], { a: 1, b: 2 }],
    [{ a: [1, 3] }, [{ op: 'add', path: '/a/1', value: 2 }], { a: [1, 2, 3] }],
    [{ a: [1] }, [{ op: 'add', path: '/a/-', value: 2 }], { a: [1, 2] }],
    [{ a: 1, b: 2 }, [{ op: 'remove', path: '/a' }], { b: 2 }],
    [{ a: { 'x/y~z': 1 } }, [{ op: 'replace', path: '/a/x~1y~0z', value: 2 }], { a: { 'x/y~z': 2 } }],
    [{ a: { b: 1 }, c: {} }, [{ op: 'move', from: '/a/b', path: '/c/d' }], { a: {}, c: { d: 1 } }],
    [{ a: { b: 1 } }, [{ op: 'copy', from: '/a', path: '/c' }], { a: { b: 1 }, c: { b: 1 } }],
    [{ a: 1 }, [{ op: 'test', path: '/a', value: 1 }], { a: 1 }],
    [{ a: 1 }, [{ op: 'test', path: '/b', value: null }], { a: 1 }],
    [{ a: 1 }, [{ op: 'replace', path: '/b', value: 2 }], { a: 1, b: 2 }],
    [{ a: 1 }, [{ op: 'copy', from: '/c', path: '/b' }], { a: 1, b: null }],
  ])('%j with %j', (document, patch, result) => expect(applyJsonPatch(document, patch)).toEqual(result));

  test.each([
    [{ op: 'remove', path: '/x' }],
    [{ op: 'replace', path: '/x/y', value: 1 }],
    [{ op: 'replace', path: '/l/0', value: 1 }],
    [{ op: 'test', path: '/x/y', value: null }],
    [{ op: 'move', from: '/x', path: '/y' }],
    [{ op: 'test', path: '/a', value: 2 }],
    [{ op: 'add', path: '/x/y', value: 1 }],
    [{ op: 'add', path: '', value: 1 }],
    [{ op: 'add', path: '/l/5', value: 1 }],
    [{ op: 'nope', path: '/a' }],
  ])('%j does not fit', (operation) => expect(() => applyJsonPatch({ a: 1, l: [] }, [operation])).toThrow(PatchError));

  test.each([
    [{ op: 'replace', path: '/b', value: 1 }, 'replace operation does not apply: doc is missing key: /b: missing value'],
    [{ op: 'copy', from: '/b', path: '/c' }, "error in copy for from: '/b': unable to get nonexistent key: b: missing value"],
  ])('%j does not fit for kubectl', (operation, message) => expect(() => applyOperations({ a: 1 }, [operation], false)).toThrow(message));

  test.each([
    ['nonsense', 'json: cannot unmarshal string into Go value of type []handlers.jsonPatchOp'],
    [{}, 'json: cannot unmarshal object into Go value of type []handlers.jsonPatchOp'],
    [[true], 'json: cannot unmarshal bool into Go value of type handlers.jsonPatchOp'],
  ])('%j is no patch', (patch, message) => expect(() => applyJsonPatch({}, patch)).toThrow(message));
});

const json = fc.jsonValue({ maxDepth: 3 });
const object = fc.dictionary(fc.string(), json);

describe('merge patch', () => {
  test('an object merged with itself is itself, and a patch has its effect once', () => {
    const plain = (value: unknown): boolean => !JSON.stringify(value).includes('null') && !JSON.stringify(value).includes('-0');
    fc.assert(
      fc.property(object.filter(plain), object, (document, patch) => {
        expect(applyMergePatch(document, document)).toEqual(document);
        const once = applyMergePatch(document, patch);
        expect(applyMergePatch(once, patch)).toEqual(once);
      }),
    );
  });
});

const pod = definition('PodSpec');
if (!pod) throw new Error('no PodSpec');
const strategic = (document: Record<string, unknown>, patch: Record<string, unknown>): unknown =>
  applyStrategicMergePatch(pod, document, patch);

describe('strategic merge patch', () => {
  const two = {
    containers: [
      { name: 'a', image: '1', env: [{ name: 'X', value: '1' }] },
      { name: 'b', image: '2' },
    ],
    nodeSelector: { a: '1' },
  };

  test.each([
    ['merges by key', { containers: [{ name: 'b', image: '3' }] }, { ...two, containers: [two.containers[0], { name: 'b', image: '3' }] }],
    ['puts new elements first', { containers: [{ name: 'c' }] }, { ...two, containers: [{ name: 'c' }, ...two.containers] }],
    ['deletes by directive', { containers: [{ name: 'a', $patch: 'delete' }] }, { ...two, containers: [two.containers[1]] }],
    ['replaces a list', { containers: [{ $patch: 'replace' }, { name: 'z' }] }, { ...two, containers: [{ name: 'z' }] }],
    ['removes with null', { nodeSelector: null }, { containers: two.containers }],
    ['replaces a map', { nodeSelector: { $patch: 'replace', b: '2' } }, { ...two, nodeSelector: { b: '2' } }],
    [
      'orders',
      { '$setElementOrder/containers': [{ name: 'c' }, { name: 'b' }], containers: [{ name: 'c' }] },
      { ...two, containers: [{ name: 'c' }, two.containers[0], two.containers[1]] },
    ],
    [
      'merges deep',
      { containers: [{ name: 'a', env: [{ name: 'Y', value: '2' }] }] },
      {
        ...two,
        containers: [
          {
            ...two.containers[0],
            env: [
              { name: 'Y', value: '2' },
              { name: 'X', value: '1' },
            ],
          },
          two.containers[1],
        ],
      },
    ],
  ])('%s', (_what, patch, result) => expect(strategic(two, patch)).toEqual(result));

  test('retains only the keys it names', () => {
    const deployment = definition('DeploymentSpec');
    const document = { strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1 } } };
    const patch = { strategy: { $retainKeys: ['type'], type: 'Recreate' } };
    expect(deployment && applyStrategicMergePatch(deployment, document, patch)).toEqual({ strategy: { type: 'Recreate' } });
  });

  test('deletes from a list of plain values', () => {
    const meta = definition('ObjectMeta');
    const document = { finalizers: ['a/x', 'b/x'] };
    expect(meta && applyStrategicMergePatch(meta, document, { '$deleteFromPrimitiveList/finalizers': ['a/x'] })).toEqual({
      finalizers: ['b/x'],
    });
    expect(meta && applyStrategicMergePatch(meta, document, { finalizers: ['c/x'] })).toEqual({ finalizers: ['c/x', 'a/x', 'b/x'] });
  });
});

const DEPLOYMENTS = '/apis/apps/v1/namespaces/default/deployments';
const APPLY = { 'content-type': 'application/apply-patch+yaml' };

function config(over: Record<string, unknown> = {}, image = 'nginx:1'): unknown {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', labels: { app: 'web' } },
    spec: {
      replicas: 2,
      selector: { matchLabels: { app: 'web' } },
      template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'c', image }] } },
      ...over,
    },
  };
}

describe('server-side apply', () => {
  const start = (): { api: ApiServer; apply: (body: unknown, query?: Record<string, string>) => ApiResponse } => {
    const api = new ApiServer(new World(), kinds);
    api.create('namespaces', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'default' } });
    return {
      api,
      apply: (body, query = {}) =>
        api.handle({ method: 'PATCH', path: `${DEPLOYMENTS}/web`, body, headers: APPLY, query: { fieldManager: 'kubectl', ...query } }),
    };
  };

  test('creates, owns what it names, and changes nothing the second time', () => {
    const { apply } = start();
    const made = apply(config());
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      metadata: {
        managedFields: [
          {
            manager: 'kubectl',
            operation: 'Apply',
            apiVersion: 'apps/v1',
            fieldsType: 'FieldsV1',
            fieldsV1: {
              'f:metadata': { 'f:labels': { 'f:app': {} } },
              'f:spec': {
                'f:replicas': {},
                'f:selector': {},
                'f:template': {
                  'f:metadata': { 'f:labels': { 'f:app': {} } },
                  'f:spec': { 'f:containers': { 'k:{"name":"c"}': { '.': {}, 'f:image': {}, 'f:name': {} } } },
                },
              },
            },
          },
        ],
      },
    });
    expect(apply(config()).body).toEqual(made.body);
  });

  test('conflicts with another manager, unless forced', () => {
    const { api, apply } = start();
    apply(config());
    const scale = { spec: { replicas: 5 } };
    api.handle({
      method: 'PATCH',
      path: `${DEPLOYMENTS}/web/scale`,
      body: scale,
      headers: { 'content-type': 'application/merge-patch+json' },
      query: { fieldManager: 'kubectl-scale' },
    });
    const refused = apply(config());
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({
      message: 'Apply failed with 1 conflict: conflict with "kubectl-scale" with subresource "scale" using apps/v1: .spec.replicas',
      details: { causes: [{ reason: 'FieldManagerConflict', field: '.spec.replicas' }] },
    });
    expect(apply(config(), { force: 'true' }).body).toMatchObject({ spec: { replicas: 2 } });
    expect(apply(config({ replicas: 3 })).body).toMatchObject({ spec: { replicas: 3 } });
  });

  test('takes away what it no longer names', () => {
    const { apply } = start();
    apply(config({ minReadySeconds: 5 }));
    expect((apply(config()).body as { spec: object }).spec).not.toHaveProperty('minReadySeconds');
  });
});

describe('managed fields of other writes', () => {
  test('create, update and the control plane', () => {
    const world = new World();
    const api = new ApiServer(world, kinds);
    api.create('namespaces', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'default' } });
    api.handle({ method: 'POST', path: DEPLOYMENTS, body: config(), query: { fieldManager: 'kubectl-create' } });
    const stored = world.store.get<never>('deployments.apps', 'default', 'web') as unknown as { metadata: object; status: object };
    world.as('deployment-controller', 0, () =>
      api.updateStatus('deployments.apps', { ...stored, status: { observedGeneration: 1 } } as never),
    );
    const { body } = api.handle({ method: 'GET', path: `${DEPLOYMENTS}/web` });
    const entries = JSON.parse(JSON.stringify(body)).metadata.managedFields;
    expect(entries).toMatchObject([
      {
        manager: 'kubectl-create',
        operation: 'Update',
        fieldsV1: {
          'f:metadata': { 'f:labels': { '.': {}, 'f:app': {} } },
          'f:spec': {
            'f:progressDeadlineSeconds': {},
            'f:strategy': { 'f:rollingUpdate': { '.': {}, 'f:maxSurge': {}, 'f:maxUnavailable': {} }, 'f:type': {} },
            'f:template': {
              'f:spec': {
                'f:containers': { 'k:{"name":"c"}': { '.': {}, 'f:image': {}, 'f:imagePullPolicy': {}, 'f:name': {}, 'f:resources': {} } },
              },
            },
          },
        },
      },
      {
        manager: 'kube-controller-manager',
        operation: 'Update',
        subresource: 'status',
        fieldsV1: { 'f:status': { 'f:observedGeneration': {} } },
      },
    ]);
    expect(Object.keys(entries[0].fieldsV1['f:spec']['f:template']['f:spec']['f:containers'])).toEqual(['k:{"name":"c"}']);
  });
});
