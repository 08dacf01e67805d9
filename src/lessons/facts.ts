/**
 * What checks may know of a cluster: its objects, its recent requests over the network, what clients read from the API server,
 * events and the laptop's files. Plain data, read from the state as it is now. Never what somebody typed.
 */
import { matches, parseLabelSelector } from '../api/values/selector.ts';
import { API_RESOURCES } from '../kinds/resources.ts';
import type { Trace } from '../network/types.ts';
import type { Cluster } from '../session/index.ts';
import type { KubeObject, ResourceName } from '../world/object.ts';

/** Any API object, read without knowing its kind. */
// biome-ignore lint/suspicious/noExplicitAny: facts are looked at by CEL, which has no types for them
export type AnyObject = KubeObject & { readonly spec?: any; readonly status?: any; readonly [field: string]: any };

/** When a step began, so that "since then" has a meaning. */
export interface Beginning {
  readonly time: number;
  readonly revision: number;
  /** Number of requests over the network until then. */
  readonly requests: number;
  /** Number of reads from the API until then. */
  readonly reads: number;
}

export function beginning(cluster: Cluster): Beginning {
  return { time: cluster.world.now, revision: cluster.world.store.revision, requests: cluster.requestCount(), reads: cluster.readCount() };
}

const HOME = '/home/learner';
const DEFAULT_NAMESPACE = 'default';

/** `pods`, `po`, `Pod`, `deploy`, `deployments.apps` -> the resource; undefined when there is none. */
export function resourceNamed(
  name: string,
): { readonly resource: ResourceName; readonly namespaced: boolean; readonly kind: string } | undefined {
  const wanted = name.toLowerCase();
  const found = API_RESOURCES.find(
    ({ plural, singular, shortNames, group }) =>
      wanted === plural || wanted === singular || shortNames.includes(wanted) || (group !== '' && wanted === `${plural}.${group}`),
  );
  return (
    found && {
      resource: found.group === '' ? found.plural : `${found.plural}.${found.group}`,
      namespaced: found.namespaced,
      kind: found.kind,
    }
  );
}

export class UnknownResource extends Error {}

function resourceOf(name: string) {
  const found = resourceNamed(name);
  if (!found) throw new UnknownResource(`there is no resource "${name}"`);
  return found;
}

/** One request over the network, as checks see it. */
export interface RequestFact {
  /** `laptop`, `node`, or the asking Pod's name. */
  readonly from: string;
  readonly fromKind: 'laptop' | 'pod' | 'node';
  readonly method: string;
  readonly url: string;
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly ok: boolean;
  /** HTTP status; 0 when nothing answered. */
  readonly status: number;
  /** `refused`, `timeout`, `unresolved`, ...; empty when something answered. */
  readonly failure: string;
  /** The status, or the failure, as a text. */
  readonly result: string;
  readonly body: string;
  /** Name of the Pod that answered (or was reached); empty for none. */
  readonly pod: string;
  readonly service: string;
  readonly node: string;
  /** How it got into the cluster: `nodePort`, `loadBalancer`, `ingress`, `service`, `pod` or `external`. */
  readonly via: string;
  /** Seconds since the step began. */
  readonly second: number;
}

/** One read that a client (kubectl) made of the API. */
export interface ReadFact {
  /** `get`, `list` or `watch`. */
  readonly verb: string;
  readonly resource: string;
  readonly name: string;
  readonly namespace: string;
  /** Label selector; empty for none. */
  readonly selector: string;
  /** `log`, `exec`, ...; empty for the object itself. */
  readonly subresource: string;
}

export interface EndpointFact {
  readonly pod: string;
  readonly ip: string;
  readonly port: number;
  readonly node: string;
  readonly ready: boolean;
  readonly serving: boolean;
  readonly terminating: boolean;
}

export class Facts {
  private readonly cluster: Cluster;
  readonly since: Beginning;

  constructor(cluster: Cluster, since: Beginning) {
    this.cluster = cluster;
    this.since = since;
  }

  private get store() {
    return this.cluster.world.store;
  }

  /** The object, or null. `name` may be `namespace/name`; without one the namespace is default. */
  get(kind: string, name: string): AnyObject | null {
    const { resource, namespaced } = resourceOf(kind);
    const [namespace, bare] = split(name);
    return this.store.get<AnyObject>(resource, namespaced ? namespace : '', bare) ?? null;
  }

