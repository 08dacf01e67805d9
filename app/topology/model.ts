// From API objects to what the picture says. Pure: the same objects give the same model; views of unchanged objects are reused.
import type { Node, Pod } from '../../src/kinds/types.gen.ts';
import type { Trace } from '../../src/network/types.ts';
import type { KubeObject, ResourceName } from '../../src/world/object.ts';
import { buildConfigs, buildIngresses } from './config.ts';
import { nodeView } from './nodes.ts';
import { podsInOrder } from './order.ts';
import { buildOwners } from './owners.ts';
import { podView } from './pods.ts';
import { buildServices } from './services.ts';

/** Lists of API objects as the server gives them. Objects are immutable: a changed object is a new object. */
export interface ClusterObjects {
  readonly pods: readonly KubeObject[];
  readonly services: readonly KubeObject[];
  readonly endpointslices: readonly KubeObject[];
  readonly nodes: readonly KubeObject[];
  readonly replicasets: readonly KubeObject[];
  readonly deployments: readonly KubeObject[];
  readonly statefulsets: readonly KubeObject[];
  readonly daemonsets: readonly KubeObject[];
  readonly jobs: readonly KubeObject[];
  readonly cronjobs: readonly KubeObject[];
  readonly configmaps: readonly KubeObject[];
  readonly secrets: readonly KubeObject[];
  readonly claims: readonly KubeObject[];
  readonly ingresses: readonly KubeObject[];
}

/** An object that can be selected. Cluster-scoped objects have an empty namespace. */
export interface ObjectRef {
  readonly resource: ResourceName;
  readonly namespace: string;
  readonly name: string;
}

/** How a state is painted: fine, on its way, not serving, broken, leaving, finished. */
export type Tone = 'ok' | 'busy' | 'warn' | 'bad' | 'gone' | 'done';

export type Labels = Readonly<Record<string, string>>;

export interface PodStatus {
  /** As in `kubectl get pods`. */
  readonly word: string;
  readonly tone: Tone;
  readonly ready: number;
  readonly total: number;
  readonly restarts: number;
  /** Its condition Ready is True. */
  readonly isReady: boolean;
  readonly deleting: boolean;
  readonly finished: boolean;
  readonly unschedulable: boolean;
}

export interface PodView {
  /** `pod:UID` */
  readonly key: string;
  readonly ref: ObjectRef;
  readonly uid: string;
  readonly name: string;
  /** What a controller gave it and its siblings to begin with: `web-7d8f9-` of `web-7d8f9-x2k4p`. */
  readonly prefix: string;
  readonly namespace: string;
  readonly labels: Labels;
  readonly node: string | undefined;
  readonly ip: string | undefined;
  readonly status: PodStatus;
  readonly image: { readonly name: string; readonly tag: string };
  readonly images: readonly string[];
  readonly ports: readonly { readonly name?: string | undefined; readonly port: number }[];
  readonly containers: readonly ContainerView[];
  /** ConfigMaps, Secrets and volume claims that it reads. */
  readonly uses: readonly UseView[];
  readonly controller: { readonly kind: string; readonly name: string; readonly uid: string } | undefined;
  /** ms since the epoch. */
  readonly created: number;
  readonly hostNetwork: boolean;
  readonly message: string | undefined;
}

export interface ContainerView {
  readonly name: string;
  readonly image: string;
  /** `Running`, or why it is not: `CrashLoopBackOff`, `Completed`, ... */
  readonly word: string;
  readonly ready: boolean;
}

export interface UseView {
  readonly kind: 'ConfigMap' | 'Secret' | 'PersistentVolumeClaim';
  readonly name: string;
}

/** A ConfigMap, Secret or volume claim. */
export interface ConfigView {
  /** `config:KIND/NAMESPACE/NAME` */
  readonly key: string;
  readonly ref: ObjectRef;
  readonly kind: UseView['kind'];
  readonly name: string;
  readonly namespace: string;
  /** How many entries it has. */
  readonly keys: number;
  /** A claim's phase and size. */
  readonly word: string;
  /** Pods ask for it and it does not exist. */
  readonly missing?: boolean;
  /** Keys of the Pods that use it. */
  readonly users: readonly string[];
}

export interface IngressView {
  /** `ing:UID` */
  readonly key: string;
  readonly ref: ObjectRef;
  readonly name: string;
  readonly namespace: string;
  readonly address: string;
  readonly rules: readonly { readonly host: string; readonly path: string; readonly service: string | undefined; readonly port: string }[];
}

export interface NodeView {
  /** `node:NAME` */
  readonly key: string;
  readonly ref: ObjectRef;
  readonly name: string;
  readonly ip: string | undefined;
  readonly ready: boolean;
  /** As in `kubectl get nodes`: `Ready`, `NotReady,SchedulingDisabled`. */
  readonly word: string;
  readonly cordoned: boolean;
  /** `key=value:Effect`, without those that the word already tells. */
  readonly taints: readonly string[];
}

/** A set keeps Pods alive itself: a ReplicaSet, or a StatefulSet, DaemonSet or Job. */
export interface SetView {
  readonly key: string;
  readonly ref: ObjectRef;
  readonly uid: string;
  readonly kind: string;
  readonly name: string;
  /** What tells it from its siblings: the pod-template-hash. */
  readonly short: string;
  readonly desired: number | undefined;
  readonly pods: number;
  readonly ready: number;
  readonly job: JobView | undefined;
  readonly revision: string | undefined;
  readonly image: { readonly name: string; readonly tag: string } | undefined;
  readonly selector: Labels;
}

