/** Whatever happens to a cluster, some things are always true of it, and some once it has come to rest. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ApiRequest, ApiResponse, WatchEvent } from '../api/types.ts';
import type { Channel } from '../kernel/channel.ts';
import { setRunning } from '../kinds/node/power.ts';
import type { Deployment, EndpointSlice, Node, Pod, Service } from '../kinds/objects.ts';
import type { KubeObject } from '../world/object.ts';
import { type Cluster, createCluster } from './index.ts';

const NODES = ['minikube', 'minikube-m02', 'minikube-m03'];
const APPS = ['a', 'b', 'c'];
const WATCHED = [
  '/api/v1/pods',
  '/api/v1/services',
  '/apis/apps/v1/deployments',
  '/apis/apps/v1/replicasets',
  '/apis/discovery.k8s.io/v1/endpointslices',
];
const DEPLOYMENTS = '/apis/apps/v1/namespaces/default/deployments';
const PODS = '/api/v1/namespaces/default/pods';
const SERVICES = '/api/v1/namespaces/default/services';
/** What the cluster gets to come to rest: nodes are given up after minutes, crashed containers wait up to five. */
const REST_MS = 15 * 60_000;

type Action =
  | { readonly do: 'deploy'; readonly app: string; readonly replicas: number; readonly image: string }
  | { readonly do: 'scale'; readonly app: string; readonly replicas: number }
  | { readonly do: 'image'; readonly app: string; readonly image: string }
  | { readonly do: 'crasher'; readonly seconds: number }
  | { readonly do: 'expose'; readonly app: string; readonly type: string }
  | { readonly do: 'relabel'; readonly pod: number; readonly app: string }
  | { readonly do: 'deletePod'; readonly pod: number; readonly grace: number }
  | { readonly do: 'delete'; readonly kind: 'deployments' | 'services'; readonly app: string; readonly policy: string }
  | { readonly do: 'kill'; readonly pod: number }
  | { readonly do: 'power'; readonly node: string; readonly on: boolean }
  | { readonly do: 'cordon'; readonly node: string; readonly on: boolean }
  | { readonly do: 'wait'; readonly ms: number };

const app = fc.constantFrom(...APPS);
const index = fc.nat({ max: 9 });
const node = fc.constantFrom(...NODES.slice(1));
const images = fc.constantFrom('nginx', 'nginx:1.27', 'httpd', 'nginx:nosuch');
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('deploy' as const), app, replicas: fc.nat({ max: 5 }), image: images }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('scale' as const), app, replicas: fc.nat({ max: 6 }) }) },
  fc.record({ do: fc.constant('image' as const), app, image: images }),
  fc.record({ do: fc.constant('crasher' as const), seconds: fc.nat({ max: 20 }) }),
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('expose' as const), app, type: fc.constantFrom('ClusterIP', 'NodePort', 'LoadBalancer') }),
  },
  fc.record({ do: fc.constant('relabel' as const), pod: index, app }),
  fc.record({ do: fc.constant('deletePod' as const), pod: index, grace: fc.constantFrom(0, 5, 30) }),
  fc.record({
    do: fc.constant('delete' as const),
    kind: fc.constantFrom('deployments' as const, 'services' as const),
    app,
    policy: fc.constantFrom('Background', 'Foreground', 'Orphan'),
  }),
  fc.record({ do: fc.constant('kill' as const), pod: index }),
  fc.record({ do: fc.constant('power' as const), node, on: fc.boolean() }),
  fc.record({ do: fc.constant('cordon' as const), node, on: fc.boolean() }),
  { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(1, 500, 3_000, 20_000, 90_000, 400_000) }) },
);

function ask(cluster: Cluster, method: ApiRequest['method'], path: string, body?: unknown, query?: ApiRequest['query']): ApiResponse {
  const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
  const answer = cluster.api.handle({
    method,
    path,
    headers: { 'content-type': type },
    ...(body !== undefined && { body }),
    ...(query && { query }),
  });
  expect(answer.status, JSON.stringify(answer.body)).not.toBe(500);
  return answer;
}

function podAt(cluster: Cluster, at: number): string | undefined {
  const pods = cluster.world.store.list<Pod>('pods', 'default');
  return pods.length === 0 ? undefined : pods[at % pods.length]?.metadata.name;
}

