import { expect, it } from 'vitest';
import type { ApiRequest } from '../../api/types.ts';
import { createCluster } from '../../session/index.ts';

const cluster = await createCluster();
await cluster.load();
const PODS = '/api/v1/namespaces/default/pods';

function ask(method: ApiRequest['method'], path: string, body: unknown): { status: number; body: Record<string, never> } {
  const type = method === 'PATCH' ? 'application/strategic-merge-patch+json' : 'application/json';
  return cluster.api.handle({ method, path, headers: { 'content-type': type }, body }) as never;
}

const resources = { requests: { cpu: '100m' }, limits: { cpu: '200m' } };
ask('POST', PODS, { metadata: { name: 'p' }, spec: { containers: [{ name: 'main', image: 'nginx', resources }] } });
cluster.world.advance(10_000);

it('adds ephemeral containers, which then stay as they are', () => {
  const path = `${PODS}/p/ephemeralcontainers`;
  const one = (image: string, more = {}) => ({ spec: { ephemeralContainers: [{ name: 'debug', image, ...more }] } });
  expect(ask('PATCH', path, one('busybox', { lifecycle: {} })).body).toMatchObject({
    message: 'Pod "p" is invalid: spec.ephemeralContainers[0].lifecycle: Forbidden: cannot be set for an Ephemeral Container',
  });
  expect(ask('PATCH', path, one('busybox', { targetContainerName: 'nosuch' })).body).toMatchObject({
    message: 'Pod "p" is invalid: spec.ephemeralContainers[0].targetContainerName: Not found: "nosuch"',
  });
  const added = ask('PATCH', path, { ...one('busybox', { targetContainerName: 'main' }), metadata: { labels: { a: 'b' } } });
  expect([added.status, added.body['spec']]).toMatchObject([200, { ephemeralContainers: [{ name: 'debug', image: 'busybox' }] }]);
  expect(String(ask('PATCH', path, one('nginx')).body['message'])).toContain('existing ephemeral containers "debug" may not be changed');
  expect(ask('PATCH', `${PODS}/p`, one('nginx')).status).toBe(422);
  const gone = ask('PATCH', path, { spec: { ephemeralContainers: [{ $patch: 'delete', name: 'debug' }] } });
  expect(String(gone.body['message'])).toContain('existing ephemeral containers "debug" may not be removed');
});

it('resizes CPU and memory, and takes nothing else', () => {
  const path = `${PODS}/p/resize`;
  const one = (more: unknown, image = 'nginx') => ({ spec: { containers: [{ name: 'main', image, resources: more }] } });
  const resized = ask('PATCH', path, one({ requests: { cpu: '150m' } }, 'redis'));
  expect(resized.body['spec']).toMatchObject({
    containers: [{ image: 'nginx', resources: { requests: { cpu: '150m' }, limits: { cpu: '200m' } } }],
  });
  expect(String(ask('PATCH', path, one({ requests: { 'ephemeral-storage': '1Gi' } })).body['message'])).toContain(
    'spec: Forbidden: only cpu and memory resources are mutable',
  );
  expect(
    String(ask('PATCH', path, one({ requests: { cpu: '200m', memory: '1Gi' }, limits: { memory: '1Gi' } })).body['message']),
  ).toContain('Pod QOS Class may not change as a result of resizing');
});
