/** The official JavaScript client on a served cluster: what a program of a user would do. */
import { PassThrough } from 'node:stream';
import * as k8s from '@kubernetes/client-node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCluster } from '../session/index.ts';
import { ClusterServer } from './server.ts';

let server: ClusterServer;
let config: k8s.KubeConfig;
let core: k8s.CoreV1Api;
let apps: k8s.AppsV1Api;

beforeAll(async () => {
  const cluster = await createCluster({ seed: 3, nodes: 2, startTime: Date.now() - 60_000 });
  // The cluster's time runs fast, so that nobody waits for a Pod.
  cluster.world.clock.speed = 20;
  server = new ClusterServer(cluster);
  const port = await server.listen(0);
  config = new k8s.KubeConfig();
  config.loadFromClusterAndUser({ name: 'drydock', server: `http://127.0.0.1:${port}`, skipTLSVerify: true }, { name: 'admin' });
  core = config.makeApiClient(k8s.CoreV1Api);
  apps = config.makeApiClient(k8s.AppsV1Api);
});

afterAll(() => server.close());

const namespace = 'default';

function podOf(name: string, image: string, command?: string[], labels?: Record<string, string>): k8s.V1Pod {
  return { metadata: { name, ...(labels && { labels }) }, spec: { containers: [{ name: 'main', image, ...(command && { command }) }] } };
}

/** Asks until the answer is yes. */
async function eventually(what: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await what())) await new Promise((resolve) => setTimeout(resolve, 20));
}

async function running(name: string): Promise<void> {
  await eventually(async () => (await core.readNamespacedPod({ name, namespace })).status?.phase === 'Running');
}

it('creates, reads, replaces with conflict detection, patches in four ways, and deletes', async () => {
  const made = await core.createNamespacedConfigMap({ namespace, body: { metadata: { generateName: 'app-' }, data: { a: '1' } } });
  const name = made.metadata?.name as string;
  expect(name).toMatch(/^app-[a-z0-9]{5}$/);
  const changed = await core.replaceNamespacedConfigMap({ name, namespace, body: { ...made, data: { a: '2' } } });
  expect(changed.data).toEqual({ a: '2' });
  await expect(core.replaceNamespacedConfigMap({ name, namespace, body: { ...made, data: { a: '3' } } })).rejects.toMatchObject({
    code: 409,
  });

  const patches: [k8s.PatchStrategy, unknown][] = [
    [k8s.PatchStrategy.JsonPatch, [{ op: 'add', path: '/data/b', value: 'json' }]],
    [k8s.PatchStrategy.MergePatch, { data: { c: 'merge' } }],
    [k8s.PatchStrategy.StrategicMergePatch, { data: { d: 'strategic' } }],
    [k8s.PatchStrategy.ServerSideApply, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data: { e: 'apply' } }],
  ];
  for (const [type, body] of patches) {
    const applying = type === k8s.PatchStrategy.ServerSideApply;
    await core.patchNamespacedConfigMap(
      { name, namespace, body, ...(applying && { fieldManager: 'test' }) },
      k8s.setHeaderOptions('Content-Type', type),
    );
  }
  expect((await core.readNamespacedConfigMap({ name, namespace })).data).toEqual({
    a: '2',
    b: 'json',
    c: 'merge',
    d: 'strategic',
    e: 'apply',
  });
  await core.deleteNamespacedConfigMap({ name, namespace });
  await expect(core.readNamespacedConfigMap({ name, namespace })).rejects.toMatchObject({ code: 404 });
});

it('lists in pages that show one moment', async () => {
  for (const index of [0, 1, 2, 3, 4]) await core.createNamespacedSecret({ namespace, body: { metadata: { name: `page-${index}` } } });
  const names: string[] = [];
  let _continue: string | undefined;
  do {
    const page: k8s.V1SecretList = await core.listNamespacedSecret({ namespace, limit: 2, ...(_continue && { _continue }) });
    names.push(...page.items.map(({ metadata }) => metadata?.name as string));
    if (_continue === undefined) await core.deleteNamespacedSecret({ name: 'page-4', namespace });
    _continue = page.metadata?._continue;
  } while (_continue);
  expect(names).toEqual(['page-0', 'page-1', 'page-2', 'page-3', 'page-4']);
});

it('watches from a version', async () => {
  const { metadata } = await core.listNamespacedConfigMap({ namespace });
  await core.createNamespacedConfigMap({ namespace, body: { metadata: { name: 'watched' } } });
  await core.deleteNamespacedConfigMap({ name: 'watched', namespace });
  const seen: string[] = [];
  const watch = new k8s.Watch(config);
  const controller = await watch.watch(
    `/api/v1/namespaces/${namespace}/configmaps`,
    { resourceVersion: metadata?.resourceVersion, fieldSelector: 'metadata.name=watched' },
    (type: string, object: k8s.V1ConfigMap) => seen.push(`${type} ${object.metadata?.name}`),
    () => {},
  );
  await eventually(() => seen.length >= 2);
  controller.abort();
  expect(seen).toEqual(['ADDED watched', 'DELETED watched']);
});

