/** Which Services a Pod belongs to, and which changes of Pods they have not seen yet. */

import type { Node, Pod, Service } from '../../kinds/objects.ts';
import type { ServicePort } from '../../kinds/types.gen.ts';
import type { Change } from '../../world/object.ts';
import { labelIndexValue } from '../../world/store.ts';
import type { World } from '../../world/world.ts';
import { Derived } from '../derived.ts';
import { keyOf } from '../owners.ts';
import { isReady, isTerminal } from '../pods.ts';

type Selector = Readonly<Record<string, string>>;

/** A Service's selector as a controller of endpoints takes it: undefined when it selects nothing by itself. */
export function selectorOf(service: Service): Selector | undefined {
  return service.spec.type === 'ExternalName' ? undefined : service.spec.selector;
}

export function selects(selector: Selector, labels: Selector | undefined): boolean {
  for (const key in selector) if (labels?.[key] !== selector[key]) return false;
  return true;
}

/** The Pods of a Service, in order of name. An empty selector selects all of the namespace. */
export function podsOf(world: World, service: Service, selector: Selector): Pod[] {
  const namespace = service.metadata.namespace ?? '';
  let fewest: string | undefined;
  let count = Number.POSITIVE_INFINITY;
  for (const key in selector) {
    const value = labelIndexValue(namespace, key, selector[key] as string);
    const size = world.store.countIndex('pods', 'label', value);
    if (size < count) [fewest, count] = [value, size];
  }
  if (fewest === undefined) return world.store.list<Pod>('pods', namespace);
  const found = world.store.byIndex<Pod>('pods', 'label', fewest);
  return Object.keys(selector).length === 1 ? found : found.filter((pod) => selects(selector, pod.metadata.labels));
}

/**
 * By Service key: names of changed Pods, each with the address that it had before ('' for none), again with each further change; null
 * means all Pods must be looked at. It is state (a slot of the world), so that a Service of 5,000 Pods need not look at all of them when
 * one changes.
 */
type Changes = Record<string, [name: string, address: string][] | null>;

export class PodChanges {
  private readonly slot: string;

  constructor(slot: string) {
    this.slot = slot;
  }

  /** The Pods that changed since the last `done`, with the addresses they had then ('' for none); undefined: look at all. */
  of(world: World, key: string): ReadonlyMap<string, string> | undefined {
    const names = this.all(world)[key];
    if (!names) return undefined;
    const first = new Map<string, string>();
    for (const [name, address] of names) if (!first.has(name)) first.set(name, address);
    return first;
  }

  done(world: World, key: string): void {
    delete this.all(world)[key];
  }

  /** A Service changed, or something that only a full look can judge. */
  noteAll(world: World, key: string): string {
    this.all(world)[key] = null;
    return key;
  }

  /** Notes a Pod's change for the Services that select it now or did before; returns their keys. */
  notePod(world: World, change: Change): readonly string[] {
    const [before, after] = [change.previous as Pod | undefined, change.object as Pod];
    if (!concernsEndpoints(change.type, before, after)) return NO_KEYS;
    const { namespace = '', labels } = after.metadata;
    let keys = selectedBy(world, namespace, labels);
    if (before && before.metadata.labels !== labels)
      keys = [...new Set([...keys, ...selectedBy(world, namespace, before.metadata.labels)])].sort();
    const all = this.all(world);
    for (const key of keys) {
      const names = key in all ? all[key] : (all[key] = []);
      names?.push([after.metadata.name, before?.status.podIP ?? '']);
    }
    return keys;
  }

  private all(world: World): Changes {
    return world.slot<Changes>(this.slot, () => ({}));
  }
}

/** By labels: the Services that select them. The Pods of a template have their labels in common, and so are looked up once. */
const selecting = new Derived<{ known: WeakMap<Selector, { readonly namespace: string; readonly keys: readonly string[] }> }>(
  ['services'],
  () => ({ known: new WeakMap() }),
  (value) => {
    value.known = new WeakMap();
  },
);

function selectedBy(world: World, namespace: string, labels: Selector = NO_LABELS): readonly string[] {
  const { known } = selecting.of(world);
  const found = known.get(labels);
  if (found?.namespace === namespace) return found.keys;
  const keys: string[] = [];
  for (const service of world.store.list<Service>('services', namespace)) {
    const selector = selectorOf(service);
    if (selector && selects(selector, labels)) keys.push(keyOf(service));
  }
  known.set(labels, { namespace, keys });
  return keys;
}

const NO_LABELS: Selector = {};
const NO_KEYS: readonly string[] = [];

/** A Pod without an address is no endpoint, whatever happens to it. */
function concernsEndpoints(type: Change['type'], before: Pod | undefined, after: Pod): boolean {
  if (type === 'DELETED') return after.status.podIP !== undefined;
  if (!before) return after.status.podIP !== undefined;
  if (before.status.podIP === undefined && after.status.podIP === undefined) return false;
  return (
    before.metadata.labels !== after.metadata.labels ||
    before.metadata.deletionTimestamp !== after.metadata.deletionTimestamp ||
    (before.status !== after.status &&
      (before.status.podIP !== after.status.podIP || isReady(before) !== isReady(after) || isTerminal(before) !== isTerminal(after))) ||
    (before.spec !== after.spec && (before.spec.hostname !== after.spec.hostname || before.spec.nodeName !== after.spec.nodeName))
  );
}

/** The port that a Service's traffic goes to in a Pod; undefined when the Pod has no port of that name. */
export function targetPort(pod: Pod, port: ServicePort): number | undefined {
  const target = port.targetPort ?? port.port;
  if (typeof target === 'number') return target;
  const sidecars = (pod.spec.initContainers ?? []).filter((one) => one.restartPolicy === 'Always');
  for (const container of [...pod.spec.containers, ...sidecars]) {
    for (const one of container.ports ?? []) {
      if (one.name === target && (one.protocol ?? 'TCP') === (port.protocol ?? 'TCP')) return one.containerPort;
    }
  }
  return undefined;
}

/** The Pod's own name below a headless Service: set when its subdomain is the Service. */
export function hostnameOf(pod: Pod, service: Service): string | undefined {
  return pod.spec.hostname && pod.spec.subdomain === service.metadata.name ? pod.spec.hostname : undefined;
}

export function zoneOf(world: World, pod: Pod): string | undefined {
  return world.store.get<Node>('nodes', '', pod.spec.nodeName ?? '')?.metadata.labels?.['topology.kubernetes.io/zone'];
}

export function isHeadless(service: Service): boolean {
  return service.spec.clusterIP === 'None';
}

/** Sorts addresses as text, as the real controller does. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