function act(cluster: Cluster, one: Action): void {
  switch (one.do) {
    case 'deploy': {
      const labels = { app: one.app };
      const template = { metadata: { labels }, spec: { containers: [{ name: 'main', image: one.image, ports: [{ containerPort: 80 }] }] } };
      ask(cluster, 'POST', DEPLOYMENTS, {
        metadata: { name: one.app },
        spec: { replicas: one.replicas, selector: { matchLabels: labels }, template },
      });
      return;
    }
    case 'scale':
      ask(cluster, 'PATCH', `${DEPLOYMENTS}/${one.app}/scale`, { spec: { replicas: one.replicas } });
      return;
    case 'image':
      ask(cluster, 'PATCH', `${DEPLOYMENTS}/${one.app}`, {
        spec: { template: { spec: { containers: [{ name: 'main', image: one.image }] } } },
      });
      return;
    case 'crasher': {
      const command = ['sh', '-c', `sleep ${one.seconds}; exit 1`];
      ask(cluster, 'POST', PODS, {
        metadata: { generateName: 'crasher-', labels: { app: 'a' } },
        spec: { containers: [{ name: 'main', image: 'busybox', command }] },
      });
      return;
    }
    case 'expose':
      ask(cluster, 'POST', SERVICES, {
        metadata: { name: one.app },
        spec: { type: one.type, selector: { app: one.app }, ports: [{ port: 80 }] },
      });
      return;
    case 'delete':
      ask(cluster, 'DELETE', `${one.kind === 'deployments' ? DEPLOYMENTS : SERVICES}/${one.app}`, { propagationPolicy: one.policy });
      return;
    case 'power':
      setRunning(cluster.world, one.node, one.on);
      return;
    case 'cordon':
      ask(cluster, 'PATCH', `/api/v1/nodes/${one.node}`, { spec: { unschedulable: one.on || null } });
      return;
    case 'wait':
      return; // `play` lets time pass
    default: {
      const pod = podAt(cluster, one.pod);
      if (pod === undefined) return;
      if (one.do === 'relabel') ask(cluster, 'PATCH', `${PODS}/${pod}`, { metadata: { labels: { app: one.app } } });
      else if (one.do === 'deletePod') ask(cluster, 'DELETE', `${PODS}/${pod}`, { gracePeriodSeconds: one.grace });
      else cluster.api.handle({ method: 'POST', path: `${PODS}/${pod}/exec`, query: { command: ['sh', '-c', 'kill 1'], stdout: 'true' } });
    }
  }
}

const isOver = ({ status }: Pod): boolean => status.phase === 'Succeeded' || status.phase === 'Failed';
const isReady = ({ status }: Pod): boolean => status.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'True') ?? false;
const twice = (values: readonly unknown[]): unknown[] => values.filter((value, at) => values.indexOf(value) !== at);

/** True at every moment. */
function checkAlways({ world }: Cluster): void {
  const pods = world.store.list<Pod>('pods').filter((pod) => !isOver(pod) && !pod.spec.hostNetwork);
  expect(twice(pods.flatMap(({ status }) => status.podIP ?? [])), 'Pod IPs given twice').toEqual([]);
  const services = world.store.list<Service>('services');
  expect(twice(services.flatMap(({ spec }) => spec.clusterIPs ?? []).filter((ip) => ip !== 'None')), 'cluster IPs given twice').toEqual([]);
  const ports = services.flatMap(({ spec }) =>
    (spec.ports ?? []).flatMap(({ nodePort, protocol }) => (nodePort ? `${protocol} ${nodePort}` : [])),
  );
  expect(twice(ports), 'node ports given twice').toEqual([]);
}

/** True once nothing has happened for long. */
function checkAtRest({ world }: Cluster): void {
  const pods = world.store.list<Pod>('pods', 'default');
  for (const { metadata, spec, status } of world.store.list<Deployment>('deployments.apps', 'default')) {
    expect([metadata.name, status.replicas ?? 0]).toEqual([metadata.name, expect.any(Number)]);
    const stuck = spec.template.spec?.containers[0]?.image === 'nginx:nosuch';
    // A rollout to an image that does not exist stops half way: some Pods of the old one stay.
    if (!stuck)
      expect([metadata.name, status.replicas ?? 0, status.readyReplicas ?? 0]).toEqual([metadata.name, spec.replicas, spec.replicas]);
  }
  const uids = new Set(world.store.resources().flatMap((name) => world.store.list(name).map(({ metadata }) => metadata.uid)));
  for (const name of ['replicasets.apps', 'pods', 'endpointslices.discovery.k8s.io'])
    for (const { metadata } of world.store.list(name))
      for (const owner of metadata.ownerReferences ?? [])
        expect(uids.has(owner.uid), `${name}/${metadata.name} has lost its owner ${owner.kind}/${owner.name}`).toBe(true);
  const slices = world.store.list<EndpointSlice>('endpointslices.discovery.k8s.io', 'default');
  for (const { metadata, spec } of world.store.list<Service>('services', 'default')) {
    if (!spec.selector) continue;
    const selected = pods.filter((pod) =>
      Object.entries(spec.selector ?? {}).every(([key, value]) => pod.metadata.labels?.[key] === value),
    );
    const ready = selected.filter((pod) => isReady(pod) && !pod.metadata.deletionTimestamp).map(({ status }) => status.podIP);
    const own = slices.filter((slice) => slice.metadata.labels?.['kubernetes.io/service-name'] === metadata.name);
    const listed = own.flatMap(({ endpoints }) =>
      (endpoints ?? []).filter(({ conditions }) => conditions?.ready).flatMap(({ addresses }) => addresses),
    );
    expect([metadata.name, listed.sort()]).toEqual([metadata.name, ready.sort()]);
  }
}

