/** A small cluster for the tests of controllers (those of a fresh cluster run besides): real store and queues, an API without validation, a kubelet of three lines. */
import { alreadyExists, conflict, notFoundError } from '../api/errors.ts';
import type { NewObject, Operations } from '../api/operations.ts';
import { formatTime } from '../api/values/duration.ts';
import type { Deployment, Node, Pod, Service } from '../kinds/objects.ts';
import type { DeploymentSpec, PodSpec } from '../kinds/types.gen.ts';
import type { KubeObject, ResourceName } from '../world/object.ts';
import { World } from '../world/world.ts';
import type { Controller } from './controller.ts';
import { freshControllers } from './fresh.ts';
import { runControllers } from './run.ts';

const CLUSTER_SCOPED: ReadonlySet<string> = new Set(['nodes', 'namespaces']);
const namespaceOf = (resource: ResourceName) => (CLUSTER_SCOPED.has(resource) ? '' : 'default');
const GRACEFUL: ReadonlySet<string> = new Set(['pods']);

export interface TestEvent {
  readonly about: string;
  readonly type: string;
  readonly reason: string;
  readonly message: string;
}

export class TestCluster {
  readonly world: World;
  readonly events: TestEvent[] = [];
  readonly api: Operations;
  /** ms from being bound until ready; undefined: never ready. */
  readyAfter: (pod: Pod) => number | undefined = () => 100;

  constructor(controllers: readonly Controller[], seed = 1) {
    this.world = new World({ seed });
    this.api = this.operations();
    runControllers(this.world, this.api, [...freshControllers, ...controllers]);
    this.kubelet();
  }

  /** Advances virtual time. */
  run(ms: number): void {
    this.world.advance(ms);
  }

  get<T extends KubeObject>(resource: ResourceName, name: string, namespace = namespaceOf(resource)): T {
    const found = this.world.store.get<T>(resource, namespace, name);
    if (!found) throw new Error(`no ${resource} ${name}`);
    return found;
  }

  list<T extends KubeObject>(resource: ResourceName, namespace: string | undefined = 'default'): T[] {
    return this.world.store.list<T>(resource, namespace);
  }

