import { describe, expect, it } from 'vitest';
import { createCluster } from '../session/index.ts';
import type { ApiRequest, Status } from './types.ts';

const cluster = await createCluster({ addons: [] });
await cluster.load();
const PATH = '/api/v1/namespaces/default/configmaps';

function ask(
  method: ApiRequest['method'],
  path: string,
  query: Record<string, string>,
  body?: unknown,
): { status: number; message: string } {
  const { status, body: answer, watch } = cluster.api.handle({ method, path, query, ...(body !== undefined && { body }) });
  watch?.cancel();
  return { status, message: (answer as Status | undefined)?.message ?? '' };
}

describe('a PUT', () => {
  const of = (group: string, plural: string) => `${group}/namespaces/default/${plural}`;
  const put = (path: string, metadata: object, more: object = {}) =>
    ask('PUT', `${path}/new`, {}, { metadata: { name: 'new', ...metadata }, ...more });

  it('makes what is not there, of kinds that let it', () => {
    expect(put(PATH, {})).toEqual({ status: 404, message: 'configmaps "new" not found' });
    expect(put(of('/api/v1', 'services'), {}, { spec: { ports: [{ port: 80 }] } }).status).toBe(201);
    expect(put(of('/apis/rbac.authorization.k8s.io/v1', 'roles'), { uid: 'mine' })).toEqual({
      status: 409,
      message:
        'Operation cannot be fulfilled on roles.rbac.authorization.k8s.io "new": StorageError: invalid object, Code: 4, Key: /registry/roles/default/new, ResourceVersion: 0, AdditionalErrorMsg: Precondition failed: UID in precondition: mine, UID in object meta: ',
    });
  });

  it('names the version that it replaces, where the kind asks for it', () => {
    const budgets = of('/apis/policy/v1', 'poddisruptionbudgets');
    ask('POST', budgets, {}, { metadata: { name: 'new' }, spec: { minAvailable: 1 } });
    expect(put(budgets, {}, { spec: { minAvailable: 2 } })).toEqual({
      status: 422,
      message:
        'poddisruptionbudgets.policy "new" is invalid: metadata.resourceVersion: Invalid value: 0x0: must be specified for an update',
    });
    ask('POST', PATH, {}, { metadata: { name: 'new' } });
    expect(put(PATH, {}, { data: { a: 'b' } }).status).toBe(200);
  });
});

