// API objects as a v1.36 server gives them, for tests and the story page. A small builder: make, then change.

import type {
  Deployment,
  Endpoint,
  EndpointSlice,
  Node,
  ObjectMeta,
  Pod,
  ReplicaSet,
  Service,
  ServicePort,
} from '../../src/kinds/types.gen.ts';
import type { Hop, Trace } from '../../src/network/types.ts';
import type { KubeObject } from '../../src/world/object.ts';
import { buildModel, type ClusterObjects, type Labels, type Model } from './model.ts';

export const START = Date.UTC(2026, 10, 24, 9, 0, 0);

type State =
  | 'Running'
  | 'NotReady'
  | 'ContainerCreating'
  | 'CrashLoopBackOff'
  | 'ImagePullBackOff'
  | 'Pending'
  | 'Terminating'
  | 'Completed';

interface PodOptions {
  readonly labels: Labels;
  readonly node?: string;
  readonly state?: State;
  readonly image?: string;
  readonly port?: number;
  readonly portName?: string;
  readonly owner?: ReplicaSet;
  readonly namespace?: string;
  readonly restarts?: number;
}

/** A cluster's lists, made step by step. Changing an object replaces it, as a server does. */
export class FixtureCluster {
  pods: Pod[] = [];
  services: Service[] = [];
  endpointslices: EndpointSlice[] = [];
  nodes: Node[] = [];
  replicasets: ReplicaSet[] = [];
  deployments: Deployment[] = [];
  private count = 0;
  private ip = 3;

  private meta(name: string, namespace: string | undefined, labels?: Labels): ObjectMeta & { name: string; uid: string } {
    const n = ++this.count;
    return {
      name,
      ...(namespace ? { namespace } : {}),
      uid: `6f3762de-073e-4df9-b14d-${String(n).padStart(12, '0')}`,
      resourceVersion: String(500 + n),
      creationTimestamp: new Date(START + n * 1000).toISOString().replace('.000', ''),
      ...(labels ? { labels } : {}),
    };
  }

  node(
    name: string,
    ip: string,
    options: { readonly ready?: boolean; readonly cordoned?: boolean; readonly taints?: readonly string[] } = {},
  ): this {
    const taints = (options.taints ?? []).map((taint) => {
      const [pair = '', effect = ''] = taint.split(':');
      const [key = '', value] = pair.split('=');
      return value === undefined ? { key, effect } : { key, value, effect };
    });
    this.nodes.push({
      apiVersion: 'v1',
      kind: 'Node',
      metadata: this.meta(name, undefined, { 'kubernetes.io/hostname': name }),
      spec: { podCIDR: '10.244.0.0/24', ...(options.cordoned ? { unschedulable: true } : {}), ...(taints.length > 0 ? { taints } : {}) },
      status: {
        addresses: [
          { type: 'InternalIP', address: ip },
          { type: 'Hostname', address: name },
        ],
        conditions: [
          {
            type: 'Ready',
            status: options.ready === false ? 'Unknown' : 'True',
            reason: options.ready === false ? 'NodeStatusUnknown' : 'KubeletReady',
          },
        ],
      },
    });
    return this;
  }

