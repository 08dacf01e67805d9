import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ApiServer } from '../../api/server.ts';
import type { ApiResponse } from '../../api/types.ts';
import { World } from '../../world/world.ts';
import { kinds } from '../index.ts';
import type { Service } from '../objects.ts';
import { rulesCode } from '../rules-code.ts';

await rulesCode.load();

const SERVICES = '/api/v1/namespaces/default/services';
const MERGE = { 'content-type': 'application/merge-patch+json' };

class Fixture {
  readonly world = new World();
  readonly api = new ApiServer(this.world, kinds);

  constructor() {
    this.api.create('namespaces', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'default' } });
  }

  create(name: string, spec: unknown, query: Record<string, string> = {}): ApiResponse {
    return this.api.handle({ method: 'POST', path: SERVICES, body: { metadata: { name }, spec }, query });
  }

  patch(name: string, spec: unknown): ApiResponse {
    return this.api.handle({ method: 'PATCH', path: `${SERVICES}/${name}`, body: { spec }, headers: MERGE });
  }

  cells(name: string): unknown[] {
    const accept = 'application/json;as=Table;v=v1;g=meta.k8s.io';
    const { body } = this.api.handle({ method: 'GET', path: `${SERVICES}/${name}`, headers: { accept } });
    return (body as { rows: { cells: unknown[] }[] }).rows[0]?.cells ?? [];
  }
}

const spec = (response: ApiResponse): Service['spec'] => (response.body as Service).spec;

