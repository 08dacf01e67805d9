import { beforeEach, describe, expect, it } from 'vitest';
import { setRunning } from '../kinds/node/power.ts';
import type { EndpointSlice, Service } from '../kinds/objects.ts';
import { NodeTest } from '../node/node.testing.ts';
import { resolve } from './dns.ts';
import { countTraces, tracesOf } from './traces.ts';
import type { HttpResult, Origin } from './types.ts';

let test: NodeTest;

/** Two nodes, three Pods of an app that names itself, and a client; all ready. */
beforeEach(() => {
  test = new NodeTest(2);
  for (const name of ['a', 'b', 'c'])
    test.pod(
      name,
      {
        image: 'gcr.io/google-samples/kubernetes-bootcamp:v1',
        readinessProbe: { exec: { command: ['cat', '/tmp/ok'] }, periodSeconds: 1 },
      },
      {},
      { labels: { app: 'web' } },
    );
  test.pod('client', { image: 'busybox', command: ['sleep', '36000'] });
  test.run(8000);
  for (const name of ['a', 'b', 'c']) test.exec(name, ['sh', '-c', 'touch /tmp/ok']);
});

function service(name: string, spec: Partial<Service['spec']>): Service {
  test.post('/api/v1/namespaces/default/services', {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name },
    spec: { selector: { app: 'web' }, ports: [{ port: 80, targetPort: 8080 }], ...spec },
  });
  test.run(1000);
  return test.world.store.get<Service>('services', 'default', name) as Service;
}

const who = ({ response }: HttpResult): string => /Running on: (\w+)/.exec(response?.body ?? '')?.[1] ?? '';
const from = (pod: string): Origin => ({ kind: 'pod', namespace: 'default', name: pod, uid: test.get(pod).metadata.uid });
const many = (count: number, host: string, port: number): Set<string> =>
  new Set(Array.from({ length: count }, () => who(test.curl(host, port, '/', { pod: 'client' }))));

describe('a Service', () => {
  it('reaches every ready Pod, from inside by name and cluster IP', () => {
    const { spec } = service('web', {});
    expect(many(60, 'web', 80)).toEqual(new Set(['a', 'b', 'c']));
    expect(many(60, spec.clusterIP as string, 80)).toEqual(new Set(['a', 'b', 'c']));
    expect(test.curl('web', 81, '/', { pod: 'client' }).failure).toBe('timeout');
  });

  it('leaves out Pods that are not ready; refuses when none is', () => {
    service('web', {});
    test.kernel.machine(`container:${test.get('b').metadata.uid}/c/0`)?.files.remove('/tmp/ok');
    test.run(5000);
    expect(many(60, 'web', 80)).toEqual(new Set(['a', 'c']));
    for (const name of ['a', 'c']) test.kernel.machine(`container:${test.get(name).metadata.uid}/c/0`)?.files.remove('/tmp/ok');
    test.run(5000);
    expect(test.curl('web', 80, '/', { pod: 'client' }).failure).toBe('refused');
  });

  it('keeps a client at its Pod with session affinity, for as long as it says', () => {
    service('web', { sessionAffinity: 'ClientIP', sessionAffinityConfig: { clientIP: { timeoutSeconds: 60 } } });
    expect(many(30, 'web', 80).size).toBe(1);
    const chosen = new Set<string>();
    for (let i = 0; i < 30; i++) {
      chosen.add(who(test.curl('web', 80, '/', { pod: 'client' })));
      test.run(61_000);
    }
    expect(chosen.size).toBeGreaterThan(1);
  });

  it('answers at its node port on every running node', () => {
    const { spec } = service('web', { type: 'NodePort' });
    const port = spec.ports?.[0]?.nodePort as number;
    expect(who(test.curl('192.168.49.2', port))).toMatch(/[abc]/);
    expect(who(test.curl('192.168.49.3', port))).toMatch(/[abc]/);
    expect(test.curl('192.168.49.2', port - 1).failure).toBe('refused');
    setRunning(test.world, 'minikube-m02', false);
    test.run(1000);
    expect(test.curl('192.168.49.3', port).failure).toBe('unreachable');
  });

  it('is not reached from the laptop by cluster IP, nor is a Pod', () => {
    const { spec } = service('web', {});
    expect(test.curl(spec.clusterIP as string, 80)).toMatchObject({ failure: 'timeout' });
    expect(test.curl(test.get('a').status.podIP as string, 8080)).toMatchObject({ failure: 'timeout' });
    expect(test.curl('web', 80).failure).toBe('unresolved');
  });

  it('with trafficDistribution keeps to the Pods of the node, then of the zone, then takes any', () => {
    const node = test.get('client').spec.nodeName as string;
    const here = ['a', 'b', 'c'].filter((name) => test.get(name).spec.nodeName === node);
    const elsewhere = ['a', 'b', 'c'].filter((name) => !here.includes(name));
    expect(here.length * elsewhere.length).toBeGreaterThan(0);
    service('web', { trafficDistribution: 'PreferSameNode' });
    expect(many(60, 'web', 80)).toEqual(new Set(here));
    const [slice] = test.world.store
      .list<EndpointSlice>('endpointslices.discovery.k8s.io', 'default')
      .filter(({ metadata }) => metadata.name.startsWith('web-'));
    expect(slice?.endpoints?.every(({ nodeName, hints }) => hints?.forNodes?.[0]?.name === nodeName)).toBe(true);
    for (const name of here) test.delete(`/api/v1/namespaces/default/pods/${name}`, { gracePeriodSeconds: '0' });
    test.run(5000);
    expect(many(60, 'web', 80)).toEqual(new Set(elsewhere));
  });

  it('with externalTrafficPolicy Local answers only where a Pod is', () => {
    for (const name of ['a', 'b', 'c'])
      if (test.get(name).spec.nodeName === 'minikube-m02') test.delete(`/api/v1/namespaces/default/pods/${name}`);
    test.run(5000);
    const { spec } = service('web', { type: 'NodePort', externalTrafficPolicy: 'Local' });
    const port = spec.ports?.[0]?.nodePort as number;
    expect(who(test.curl('192.168.49.2', port))).toMatch(/[abc]/);
    expect(test.curl('192.168.49.3', port).failure).toBe('timeout');
  });
});