  pod(name: string, options: PodOptions): Pod {
    const {
      labels,
      state = 'Running',
      image = 'gcr.io/google-samples/kubernetes-bootcamp:v1',
      port,
      owner,
      namespace = 'default',
    } = options;
    const node = state === 'Pending' ? undefined : (options.node ?? 'minikube');
    const running = state === 'Running' || state === 'NotReady' || state === 'Terminating';
    const ready = state === 'Running';
    const waiting = state === 'ContainerCreating' || state === 'CrashLoopBackOff' || state === 'ImagePullBackOff';
    const podIP = running || state === 'CrashLoopBackOff' ? this.nextIP() : undefined;
    const container = image.slice(image.lastIndexOf('/') + 1).split(':')[0]!;
    const meta = this.meta(name, namespace, labels);
    const pod: Pod = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        ...meta,
        ...(owner
          ? {
              ownerReferences: [
                {
                  apiVersion: 'apps/v1',
                  kind: 'ReplicaSet',
                  name: owner.metadata!.name!,
                  uid: owner.metadata!.uid!,
                  controller: true,
                  blockOwnerDeletion: true,
                },
              ],
            }
          : {}),
        ...(state === 'Terminating' ? { deletionTimestamp: meta.creationTimestamp!, deletionGracePeriodSeconds: 30 } : {}),
      },
      spec: {
        containers: [
          {
            name: container,
            image,
            ...(port ? { ports: [{ containerPort: port, protocol: 'TCP', ...(options.portName ? { name: options.portName } : {}) }] } : {}),
          },
        ],
        ...(node ? { nodeName: node } : {}),
      },
      status: {
        phase: state === 'Completed' ? 'Succeeded' : running || state === 'CrashLoopBackOff' ? 'Running' : 'Pending',
        ...(podIP ? { podIP, podIPs: [{ ip: podIP }] } : {}),
        conditions: [
          {
            type: 'PodScheduled',
            status: node ? 'True' : 'False',
            ...(node ? {} : { reason: 'Unschedulable', message: '0/1 nodes are available: 1 Insufficient cpu.' }),
          },
          { type: 'Initialized', status: 'True' },
          { type: 'Ready', status: ready ? 'True' : 'False' },
          { type: 'ContainersReady', status: ready ? 'True' : 'False' },
        ],
        ...(node
          ? {
              containerStatuses: [
                {
                  name: container,
                  image,
                  imageID: running ? 'sha256:86076ad9fe8bd6' : '',
                  ready: ready || state === 'Terminating',
                  restartCount: options.restarts ?? (state === 'CrashLoopBackOff' ? 3 : 0),
                  started: running,
                  state: running
                    ? { running: { startedAt: meta.creationTimestamp! } }
                    : waiting
                      ? {
                          waiting: {
                            reason: state,
                            ...(state === 'CrashLoopBackOff' ? { message: 'back-off 40s restarting failed container' } : {}),
                          },
                        }
                      : { terminated: { exitCode: 0, reason: 'Completed' } },
                },
              ],
            }
          : {}),
      },
    };
    this.pods.push(pod);
    return pod;
  }

  private nextIP(): string {
    const n = this.ip++;
    return `10.244.${Math.floor(n / 250)}.${n % 250}`;
  }

  /** A Deployment with one ReplicaSet and its Pods; `states` and `nodes` are dealt out in turn. */
  deployment(
    name: string,
    replicas: number,
    options: {
      readonly labels?: Labels;
      readonly states?: readonly State[];
      readonly nodes?: readonly string[];
      readonly hash?: string;
      readonly image?: string;
      readonly port?: number;
      readonly namespace?: string;
    } = {},
  ): this {
    const {
      labels = { app: name },
      states = ['Running'],
      nodes = ['minikube'],
      hash = '765bf4c7b4',
      namespace = 'default',
      image = 'gcr.io/google-samples/kubernetes-bootcamp:v1',
    } = options;
    const deployment: Deployment = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { ...this.meta(name, namespace, labels), annotations: { 'deployment.kubernetes.io/revision': '1' } },
      spec: { replicas, selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers: [{ name, image }] } } },
      status: { replicas },
    };
    const podLabels = { ...labels, 'pod-template-hash': hash };
    const set: ReplicaSet = {
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      metadata: {
        ...this.meta(`${name}-${hash}`, namespace, podLabels),
        annotations: { 'deployment.kubernetes.io/revision': '1' },
        ownerReferences: [
          { apiVersion: 'apps/v1', kind: 'Deployment', name, uid: deployment.metadata!.uid!, controller: true, blockOwnerDeletion: true },
        ],
      },
      spec: {
        replicas,
        selector: { matchLabels: podLabels },
        template: { metadata: { labels: podLabels }, spec: { containers: [{ name, image }] } },
      },
      status: { replicas },
    };
    this.deployments.push(deployment);
    this.replicasets.push(set);
    for (let i = 0; i < replicas; i++) {
      this.pod(`${name}-${hash}-${suffix(this.count)}`, {
        labels: podLabels,
        state: states[i % states.length]!,
        node: nodes[i % nodes.length]!,
        owner: set,
        image,
        namespace,
        ...(options.port ? { port: options.port } : {}),
      });
    }
    return this;
  }

  /** A Service, and the EndpointSlice that its controller would write. */
  service(name: string, spec: Service['spec'], options: { readonly namespace?: string; readonly external?: string } = {}): this {
    const namespace = options.namespace ?? 'default';
    this.services.push({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: this.meta(name, namespace, { app: name }),
      spec: { type: 'ClusterIP', sessionAffinity: 'None', internalTrafficPolicy: 'Cluster', ...spec },
      status: { loadBalancer: options.external ? { ingress: [{ ip: options.external }] } : {} },
    });
    return this;
  }

  slice(
    service: string,
    addresses: readonly string[],
    ports: readonly { readonly name?: string; readonly port: number }[],
    namespace = 'default',
  ): this {
    this.endpointslices.push({
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: this.meta(`${service}-manual`, namespace, { 'kubernetes.io/service-name': service }),
      addressType: 'IPv4',
      endpoints: addresses.map((address) => ({ addresses: [address] })),
      ports: ports.map((port) => ({ name: port.name ?? '', port: port.port, protocol: 'TCP' })),
    });
    return this;
  }

  /** Writes the slices of all Services with a selector, as the endpointslice controller does. */
  sync(): this {
    this.endpointslices = this.endpointslices.filter((slice) => slice.metadata?.name?.endsWith('-manual'));
    for (const service of this.services) {
      const { selector, ports = [] } = service.spec ?? {};
      if (!selector) continue;
      const pods = this.pods.filter(
        (pod) =>
          pod.metadata!.namespace === service.metadata!.namespace &&
          pod.status?.podIP &&
          Object.entries(selector).every(([key, value]) => pod.metadata!.labels?.[key] === value),
      );
      const endpoints = pods.map((pod): Endpoint => {
        const terminating = pod.metadata!.deletionTimestamp !== undefined;
        const ready = pod.status!.conditions!.some((condition) => condition.type === 'Ready' && condition.status === 'True');
        return {
          addresses: [pod.status!.podIP!],
          conditions: { ready: ready && !terminating, serving: ready, terminating },
          nodeName: pod.spec!.nodeName!,
          targetRef: { kind: 'Pod', name: pod.metadata!.name!, namespace: pod.metadata!.namespace!, uid: pod.metadata!.uid! },
        };
      });
      this.endpointslices.push({
        apiVersion: 'discovery.k8s.io/v1',
        kind: 'EndpointSlice',
        metadata: this.meta(`${service.metadata!.name}-4r8g9`, service.metadata!.namespace, {
          'kubernetes.io/service-name': service.metadata!.name!,
        }),
        addressType: 'IPv4',
        endpoints,
        ports: ports.map((port: ServicePort) => ({
          name: port.name ?? '',
          port: typeof port.targetPort === 'number' ? port.targetPort : port.port,
          protocol: 'TCP',
        })),
      });
    }
    return this;
  }

  relabel(name: string, labels: Labels, release = true): this {
    this.pods = this.pods.map((pod) => {
      if (pod.metadata!.name !== name) return pod;
      const { ownerReferences, ...meta } = pod.metadata!;
      return { ...pod, metadata: { ...meta, labels, ...(release || !ownerReferences ? {} : { ownerReferences }) } };
    });
    return this;
  }

  remove(name: string): this {
    this.pods = this.pods.filter((pod) => pod.metadata!.name !== name);
    return this;
  }

  objects(): ClusterObjects {
    const list = (items: readonly unknown[]) => items as readonly KubeObject[];
    return {
      pods: list(this.pods),
      services: list(this.services),
      endpointslices: list(this.endpointslices),
      nodes: list(this.nodes),
      replicasets: list(this.replicasets),
      deployments: list(this.deployments),
    };
  }

  model(traces: readonly Trace[] = []): Model {
    return buildModel(this.objects(), traces, START + 60_000);
  }
}

