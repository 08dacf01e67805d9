// `npm run bench`: what the engine costs, in CPU time (all threads of the process, garbage collection included), in memory and in size,
// beside the targets. Medians over several runs after a warm-up. Prints MISSED where a target is not met. `--runs=N` changes how often
// (default 5), `--warmup=N` how many runs come before that do not count (default 40: until then the compiler still works beside; what
// the very first one costs has a row of its own).
// It measures what a page gets, so it is bundled first, by the bundler of the page.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs, promisify } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Deployment, EndpointSlice, Pod } from '../src/kinds/objects.ts';
import { ClusterServer } from '../src/serve/server.ts';
import { type Cluster, createCluster } from '../src/session/index.ts';

interface Row {
  readonly name: string;
  readonly measured: number;
  readonly unit: string;
  /** The most it may be; none where the figure only informs. */
  readonly target?: number;
}

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' }, warmup: { type: 'string', default: '40' } } });
const RUNS = Number(values.runs);
const WARMUP = Number(values.warmup);
/** A node takes 110 Pods, some of them the system's. */
const PODS_PER_NODE = 100;
/** Calls before those that count, of what is called often: of label changes more, which many parts of the code take part in. */
const WARM_CALLS = 24;
const WARM_CHANGES = 100;
const PATIENCE = 60 * 60 * 1000;

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? (sorted[half] as number) : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2;
}

setFlagsFromString('--expose-gc');
/** Collects what earlier measurements left behind, so that each pays for its own garbage only, as in a page of its own. */
const collect = runInNewContext('gc') as () => void;