  /** Objects of a namespace (`*`: of all), with a label selector. */
  list(kind: string, selector = '', namespace = DEFAULT_NAMESPACE): AnyObject[] {
    const { resource, namespaced } = resourceOf(kind);
    const all = this.store.list<AnyObject>(resource, !namespaced || namespace === '*' ? undefined : namespace);
    if (selector === '') return all;
    const requirements = parseLabelSelector(selector);
    return all.filter((object) => matches(requirements, object.metadata.labels ?? {}));
  }

  /** The Pods that an object owns, through ReplicaSets and Jobs too. Without those that are being deleted. */
  podsOf(kind: string, name: string): AnyObject[] {
    const owner = this.get(kind, name);
    return owner ? this.ownedPods(owner).filter((pod) => pod.metadata.deletionTimestamp === undefined) : [];
  }

  private ownedPods(owner: AnyObject): AnyObject[] {
    const of = (resource: string): AnyObject[] => this.store.byIndex<AnyObject>(resource, 'owner', owner.metadata.uid);
    return [...of('pods'), ...[...of('replicasets.apps'), ...of('jobs.batch')].flatMap((one) => this.ownedPods(one))];
  }

  endpoints(service: string): EndpointFact[] {
    const [namespace, name] = split(service);
    return this.list('endpointslices', `kubernetes.io/service-name=${name}`, namespace).flatMap((slice) =>
      (slice['endpoints'] ?? []).map(
        // biome-ignore lint/suspicious/noExplicitAny: an endpoint of a slice
        (endpoint: any): EndpointFact => ({
          pod: endpoint.targetRef?.name ?? '',
          ip: endpoint.addresses[0] ?? '',
          port: slice['ports']?.[0]?.port ?? 0,
          node: endpoint.nodeName ?? '',
          ready: endpoint.conditions?.ready ?? true,
          serving: endpoint.conditions?.serving ?? true,
          terminating: endpoint.conditions?.terminating ?? false,
        }),
      ),
    );
  }

  /** Names of the Pods (addresses, where there is none) that a Service's traffic goes to now. */
  ready(service: string): string[] {
    return this.endpoints(service)
      .filter((endpoint) => endpoint.ready)
      .map(({ pod, ip }) => pod || ip);
  }

  /** Requests since the step began, oldest first (the last 200). One that nothing answers has failed when whoever asked gives up. */
  requests(): RequestFact[] {
    return this.cluster
      .traces()
      .filter((trace) => trace.id > this.since.requests && !this.isWaiting(trace))
      .map((trace) => requestFact(trace, this.since.time));
  }

  /**
   * Whether somebody still waits for the answer: a program of the laptop as long as it lives, in the background too; one in a container
   * (`kubectl exec`) until the prompt is there again.
   */
  private isWaiting({ time, waits = 0, from, pid }: Trace): boolean {
    const { world, kernel, runsALine } = this.cluster;
    if (time + waits <= world.now) return false;
    return from.kind === 'laptop' && pid !== undefined ? kernel.list('laptop').some((process) => process.pid === pid) : runsALine;
  }

  /** What clients read from the API since the step began. */
  reads(): ReadFact[] {
    return this.cluster
      .reads()
      .filter(({ id }) => id > this.since.reads)
      .flatMap(({ path, query }) => readFact(path, query) ?? []);
  }

  /** Events since the step began: of all namespaces, with `reason`, `type`, `note`, `kind`, `name`, `namespace`, `count`. */
  events() {
    return this.list('events', '', '*').flatMap((event) => {
      const last = Date.parse(
        event['lastTimestamp'] ?? event['series']?.lastObservedTime ?? event['eventTime'] ?? event.metadata.creationTimestamp,
      );
      // Events say whole seconds.
      if (last < Math.floor(this.since.time / 1000) * 1000) return [];
      const about = event['involvedObject'] ?? {};
      return [
        {
          reason: event['reason'] ?? '',
          type: event['type'] ?? '',
          note: event['message'] ?? '',
          kind: about.kind ?? '',
          name: about.name ?? '',
          namespace: about.namespace ?? '',
          count: event['count'] ?? 1,
        },
      ];
    });
  }

  /** The rollout of a Deployment, StatefulSet or DaemonSet has ended: all replicas are of the newest kind and available. */
  rolledOut(kind: string, name: string): boolean {
    const object = this.get(kind, name);
    if (!object || object.status?.observedGeneration !== object.metadata.generation) return false;
    const { status, spec } = object;
    if (object.kind === 'DaemonSet')
      return (
        status.updatedNumberScheduled === status.desiredNumberScheduled && (status.numberAvailable ?? 0) === status.desiredNumberScheduled
      );
    const wanted = spec.replicas ?? 1;
    return status.updatedReplicas === wanted && status.replicas === wanted && (status.availableReplicas ?? 0) === wanted;
  }