const LETTERS = 'bcdfghjklmnpqrstvwxz2456789';

/** Five letters as in a Pod's name; the same number gives the same letters. */
function suffix(n: number): string {
  let text = '';
  let value = Math.imul(n + 17, 2654435761) >>> 0;
  for (let i = 0; i < 5; i++) {
    text += LETTERS[value % LETTERS.length];
    value = Math.floor(value / LETTERS.length) + 7 * (i + n);
  }
  return text;
}

/** One Node and the Service that every cluster has. */
export function minikube(nodes = 1): FixtureCluster {
  const cluster = new FixtureCluster();
  for (let i = 1; i <= nodes; i++) cluster.node(i === 1 ? 'minikube' : `minikube-m${String(i).padStart(2, '0')}`, `192.168.49.${i + 1}`);
  return cluster
    .service('kubernetes', { clusterIP: '10.96.0.1', ports: [{ name: 'https', port: 443, protocol: 'TCP', targetPort: 8443 }] })
    .slice('kubernetes', ['192.168.49.2'], [{ name: 'https', port: 8443 }]);
}

export const nodePort = (port: number, nodePort: number, selector: Labels, clusterIP = '10.104.12.7'): Service['spec'] => ({
  type: 'NodePort',
  clusterIP,
  selector,
  ports: [{ port, targetPort: port, nodePort, protocol: 'TCP' }],
});

