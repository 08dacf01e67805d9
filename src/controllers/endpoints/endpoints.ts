/** The endpoints controller: the ready and not ready addresses of each Service with a selector, as one Endpoints object. */
import type { Endpoints, Pod, Service } from '../../kinds/objects.ts';
import type { EndpointAddress, EndpointPort, EndpointSubset } from '../../kinds/types.gen.ts';
import type { Writable } from '../../world/object.ts';
import type { World } from '../../world/world.ts';
import { type Controller, type ControllerContext, WRITE_SPACING_MS } from '../controller.ts';
import { keyOf, splitKey } from '../owners.ts';
import { condition, isReady, isTerminal, READY } from '../pods.ts';
import { HEADLESS, TRIGGER_TIME } from './endpointslice.ts';
import { byText, hostnameOf, isHeadless, PodChanges, podsOf, selectorOf, selects, targetPort } from './services.ts';

const NAME = 'endpoints-controller';
const MANAGED_BY = 'endpoints.kubernetes.io/managed-by';
const OVER_CAPACITY = 'endpoints.kubernetes.io/over-capacity';
/** More addresses than this are left out. */
const MAX_ADDRESSES = 1000;

const changes = new PodChanges('endpoints-pods');

export const endpointsController: Controller = {
  name: NAME,
  spacingMs: WRITE_SPACING_MS,
  watches: {
    services: (change, world) => [changes.noteAll(world, keyOf(change.object))],
    pods: (change, world) => changes.notePod(world, change),
    endpoints: (change, world) => (change.actor === NAME ? [] : [changes.noteAll(world, keyOf(change.object))]),
  },
  reconcile,
};

function reconcile({ world, api }: ControllerContext, key: string): void {
  const [namespace, name] = splitKey(key);
  const service = world.store.get<Service>('services', namespace, name);
  const current = world.store.get<Endpoints>('endpoints', namespace, name);
  const selector = service && selectorOf(service);
  if (!service || !selector) {
    // Endpoints of a Service without a selector are written by hand, and stay until it goes.
    if (!service && current?.metadata.labels?.[MANAGED_BY]) api.delete('endpoints', namespace, name);
    changes.done(world, key);
    return;
  }
  const looked = current && changes.of(world, key);
  const found = looked && changedSubsets(world, service, selector, current, looked);
  const { subsets, truncated, trigger } = found ?? allSubsets(service, podsOf(world, service, selector));
  const labels = labelsOf(service);
  const annotations = annotationsOf(current, truncated, current ? trigger : service.metadata.creationTimestamp, subsets);
  if (!current) {
    api.create<Endpoints>('endpoints', {
      apiVersion: 'v1',
      kind: 'Endpoints',
      metadata: { name, namespace, labels, annotations },
      ...(subsets.length > 0 && { subsets }),
    });
  } else if (subsets !== current.subsets || !sameRecord(labels, current.metadata.labels)) {
    const { subsets: _, ...rest } = current;
    const updated: Writable<Endpoints> = rest;
    updated.metadata = Object.assign({}, current.metadata, { labels, annotations });
    if (subsets.length > 0) updated.subsets = subsets;
    api.update<Endpoints>('endpoints', updated);
  }
  changes.done(world, key);
}

/** The Service's own labels, who manages the object, and whether the Service is headless. */
function labelsOf(service: Service): Record<string, string> {
  const { [HEADLESS]: _, ...own } = service.metadata.labels ?? {};
  const labels: Record<string, string> = own;
  labels[MANAGED_BY] = 'endpoint-controller';
  if (isHeadless(service)) labels[HEADLESS] = '';
  return labels;
}

function annotationsOf(
  current: Endpoints | undefined,
  truncated: boolean,
  trigger: string | undefined,
  subsets: readonly EndpointSubset[],
): Record<string, string> {
  const { [TRIGGER_TIME]: before, [OVER_CAPACITY]: _, ...others } = current?.metadata.annotations ?? {};
  const time = subsets === current?.subsets ? before : trigger;
  const annotations: Record<string, string> = others;
  if (time !== undefined) annotations[TRIGGER_TIME] = time;
  if (truncated) annotations[OVER_CAPACITY] = 'truncated';
  return annotations;
}

interface Subsets {
  readonly subsets: readonly EndpointSubset[];
  readonly truncated: boolean;
  readonly trigger: string | undefined;
}

/** Where a Pod's address goes. */
interface Place {
  readonly ready: boolean;
  readonly ip: string;
  readonly pod: Pod;
  readonly ports: Ports;
}

interface Ports {
  readonly list: readonly EndpointPort[];
  /** What tells them from others. */
  readonly id: string;
}