  node(
    name: string,
    over: { readonly labels?: Record<string, string>; readonly spec?: Node['spec']; readonly allocatable?: Record<string, string> } = {},
  ): Node {
    return this.api.create<Node>('nodes', {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name, labels: { 'kubernetes.io/hostname': name, ...over.labels } },
      spec: over.spec ?? {},
      status: { allocatable: { cpu: '4', memory: '8Gi', pods: '110', ...over.allocatable } },
    });
  }

  pod(
    name: string,
    over: { readonly labels?: Record<string, string>; readonly spec?: Partial<PodSpec>; readonly namespace?: string } = {},
  ): Pod {
    return this.api.create<Pod>('pods', {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name, namespace: over.namespace ?? 'default', ...(over.labels && { labels: over.labels }) },
      spec: { containers: [{ name: 'c', image: 'nginx' }], ...over.spec },
      status: { phase: 'Pending' },
    });
  }

  deployment(name: string, replicas: number, over: Partial<DeploymentSpec> = {}): Deployment {
    return this.api.create<Deployment>('deployments.apps', {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name, namespace: 'default', labels: { app: name }, generation: 1 },
      spec: {
        replicas,
        selector: { matchLabels: { app: name } },
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } },
        progressDeadlineSeconds: 600,
        revisionHistoryLimit: 10,
        template: { metadata: { labels: { app: name } }, spec: { containers: [{ name: 'c', image: 'nginx:1' }] } },
        ...over,
      },
      status: {},
    });
  }

  service(name: string, selector: Record<string, string> | undefined, over: Partial<Service['spec']> = {}): Service {
    return this.api.create<Service>('services', {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name, namespace: 'default' },
      spec: { clusterIP: '10.96.1.1', type: 'ClusterIP', ports: [{ port: 80, protocol: 'TCP' }], ...(selector && { selector }), ...over },
      status: {},
    });
  }

  /** Changes an object as a user would: the spec's generation goes up. */
  edit<T extends KubeObject>(resource: ResourceName, name: string, change: (object: T) => T, namespace = namespaceOf(resource)): T {
    return this.api.update(resource, change(this.get<T>(resource, name, namespace)));
  }

  private operations(): Operations {
    const { world } = this;
    const { store } = world;
    const about = (resource: string) => ({ plural: resource.split('.')[0] as string, group: resource.split('.').slice(1).join('.') });
    const finish = (resource: ResourceName, object: KubeObject) =>
      object.metadata.deletionTimestamp && !object.metadata.finalizers?.length && !GRACEFUL.has(resource)
        ? store.remove(resource, object.metadata.namespace ?? '', object.metadata.name)
        : undefined;
    const write = <T extends KubeObject>(resource: ResourceName, object: T, merge: (old: T) => T): T => {
      const { namespace = '', name, resourceVersion } = object.metadata;
      const old = store.get<T>(resource, namespace, name);
      if (!old) throw notFoundError(about(resource), name);
      if (resourceVersion && resourceVersion !== old.metadata.resourceVersion)
        throw conflict(about(resource), name, 'the object has been modified');
      const merged = merge(old);
      if (JSON.stringify(merged) === JSON.stringify(old)) return old;
      const stored = store.put(resource, merged);
      finish(resource, stored);
      return stored;
    };
    return {
      create: <T extends KubeObject>(resource: ResourceName, object: NewObject<T>): T => {
        const { namespace = '', generateName } = object.metadata;
        const name = object.metadata.name ?? `${generateName}${world.random.suffix()}`;
        if (store.get(resource, namespace, name)) throw alreadyExists(about(resource), name);
        const metadata = { generation: 1, ...object.metadata, name, uid: world.random.uuid(), creationTimestamp: formatTime(world.now) };
        return store.put(resource, { ...object, metadata } as unknown as T);
      },
      update: (resource, object) =>
        write(resource, object, (old) => {
          const [a, b] = [old, object] as unknown as { spec?: unknown; status?: unknown }[];
          const changed = JSON.stringify(a?.spec) !== JSON.stringify(b?.spec);
          const generation = (old.metadata.generation ?? 0) + (changed ? 1 : 0);
          return { ...object, ...(a?.status !== undefined && { status: a.status }), metadata: { ...object.metadata, generation } };
        }),
      updateStatus: (resource, object) =>
        write(resource, object, (old) => ({ ...old, status: (object as unknown as { status: unknown }).status })),
      delete: (resource, namespace, name, options) => {
        const old = store.get(resource, namespace, name);
        if (!old) throw notFoundError(about(resource), name);
        if (options?.preconditions?.uid && options.preconditions.uid !== old.metadata.uid) throw conflict(about(resource), name, 'uid');
        const grace = resource === 'pods' && (old as Pod).spec.nodeName ? (options?.gracePeriodSeconds ?? 30) : 0;
        const finalizers = [
          ...(old.metadata.finalizers ?? []),
          ...(options?.propagationPolicy === 'Foreground'
            ? ['foregroundDeletion']
            : options?.propagationPolicy === 'Orphan'
              ? ['orphan']
              : []),
        ];
        if (grace === 0 && finalizers.length === 0) {
          store.remove(resource, namespace, name);
          return undefined;
        }
        const deletionTimestamp = old.metadata.deletionTimestamp ?? formatTime(world.now + grace * 1000);
        const metadata = { ...old.metadata, deletionTimestamp, ...(finalizers.length > 0 && { finalizers }) };
        return store.put(resource, { ...old, metadata });
      },
      bind: (pod, nodeName) => {
        const { spec, status } = pod as unknown as Pod;
        return store.put('pods', {
          ...pod,
          spec: { ...spec, nodeName },
          status: { ...status, conditions: [{ type: 'PodScheduled', status: 'True' }] },
        });
      },
      event: (object, type, reason, message) => {
        this.events.push({ about: `${object.kind}/${object.metadata.name}`, type, reason, message });
      },
    };
  }

  private kubelet(): void {
    const { world } = this;
    const timers = world.timers;
    timers.on('node-power', () => {});
    timers.on('test-ready', (_, key) => {
      const pod = world.store.get<Pod>('pods', ...(key.split('/') as [string, string]));
      if (pod) this.setReady(pod, true);
    });
    timers.on('test-gone', (_, key) => {
      world.store.remove('pods', ...(key.split('/') as [string, string]));
    });
    timers.on('test-start', (_, key) => {
      const pod = world.store.get<Pod>('pods', ...(key.split('/') as [string, string]));
      if (!pod) return;
      this.api.updateStatus('pods', {
        ...pod,
        status: { ...pod.status, phase: 'Running', podIP: `10.244.0.${world.slot('test-ips', () => ({ next: 2 })).next++}` },
      });
      const after = this.readyAfter(pod);
      if (after !== undefined) timers.set('test-ready', key, world.now + after);
    });
    world.store.subscribe(({ resource, type, object, previous }) => {
      if (resource !== 'pods' || type === 'DELETED') return;
      const [pod, before] = [object as Pod, previous as Pod | undefined];
      const key = `${pod.metadata.namespace}/${pod.metadata.name}`;
      if (pod.spec.nodeName && !before?.spec.nodeName) timers.set('test-start', key, world.now + 1);
      if (pod.metadata.deletionTimestamp && !before?.metadata.deletionTimestamp) timers.set('test-gone', key, world.now + 500);
    });
  }

  setReady(pod: Pod, ready: boolean): void {
    const now = formatTime(this.world.now);
    const others = (pod.status.conditions ?? []).filter((one) => one.type !== 'Ready');
    const condition = { type: 'Ready', status: ready ? 'True' : 'False', lastTransitionTime: now };
    this.api.updateStatus('pods', { ...pod, status: { ...pod.status, conditions: [condition, ...others] } });
  }
}
