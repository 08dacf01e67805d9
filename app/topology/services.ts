// Services, what they select and what their EndpointSlices hold: two facts, kept apart.
import type { Endpoint, EndpointSlice, Service } from '../../src/kinds/types.gen.ts';
import type { KubeObject } from '../../src/world/object.ts';
import { groupBy } from './collections.ts';
import type { AddressView, EndpointState, Labels, LinkView, NearMiss, NodeView, PodView, ServiceType, ServiceView } from './model.ts';
import { inOrder } from './order.ts';

const SERVICE_NAME = 'kubernetes.io/service-name';

export interface ServiceParts {
  readonly services: ServiceView[];
  readonly links: LinkView[];
  readonly addresses: AddressView[];
}

/** Services in order of creation (the API server's own last), one link for each pair of Service and target. */
export function buildServices(
  services: readonly KubeObject[],
  slices: readonly KubeObject[],
  pods: readonly PodView[],
  nodes: readonly NodeView[],
): ServiceParts {
  const byNamespace = groupBy(pods, (pod) => pod.namespace);
  const slicesOf = groupBy(
    slices as readonly EndpointSlice[],
    (slice) => `${slice.metadata?.namespace}/${slice.metadata?.labels?.[SERVICE_NAME]}`,
  );
  const podByUid = new Map(pods.map((pod) => [pod.uid, pod]));
  const nodeReady = new Map(nodes.map((node) => [node.name, node.ready]));
  const addresses = new Map<string, AddressView>();
  const links: LinkView[] = [];

  const views = (services as readonly Service[]).map((service): ServiceView => {
    const meta = service.metadata ?? {};
    const spec = service.spec ?? {};
    const namespace = meta.namespace ?? 'default';
    const key = `svc:${meta.uid ?? `${namespace}/${meta.name}`}`;
    const type = (spec.type ?? 'ClusterIP') as ServiceType;
    const selector = type !== 'ExternalName' && spec.selector && Object.keys(spec.selector).length > 0 ? spec.selector : undefined;
    const local = byNamespace.get(namespace) ?? [];
    const selected = selector ? local.filter((pod) => isSelected(selector, pod.labels)) : [];
    const held = slicesOf.get(`${namespace}/${meta.name}`) ?? [];
    const endpoints = readEndpoints(
      held,
      (endpoint) => target(endpoint, podByUid, local, addresses, namespace, meta.name ?? ''),
      podByUid,
      nodeReady,
    );

    if (type === 'ExternalName' && spec.externalName) {
      const address: AddressView = { key: `addr:${spec.externalName}`, text: spec.externalName, kind: 'name', namespace };
      addresses.set(address.key, address);
      endpoints.set(address.key, { ready: true, reason: undefined, addresses: [spec.externalName], ports: [] });
    }
    const chosen = new Set<string>();
    const link = (each: string, isChosen: boolean, endpoint: EndpointState | undefined): void => {
      links.push({ key: `${key}>${each}`, service: key, target: each, selected: isChosen, endpoint });
    };
    for (const pod of selected) {
      chosen.add(pod.key);
      link(pod.key, true, endpoints.get(pod.key));
    }
    for (const [each, endpoint] of endpoints) if (!chosen.has(each)) link(each, false, endpoint);

    const states = type === 'ExternalName' ? [] : [...endpoints.values()];
    return {
      key,
      ref: { resource: 'services', namespace, name: meta.name ?? '' },
      uid: meta.uid ?? '',
      name: meta.name ?? '',
      namespace,
      type,
      headless: spec.clusterIP === 'None',
      clusterIP: spec.clusterIP && spec.clusterIP !== 'None' ? spec.clusterIP : undefined,
      externalName: spec.externalName,
      externalIPs: [
        ...(spec.externalIPs ?? []),
        ...(service.status?.loadBalancer?.ingress ?? []).map((ingress) => ingress.ip ?? ingress.hostname ?? ''),
      ],
      ports: (spec.ports ?? []).map((port) => ({
        name: port.name,
        protocol: port.protocol ?? 'TCP',
        nodePort: port.nodePort,
        port: port.port,
        target: String(port.targetPort ?? port.port),
        resolved: [
          ...new Set(
            held.flatMap((slice) => (slice.ports ?? []).filter((p) => (p.name ?? '') === (port.name ?? '')).flatMap((p) => p.port ?? [])),
          ),
        ],
      })),
      selector,
      selects: selected.length,
      ready: states.filter((state) => state.ready).length,
      notReady: states.filter((state) => !state.ready).length,
      nearMiss: selector && selected.length === 0 ? nearMiss(selector, namespace, local, byNamespace) : undefined,
      created: Date.parse(meta.creationTimestamp ?? '') || 0,
    };
  });
  const sorted = inOrder(views).sort((a, b) => Number(isApiServer(a)) - Number(isApiServer(b)));
  return { services: sorted, links, addresses: [...addresses.values()] };
}

export function isSelected(selector: Labels, labels: Labels): boolean {
  for (const key in selector) if (labels[key] !== selector[key]) return false;
  return true;
}

/** The Service that every cluster has: it leads to the API server. */
export const isApiServer = (service: { readonly namespace: string; readonly name: string }) =>
  service.namespace === 'default' && service.name === 'kubernetes';

