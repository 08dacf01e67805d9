import { describe, expect, test } from 'vitest';
import { kinds } from '../kinds/index.ts';
import { rulesCode } from '../kinds/rules-code.ts';
import { World } from '../world/world.ts';
import { ApiServer } from './server.ts';

await rulesCode.load();

function server(): { world: World; api: ApiServer } {
  const world = new World();
  const api = new ApiServer(world, kinds);
  api.create('namespaces', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'default' } });
  return { world, api };
}

describe('objects', () => {
  test('are created, read, listed, updated and deleted', () => {
    const { api } = server();
    const path = '/api/v1/namespaces/default/configmaps';
    const made = api.handle({
      method: 'POST',
      path,
      body: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data: { x: '1' } },
    });
    expect(made.status).toBe(201);
    expect(api.handle({ method: 'GET', path: `${path}/a` }).body).toEqual(made.body);
    expect(api.handle({ method: 'GET', path }).body).toMatchObject({ kind: 'ConfigMapList', items: [{ metadata: { name: 'a' } }] });
    const patch = { data: { x: null, y: '2' } };
    const patched = api.handle({
      method: 'PATCH',
      path: `${path}/a`,
      body: patch,
      headers: { 'content-type': 'application/merge-patch+json' },
    });
    expect(patched.body).toMatchObject({ data: { y: '2' } });
    expect(api.handle({ method: 'DELETE', path: `${path}/a` }).body).toMatchObject({ kind: 'Status', status: 'Success' });
    expect(api.handle({ method: 'GET', path: `${path}/a` }).body).toMatchObject({ message: 'configmaps "a" not found', code: 404 });
    // A path that nobody serves is unknown whatever is asked of it; one that only tells refuses to be written to.
    expect(api.handle({ method: 'POST', path: '/apis/nope/v1/namespaces/default/x', body: {} }).status).toBe(404);
    expect(api.handle({ method: 'POST', path: '/version', body: {} }).status).toBe(405);
  });
});
