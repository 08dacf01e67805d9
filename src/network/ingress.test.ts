import { beforeAll, expect, it } from 'vitest';
import { type Cluster, createCluster } from '../session/index.ts';
import { tracesOf } from './traces.ts';

let cluster: Cluster;
let run: (script: string) => Promise<string>;

beforeAll(async () => {
  cluster = await createCluster();
  const shell = cluster.openShell();
  run = async (script) => {
    const { out, err } = await shell.run(script);
    return out + err;
  };
  await run(`minikube addons enable ingress
for v in 1 2; do kubectl create deployment web$v --image=gcr.io/google-samples/hello-app:$v.0; kubectl expose deployment web$v --port=80 --target-port=8080; done
kubectl create deployment echo --image=registry.k8s.io/e2e-test-images/agnhost:2.53 -- /agnhost netexec --http-port=8080
kubectl expose deployment echo --port=80 --target-port=8080
kubectl rollout status deployment web1; kubectl rollout status deployment web2; kubectl rollout status deployment echo`);
}, 120_000);

const ingress = (name: string, rules: string, more = '', annotations = '{}'): Promise<string> =>
  run(`kubectl apply -f - <<'Y'
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: ${name}, annotations: ${annotations}}
spec: {rules: [${rules}]${more}}
Y
sleep 1`);
const path = (at: string, type: string, service: string): string =>
  `{path: ${at}, pathType: ${type}, backend: {service: {name: ${service}, port: {number: 80}}}}`;
const get = (host: string, at = '/', flags = ''): Promise<string> =>
  run(
    `curl -s ${flags} -H 'Host: ${host}' http://$(minikube ip)${at} | grep -oE 'Version: [0-9]|40[0-9] [A-Za-z ]+|50[0-9] [A-Za-z ]+' | head -1`,
  );

it('brings its namespace and class, and takes them away', async () => {
  expect(await run('kubectl get pods -n ingress-nginx -l app.kubernetes.io/component=controller --no-headers')).toMatch(/1\/1 +Running/);
  expect(await run('kubectl get ingressclass --no-headers')).toMatch(/^nginx +k8s\.io\/ingress-nginx +<none>/);
  expect(await run('minikube addons list | grep "ingress "')).toContain('enabled ✅');
});

it('routes by host and path as the path types say', async () => {
  await ingress(
    'a',
    `{host: a.example, http: {paths: [${path('/', 'Prefix', 'web1')}, ${path('/foo', 'Prefix', 'web2')}, ${path('/only', 'Exact', 'web2')}]}}`,
  );
  expect(await get('a.example')).toBe('Version: 1\n');
  expect(await get('a.example', '/foo/bar')).toBe('Version: 2\n');
  expect(await get('a.example', '/foobar')).toBe('Version: 1\n');
  expect(await get('a.example', '/only')).toBe('Version: 2\n');
  expect(await get('a.example', '/only/x')).toBe('Version: 1\n');
  expect(await get('b.example')).toBe('404 Not Found\n');
  await ingress('w', `{host: "*.wild.example", http: {paths: [${path('/', 'Prefix', 'web2')}]}}`);
  expect(await get('x.wild.example')).toBe('Version: 2\n');
  expect(await get('x.y.wild.example')).toBe('404 Not Found\n');
});

it('has an address after its minute, and 503 where nothing is ready', async () => {
  await ingress('gone', `{host: gone.example, http: {paths: [${path('/', 'Prefix', 'nosuch')}]}}`);
  expect(await get('gone.example')).toBe('503 Service Temporarily Unavailable\n');
  await run('sleep 60');
  expect(await run("kubectl get ingress gone -o jsonpath='{.spec.ingressClassName} {.status.loadBalancer.ingress[0].ip}'")).toBe(
    'nginx 192.168.49.2',
  );
  expect(await run('kubectl describe ingress gone')).toMatch(/ +\/ +nosuch:80 \(<error: services "nosuch" not found>\)\n/);
}, 60_000);

it('rewrites, redirects to TLS, and shares by canary', async () => {
  await ingress(
    'r',
    `{host: r.example, http: {paths: [${path('/api(/|$)(.*)', 'ImplementationSpecific', 'echo')}]}}`,
    '',
    '{nginx.ingress.kubernetes.io/rewrite-target: /$2}',
  );
  expect(await run(`curl -s -H 'Host: r.example' "http://$(minikube ip)/api/echo?msg=hi"`)).toBe('hi');
  await ingress(
    't',
    `{host: t.example, http: {paths: [${path('/', 'Prefix', 'web1')}]}}`,
    ', tls: [{hosts: [t.example], secretName: cert}]',
  );
  expect(await run(`curl -sI -H 'Host: t.example' http://$(minikube ip)/ | head -1`)).toBe('HTTP/1.1 308 Permanent Redirect\r\n');
  expect(await run('curl -sk --resolve "t.example:443:$(minikube ip)" https://t.example/')).toContain('Version: 1.0.0');
  await ingress('c', `{host: c.example, http: {paths: [${path('/', 'Prefix', 'web1')}]}}`);
  await ingress(
    'canary',
    `{host: c.example, http: {paths: [${path('/', 'Prefix', 'web2')}]}}`,
    '',
    '{nginx.ingress.kubernetes.io/canary: "true", nginx.ingress.kubernetes.io/canary-by-header: x-canary, nginx.ingress.kubernetes.io/canary-weight: "0"}',
  );
  expect(await get('c.example')).toBe('Version: 1\n');
  expect(await get('c.example', '/', "-H 'x-canary: always'")).toBe('Version: 2\n');
});

it('answers by name where /etc/hosts has it', async () => {
  await run('echo "$(minikube ip) a.example" >> /etc/hosts');
  expect(await run('curl -s a.example')).toContain('Hello, world!\nVersion: 1.0.0\n');
});

it('tells a request from outside as one way, through the rule and the Service to the Pod, or to where it ends', async () => {
  await ingress('way', `{host: way.example, http: {paths: [${path('/', 'Exact', 'web1')}]}}`);
  await ingress('nowhere', `{host: nowhere.example, http: {paths: [${path('/', 'Prefix', 'nosuch')}]}}`);
  const way = async (host: string, at = '/'): Promise<string> => {
    const before = tracesOf(cluster.world).at(-1)?.id ?? 0;
    await get(host, at);
    const made = tracesOf(cluster.world).filter(({ id }) => id > before);
    expect(made).toHaveLength(1);
    return made[0]!.hops.map(({ kind, reason }) => `${kind} ${reason.id}`).join(', ');
  };
  expect(await way('way.example')).toBe(
    'origin from_laptop, node node_answers, ingress ingress_rule, service ingress_endpoints, endpoint chosen_only, pod pod_answers',
  );
  expect(await way('way.example', '/else')).toBe('origin from_laptop, node node_answers, ingress ingress_none');
  expect(await way('nowhere.example')).toBe('origin from_laptop, node node_answers, ingress ingress_no_service');
});