/** `curl $(minikube ip):PORT` through a Service to a Pod; without a Pod it is refused at the Service. */
export function curlTrace(id: number, service: Service, pod: Pod | undefined, among = 1): Trace {
  const port = service.spec!.ports![0]!;
  const entry = `192.168.49.2:${port.nodePort}`;
  const object = { resource: 'services', namespace: 'default', name: service.metadata!.name! };
  const hops: Hop[] = [
    { kind: 'origin', reason: { id: 'from_laptop' }, ms: 0 },
    {
      kind: 'nodePort',
      object: { resource: 'nodes', namespace: '', name: 'minikube' },
      address: entry,
      reason: { id: 'node_port', values: { port: port.nodePort!, service: object.name } },
      ms: 1,
    },
    {
      kind: 'service',
      object,
      address: `${service.spec!.clusterIP}:${port.port}`,
      reason: { id: 'cluster_ip', values: { address: service.spec!.clusterIP!, service: object.name, port: port.port } },
      ms: 0,
    },
  ];
  if (!pod) {
    hops.push({ kind: 'endpoint', object, reason: { id: 'no_endpoints', values: { service: object.name } }, ms: 0 });
    return { id, time: START, from: { kind: 'laptop' }, what: `GET http://${entry}/`, hops, outcome: { ok: false, failure: 'refused' } };
  }
  const address = `${pod.status!.podIP}:${port.targetPort}`;
  const target = { resource: 'pods', namespace: 'default', name: pod.metadata!.name! };
  hops.push(
    { kind: 'endpoint', object: target, address, reason: { id: among > 1 ? 'chosen' : 'chosen_only', values: { count: among } }, ms: 0 },
    {
      kind: 'pod',
      object: target,
      address,
      reason: { id: 'pod_answers', values: { container: 'kubernetes-bootcamp', port: Number(port.targetPort) } },
      ms: 1,
    },
  );
  const body = `Hello Kubernetes bootcamp! | Running on: ${pod.metadata!.name} | v=1\n`;
  return { id, time: START, from: { kind: 'laptop' }, what: `GET http://${entry}/`, hops, outcome: { ok: true, status: 200, body } };
}
