import { expect, test } from 'vitest';
import { bootstrapRoles } from '../controllers/rbac/policy.ts';
import { kinds } from '../kinds/index.ts';
import { rulesCode } from '../kinds/rules-code.ts';
import { session } from '../session/shell.testing.ts';
import { World } from '../world/world.ts';
import { ApiServer } from './server.ts';
import type { ApiResponse } from './types.ts';

await rulesCode.load();

const RBAC = '/apis/rbac.authorization.k8s.io/v1';
const ROBOT = 'system:serviceaccount:default:robot';

function fixture(): { as: (user: string, method: 'GET' | 'POST', path: string, body?: unknown) => ApiResponse } {
  const api = new ApiServer(new World(), kinds);
  bootstrapRoles(api);
  for (const name of ['default', 'kube-system']) api.create('namespaces', { apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
  const post = (path: string, body: unknown): void => expect(api.handle({ method: 'POST', path, body })).toMatchObject({ status: 201 });
  post(`${RBAC}/namespaces/default/roles`, {
    metadata: { name: 'reader' },
    rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get', 'list'] }],
  });
  post(`${RBAC}/namespaces/default/rolebindings`, {
    metadata: { name: 'reader' },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'reader' },
    subjects: [{ kind: 'ServiceAccount', name: 'robot', namespace: 'default' }],
  });
  return { as: (user, method, path, body) => api.handle({ method, path, body, headers: { 'impersonate-user': user } }) };
}

test('a bound role allows what it names, where it is bound', () => {
  const { as } = fixture();
  expect(as(ROBOT, 'GET', '/api/v1/namespaces/default/pods').status).toBe(200);
  expect(as(ROBOT, 'GET', '/api/v1/namespaces/kube-system/pods').body).toMatchObject({
    code: 403,
    message: `pods is forbidden: User "${ROBOT}" cannot list resource "pods" in API group "" in the namespace "kube-system"`,
  });
  expect(as(ROBOT, 'POST', '/api/v1/namespaces/default/pods', {}).body).toMatchObject({ reason: 'Forbidden' });
});

test('reviews answer for the user who asks', () => {
  const { as } = fixture();
  const path = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';
  const ask = (verb: string): unknown => ({ spec: { resourceAttributes: { namespace: 'default', verb, resource: 'pods' } } });
  expect(as(ROBOT, 'POST', path, ask('list')).body).toMatchObject({
    status: { allowed: true, reason: 'RBAC: allowed by RoleBinding "reader/default" of Role "reader" to ServiceAccount "robot/default"' },
  });
  expect(as(ROBOT, 'POST', path, ask('delete')).body).toMatchObject({ status: { allowed: false } });
  expect(as('system:anonymous', 'POST', path, ask('list')).body).toMatchObject({
    message:
      'selfsubjectaccessreviews.authorization.k8s.io is forbidden: User "system:anonymous" cannot create resource "selfsubjectaccessreviews" in API group "authorization.k8s.io" at the cluster scope',
  });
  expect(as('jane', 'POST', '/apis/authentication.k8s.io/v1/selfsubjectreviews', {}).body).toMatchObject({
    status: { userInfo: { username: 'jane', groups: ['system:authenticated'] } },
  });
});

test('a review tells whose token it is', async () => {
  const run = await session();
  await run('kubectl create serviceaccount robot');
  const ask = (token: string, more = ''): Promise<string> =>
    run(
      `echo '{"apiVersion":"authentication.k8s.io/v1","kind":"TokenReview","spec":{"token":"'${token}'"${more}}}' | kubectl create -f - -o jsonpath='{.status}'`,
    );
  expect(JSON.parse(await ask('$(kubectl create token robot)'))).toMatchObject({
    audiences: ['https://kubernetes.default.svc.cluster.local'],
    authenticated: true,
    user: { username: 'system:serviceaccount:default:robot', groups: expect.arrayContaining(['system:serviceaccounts:default']) },
  });
  const vault = '$(kubectl create token robot --audience=vault)';
  expect(JSON.parse(await ask(vault, ',"audiences":["vault","other"]'))).toMatchObject({ audiences: ['vault'], authenticated: true });
  expect(await ask(vault)).toBe('{"error":"invalid bearer token","user":{}}');
  expect(await ask('abc')).toBe('{"error":"invalid bearer token","user":{}}');
  expect(await ask('')).toContain('token is required for TokenReview in authentication');
});