describe('options of requests', () => {
  const lists: [query: Record<string, string>, status: number, message: string][] = [
    [
      { resourceVersionMatch: 'NotOlderThan' },
      422,
      'resourceVersionMatch: Forbidden: resourceVersionMatch is forbidden unless resourceVersion is provided',
    ],
    [
      { resourceVersionMatch: 'Bad', resourceVersion: '1' },
      422,
      'resourceVersionMatch: Unsupported value: "Bad": supported values: "Exact", "NotOlderThan", ""',
    ],
    [
      { resourceVersionMatch: 'Exact', resourceVersion: '0' },
      422,
      'resourceVersionMatch: Forbidden: resourceVersionMatch "exact" is forbidden for resourceVersion "0"',
    ],
    [{ sendInitialEvents: 'true' }, 422, 'sendInitialEvents: Forbidden: sendInitialEvents is forbidden for list'],
    [
      { watch: '1', sendInitialEvents: 'true' },
      422,
      'resourceVersionMatch: Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan',
    ],
    [{ watch: '1', sendInitialEvents: 'true', resourceVersionMatch: 'NotOlderThan', allowWatchBookmarks: 'true' }, 200, ''],
    [{ limit: 'x' }, 400, 'strconv.ParseInt: parsing "x": invalid syntax'],
    [{ resourceVersion: '99999999' }, 504, 'Too large resource version: 99999999'],
  ];
  it.each(lists)('of a list or watch with %j', (query, status, message) => {
    const answer = ask('GET', PATH, query);
    expect(answer.status).toBe(status);
    expect(answer.message).toContain(message);
  });

  it('of a get: a version that there has not been yet', () => {
    expect(ask('GET', `${PATH}/kube-root-ca.crt`, { resourceVersion: '99999999' }).status).toBe(504);
    expect(ask('GET', `${PATH}/kube-root-ca.crt`, { resourceVersion: '1' }).status).toBe(200);
  });

  it('of writes', () => {
    expect(ask('POST', PATH, { fieldValidation: 'Loose' }, { metadata: { name: 'x' } })).toEqual({
      status: 422,
      message:
        'CreateOptions.meta.k8s.io "" is invalid: fieldValidation: Unsupported value: "Loose": supported values: "", "Ignore", "Strict", "Warn"',
    });
    expect(ask('DELETE', `${PATH}/x`, { dryRun: 'Some' }).message).toBe(
      'DeleteOptions.meta.k8s.io "" is invalid: dryRun: Unsupported value: ["Some"]: supported values: "All"',
    );
  });

  it('of patches and deletions', () => {
    expect(ask('PATCH', `${PATH}/x`, { force: 'true' }, {}).message).toBe(
      'PatchOptions.meta.k8s.io "" is invalid: force: Forbidden: may not be specified for non-apply patch',
    );
    expect(ask('DELETE', `${PATH}/x`, {}, { propagationPolicy: 'None', orphanDependents: true })).toEqual({
      status: 422,
      message:
        'DeleteOptions.meta.k8s.io "" is invalid: [propagationPolicy: Invalid value: "None": orphanDependents and deletionPropagation cannot be both set, propagationPolicy: Unsupported value: "None": supported values: "Foreground", "Background", "Orphan", "nil"]',
    });
  });

  it('of selectors: which fields a kind has, in its own words', () => {
    const jobs = '/apis/batch/v1/namespaces/default/jobs';
    expect(ask('GET', jobs, { fieldSelector: 'status.phase=x' }).message).toBe('field label "status.phase" not supported for batchv1.Job');
    expect(ask('GET', '/api/v1/pods', { fieldSelector: 'spec.image=x' }).message).toBe('field label not supported: spec.image');
  });

  it('a body may be YAML, where its type says so', async () => {
    const send = async (method: ApiRequest['method'], path: string, type: string, body: string) => {
      const request: ApiRequest = { method, path, query: { fieldManager: 'me' }, headers: { 'content-type': type }, body };
      await cluster.loadFor(request);
      return cluster.api.handle(request);
    };
    const map = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: written\ndata: {a: b}\n';
    expect(await send('POST', PATH, 'application/yaml', map)).toMatchObject({ status: 201, body: { data: { a: 'b' } } });
    const applied = await send('PATCH', `${PATH}/written`, 'application/apply-patch+yaml', map.replace('a: b', 'c: d'));
    expect(applied).toMatchObject({ status: 200, body: { data: { a: 'b', c: 'd' } } });
    expect(await send('POST', PATH, 'application/yaml', 'a: [')).toMatchObject({ status: 400, body: { reason: 'BadRequest' } });
  });

  it('a binding that is created on its own binds the Pod of its name', () => {
    const bindings = '/api/v1/namespaces/default/bindings';
    const binding = { metadata: { name: 'p' }, target: { kind: 'Node', name: 'minikube' } };
    expect(ask('POST', bindings, {}, binding)).toEqual({ status: 404, message: 'pods "p" not found' });
    const spec = { schedulerName: 'mine', containers: [{ name: 'c', image: 'nginx' }] };
    ask('POST', '/api/v1/namespaces/default/pods', {}, { metadata: { name: 'p' }, spec });
    expect(ask('POST', bindings, {}, binding).status).toBe(201);
    expect(cluster.world.store.get('pods', 'default', 'p')).toMatchObject({ spec: { nodeName: 'minikube' } });
  });
});