  /** A file's text; null when there is none. Paths from the home folder. */
  file(path: string): string | null {
    const files = this.cluster.kernel.machine('laptop')?.files;
    const absolute = files?.resolve(HOME, path.replace(/^~\//, ''));
    if (!files || absolute === undefined || !files.exists(absolute) || files.isDirectory(absolute)) return null;
    return files.read(absolute);
  }

  /** The object is still the one that was there when the step began, with the same spec. False when it was not there then or is not now. */
  unchanged(kind: string, name: string): boolean {
    const object = this.get(kind, name);
    if (!object) return false;
    const { resource } = resourceOf(kind);
    const [namespace, bare] = split(name);
    const changes = this.store.changesSince(this.since.revision);
    return !!changes?.every(
      (change) =>
        change.resource !== resource ||
        change.object.metadata.name !== bare ||
        (change.object.metadata.namespace ?? '') !== (object.metadata.namespace === undefined ? '' : namespace) ||
        (change.type === 'MODIFIED' &&
          JSON.stringify((change.previous as AnyObject).spec) === JSON.stringify((change.object as AnyObject).spec)),
    );
  }

  /** Seconds of the cluster's time since the step began. */
  elapsed(): number {
    return Math.floor((this.cluster.world.now - this.since.time) / 1000);
  }
}

function split(name: string): [string, string] {
  const at = name.indexOf('/');
  return at < 0 ? [DEFAULT_NAMESPACE, name] : [name.slice(0, at), name.slice(at + 1)];
}

function requestFact(trace: Trace, since: number): RequestFact {
  const { from, what, hops, outcome } = trace;
  const [method = '', url = ''] = what.split(' ');
  const address = /^(?:https?:\/\/)?(\[[^\]]*\]|[^:/]*)(?::(\d+))?(.*)$/.exec(url);
  const last = (kind: string): string => hops.filter((hop) => hop.kind === kind).at(-1)?.object?.name ?? '';
  const ways = hops.map(({ kind }) => kind).filter((kind) => kind !== 'origin' && kind !== 'dns' && kind !== 'node' && kind !== 'policy');
  const via = ways.find((kind) => kind === 'ingress') ?? ways[0] ?? '';
  return {
    from: from.kind === 'laptop' ? 'laptop' : from.kind === 'pod' ? from.name : 'node',
    fromKind: from.kind,
    method,
    url,
    host: address?.[1] ?? '',
    port: Number(address?.[2] ?? (url.startsWith('https') ? 443 : 80)),
    path: address?.[3] ?? '',
    ok: outcome.ok && (outcome.status === undefined || outcome.status < 400),
    status: outcome.ok ? (outcome.status ?? 0) : 0,
    failure: outcome.ok ? '' : outcome.failure,
    result: outcome.ok ? String(outcome.status ?? 'connected') : outcome.failure,
    body: outcome.ok ? (outcome.body ?? '') : '',
    pod: last('pod') || last('endpoint'),
    service: last('service') || last('nodePort') || last('loadBalancer'),
    node: last('node'),
    via,
    second: Math.floor((trace.time - since) / 1000),
  };
}

/** `/apis/apps/v1/namespaces/default/deployments/web` and its query. Undefined for discovery and the like. */
function readFact(path: string, query: Readonly<Record<string, string>>): ReadFact | undefined {
  const parts = path.split('/').filter((part) => part !== '');
  const rest = parts[0] === 'api' ? parts.slice(2) : parts[0] === 'apis' ? parts.slice(3) : [];
  if (rest.length === 0) return undefined;
  const namespaced = rest[0] === 'namespaces' && rest.length > 2;
  const [resource = '', name = '', ...sub] = namespaced ? rest.slice(2) : rest;
  const namespace = namespaced ? (rest[1] ?? '') : '';
  return {
    verb: query['watch'] ? 'watch' : name === '' ? 'list' : 'get',
    resource,
    name: name || (/^metadata\.name=([^,]+)$/.exec(query['fieldSelector'] ?? '')?.[1] ?? ''),
    namespace,
    selector: query['labelSelector'] ?? '',
    subresource: sub[0] ?? '',
  };
}