/** CPU milliseconds that `work` takes. */
async function cpu(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

async function run(cluster: Cluster, line: string): Promise<string> {
  const { out, err, code } = await cluster.openShell().run(line);
  if (code !== 0) throw new Error(`${line}: exit ${code}: ${err}`);
  return out;
}

/** Moves virtual time on until the condition holds. */
async function advanceUntil(cluster: Cluster, what: string, done: () => boolean): Promise<void> {
  cluster.world.advance(PATIENCE, done);
  for (; cluster.kernel.awaiting; cluster.world.advance(PATIENCE, done)) await cluster.kernel.settled();
  if (!done()) throw new Error(`${what}: not within an hour of virtual time`);
}

const manifest = (replicas: number): string => `
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  replicas: ${replicas}
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web, tier: front}}
    spec:
      containers: [{name: nginx, image: nginx, ports: [{containerPort: 80}]}]
---
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {selector: {tier: front}, ports: [{port: 80}]}
`;

/** A fresh cluster with a Deployment of so many replicas and a Service, all available. Also the CPU milliseconds from apply to there. */
async function deploy(replicas: number): Promise<{ cluster: Cluster; ms: number }> {
  const cluster = await createCluster({ seed: 7, nodes: Math.ceil(replicas / PODS_PER_NODE) });
  cluster.world.advance(120_000); // nodes ready, the system's Pods running
  const available = (): boolean =>
    cluster.world.store.get<Deployment>('deployments.apps', 'default', 'web')?.status.availableReplicas === replicas;
  collect();
  const ms = await cpu(async () => {
    await run(cluster, `kubectl apply -f - <<'EOF'\n${manifest(replicas)}EOF`);
    await advanceUntil(cluster, `${replicas} replicas`, available);
  });
  return { cluster, ms };
}

async function deployments(replicas: number, warmup: number): Promise<{ cluster: Cluster; perPod: number; firstPerPod: number }> {
  const times: number[] = [];
  let last = await deploy(replicas);
  const firstPerPod = last.ms / replicas;
  for (let i = 1; i < warmup; i++) last = await deploy(replicas);
  for (let i = 0; i < RUNS; i++) {
    last = await deploy(replicas);
    times.push(last.ms / replicas);
  }
  return { cluster: last.cluster, perPod: median(times), firstPerPod };
}

/** CPU milliseconds from Tab to the completed line, where a name is one of a thousand. */
async function tab(cluster: Cluster): Promise<number> {
  const { world, kernel } = cluster;
  const terminal = cluster.openTerminal(120, 40);
  let shown = '';
  terminal.onOutput((text) => {
    shown += text;
  });
  const settle = async (ms: number): Promise<void> => {
    for (let i = 0; i < ms; i += 10) {
      if (kernel.awaiting) await kernel.settled();
      world.advance(10);
    }
  };
  const times: number[] = [];
  for (let index = 0; index < RUNS * 12; index++) {
    terminal.input('\x15kubectl get pod web-');
    await settle(100);
    shown = '';
    times.push(
      await cpu(async () => {
        terminal.input('\t');
        await settle(20);
      }),
    );
    if (!/\w+-/.test(shown)) throw new Error(`Tab: ${JSON.stringify(shown)}`);
  }
  return median(times.slice(RUNS * 4));
}

/** CPU milliseconds to take a label off one Pod, or put it back, until the Service's EndpointSlices say so and nothing is left to do. */
async function labelChange(cluster: Cluster): Promise<number> {
  const { world, api } = cluster;
  const slices = (): EndpointSlice[] => world.store.list<EndpointSlice>('endpointslices.discovery.k8s.io', 'default');
  const endpoints = (): number =>
    slices().reduce(
      (sum, slice) => sum + (slice.metadata.labels?.['kubernetes.io/service-name'] === 'web' ? (slice.endpoints?.length ?? 0) : 0),
      0,
    );
  const pods = world.store.list<Pod>('pods', 'default');
  await advanceUntil(cluster, 'all endpoints', () => endpoints() === pods.length);
  let sliceChanges = 0;
  world.store.subscribe(({ resource }) => {
    if (resource === 'endpointslices.discovery.k8s.io') sliceChanges++;
  });
  const change = async (pod: Pod, tier: string | null): Promise<void> => {
    const before = sliceChanges;
    const response = api.handle({
      method: 'PATCH',
      path: `/api/v1/namespaces/default/pods/${pod.metadata.name}`,
      headers: { 'content-type': 'application/merge-patch+json' },
      body: { metadata: { labels: { tier } } },
    });
    if (response.status !== 200) throw new Error(`label: ${JSON.stringify(response.body)}`);
    await advanceUntil(cluster, 'the EndpointSlice', () => sliceChanges > before);
    world.advance(10);
  };
  const time = await medianOf(
    RUNS * 4,
    (index) => change(pods[(Math.floor(index / 2) * 7) % pods.length] as Pod, index % 2 ? 'front' : null),
    WARM_CHANGES,
  );
  if (endpoints() !== pods.length) throw new Error(`${endpoints()} endpoints for ${pods.length} Pods after the label changes`);
  return time;
}

/** The median CPU milliseconds of `work`, after some calls that do not count: until the machine's compiler has seen it. */
async function medianOf(count: number, work: (index: number) => unknown, warm = WARM_CALLS): Promise<number> {
  collect();
  const times: number[] = [];
  for (let index = 0; index < count + warm; index++) times.push(await cpu(() => work(index)));
  return median(times.slice(warm));
}

/** CPU milliseconds for each of 100 watchers of all Pods to be told of one change, beyond the change itself, without a network. */
async function fanOut({ world, api }: Cluster): Promise<number> {
  const WATCHERS = 100;
  const pods = world.store.list<Pod>('pods', 'default');
  let [round, heard] = [0, 0];
  const change = (): void => {
    const { metadata } = pods[round++ % pods.length] as Pod;
    const path = `/api/v1/namespaces/default/pods/${metadata.name}`;
    const headers = { 'content-type': 'application/merge-patch+json' };
    api.handle({ method: 'PATCH', path, headers, body: { metadata: { annotations: { round: String(round) } } } });
  };
  const alone = await medianOf(RUNS * 4, change);
  const query = { watch: 'true', resourceVersion: String(world.store.revision) };
  const channels = Array.from({ length: WATCHERS }, () => api.handle({ method: 'GET', path: '/api/v1/pods', query }).watch);
  const told = await medianOf(RUNS * 4, () => {
    change();
    for (const channel of channels) while (channel?.poll()) heard++;
  });
  if (heard !== (RUNS * 4 + WARM_CALLS) * WATCHERS) throw new Error(`${WATCHERS} watchers heard of ${heard} events`);
  for (const channel of channels) channel?.cancel();
  return Math.max(0, told - alone) / WATCHERS;
}

/** Megabytes of heap that a Deployment of so many replicas takes, with all that its rollout left in the journal. */
async function memory(replicas: number): Promise<number> {
  const used = (): number => {
    collect();
    return process.memoryUsage().heapUsed / 1e6;
  };
  const before = used();
  const { cluster } = await deploy(replicas);
  const after = used();
  if (cluster.world.store.count('pods') < replicas) throw new Error('the Pods are gone');
  return after - before;
}

/** CPU milliseconds to look at the Pods of a moment among 10,000 changes of a session with 150 Pods, and to make it the present. */
async function travel(): Promise<{ view: number; goTo: number }> {
  const CHANGES = 10_000;
  const { cluster } = await deploy(150);
  while (cluster.history.newest - cluster.history.oldest < CHANGES) await run(cluster, 'kubectl rollout restart deployment web; sleep 60');
  const { history } = cluster;
  const moment = (index: number): number => history.newest - ((index * 3_701) % CHANGES);
  return {
    view: await medianOf(RUNS * 4, (index) => history.view(moment(index)).list('pods')),
    goTo: await medianOf(RUNS * 4, (index) => history.goTo(moment(index))),
  };
}

/** CPU milliseconds that the server spends on one request, and how many a client gets in a second that sends one after the other. */
interface Served {
  readonly ms: number;
  readonly perSecond: number;
}

/** Of a client that asks for one Pod, and for a list of a thousand. */
async function serving(cluster: Cluster): Promise<{ get: Served; list: Served }> {
  const server = new ClusterServer(cluster);
  const port = await server.listen(0);
  const name = (cluster.world.store.list<Pod>('pods', 'default')[0] as Pod).metadata.name;
  const ask = async (path: string, count: number): Promise<Served> => {
    let seconds = 0;
    const ms = await cpu(async () => {
      seconds = await client(`http://127.0.0.1:${port}${path}`, count);
    });
    return { ms: ms / count, perSecond: count / seconds };
  };
  try {
    return {
      get: await ask(`/api/v1/namespaces/default/pods/${name}`, 200 * RUNS),
      list: await ask('/api/v1/namespaces/default/pods', 4 * RUNS),
    };
  } finally {
    await server.close();
  }
}

/** Asks so many times, one request after the other, in a process of its own; a fifth as often before, not counted. In seconds. */
async function client(url: string, count: number): Promise<number> {
  const script = `const ask = async (count) => {
    for (let i = 0; i < count; i++) {
      const response = await fetch(${JSON.stringify(url)});
      if (response.status !== 200 || (await response.arrayBuffer()).byteLength === 0) process.exit(1);
    }
  };
  await ask(${Math.ceil(count / 5)});
  const start = performance.now();
  await ask(${count});
  console.log((performance.now() - start) / 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  const [code] = (await once(child, 'exit')) as [number];
  if (code !== 0) throw new Error(`${url} failed`);
  return Number(out);
}

/**
 * A rolling update of 20 replicas while 100 clients watch all Pods over HTTP, from a process of their own: CPU milliseconds of the server
 * for one change told to one of them. Each must hear of every change.
 */
async function watching(): Promise<number> {
  const WATCHERS = 100;
  const { cluster } = await deploy(20);
  const server = new ClusterServer(cluster);
  const port = await server.listen(0);
  const { world } = cluster;
  const script = `const watchers = Array.from({ length: ${WATCHERS} }, async () => {
    const url = 'http://127.0.0.1:${port}/api/v1/namespaces/default/pods?watch=true&resourceVersion=${world.store.revision}';
    let lines = 0;
    try {
      for await (const chunk of (await fetch(url)).body) for (const byte of chunk) if (byte === 10) lines++;
    } catch {
      // The server has closed: that was all.
    }
    return lines;
  });
  console.log(JSON.stringify(await Promise.all(watchers)));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  const sockets = async (): Promise<number> => promisify(server.http.getConnections.bind(server.http))();
  while ((await sockets()) < WATCHERS) await delay(50);
  await delay(500);
  let changes = 0;
  world.store.subscribe(({ resource, object }) => {
    if (resource === 'pods' && object.metadata.namespace === 'default') changes++;
  });
  const rolled = (): boolean =>
    world.store.get<Deployment>('deployments.apps', 'default', 'web')?.status.updatedReplicas === 20 &&
    world.store.list<Pod>('pods', 'default').length === 20;
  const ms = await cpu(async () => {
    await run(cluster, 'kubectl rollout restart deployment web');
    while (!rolled()) {
      world.advance(100);
      await delay(1);
    }
    await delay(1000);
  });
  await server.close();
  await once(child, 'exit');
  const heard = JSON.parse(out) as number[];
  if (heard.length !== WATCHERS || heard.some((count) => count !== changes))
    throw new Error(`${changes} changes, but the watchers heard of ${heard.join(' ')}`);
  return ms / changes / WATCHERS;
}

const rows: Row[] = [];
const thousand = await deployments(1000, WARMUP);
rows.push({ name: 'Deployment of 1,000 replicas to all available, a Pod', measured: thousand.perPod, unit: 'ms', target: 0.3 });
rows.push({ name: 'the same for the first one of a fresh process, a Pod', measured: thousand.firstPerPod, unit: 'ms' });
const lines = (await run(thousand.cluster, 'kubectl get pods')).trimEnd().split('\n').length;
if (lines !== 1001) throw new Error(`kubectl get pods printed ${lines} lines`);
const get = await medianOf(RUNS * 4, () => run(thousand.cluster, 'kubectl get pods'));
rows.push({ name: '`kubectl get pods` on 1,000 Pods', measured: get, unit: 'ms', target: 20 });
rows.push({ name: 'completion of a name among 1,000 Pods', measured: await tab(thousand.cluster), unit: 'ms', target: 5 });
const fiveThousand = await deployments(5000, 1);
rows.push({
  name: 'Deployment of 5,000 replicas to all available, a Pod',
  measured: fiveThousand.perPod,
  unit: 'ms',
  target: 1.5 * thousand.perPod,
});
rows.push({
  name: 'a label change on one of 5,000 Pods, endpoints included',
  measured: await labelChange(fiveThousand.cluster),
  unit: 'ms',
  target: 2,
});
rows.push({ name: 'the same for each of 100 watchers of all Pods', measured: await fanOut(fiveThousand.cluster), unit: 'ms' });
rows.push({ name: 'memory of 5,000 Pods with their history', measured: await memory(5000), unit: 'MB' });
const moved = await travel();
rows.push({ name: 'looking at any of the last 10,000 changes', measured: moved.view, unit: 'ms', target: 100 });
rows.push({ name: 'going back to any of them, with 150 Pods', measured: moved.goTo, unit: 'ms', target: 100 });
const served = await serving(thousand.cluster);
rows.push({ name: 'serve: CPU of a get over HTTP', measured: served.get.ms, unit: 'ms' });
rows.push({ name: 'serve: gets of one client in a second', measured: served.get.perSecond, unit: '/s' });
rows.push({ name: 'serve: CPU of a list of 1,000 Pods over HTTP', measured: served.list.ms, unit: 'ms' });
rows.push({ name: 'serve: lists of 1,000 Pods of one client in a second', measured: served.list.perSecond, unit: '/s' });
rows.push({ name: 'serve: CPU of a change for each of 100 HTTP watchers', measured: await watching(), unit: 'ms' });
console.log(`${'CPU time, medians'.padEnd(58)} ${'measured'.padStart(12)} ${'at most'.padStart(12)}`);
for (const { name, measured, unit, target } of rows) {
  const cell = (value: number): string => `${value.toFixed(unit === 'ms' ? 3 : 1)} ${unit}`.padStart(12);
  const verdict = target === undefined ? '' : `${cell(target)}  ${measured <= target ? 'ok' : 'MISSED'}`;
  console.log(`${name.padEnd(58)} ${cell(measured)} ${verdict}`.trimEnd());
}
if (existsSync('dist/index.html')) spawnSync('node_modules/.bin/tsx', ['scripts/sizes.ts'], { stdio: 'inherit' });
else console.log('No build in dist/: sizes are left out (npm run build).');