/** Where an endpoint ends: at a Pod that exists, else at its address. */
function target(
  endpoint: Endpoint,
  podByUid: ReadonlyMap<string, PodView>,
  local: readonly PodView[],
  addresses: Map<string, AddressView>,
  namespace: string,
  service: string,
): string {
  const ref = endpoint.targetRef;
  const pod = ref?.kind === 'Pod' ? (ref.uid ? podByUid.get(ref.uid) : local.find((each) => each.name === ref.name)) : undefined;
  if (pod) return pod.key;
  const text = endpoint.addresses[0] ?? '';
  const view: AddressView = {
    key: `addr:${text}`,
    text,
    kind: isApiServer({ namespace, name: service }) ? 'apiserver' : 'address',
    namespace,
  };
  addresses.set(view.key, view);
  return view.key;
}

/** What the slices of one Service hold, by target. A target in several slices is ready when one of them says so; ports add up. */
function readEndpoints(
  slices: readonly EndpointSlice[],
  targetOf: (endpoint: Endpoint) => string,
  podByUid: ReadonlyMap<string, PodView>,
  nodeReady: ReadonlyMap<string, boolean>,
): Map<string, EndpointState> {
  const states = new Map<string, EndpointState>();
  for (const slice of slices) {
    const ports = (slice.ports ?? []).flatMap((port) => port.port ?? []);
    for (const endpoint of slice.endpoints ?? []) {
      const key = targetOf(endpoint);
      const before = states.get(key);
      const known = before ? undefined : served.get(endpoint);
      if (known && sameItems(known.ports, ports)) {
        states.set(key, known);
        continue;
      }
      // An unset condition means ready (EndpointConditions in discovery/v1).
      const ready = (endpoint.conditions?.ready ?? true) || (before?.ready ?? false);
      const state: EndpointState = {
        ready,
        reason: ready ? undefined : endpointReason(endpoint, podByUid.get(endpoint.targetRef?.uid ?? ''), nodeReady),
        addresses: before ? union(before.addresses, endpoint.addresses) : endpoint.addresses,
        ports: before ? union(before.ports, ports) : ports,
      };
      if (ready && !before) served.set(endpoint, state);
      states.set(key, state);
    }
  }
  return states;
}

/** States of ready endpoints, which nothing else decides: a slice that changes keeps most of its endpoints. */
const served = new WeakMap<Endpoint, EndpointState>();

const sameItems = <T>(a: readonly T[], b: readonly T[]): boolean => a.length === b.length && a.every((one, at) => one === b[at]);

const union = <T>(a: readonly T[], b: readonly T[]): T[] => [...new Set([...a, ...b])];

function endpointReason(endpoint: Endpoint, pod: PodView | undefined, nodeReady: ReadonlyMap<string, boolean>): string {
  if (endpoint.conditions?.terminating || pod?.status.deleting) return 'Terminating';
  if (!pod) return 'NotReady';
  if (pod.node && nodeReady.get(pod.node) === false) return 'NodeNotReady';
  return pod.status.word === 'Running' ? 'NotReady' : pod.status.word;
}

/** The Pod's label that is nearest to what an unmatched selector wants; before that, another namespace where it would match. */
export function nearMiss(
  selector: Labels,
  namespace: string,
  local: readonly PodView[],
  byNamespace: ReadonlyMap<string, readonly PodView[]>,
): NearMiss | undefined {
  let best: { readonly cost: number; readonly miss: NearMiss } | undefined;
  const offer = (cost: number, miss: NearMiss) => {
    if (!best || cost < best.cost) best = { cost, miss };
  };
  const seen = new Set<Labels>();
  for (const pod of local) {
    if (seen.has(pod.labels)) continue;
    seen.add(pod.labels);
    const wrong = Object.entries(selector).filter(([key, want]) => pod.labels[key] !== want);
    // Every further mismatch costs more than any spelling can.
    const base = (wrong.length - 1) * 1000;
    for (const [key, want] of wrong) {
      const have = pod.labels[key];
      if (have !== undefined) offer(base + distance(want, have), { kind: 'label', key, want, have, haveKey: key, pod: pod.name });
      else {
        for (const [haveKey, value] of Object.entries(pod.labels)) {
          if (isMade(haveKey)) continue;
          const cost = distance(`${key}=${want}`, `${haveKey}=${value}`);
          if (cost <= key.length / 2 + 3) offer(base + cost + 1, { kind: 'label', key, want, have: value, haveKey, pod: pod.name });
        }
        offer(base + 500, { kind: 'missing', key, want, pod: pod.name });
      }
    }
  }
  for (const [other, pods] of byNamespace) {
    if (other === namespace) continue;
    const matching = pods.filter((pod) => isSelected(selector, pod.labels)).length;
    if (matching > 0) offer(2, { kind: 'namespace', namespace: other, pods: matching });
  }
  return best?.miss;
}

/** Labels that controllers add to tell their Pods apart; people seldom select by them. */
const MADE = new Set(['pod-template-hash', 'controller-revision-hash', 'pod-template-generation', 'controller-uid', 'job-name']);
export const isMade = (key: string) => MADE.has(key) || /^(apps|batch|statefulset)\.kubernetes\.io\//.test(key);

/** Letters to insert, delete, replace or swap with a neighbour to turn one text into the other. */
export function distance(a: string, b: string): number {
  if (a === b) return 0;
  let [before, previous, row]: number[][] = [[], [], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    [before, previous, row] = [previous, row, [i]];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(previous![j]! + 1, row![j - 1]! + 1, previous![j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before![j - 2]! + 1);
      row![j] = cost;
    }
  }
  return row![b.length]!;
}