describe('names', () => {
  it('follow the search list', () => {
    const { spec } = service('web', {});
    for (const name of ['web', 'web.default', 'web.default.svc', 'web.default.svc.cluster.local', 'web.default.svc.cluster.local.']) {
      expect(resolve(test.world, from('client'), name).addresses, name).toEqual([spec.clusterIP]);
    }
    expect(resolve(test.world, from('client'), 'nosuch')).toMatchObject({ addresses: [], failure: 'nxdomain' });
  });

  it('of a headless Service are its Pods', () => {
    service('heads', { clusterIP: 'None' });
    const addresses = ['a', 'b', 'c'].map((name) => test.get(name).status.podIP);
    expect([...resolve(test.world, from('client'), 'heads').addresses].sort()).toEqual([...addresses].sort());
  });

  it('of an ExternalName lead outside', () => {
    service('ext', { type: 'ExternalName', externalName: 'example.com' } as Partial<Service['spec']>);
    expect(resolve(test.world, from('client'), 'ext')).toMatchObject({
      canonicalName: 'example.com',
      cnames: ['ext.default.svc.cluster.local'],
    });
    expect(test.curl('example.com', 80).response?.status).toBe(200);
    expect(test.curl('no.such.host', 80).failure).toBe('unresolved');
  });
});

describe('a Pod', () => {
  it('is reached directly from another; a closed port is refused, a gone one does not answer', () => {
    const ip = test.get('a').status.podIP as string;
    expect(who(test.curl(ip, 8080, '/', { pod: 'client' }))).toBe('a');
    expect(test.curl(ip, 81, '/', { pod: 'client' }).failure).toBe('refused');
    expect(who(test.curl('localhost', 8080, '/', { pod: 'a' }))).toBe('a');
    test.delete('/api/v1/namespaces/default/pods/a', { gracePeriodSeconds: '0' });
    test.run(1000);
    expect(['timeout', 'unreachable']).toContain(test.curl(ip, 8080, '/', { pod: 'client' }).failure);
  });
});

describe('traces', () => {
  it('tell every hop, are kept in a ring, and can be listened to; probes leave none', () => {
    service('web', {});
    const before = countTraces(test.world);
    test.run(20_000);
    expect(countTraces(test.world)).toBe(before);
    const heard: string[] = [];
    test.network.onTrace(({ hops }) => heard.push(hops.map(({ kind }) => kind).join(' ')));
    test.curl('web', 80, '/', { pod: 'client' });
    expect(heard).toEqual(['origin dns service endpoint pod']);
    for (let i = 0; i < 300; i++) test.curl('web', 80, '/', { pod: 'client' });
    expect(tracesOf(test.world).length).toBe(200);
  });
});

describe('the API server', () => {
  const get = (path: string, headers: readonly (readonly [string, string])[] = []) =>
    test.network.http(from('client'), { method: 'GET', scheme: 'https', host: 'kubernetes.default.svc', port: 443, path, headers });

  it('knows a Pod by its token, and a stranger as nobody', () => {
    expect(get('/version').response?.status).toBe(200);
    expect(get('/api/v1/namespaces/default/pods').response?.body).toContain('User \\"system:anonymous\\" cannot list resource');
    const token = test.exec('client', ['cat', '/var/run/secrets/kubernetes.io/serviceaccount/token']).out;
    expect(get('/api/v1/namespaces/default/pods', [['Authorization', `Bearer ${token}`]]).response?.body).toContain(
      'system:serviceaccount:default:default',
    );
    expect(get('/version', [['Authorization', 'Bearer x']]).response?.status).toBe(401);
    // The kubeconfig's address, on the laptop.
    const laptop = test.network.http(
      { kind: 'laptop' },
      { method: 'GET', scheme: 'https', host: '127.0.0.1', port: 8443, path: '/version', headers: [] },
    );
    expect(laptop.response?.status).toBe(200);
  });
});
