import { describe, expect, it } from 'vitest';
import { ApiServer } from '../api/server.ts';
import { bootstrap } from '../controllers/bootstrap.ts';
import { World } from '../world/world.ts';
import { extensions, kinds } from './index.ts';
import { rulesCode } from './rules-code.ts';

await rulesCode.load();

const world = new World({ seed: 1 });
const api = new ApiServer(world, kinds, extensions);
bootstrap(world, api, 1);

function write(path: string, body: object, method: 'POST' | 'PATCH' = 'POST') {
  const headers = { 'content-type': method === 'PATCH' ? 'application/merge-patch+json' : 'application/json' };
  return api.handle({ method, path: `/api/v1/namespaces${path}`, body, headers });
}
const pod = (name: string, spec: object = {}, container: object = {}) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name },
  spec: { containers: [{ name: 'c', image: 'nginx', ...container }], ...spec },
});
const warned = (name: string, spec?: object, container?: object) => write('/default/pods', pod(name, spec, container)).warnings;

describe('warnings about Pods', () => {
  it('none for what is plain', () => expect(warned('plain')).toEqual([]));

  it('names that are no hostnames', () =>
    expect(warned('a.b')).toEqual([
      "metadata.name: this is used in the Pod's hostname, which can result in surprising behavior; a DNS label is recommended: [must not contain dots]",
    ]));

  it('what is old, doubled or broken', () => {
    const env = [
      { name: 'A', value: '1' },
      { name: 'A', value: '2' },
      { name: 'B', value: 'x' },
      { name: 'B', value: '$(B)y' },
    ];
    const ports = [
      { containerPort: 80, name: 'a' },
      { containerPort: 80, name: 'b' },
      { containerPort: 80, hostPort: 8080 },
    ];
    expect(
      warned('many', { nodeSelector: { 'beta.kubernetes.io/os': 'linux' } }, { env, ports, resources: { requests: { memory: '100m' } } }),
    ).toEqual([
      'spec.nodeSelector[beta.kubernetes.io/os]: deprecated since v1.14; use "kubernetes.io/os" instead',
      'spec.containers[0].resources.requests[memory]: fractional byte value "100m" is invalid, must be an integer',
      'spec.containers[0].env[1]: hides previous definition of "A", which may be dropped when using apply',
      'spec.containers[0].ports[1]: duplicate port definition with spec.containers[0].ports[0]',
      'spec.containers[0].ports[2]: overlapping port definition with spec.containers[0].ports[0]',
      'spec.containers[0].ports[2]: overlapping port definition with spec.containers[0].ports[1]',
    ]);
  });
});

