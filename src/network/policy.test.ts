import { describe, expect, it } from 'vitest';
import { session } from '../session/shell.testing.ts';

const policy = (name: string, spec: string, namespace = 'default'): string => `kubectl apply -n ${namespace} -f - <<'Y'
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: ${name}}
spec: ${spec}
Y`;

/** A server `web` with its Service, a client in the same namespace and one in `other`. */
async function cluster(): Promise<{ run: (script: string) => Promise<string>; get: (pod: string, url: string) => Promise<string> }> {
  const run = await session();
  await run(`kubectl create ns other
kubectl label ns other team=blue
kubectl run web --image=nginx --port=80 --labels=app=web
kubectl expose pod web --port=8000 --target-port=80
kubectl run client --image=curlimages/curl --labels=app=client --command -- sleep 36000
kubectl run client -n other --image=curlimages/curl --labels=app=client --command -- sleep 36000
kubectl wait --for=condition=Ready pod --all; kubectl wait -n other --for=condition=Ready pod --all`);
  const get = (pod: string, url: string): Promise<string> =>
    run(`kubectl exec ${pod} -- curl -s -o /dev/null -m 3 -w '%{http_code}\\n' ${url} 2>/dev/null`);
  return { run, get };
}
const OTHER = '-n other client';

describe('NetworkPolicy', () => {
  it('isolates the Pods that it selects; others are as before', async () => {
    const { run, get } = await cluster();
    expect(await get('client', 'web:8000')).toBe('200\n');
    expect(await get(OTHER, 'web.default:8000')).toBe('200\n');
    await run(policy('deny', '{podSelector: {}, policyTypes: [Ingress]}'));
    expect(await get('client', 'web:8000')).toBe('000\n');
    expect(await run('kubectl exec client -- curl -m 2 web:8000')).toContain('curl: (28) Connection timed out after');
    await run(policy('mine', '{podSelector: {matchLabels: {app: web}}, ingress: [{from: [{podSelector: {matchLabels: {app: client}}}]}]}'));
    expect(await get('client', 'web:8000')).toBe('200\n');
    expect(await get(OTHER, 'web.default:8000')).toBe('000\n');
    await run(
      policy(
        'blue',
        '{podSelector: {matchLabels: {app: web}}, ingress: [{from: [{namespaceSelector: {matchLabels: {team: blue}}, podSelector: {matchLabels: {app: client}}}], ports: [{port: 80}]}]}',
      ),
    );
    expect(await get(OTHER, 'web.default:8000')).toBe('200\n');
    expect(await run('kubectl get pod web --no-headers')).toContain('1/1');
    await run('kubectl delete networkpolicy --all');
    expect(await get(OTHER, 'web.default:8000')).toBe('200\n');
  });

  it('knows ports by number, range and name of the Pod, not of the Service', async () => {
    const { run, get } = await cluster();
    const only = (ports: string): Promise<string> =>
      run(policy('p', `{podSelector: {matchLabels: {app: web}}, ingress: [{ports: [${ports}]}]}`));
    await only('{port: 8000}');
    expect(await get('client', 'web:8000')).toBe('000\n');
    await only('{port: 70, endPort: 90}');
    expect(await get('client', 'web:8000')).toBe('200\n');
    await only('{port: 80, protocol: UDP}');
    expect(await get('client', 'web:8000')).toBe('000\n');
    await only('{port: http}');
    expect(await get('client', 'web:8000')).toBe('000\n');
  });

  it('holds back what Pods send, DNS too, unless that is allowed', async () => {
    const { run, get } = await cluster();
    await run(policy('out', '{podSelector: {matchLabels: {app: client}}, policyTypes: [Egress]}'));
    expect(await run('kubectl exec client -- curl -m 2 web:8000')).toContain('curl: (28) Resolving timed out after');
    await run(
      policy(
        'dns',
        '{podSelector: {matchLabels: {app: client}}, egress: [{to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}, podSelector: {matchLabels: {k8s-app: kube-dns}}}], ports: [{port: 53, protocol: UDP}]}]}',
      ),
    );
    expect(await run('kubectl exec client -- curl -m 2 web:8000')).toContain('curl: (28) Connection timed out');
    await run(
      policy(
        'web',
        '{podSelector: {matchLabels: {app: client}}, policyTypes: [Egress], egress: [{to: [{podSelector: {matchLabels: {app: web}}}]}]}',
      ),
    );
    expect(await get('client', 'web:8000')).toBe('200\n');
    expect(await get('client', 'example.com')).toBe('000\n');
    await run(
      policy(
        'net',
        '{podSelector: {matchLabels: {app: client}}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 203.0.113.0/24, except: [203.0.113.20/32]}}]}]}',
      ),
    );
    expect(await get('client', 'example.com')).toBe('200\n');
    expect(await get('client', 'kubernetes.io')).toBe('000\n');
  });

  it('is told as kubectl tells it', async () => {
    const run = await session();
    await run(
      policy(
        'p',
        '{podSelector: {matchLabels: {role: db}}, policyTypes: [Ingress, Egress], ingress: [{from: [{ipBlock: {cidr: 172.17.0.0/16, except: [172.17.1.0/24]}}, {namespaceSelector: {matchLabels: {project: myproject}}}, {podSelector: {matchLabels: {role: frontend}}}], ports: [{protocol: TCP, port: 6379}]}], egress: [{to: [{ipBlock: {cidr: 10.0.0.0/24}}], ports: [{protocol: TCP, port: 5978, endPort: 5980}]}]}',
      ),
    );
    expect(
      (await run('kubectl describe networkpolicy p')).replace(/Created on: .*/, 'Created on: NOW').replace(/Annotations: .*/, ''),
    ).toBe(
      `Name:         p
Namespace:    default
Created on: NOW
Labels:       <none>

Spec:
  PodSelector:     role=db
  Allowing ingress traffic:
    To Port: 6379/TCP
    From:
      IPBlock:
        CIDR: 172.17.0.0/16
        Except: 172.17.1.0/24
    From:
      NamespaceSelector: project=myproject
    From:
      PodSelector: role=frontend
  Allowing egress traffic:
    To Port Range: 5978-5980/TCP
    To:
      IPBlock:
        CIDR: 10.0.0.0/24
        Except: 
  Policy Types: Ingress, Egress
`,
    );
    expect(await run('kubectl get netpol')).toMatch(/^NAME +POD-SELECTOR +AGE\np +role=db +\d+s\n$/);
  });
});
