// `npm run bench`: what the engine costs, in CPU time (all threads of the process, garbage collection included), and its size, beside the
// targets. Medians over several runs after a warm-up. Exit 1 when a target is missed. `--runs=N` changes how often; default 5.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Deployment, EndpointSlice, Pod } from '../src/kinds/objects.ts';
import { type Cluster, createCluster } from '../src/session/index.ts';
import { measure as measureSizes } from './sizes.ts';

interface Row {
  readonly name: string;
  readonly measured: number;
  readonly unit: string;
  /** The most it may be. */
  readonly target: number;
}

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });
const RUNS = Number(values.runs);
/** A node takes 110 Pods, some of them the system's. */
const PODS_PER_NODE = 100;
const PATIENCE = 60 * 60 * 1000;

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? (sorted[half] as number) : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2;
}

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
  const ms = await cpu(async () => {
    await run(cluster, `kubectl apply -f - <<'EOF'\n${manifest(replicas)}EOF`);
    await advanceUntil(cluster, `${replicas} replicas`, available);
  });
  return { cluster, ms };
}

async function deployments(replicas: number): Promise<{ cluster: Cluster; perPod: number }> {
  const times: number[] = [];
  let last = await deploy(replicas); // the warm-up
  for (let i = 0; i < RUNS; i++) {
    last = await deploy(replicas);
    times.push(last.ms / replicas);
  }
  return { cluster: last.cluster, perPod: median(times) };
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
  const time = await medianOf(RUNS * 4, (index) =>
    change(pods[(Math.floor(index / 2) * 7) % pods.length] as Pod, index % 2 ? 'front' : null),
  );
  if (endpoints() !== pods.length) throw new Error(`${endpoints()} endpoints for ${pods.length} Pods after the label changes`);
  return time;
}

/** The median CPU milliseconds of `work`, after four calls that do not count. */
async function medianOf(count: number, work: (index: number) => unknown): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < count + 4; index++) times.push(await cpu(() => work(index)));
  return median(times.slice(4));
}

const rows: Row[] = [];
const thousand = await deployments(1000);
rows.push({ name: 'Deployment of 1,000 replicas to all available, a Pod', measured: thousand.perPod, unit: 'ms', target: 0.3 });
const lines = (await run(thousand.cluster, 'kubectl get pods')).trimEnd().split('\n').length;
if (lines !== 1001) throw new Error(`kubectl get pods printed ${lines} lines`);
const get = await medianOf(RUNS * 4, () => run(thousand.cluster, 'kubectl get pods'));
rows.push({ name: '`kubectl get pods` on 1,000 Pods', measured: get, unit: 'ms', target: 20 });
const fiveThousand = await deployments(5000);
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
if (existsSync(new URL('../dist/index.html', import.meta.url))) {
  for (const { name, bytes, budget } of await measureSizes()) {
    if (budget !== undefined) rows.push({ name: `${name}, gzipped`, measured: bytes / 1000, unit: 'kB', target: budget / 1000 });
  }
} else console.log('No build in dist/: sizes are left out (npm run build).');

console.log(`${'CPU time, medians'.padEnd(58)} ${'measured'.padStart(12)} ${'at most'.padStart(12)}`);
for (const { name, measured, unit, target } of rows) {
  const cell = (value: number): string => `${value.toFixed(unit === 'kB' ? 1 : 3)} ${unit}`.padStart(12);
  console.log(`${name.padEnd(58)} ${cell(measured)} ${cell(target)}  ${measured <= target ? 'ok' : 'MISSED'}`);
}
if (rows.some(({ measured, target }) => measured > target)) process.exitCode = 1;