describe('pod security', () => {
  const RESTRICTED =
    'allowPrivilegeEscalation != false (container "c" must set securityContext.allowPrivilegeEscalation=false), unrestricted capabilities (container "c" must set securityContext.capabilities.drop=["ALL"]), runAsNonRoot != true (pod or container "c" must set securityContext.runAsNonRoot=true), seccompProfile (pod or container "c" must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost")';
  const namespace = (name: string, labels: object) => write('', { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } });

  it('refuses what is enforced, and lets in what keeps to it', () => {
    namespace('strict', { 'pod-security.kubernetes.io/enforce': 'restricted' });
    expect(write('/strict/pods', pod('p'))).toMatchObject({
      status: 403,
      body: { message: `pods "p" is forbidden: violates PodSecurity "restricted:latest": ${RESTRICTED}` },
    });
    const fine = pod(
      'fine',
      { securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } } },
      { securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } } },
    );
    expect(write('/strict/pods', fine)).toMatchObject({ status: 201, warnings: [] });
  });

  it('warns of it in all that makes Pods', () => {
    namespace('warned', { 'pod-security.kubernetes.io/warn': 'baseline', 'pod-security.kubernetes.io/warn-version': 'v1.36' });
    const bad = pod('p', { hostPID: true, volumes: [{ name: 'v', hostPath: { path: '/' } }] }, { securityContext: { privileged: true } });
    const told =
      'would violate PodSecurity "baseline:v1.36": host namespaces (hostPID=true), hostPath volumes (volume "v"), privileged (container "c" must not set securityContext.privileged=true)';
    expect(write('/warned/pods', bad)).toMatchObject({ status: 201, warnings: [told] });
    const labels = { a: 'b' };
    const controller = {
      apiVersion: 'v1',
      kind: 'ReplicationController',
      metadata: { name: 'r' },
      spec: { selector: labels, template: { metadata: { labels }, spec: bad.spec } },
    };
    expect(write('/warned/replicationcontrollers', controller).warnings).toEqual([told]);
  });

  it('tells which Pods a stricter namespace would not let in', () => {
    namespace('later', {});
    for (const name of ['a', 'b']) write('/later/pods', pod(name));
    write('/later/pods', pod('host', { hostNetwork: true }));
    const stricter = { metadata: { labels: { 'pod-security.kubernetes.io/enforce': 'baseline' } } };
    expect(write('/later', stricter, 'PATCH').warnings).toEqual([
      'existing pods in namespace "later" violate the new PodSecurity enforce level "baseline:latest"',
      'host: host namespaces',
    ]);
    expect(write('/later', { metadata: { labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } } }, 'PATCH').warnings).toContain(
      'a (and 1 other pod): allowPrivilegeEscalation != false, unrestricted capabilities, runAsNonRoot != true, seccompProfile',
    );
    expect(write('/later', { metadata: { labels: { 'pod-security.kubernetes.io/enforce': 'bogus' } } }, 'PATCH')).toMatchObject({
      status: 422,
    });
  });
});

describe('runtime classes', () => {
  api.handle({
    method: 'POST',
    path: '/apis/node.k8s.io/v1/runtimeclasses',
    body: {
      apiVersion: 'node.k8s.io/v1',
      kind: 'RuntimeClass',
      metadata: { name: 'kata' },
      handler: 'kata',
      overhead: { podFixed: { cpu: '250m' } },
      scheduling: { nodeSelector: { kata: 'here' }, tolerations: [{ key: 'kata', operator: 'Exists' }] },
    },
    headers: { 'content-type': 'application/json' },
  });
  const answer = (name: string, spec: object) => write('/default/pods', pod(name, spec)).body as never as Record<string, never>;

  it('what one costs and where it can be is the Pod’s', () => {
    const { spec } = answer('kata', { runtimeClassName: 'kata', nodeSelector: { a: 'b' } });
    expect(spec).toMatchObject({ overhead: { cpu: '250m' }, nodeSelector: { a: 'b', kata: 'here' } });
    expect((spec as unknown as { tolerations: { key: string }[] }).tolerations.map(({ key }) => key)).toContain('kata');
  });

  it('refused: an unknown one, an overhead of one’s own, another node', () => {
    const refused = 'pods "x" is forbidden: pod rejected:';
    expect(answer('x', { runtimeClassName: 'nope' })['message']).toBe(`${refused} RuntimeClass "nope" not found`);
    expect(answer('x', { overhead: { cpu: '1' } })['message']).toBe(
      `${refused} Pod Overhead set without corresponding RuntimeClass defined Overhead`,
    );
    expect(answer('x', { runtimeClassName: 'kata', nodeSelector: { kata: 'no' } })['message']).toBe(
      `${refused} conflict: runtimeClass.scheduling.nodeSelector[kata] = here; pod.spec.nodeSelector[kata] = no`,
    );
  });
});

it('claims that Pods bring along are filled in as claims are', () => {
  const volumes = [
    {
      name: 'v',
      ephemeral: { volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1' } } } } },
    },
  ];
  const { spec } = write('/default/pods', pod('brings', { volumes })).body as unknown as { spec: { volumes: unknown[] } };
  expect(spec.volumes[0]).toMatchObject({ ephemeral: { volumeClaimTemplate: { spec: { volumeMode: 'Filesystem' } } } });
});
