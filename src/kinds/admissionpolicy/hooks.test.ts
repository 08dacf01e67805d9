/** Webhooks are called over the cluster's network; what goes wrong is said as the real API server says it. */
import { beforeAll, expect, it } from 'vitest';
import { session } from '../../session/shell.testing.ts';

let run: (script: string) => Promise<string>;

interface Options {
  readonly type?: 'Validating' | 'Mutating';
  readonly policy?: string;
  readonly more?: string;
}

const configure = (client: string, { type = 'Validating', policy = 'Fail', more = '' }: Options = {}): Promise<string> =>
  run(`kubectl delete ${type.toLowerCase()}webhookconfiguration h --ignore-not-found >/dev/null
kubectl apply -f - <<'Y' >/dev/null
apiVersion: admissionregistration.k8s.io/v1
kind: ${type}WebhookConfiguration
metadata: {name: h}
webhooks:
- name: h.example.com
  admissionReviewVersions: [v1]
  sideEffects: None
  failurePolicy: ${policy}
  clientConfig: ${client}
  rules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE, UPDATE, DELETE], resources: [configmaps]}]
  namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: default}}
  ${more}
Y`);
const service = (more: string, name = 'hook'): string => `{service: {name: ${name}, namespace: default, ${more}}, caBundle: Y2E=}`;
const failed = (url: string, why: string): string =>
  `error: failed to create configmap: Internal error occurred: failed calling webhook "h.example.com": failed to call webhook: Post "${url}": ${why}\n`;

beforeAll(async () => {
  run = await session();
  await run(`kubectl run hook --image=registry.k8s.io/e2e-test-images/agnhost:2.57 --port=8444 --expose -- webhook --port=8444
kubectl create service clusterip empty --tcp=443:443
kubectl run web --image=nginx --port=80 --expose
kubectl wait --for=condition=Ready pod/hook pod/web --timeout=60s`);
}, 120_000);

it('says why a webhook could not be called', async () => {
  const create = (): Promise<string> => run('kubectl create configmap c');
  await configure(service('path: /x', 'nope'));
  expect(await create()).toBe(failed('https://nope.default.svc:443/x?timeout=10s', 'service "nope" not found'));
  await configure(service('port: 9999'));
  expect(await create()).toBe(failed('https://hook.default.svc:9999/?timeout=10s', 'no service port 9999 found for service "hook"'));
  await configure(service('', 'empty'), { more: 'timeoutSeconds: 3' });
  expect(await create()).toMatch(
    /Post "https:\/\/empty.default.svc:443\/\?timeout=3s": dial tcp [\d.]+:443: connect: connection refused\n$/,
  );
  await configure(service('port: 80', 'web'));
  expect(await create()).toBe(failed('https://web.default.svc:80/?timeout=10s', 'http: server gave HTTP response to HTTPS client'));
  await configure('{url: "https://10.9.9.9:8443/check"}');
  expect(await create()).toBe(failed('https://10.9.9.9:8443/check?timeout=10s', 'context deadline exceeded'));
  await configure('{url: "https://nowhere.example"}');
  expect(await create()).toBe(
    failed('https://nowhere.example/?timeout=10s', 'dial tcp: lookup nowhere.example on 192.168.49.1:53: no such host'),
  );
  await configure('{service: {name: hook, namespace: default, port: 8444}}');
  expect(await create()).toMatch(/tls: failed to verify certificate: x509: certificate signed by unknown authority\n$/);
  await configure(service('port: 8444, path: /nope'));
  expect(await create()).toMatch(/failed to call webhook: the server could not find the requested resource\n$/);
});

it('asks only about what it is about, and does without where that is allowed', async () => {
  await configure(service('', 'nope'), { policy: 'Ignore' });
  expect(await run('kubectl create configmap a')).toBe('configmap/a created\n');
  await configure(service('', 'nope'));
  expect(await run('kubectl create configmap a -n kube-public')).toBe('configmap/a created\n');
  expect(await run('kubectl create secret generic s')).toBe('secret/s created\n');
  await configure(service('', 'nope'), { more: 'matchConditions: [{name: mine, expression: \'object.metadata.name != "b"\'}]' });
  expect(await run('kubectl create configmap b')).toBe('configmap/b created\n');
});

it('lets a Pod refuse and change what is written', async () => {
  await configure(service('port: 8444, path: /configmaps'));
  expect(await run('kubectl create configmap d --from-literal=webhook-e2e-test=webhook-disallow')).toBe(
    'error: failed to create configmap: admission webhook "h.example.com" denied the request: the configmap contains unwanted key and value\n',
  );
  expect(await run('kubectl create configmap d --from-literal=mutation-start=no')).toBe('configmap/d created\n');
  await configure(service('port: 8444, path: /always-deny'));
  expect(await run('kubectl delete configmap d')).toBe(
    'Error from server: admission webhook "h.example.com" denied the request: this webhook denies all requests\n',
  );
  await run('kubectl delete validatingwebhookconfiguration h');
  await configure(service('port: 8444, path: /mutating-configmaps'), { type: 'Mutating', more: 'reinvocationPolicy: IfNeeded' });
  await run('kubectl create configmap e --from-literal=mutation-start=yes');
  expect(await run("kubectl get configmap e -o jsonpath='{.data}'")).toBe('{"mutation-stage-1":"yes","mutation-start":"yes"}');
  expect(await run('kubectl delete mutatingwebhookconfiguration h && kubectl delete configmap d e')).toContain('"e" deleted');
});