it('keeps an informer in step across a broken connection', async () => {
  const labelSelector = 'app=informed';
  const list = (): Promise<k8s.V1PodList> => core.listNamespacedPod({ namespace, labelSelector });
  const informer = k8s.makeInformer(config, `/api/v1/namespaces/${namespace}/pods`, list, labelSelector);
  const events: string[] = [];
  for (const verb of ['add', 'delete'] as const) informer.on(verb, ({ metadata }) => events.push(`${verb} ${metadata?.name}`));
  informer.on('error', () => void informer.start());
  await informer.start();
  const labels = { app: 'informed' };
  await core.createNamespacedPod({ namespace, body: podOf('first', 'nginx', undefined, labels) });
  await eventually(() => events.includes('add first'));
  server.http.closeAllConnections();
  await core.createNamespacedPod({ namespace, body: podOf('second', 'nginx', undefined, labels) });
  await core.deleteNamespacedPod({ name: 'first', namespace });
  await eventually(() => events.includes('add second') && events.includes('delete first'));
  expect(informer.list().map(({ metadata }) => metadata?.name)).toEqual(['second']);
  await informer.stop();
});

it('runs a Deployment, scales it by its subresource and sees it available', async () => {
  await apps.createNamespacedDeployment({
    namespace,
    body: {
      metadata: { name: 'web' },
      spec: {
        replicas: 2,
        selector: { matchLabels: { app: 'web' } },
        template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'nginx', image: 'nginx' }] } },
      },
    },
  });
  // As clients do: its status may have changed between reading and writing.
  await eventually(async () => {
    const scale = await apps.readNamespacedDeploymentScale({ name: 'web', namespace });
    const body = { ...scale, spec: { replicas: 3 } };
    return apps.replaceNamespacedDeploymentScale({ name: 'web', namespace, body }).then(
      () => true,
      (error: { readonly code?: number }) => {
        if (error.code !== 409) throw error;
        return false;
      },
    );
  });
  await eventually(async () => (await apps.readNamespacedDeployment({ name: 'web', namespace })).status?.availableReplicas === 3);
});

it('follows a log to its end', async () => {
  const pod = podOf('ticker', 'busybox', ['sh', '-c', 'for i in 1 2 3 4; do echo tick $i; sleep 1; done']);
  await core.createNamespacedPod({ namespace, body: { ...pod, spec: { ...(pod.spec as k8s.V1PodSpec), restartPolicy: 'Never' } } });
  await running('ticker');
  const stream = new PassThrough();
  let text = '';
  stream.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  const ended = new Promise((resolve) => stream.on('end', resolve));
  await new k8s.Log(config).log(namespace, 'ticker', 'main', stream, { follow: true, tailLines: 10 });
  await ended;
  expect(text).toBe('tick 1\ntick 2\ntick 3\ntick 4\n');
  expect(await core.readNamespacedPodLog({ name: 'ticker', namespace, tailLines: 1 })).toBe('tick 4\n');
});

it('runs commands in a container: output, input, exit codes, a terminal', async () => {
  await core.createNamespacedPod({ namespace, body: podOf('shell', 'busybox', ['sleep', '3600']) });
  await running('shell');
  const run = async (command: string[], input?: string, tty = false): Promise<{ out: string; err: string; status: k8s.V1Status }> => {
    const [out, err, stdin] = [new PassThrough(), new PassThrough(), new PassThrough()];
    const text = { out: '', err: '' };
    out.on('data', (chunk: Buffer) => (text.out += chunk.toString()));
    err.on('data', (chunk: Buffer) => (text.err += chunk.toString()));
    const status = await new Promise<k8s.V1Status>((resolve, reject) => {
      new k8s.Exec(config)
        .exec(namespace, 'shell', 'main', command, out, tty ? null : err, input === undefined ? null : stdin, tty, resolve)
        .catch(reject);
      if (input !== undefined) stdin.end(input);
    });
    return { ...text, status };
  };
  expect(await run(['sh', '-c', 'echo out; echo err >&2'])).toMatchObject({ out: 'out\n', err: 'err\n', status: { status: 'Success' } });
  const failed = await run(['sh', '-c', 'exit 7']);
  expect(failed.status).toMatchObject({
    status: 'Failure',
    reason: 'NonZeroExitCode',
    details: { causes: [{ reason: 'ExitCode', message: '7' }] },
  });
  expect((await run(['head', '-n', '1'], 'héllo\nmore\n')).out).toBe('héllo\n');
  expect((await run(['echo', 'on a terminal'], undefined, true)).out).toBe('on a terminal\r\n');
  const missing = await run(['nosuchprogram']);
  expect(missing.status.message).toContain('exec: "nosuchprogram": executable file not found in $PATH');
});