function placeOf(service: Service, pod: Pod): Place | undefined {
  const tolerant = service.spec.publishNotReadyAddresses === true;
  const ip = pod.status.podIP;
  if (isTerminal(pod) || !ip || (pod.metadata.deletionTimestamp && !tolerant)) return undefined;
  const ports = portsOf(service, pod);
  if (ports.list.length === 0 && !(isHeadless(service) && !service.spec.ports?.length)) return undefined;
  return { ready: tolerant || isReady(pod), ip, pod, ports };
}

function addressOf(service: Service, { ip, pod }: Place): EndpointAddress {
  const { name, namespace, uid } = pod.metadata;
  const hostname = hostnameOf(pod, service);
  const address = { ip, nodeName: pod.spec.nodeName, targetRef: { kind: 'Pod', name, namespace, uid } };
  return hostname ? { hostname, ...address } : address;
}

/** The ports of Services that name none of a Pod's: the same for all Pods. */
const commonPorts = new WeakMap<Service, Ports>();

function portsOf(service: Service, pod: Pod): Ports {
  let ports = commonPorts.get(service);
  if (ports) return ports;
  ports = makePorts(service, pod);
  if (service.spec.ports?.every(({ targetPort: target }) => typeof target !== 'string')) commonPorts.set(service, ports);
  return ports;
}

function makePorts(service: Service, pod: Pod): Ports {
  const list: EndpointPort[] = [];
  for (const port of service.spec.ports ?? []) {
    const number = targetPort(pod, port);
    if (number === undefined) continue;
    list.push({
      ...(port.name && { name: port.name }),
      port: number,
      protocol: port.protocol ?? 'TCP',
      ...(port.appProtocol && { appProtocol: port.appProtocol }),
    });
  }
  return { list, id: portsId(list) };
}

const portsId = (ports: readonly EndpointPort[] | undefined) =>
  (ports ?? []).map((port) => `${port.name ?? ''}/${port.protocol}/${port.port}/${port.appProtocol ?? ''}`).join(',');

/** All subsets from all Pods: one for each set of ports, addresses in order of their text. */
function allSubsets(service: Service, pods: readonly Pod[]): Subsets {
  const byPorts = new Map<string, { ports: readonly EndpointPort[]; ready: Place[]; notReady: Place[] }>();
  let trigger: string | undefined;
  for (const pod of pods) {
    const place = placeOf(service, pod);
    if (!place) continue;
    const { list, id } = place.ports;
    let subset = byPorts.get(id);
    if (!subset) byPorts.set(id, (subset = { ports: list, ready: [], notReady: [] }));
    (place.ready ? subset.ready : subset.notReady).push(place);
    const time = condition(pod, READY)?.lastTransitionTime;
    if (time !== undefined && (trigger === undefined || time < trigger)) trigger = time;
  }
  let room = MAX_ADDRESSES;
  let truncated = false;
  const take = (places: Place[]): EndpointAddress[] => {
    const sorted = places.sort((a, b) => byText(a.ip, b.ip));
    if (sorted.length > room) truncated = true;
    const taken = sorted.slice(0, room);
    room -= taken.length;
    return taken.map((place) => addressOf(service, place));
  };
  const all = [...byPorts.values()];
  const ready = all.map((subset) => take(subset.ready));
  const notReady = all.map((subset) => take(subset.notReady));
  const subsets = all
    .map((subset, i) => makeSubset(ready[i] ?? [], notReady[i] ?? [], subset.ports))
    .filter((subset) => subset.addresses || subset.notReadyAddresses);
  return { subsets, truncated, trigger };
}

function makeSubset(
  addresses: readonly EndpointAddress[],
  notReadyAddresses: readonly EndpointAddress[],
  ports: readonly EndpointPort[] | undefined,
): EndpointSubset {
  const subset: Writable<EndpointSubset> = {};
  if (addresses.length > 0) subset.addresses = addresses;
  if (notReadyAddresses.length > 0) subset.notReadyAddresses = notReadyAddresses;
  if (ports?.length) subset.ports = ports;
  return subset;
}

/**
 * The subsets with some Pods looked at again; undefined when all Pods must be looked at: several sets of ports, or addresses
 * left out for lack of room, some of which would now move up.
 */