describe('a new Service', () => {
  test('is of type ClusterIP, with the defaults of the real server', () => {
    const made = new Fixture().create('web', { selector: { app: 'web' }, ports: [{ port: 80, protocol: 'TCP', targetPort: 80 }] });
    const { clusterIP } = spec(made);
    expect(clusterIP).toMatch(/^10\.(9[6-9]|10\d|11[01])\.\d+\.\d+$/);
    expect(spec(made)).toEqual({
      clusterIP,
      clusterIPs: [clusterIP],
      internalTrafficPolicy: 'Cluster',
      ipFamilies: ['IPv4'],
      ipFamilyPolicy: 'SingleStack',
      ports: [{ port: 80, protocol: 'TCP', targetPort: 80 }],
      selector: { app: 'web' },
      sessionAffinity: 'None',
      type: 'ClusterIP',
    });
    expect(made.body).toMatchObject({ status: { loadBalancer: {} } });
    expect((made.body as Service).metadata).not.toHaveProperty('generation');
  });

  test('of type NodePort has a port on every node', () => {
    const f = new Fixture();
    const made = f.create('np', { type: 'NodePort', ports: [{ port: 80 }] });
    const nodePort = spec(made).ports?.[0]?.nodePort ?? 0;
    expect(nodePort).toBeGreaterThanOrEqual(30_086);
    expect(nodePort).toBeLessThanOrEqual(32_767);
    expect(spec(made)).toMatchObject({ externalTrafficPolicy: 'Cluster', internalTrafficPolicy: 'Cluster' });
    expect(f.cells('np')).toEqual(['np', 'NodePort', spec(made).clusterIP, '<none>', `80:${nodePort}/TCP`, '0s', '<none>']);
  });

  test('as others of its kind are shown', () => {
    const f = new Fixture();
    f.create('ext', { type: 'ExternalName', externalName: 'example.com', selector: { app: 'ext' } });
    f.create('headless', { clusterIP: 'None', selector: { app: 'h' } });
    f.create('lb', { type: 'LoadBalancer', ports: [{ port: 80 }] });
    expect(f.cells('ext')).toEqual(['ext', 'ExternalName', '<none>', 'example.com', '<none>', '0s', 'app=ext']);
    expect(f.cells('headless')).toEqual(['headless', 'ClusterIP', 'None', '<none>', '<none>', '0s', 'app=h']);
    expect(f.cells('lb').slice(0, 4)).toEqual(['lb', 'LoadBalancer', expect.stringMatching(/^10\./), '<pending>']);
  });

  test.each([
    [
      { type: 'NodePort', ports: [{ port: 80, nodePort: 99 }] },
      'spec.ports[0].nodePort: Invalid value: 99: provided port is not in the valid range. The range of valid ports is 30000-32767',
    ],
    [
      { type: 'NodePort', ports: [{ port: 80, nodePort: 30_123 }] },
      'spec.ports[0].nodePort: Invalid value: 30123: provided port is already allocated',
    ],
    [
      { ports: [{ port: 0 }, { port: 80 }] },
      '[spec.ports[0].name: Required value, spec.ports[0].port: Invalid value: 0: must be between 1 and 65535, inclusive, spec.ports[0].targetPort: Invalid value: 0: must be between 1 and 65535, inclusive, spec.ports[1].name: Required value]',
    ],
    [
      { type: 'Bogus', ports: [{ port: 80 }] },
      'spec.type: Unsupported value: "Bogus": supported values: "ClusterIP", "ExternalName", "LoadBalancer", "NodePort"',
    ],
    [{ selector: { a: 'b' } }, 'spec.ports: Required value'],
    [{ type: 'ExternalName' }, 'spec.externalName: Required value'],
    [{ ports: [{ port: 80, nodePort: 30_000 }] }, "spec.ports[0].nodePort: Forbidden: may not be used when `type` is 'ClusterIP'"],
    [
      { clusterIP: '10.0.0.1', ports: [{ port: 80 }] },
      'spec.clusterIPs: Invalid value: ["10.0.0.1"]: failed to allocate IP 10.0.0.1: the provided network does not match the current range',
    ],
    [
      { clusterIP: 'fd00::1', ports: [{ port: 80 }] },
      'spec.clusterIPs[0]: Invalid value: ["fd00::1"]: IPv6 is not configured on this cluster',
    ],
    [
      { ipFamilyPolicy: 'SingleStack', ipFamilies: ['IPv4', 'IPv6'], ports: [{ port: 80 }] },
      "spec.ipFamilyPolicy: Invalid value: \"SingleStack\": must be 'RequireDualStack' or 'PreferDualStack' when multiple IP families are specified",
    ],
    [
      { ipFamilyPolicy: 'RequireDualStack', ipFamilies: ['IPv4', 'IPv6'], ports: [{ port: 80 }] },
      '[spec.ipFamilyPolicy: Invalid value: "RequireDualStack": this cluster is not configured for dual-stack services, spec.ipFamilies[1]: Invalid value: "IPv6": not configured on this cluster]',
    ],
  ])('%j is refused', (wrong, message) => {
    const f = new Fixture();
    f.create('taken', { type: 'NodePort', ports: [{ port: 80, nodePort: 30_123 }] });
    expect(f.create('1svc', wrong).body).toMatchObject({ message: `Service "1svc" is invalid: ${message}`, code: 422 });
  });
});

test('what it asks for is refused as taken before its name is, though its own namesake has it', () => {
  const f = new Fixture();
  const web = { type: 'NodePort', clusterIP: '10.96.0.50', ports: [{ port: 80, nodePort: 30_123 }] };
  f.create('web', web);
  const refused = (wanted: object): string => (f.create('web', wanted).body as { message: string }).message;
  expect(refused(web)).toBe(
    'Service "web" is invalid: spec.clusterIPs: Invalid value: ["10.96.0.50"]: failed to allocate IP 10.96.0.50: provided IP is already allocated',
  );
  expect(refused({ ...web, clusterIP: '' })).toBe(
    'Service "web" is invalid: spec.ports[0].nodePort: Invalid value: 30123: provided port is already allocated',
  );
  expect(refused({ ports: web.ports.map(({ port }) => ({ port })) })).toBe('services "web" already exists');
  expect(f.create('other', { ports: [{ port: 80 }] }).status).toBe(201);
});