const keyOf = ({ metadata }: KubeObject): string => `${metadata.namespace}/${metadata.name}`;

/** A client that follows a resource from a version on, as informers do. */
class Follower {
  readonly path: string;
  private readonly state: Map<string, KubeObject>;
  private readonly events: Channel<WatchEvent>;

  constructor(cluster: Cluster, path: string) {
    this.path = path;
    const { items, metadata } = ask(cluster, 'GET', path).body as { items: KubeObject[]; metadata: { resourceVersion: string } };
    this.state = new Map(items.map((item) => [keyOf(item), item]));
    const query = { watch: 'true', resourceVersion: metadata.resourceVersion };
    this.events = ask(cluster, 'GET', path, undefined, query).watch as Channel<WatchEvent>;
  }

  /** Takes in what has happened; each event tells of what is known, in growing versions. */
  catchUp(): void {
    let last = 0;
    for (let event = this.events.poll(); event; event = this.events.poll()) {
      const object = event.object as KubeObject;
      const version = Number(object.metadata.resourceVersion);
      expect(version, `${this.path} ${event.type} ${keyOf(object)}`).toBeGreaterThan(last);
      last = version;
      expect(this.state.has(keyOf(object)), `${event.type} ${keyOf(object)}`).toBe(event.type !== 'ADDED');
      if (event.type === 'DELETED') this.state.delete(keyOf(object));
      else this.state.set(keyOf(object), object);
    }
  }

  check(cluster: Cluster): void {
    this.catchUp();
    const { items } = ask(cluster, 'GET', this.path).body as { items: KubeObject[] };
    const plain = (objects: Iterable<KubeObject>): unknown =>
      JSON.parse(JSON.stringify([...objects].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))));
    expect(plain(this.state.values())).toEqual(plain(items));
    this.events.cancel();
  }
}

/** Lets time pass, and what runs in containers get code that is not there yet. */
async function pass({ world, kernel }: Cluster, ms: number): Promise<void> {
  const end = world.now + ms;
  for (world.advance(ms); kernel.awaiting; world.advance(end - world.now)) await kernel.settled();
}

async function play(cluster: Cluster, actions: readonly Action[]): Promise<void> {
  for (const one of actions) {
    act(cluster, one);
    await pass(cluster, one.do === 'wait' ? one.ms : 20);
    checkAlways(cluster);
  }
}

async function fresh(): Promise<Cluster> {
  const cluster = await createCluster({ nodes: NODES.length, seed: 5 });
  await cluster.load();
  return cluster;
}

const data = (cluster: Cluster): unknown => JSON.parse(JSON.stringify(cluster.snapshot()));

describe('any history', () => {
  it('keeps addresses apart, tells watchers everything once and in order, and comes to rest as it was asked to', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 4, maxLength: 25 }), fc.nat(), async (actions, from) => {
        const cluster = await fresh();
        const versions: number[] = [];
        cluster.world.store.subscribe(({ revision }) => versions.push(revision));
        const followers = WATCHED.map((path) => new Follower(cluster, path));
        const half = from % actions.length;
        await play(cluster, actions.slice(0, half));
        followers.push(...WATCHED.map((path) => new Follower(cluster, path)));
        await play(cluster, actions.slice(half));
        for (const { metadata } of cluster.world.store.list<Node>('nodes')) setRunning(cluster.world, metadata.name, true);
        await play(cluster, [...NODES.map((name) => ({ do: 'cordon', node: name, on: false }) as const), { do: 'wait', ms: REST_MS }]);
        checkAtRest(cluster);
        for (const follower of followers) follower.check(cluster);
        expect(versions.every((version, at) => at === 0 || version > (versions[at - 1] as number))).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it('goes on from a snapshot byte for byte, taken anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(action, { minLength: 2, maxLength: 12 }),
        fc.array(action, { minLength: 1, maxLength: 8 }),
        async (before, after) => {
          const cluster = await fresh();
          await play(cluster, before);
          const saved = JSON.parse(JSON.stringify(cluster.snapshot()));
          await play(cluster, after);
          const future = data(cluster);
          cluster.restore(saved);
          await play(cluster, after);
          expect(data(cluster)).toEqual(future);
        },
      ),
      { numRuns: 12 },
    );
  });
});