function changedSubsets(
  world: World,
  service: Service,
  selector: Readonly<Record<string, string>>,
  current: Endpoints,
  changed: ReadonlyMap<string, string>,
): Subsets | undefined {
  const subset = current.subsets?.[0];
  if (!subset || current.subsets?.length !== 1) return undefined;
  const truncated = current.metadata.annotations?.[OVER_CAPACITY] !== undefined;
  const [oldReady, oldNotReady] = [subset.addresses ?? NONE, subset.notReadyAddresses ?? NONE];
  const looked: Looked[] = [];
  const id = portsId(subset.ports);
  for (const [name, before] of changed) {
    const pod = world.store.get<Pod>('pods', service.metadata.namespace ?? '', name);
    const place = pod && selects(selector, pod.metadata.labels) ? placeOf(service, pod) : undefined;
    if (place && place.ports.id !== id) return undefined;
    looked.push({
      name,
      before,
      ready: place?.ready ?? false,
      address: place && addressOf(service, place),
      since: pod && condition(pod, READY)?.lastTransitionTime,
    });
  }
  // Ready addresses come first: they are cut only when there is no room for any other.
  const ready = replaced(oldReady, looked, true, truncated && oldReady.length === MAX_ADDRESSES, MAX_ADDRESSES);
  if (!ready) return undefined;
  const notReady = replaced(oldNotReady, looked, false, truncated, MAX_ADDRESSES - ready.addresses.length);
  if (!notReady || ready.addresses.length + notReady.addresses.length > MAX_ADDRESSES) return undefined;
  if (ready.addresses === oldReady && notReady.addresses === oldNotReady)
    return { subsets: current.subsets, truncated, trigger: undefined };
  const subsets = [makeSubset(ready.addresses, notReady.addresses, subset.ports)];
  return {
    subsets: ready.addresses.length + notReady.addresses.length > 0 ? subsets : [],
    truncated,
    trigger: earlier(ready.trigger, notReady.trigger),
  };
}

/** A Pod that changed: the address it had, where it belongs now, and when it last became ready or unready. */
interface Looked {
  readonly name: string;
  readonly before: string;
  readonly ready: boolean;
  readonly address: EndpointAddress | undefined;
  readonly since: string | undefined;
}

const NONE: readonly EndpointAddress[] = [];

/**
 * One of the lists with the looked-at Pods in their places, and the trigger of what changes; the same array when nothing does. A list
 * that was `cut` to its first addresses is cut again to `room`; undefined when some of those left out, unknown here, would move up.
 */
function replaced(
  addresses: readonly EndpointAddress[],
  looked: readonly Looked[],
  ready: boolean,
  cut: boolean,
  room: number,
): { readonly addresses: readonly EndpointAddress[]; readonly trigger: string | undefined } | undefined {
  const last = addresses.at(-1)?.ip;
  let trigger: string | undefined;
  let made: EndpointAddress[] | undefined;
  for (const { name, before, ready: isReady, address, since } of looked) {
    let wanted = isReady === ready ? address : undefined;
    // Beyond the end of a cut list there may be others, left out, that come first.
    if (wanted && cut && (last === undefined || byText(wanted.ip, last) > 0)) wanted = undefined;
    const at = before === '' ? -1 : indexOf(made ?? addresses, before, name);
    const old = (made ?? addresses)[at];
    if (old ? wanted && sameAddress(old, wanted) : !wanted) continue;
    made ??= [...addresses];
    if (old) made.splice(at, 1);
    if (wanted) made.splice(placeIn(made, wanted.ip, true), 0, wanted);
    trigger = earlier(trigger, since);
  }
  const result = made ?? addresses;
  if (!cut || result.length === room) return { addresses: result, trigger };
  return result.length < room ? undefined : { addresses: result.slice(0, room), trigger };
}

/** Index in the sorted list of the first address that is not before `ip` or, with `after`, of the first one after it. */
function placeIn(addresses: readonly EndpointAddress[], ip: string, after: boolean): number {
  let [low, high] = [0, addresses.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const order = byText((addresses[middle] as EndpointAddress).ip, ip);
    if (order < 0 || (after && order === 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of a Pod's address in the sorted list, or -1. Pods on their node's network share its address. */
function indexOf(addresses: readonly EndpointAddress[], ip: string, pod: string): number {
  for (let at = placeIn(addresses, ip, false); addresses[at]?.ip === ip; at++) if (addresses[at]?.targetRef?.name === pod) return at;
  return -1;
}

function earlier(a: string | undefined, b: string | undefined): string | undefined {
  return a === undefined || (b !== undefined && b < a) ? b : a;
}

function sameAddress(a: EndpointAddress, b: EndpointAddress): boolean {
  return a.ip === b.ip && a.targetRef?.uid === b.targetRef?.uid && a.hostname === b.hostname;
}

function sameRecord(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>> | undefined): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b ?? {}).length && keys.every((key) => a[key] === b?.[key]);
}