describe('a changed Service', () => {
  test('keeps its address, and its ports as long as its type has some', () => {
    const f = new Fixture();
    const { clusterIP } = spec(f.create('web', { ports: [{ port: 80 }] }));
    const asNodePort = spec(f.patch('web', { type: 'NodePort' }));
    expect(asNodePort).toMatchObject({ clusterIP, type: 'NodePort', externalTrafficPolicy: 'Cluster' });
    const { nodePort } = asNodePort.ports?.[0] ?? {};
    expect(nodePort).toBeGreaterThan(0);
    expect(spec(f.patch('web', { selector: { a: 'b' } })).ports?.[0]?.nodePort).toBe(nodePort);
    const back = spec(f.patch('web', { type: 'ClusterIP' }));
    expect(back).not.toHaveProperty('externalTrafficPolicy');
    expect(back.ports).toEqual([{ port: 80, protocol: 'TCP', targetPort: 80 }]);
    expect(f.create('other', { type: 'NodePort', ports: [{ port: 80, nodePort }] }).status).toBe(201);
  });

  test('may not move to another address', () => {
    const f = new Fixture();
    f.create('web', { ports: [{ port: 80 }] });
    expect(f.patch('web', { clusterIP: '10.96.0.77' }).body).toMatchObject({
      message: 'Service "web" is invalid: spec.clusterIPs[0]: Invalid value: ["10.96.0.77"]: may not change once set',
    });
  });
});

describe('the status of a Service', () => {
  const status = (f: Fixture, ingress: object): ApiResponse =>
    f.api.handle({
      method: 'PATCH',
      path: `${SERVICES}/web/status`,
      body: { status: { loadBalancer: { ingress: [ingress] } } },
      headers: MERGE,
    });

  test('names where its load balancer listens', () => {
    const f = new Fixture();
    f.create('web', { type: 'LoadBalancer', ports: [{ port: 80 }] });
    expect(status(f, { ip: '1.2.3.4' }).body).toMatchObject({ status: { loadBalancer: { ingress: [{ ip: '1.2.3.4', ipMode: 'VIP' }] } } });
    expect(status(f, { ip: '1.2.3', hostname: '1.2.3.4' }).body).toMatchObject({
      message: expect.stringMatching(
        /^Service "web" is invalid: \[status.loadBalancer.ingress\[0\].ip: Invalid value: "1.2.3": .*, status.loadBalancer.ingress\[0\].hostname: Invalid value: "1.2.3.4": must be a DNS name, not an IP address\]$/,
      ),
    });
  });

  test('is for load balancers', () => {
    const f = new Fixture();
    f.create('web', { ports: [{ port: 80 }] });
    expect(status(f, { ip: '1.2.3.4' }).body).toMatchObject({
      message: 'Service "web" is invalid: status.loadBalancer.ingress: Forbidden: may only be used when `spec.type` is "LoadBalancer"',
    });
  });
});

test('no address and no port is given twice, and what is deleted is free again', () => {
  const step = fc.record({
    name: fc.constantFrom('a', 'b', 'c'),
    what: fc.constantFrom('ClusterIP', 'NodePort', 'ExternalName', 'delete'),
    wish: fc.constantFrom(undefined, 30_001, 30_002),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 15 }), (steps) => {
      const f = new Fixture();
      for (const { name, what, wish } of steps) {
        if (what === 'delete') f.api.handle({ method: 'DELETE', path: `${SERVICES}/${name}` });
        else {
          const wanted = { type: what, externalName: 'x.y', ports: [{ port: 80, ...(what === 'NodePort' && wish && { nodePort: wish }) }] };
          if (f.create(name, wanted).status === 409) f.patch(name, wanted);
        }
        const all = f.world.store.list<Service>('services').map((one) => one.spec);
        const ips = all.flatMap((one) => one.clusterIPs ?? []);
        const ports = all.flatMap((one) => (one.ports ?? []).flatMap(({ nodePort }) => nodePort ?? []));
        expect(new Set(ips).size).toBe(ips.length);
        expect(new Set(ports).size).toBe(ports.length);
        const taken = f.world.slot<{ ips: object; ports: object }>('service-allocations', () => ({ ips: {}, ports: {} }));
        expect(Object.keys(taken.ips).sort()).toEqual([...ips].sort());
        expect(Object.keys(taken.ports).map(Number).sort()).toEqual([...ports].sort());
      }
    }),
    { numRuns: 60 },
  );
});
