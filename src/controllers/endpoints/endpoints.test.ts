import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EndpointSlice, Endpoints, Pod, Service } from '../../kinds/objects.ts';
import { TestCluster } from '../cluster.testing.ts';
import { controllers } from '../index.ts';

function cluster(): TestCluster {
  const test = new TestCluster(controllers);
  test.node('minikube', { allocatable: { pods: '5000' } });
  return test;
}
const slices = (test: TestCluster) => test.list<EndpointSlice>('endpointslices.discovery.k8s.io');
const lines = (test: TestCluster) =>
  slices(test)
    .flatMap((slice) => slice.endpoints ?? [])
    .map((one) => `${one.targetRef?.name} ${one.conditions?.ready} ${one.conditions?.serving} ${one.conditions?.terminating}`)
    .sort();
const endpoints = (test: TestCluster, name = 'web') => test.get<Endpoints>('endpoints', name);
const relabel = (test: TestCluster, name: string, labels: Record<string, string>) =>
  test.edit<Pod>('pods', name, (pod) => ({ ...pod, metadata: { ...pod.metadata, labels } }));

describe('endpoints of a Service', () => {
  it('are its Pods, as a slice and as Endpoints', () => {
    const test = cluster();
    test.service('web', { app: 'web' });
    test.pod('a', { labels: { app: 'web' } });
    test.pod('b', { labels: { app: 'other' } });
    test.run(1000);
    const [slice, ...others] = slices(test);
    expect(others).toEqual([]);
    expect(slice?.metadata.name).toMatch(/^web-[a-z0-9]{5}$/);
    expect(slice?.metadata.labels).toEqual({
      'endpointslice.kubernetes.io/managed-by': 'endpointslice-controller.k8s.io',
      'kubernetes.io/service-name': 'web',
    });
    const pod = test.get<Pod>('pods', 'a');
    const targetRef = { kind: 'Pod', namespace: 'default', name: 'a', uid: pod.metadata.uid };
    expect(slice).toMatchObject({
      addressType: 'IPv4',
      ports: [{ name: '', port: 80, protocol: 'TCP' }],
      endpoints: [
        { addresses: [pod.status.podIP], conditions: { ready: true, serving: true, terminating: false }, nodeName: 'minikube', targetRef },
      ],
    });
    expect(endpoints(test).metadata.labels).toEqual({ 'endpoints.kubernetes.io/managed-by': 'endpoint-controller' });
    expect(endpoints(test).subsets).toEqual([
      { addresses: [{ ip: pod.status.podIP, nodeName: 'minikube', targetRef }], ports: [{ port: 80, protocol: 'TCP' }] },
    ]);
  });

  it('have one empty slice while nothing matches, which is then filled', () => {
    const test = cluster();
    test.service('web', { app: 'web' });
    test.run(100);
    expect(slices(test)).toMatchObject([{ endpoints: [], ports: [] }]);
    expect(endpoints(test).subsets).toBeUndefined();
    const { name } = slices(test)[0]?.metadata ?? {};
    test.pod('a', { labels: { app: 'web' } });
    test.run(1000);
    expect(slices(test)).toMatchObject([{ metadata: { name }, ports: [{ port: 80 }] }]);
    relabel(test, 'a', {});
    test.run(100);
    expect(slices(test)).toMatchObject([{ metadata: { name }, endpoints: [] }]);
    expect(endpoints(test).subsets).toBeUndefined();
  });

  it('tell ready, not ready and terminating apart', () => {
    const test = cluster();
    test.service('web', { app: 'web' });
    for (const name of ['a', 'b', 'c']) test.pod(name, { labels: { app: 'web' } });
    test.run(1000);
    test.setReady(test.get<Pod>('pods', 'b'), false);
    test.api.delete('pods', 'default', 'c');
    test.run(100);
    expect(lines(test)).toEqual(['a true true false', 'b false false false', 'c false true true']);
    const [subset] = endpoints(test).subsets ?? [];
    expect(subset?.addresses?.map((one) => one.targetRef?.name)).toEqual(['a']);
    expect(subset?.notReadyAddresses?.map((one) => one.targetRef?.name)).toEqual(['b']);
    test.run(1000);
    expect(lines(test)).toEqual(['a true true false', 'b false false false']);
  });

  it('are all ready with publishNotReadyAddresses', () => {
    const test = cluster();
    test.readyAfter = () => undefined;
    test.service('web', { app: 'web' }, { publishNotReadyAddresses: true, clusterIP: 'None' });
    test.pod('a', { labels: { app: 'web' } });
    test.run(1000);
    expect(lines(test)).toEqual(['a true false false']);
    expect(slices(test)[0]?.metadata.labels).toHaveProperty(['service.kubernetes.io/headless'], '');
    expect(endpoints(test).subsets?.[0]?.addresses).toHaveLength(1);
  });

  it('resolve a named target port in each Pod', () => {
    const test = cluster();
    test.service('web', { app: 'web' }, { ports: [{ name: 'http', port: 80, targetPort: 'http', protocol: 'TCP' }] });
    const spec = (containerPort: number, name = 'http') => ({
      containers: [{ name: 'c', image: 'i', ports: [{ name, containerPort, protocol: 'TCP' }] }],
    });
    test.pod('a', { labels: { app: 'web' }, spec: spec(8080) });
    test.pod('b', { labels: { app: 'web' }, spec: spec(9090) });
    test.pod('c', { labels: { app: 'web' }, spec: spec(1, 'other') });
    test.run(1000);
    expect(
      slices(test)
        .map((one) => one.ports?.map((port) => port.port).join())
        .sort(),
    ).toEqual(['', '8080', '9090']);
    expect(
      endpoints(test)
        .subsets?.map((one) => one.ports?.[0]?.port)
        .sort(),
    ).toEqual([8080, 9090]);
  });

  it('fill slices of a hundred', () => {
    const test = cluster();
    test.service('web', { app: 'web' });
    for (let i = 0; i < 250; i++) test.pod(`p${i}`, { labels: { app: 'web' } });
    test.run(2000);
    const sizes = () =>
      slices(test)
        .map((one) => one.endpoints?.length ?? 0)
        .sort((a, b) => a - b);
    expect(sizes()).toEqual([50, 100, 100]);
    expect(endpoints(test).subsets?.[0]?.addresses).toHaveLength(250);
    relabel(test, 'p3', {});
    test.run(100);
    expect(sizes().reduce((a, b) => a + b, 0)).toBe(249);
  });

  it('leave out addresses beyond a thousand from Endpoints, and keep the first of them as Pods come and go', () => {
    const test = cluster();
    test.service('web', { app: 'web' });
    for (let i = 0; i < 1100; i++) test.pod(`p${i}`, { labels: { app: 'web' } });
    test.run(3000);
    const check = () => {
      const expected = test
        .list<Pod>('pods')
        .filter((pod) => pod.metadata.labels?.['app'] === 'web')
        .map((pod) => pod.status.podIP as string)
        .sort()
        .slice(0, 1000);
      expect(endpoints(test).subsets?.[0]?.addresses?.map((one) => one.ip)).toEqual(expected);
      expect(endpoints(test).metadata.annotations).toHaveProperty(['endpoints.kubernetes.io/over-capacity'], 'truncated');
    };
    check();
    for (const name of ['p0', 'p500', 'p999', 'p1050']) {
      relabel(test, name, {});
      test.run(50);
      check();
    }
    relabel(test, 'p0', { app: 'web' });
    test.run(50);
    check();
  });

  it('have room for Pods that are not ready only where ready ones leave it', () => {
    const test = cluster();
    test.service('web', { app: 'web' });
    for (let i = 0; i < 1030; i++) test.pod(`p${i}`, { labels: { app: 'web' } });
    test.run(3000);
    const ips = (pods: Pod[]) => pods.map((pod) => pod.status.podIP as string).sort();
    const isReady = (pod: Pod) => pod.status.conditions?.some((one) => one.type === 'Ready' && one.status === 'True');
    const check = () => {
      test.run(100);
      const pods = test.list<Pod>('pods').filter((pod) => pod.metadata.labels?.['app'] === 'web');
      const ready = ips(pods.filter(isReady)).slice(0, 1000);
      const notReady = ips(pods.filter((pod) => !isReady(pod))).slice(0, 1000 - ready.length);
      const subset = endpoints(test).subsets?.[0];
      expect(subset?.addresses?.map((one) => one.ip) ?? []).toEqual(ready);
      expect(subset?.notReadyAddresses?.map((one) => one.ip) ?? []).toEqual(notReady);
    };
    const pod = (i: number) => test.get<Pod>('pods', `p${i}`);
    // Steps of 7 walk through addresses early and late in the order.
    for (let i = 0; i < 60; i++) {
      test.setReady(pod((i * 7) % 1030), false);
      if (i % 10 === 0) check();
    }
    check();
    for (let i = 0; i < 60; i++) {
      if (i % 3 === 0) relabel(test, `p${(i * 11) % 1030}`, {});
      else test.setReady(pod((i * 7) % 1030), true);
      if (i % 5 === 0) check();
    }
    check();
  });

  it('go with the Service', () => {
    const test = cluster();
    test.service('web', { app: 'web' });
    test.run(100);
    test.api.delete('services', 'default', 'web');
    test.run(1000);
    expect(slices(test)).toEqual([]);
    expect(test.list('endpoints')).toEqual([]);
  });

  it('are mirrored from Endpoints written by hand, unless the Service selects', () => {
    const test = cluster();
    test.service('db', undefined);
    test.run(100);
    expect(test.list('endpoints')).toEqual([]);
    test.api.create<Endpoints>('endpoints', {
      apiVersion: 'v1',
      kind: 'Endpoints',
      metadata: { name: 'db', namespace: 'default' },
      subsets: [{ addresses: [{ ip: '192.0.2.42' }], notReadyAddresses: [{ ip: '192.0.2.43' }], ports: [{ port: 5432 }] }],
    });
    test.run(100);
    expect(slices(test)).toMatchObject([
      {
        metadata: { labels: { 'endpointslice.kubernetes.io/managed-by': 'endpointslicemirroring-controller.k8s.io' } },
        endpoints: [
          { addresses: ['192.0.2.42'], conditions: { ready: true } },
          { addresses: ['192.0.2.43'], conditions: { ready: false } },
        ],
        ports: [{ name: '', port: 5432, protocol: 'TCP' }],
      },
    ]);
    test.api.delete('endpoints', 'default', 'db');
    test.run(100);
    expect(slices(test)).toEqual([]);
  });

  it('put right what somebody changed by hand', () => {
    const test = cluster();
    test.service('web', { app: 'web' });
    test.pod('a', { labels: { app: 'web' } });
    test.run(1000);
    const { name } = slices(test)[0]?.metadata ?? {};
    test.edit<EndpointSlice>('endpointslices.discovery.k8s.io', name ?? '', (slice) => ({ ...slice, endpoints: [] }));
    test.edit<Endpoints>('endpoints', 'web', ({ subsets: _, ...one }) => one);
    test.run(100);
    expect(lines(test)).toEqual(['a true true false']);
    expect(endpoints(test).subsets).toHaveLength(1);
  });

  it('are exactly the matching Pods after any changes', () => {
    const change = fc.record({
      pod: fc.nat(6),
      what: fc.constantFrom('join', 'leave', 'ready', 'unready', 'delete', 'wait', 'selector', 'ports'),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 25 }), (changes) => {
        const test = cluster();
        test.service('web', { app: 'web' });
        const ensure = (name: string) => test.world.store.get<Pod>('pods', 'default', name) ?? test.pod(name, { labels: { app: 'web' } });
        for (const { pod, what } of changes) {
          const name = `p${pod}`;
          const there = ensure(name);
          if (what === 'join') relabel(test, name, { app: 'web' });
          else if (what === 'leave') relabel(test, name, { app: 'x' });
          else if (what === 'ready') test.setReady(there, true);
          else if (what === 'unready') test.setReady(there, false);
          else if (what === 'delete') test.api.delete('pods', 'default', name);
          else if (what === 'wait') test.run(37);
          else if (what === 'selector')
            test.edit<Service>('services', 'web', (one) => ({ ...one, spec: { ...one.spec, selector: { app: pod % 2 ? 'x' : 'web' } } }));
          else
            test.edit<Service>('services', 'web', (one) => ({
              ...one,
              spec: { ...one.spec, ports: [{ port: 80 + pod, protocol: 'TCP' }] },
            }));
        }
        test.run(3000);
        const { selector, ports } = test.get<Service>('services', 'web').spec;
        const expected = test.list<Pod>('pods').filter((pod) => pod.metadata.labels?.['app'] === selector?.['app'] && pod.status.podIP);
        const ready = (pod: Pod) => pod.status.conditions?.some((one) => one.type === 'Ready' && one.status === 'True') ?? false;
        expect(lines(test)).toEqual(expected.map((pod) => `${pod.metadata.name} ${ready(pod)} ${ready(pod)} false`).sort());
        const subset = endpoints(test).subsets?.[0];
        expect(subset?.addresses?.map((one) => one.targetRef?.name).sort() ?? []).toEqual(
          expected
            .filter(ready)
            .map((pod) => pod.metadata.name)
            .sort(),
        );
        if (expected.length > 0) expect(slices(test).map((one) => one.ports?.[0]?.port)).toEqual([ports?.[0]?.port]);
      }),
      { numRuns: 60 },
    );
  });
});