/** What `kubectl get jobs` says of a Job, which wants its Pods to end: `Complete`, `1/1`. */
export interface JobView {
  readonly word: string;
  readonly done: string;
}

/** What a person made: a Deployment with its ReplicaSets, or a set that stands alone. */
export interface OwnerView {
  /** `owner:UID` */
  readonly key: string;
  readonly ref: ObjectRef;
  readonly uid: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly desired: number | undefined;
  readonly ready: number;
  readonly paused: boolean;
  readonly job: JobView | undefined;
  /** Of a CronJob, which wants no Pods but now and then. */
  readonly schedule?: string | undefined;
  /** Newest first; those with nothing and wanting nothing are left out. */
  readonly sets: readonly SetView[];
}

export interface PortView {
  readonly name: string | undefined;
  readonly protocol: string;
  readonly nodePort: number | undefined;
  readonly port: number;
  /** As in the spec: a number, or the name of a container's port. */
  readonly target: string;
  /** The numbers that the EndpointSlices hold for it. */
  readonly resolved: readonly number[];
}

/** The label nearest to a selector that matches no Pod. */
export type NearMiss =
  | {
      readonly kind: 'label';
      readonly key: string;
      readonly want: string;
      readonly have: string;
      readonly haveKey: string;
      readonly pod: string;
    }
  | { readonly kind: 'missing'; readonly key: string; readonly want: string; readonly pod: string }
  | { readonly kind: 'namespace'; readonly namespace: string; readonly pods: number };

export type ServiceType = 'ClusterIP' | 'NodePort' | 'LoadBalancer' | 'ExternalName';

export interface ServiceView {
  /** `svc:UID` */
  readonly key: string;
  readonly ref: ObjectRef;
  readonly uid: string;
  readonly name: string;
  readonly namespace: string;
  readonly type: ServiceType;
  readonly headless: boolean;
  readonly clusterIP: string | undefined;
  readonly externalName: string | undefined;
  /** External addresses; empty while a LoadBalancer waits for one. */
  readonly externalIPs: readonly string[];
  readonly ports: readonly PortView[];
  /** Undefined: no selector, its endpoints are written by hand. */
  readonly selector: Labels | undefined;
  readonly selects: number;
  readonly ready: number;
  readonly notReady: number;
  readonly nearMiss: NearMiss | undefined;
  readonly created: number;
}

/** Why a selected Pod or an endpoint gets no traffic: a status word, or one of ours. */
export interface EndpointState {
  readonly ready: boolean;
  /** `NotReady`, `Terminating`, `Pending`, `CrashLoopBackOff`, ...; undefined when ready. */
  readonly reason: string | undefined;
  readonly addresses: readonly string[];
  readonly ports: readonly number[];
}

/** One Service and one thing it may reach. At most one for each pair. */
export interface LinkView {
  /** `SERVICE-KEY>TARGET-KEY` */
  readonly key: string;
  readonly service: string;
  /** Key of a Pod or of an address. */
  readonly target: string;
  /** The selector matches the Pod's labels. */
  readonly selected: boolean;
  /** What the EndpointSlices hold; undefined: nothing. */
  readonly endpoint: EndpointState | undefined;
}

/** An address that a Service leads to and that is no Pod: written by hand, an external name, or the API server. */
export interface AddressView {
  /** `addr:TEXT` */
  readonly key: string;
  readonly text: string;
  readonly kind: 'address' | 'name' | 'apiserver';
  readonly namespace: string;
}

export interface Model {
  readonly now: number;
  readonly namespaces: readonly string[];
  readonly nodes: readonly NodeView[];
  /** In order of creation. */
  readonly pods: readonly PodView[];
  readonly services: readonly ServiceView[];
  readonly owners: readonly OwnerView[];
  readonly links: readonly LinkView[];
  readonly addresses: readonly AddressView[];
  readonly configs: readonly ConfigView[];
  readonly ingresses: readonly IngressView[];
  readonly traces: readonly Trace[];
}

/**
 * The picture's content, of all namespaces.
 * @param traces newest last, as the network keeps them
 * @param now virtual time, ms since the epoch
 */
export function buildModel(objects: ClusterObjects, traces: readonly Trace[], now: number): Model {
  const pods = podsInOrder((objects.pods as readonly Pod[]).map(podView));
  const nodes = (objects.nodes as readonly Node[]).map(nodeView);
  const owners = buildOwners(objects, pods);
  const { services, links, addresses } = buildServices(objects.services, objects.endpointslices, pods, nodes);
  const configs = buildConfigs(objects, pods);
  const ingresses = buildIngresses(objects.ingresses);
  const namespaces = new Set<string>();
  for (const list of [pods, services, owners, configs, ingresses]) for (const view of list) namespaces.add(view.namespace);
  return { now, namespaces: [...namespaces].sort(), nodes, pods, services, owners, links, addresses, configs, ingresses, traces };
}

/** Only what lies in namespaces that `shows` accepts. Nodes stay. */
export function filterModel(model: Model, shows: (namespace: string) => boolean): Model {
  if (model.namespaces.every(shows)) return model;
  const services = model.services.filter((service) => shows(service.namespace));
  const keep = new Set(services.map((service) => service.key));
  const links = model.links.filter((link) => keep.has(link.service));
  const targets = new Set(links.map((link) => link.target));
  return {
    ...model,
    pods: model.pods.filter((pod) => shows(pod.namespace)),
    owners: model.owners.filter((owner) => shows(owner.namespace)),
    addresses: model.addresses.filter((address) => targets.has(address.key)),
    configs: model.configs.filter((config) => shows(config.namespace)),
    ingresses: model.ingresses.filter((ingress) => shows(ingress.namespace)),
    services,
    links,
  };
}
