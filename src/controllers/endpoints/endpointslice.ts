/** The endpointslice controller: the Pods of each Service with a selector, ready or not, as EndpointSlices. */

import type { EndpointSlice, Pod, Service } from '../../kinds/objects.ts';
import type { Endpoint, EndpointHints, DiscoveryV1EndpointPort as EndpointPort } from '../../kinds/types.gen.ts';
import type { ObjectMeta, Writable } from '../../world/object.ts';
import { labelIndexValue } from '../../world/store.ts';
import type { World } from '../../world/world.ts';
import { type Controller, type ControllerContext, WRITE_SPACING_MS } from '../controller.ts';
import { controllerRef, keyOf, splitKey } from '../owners.ts';
import { condition, isReady, isTerminal, READY } from '../pods.ts';
import { SERVICE_NAME, SLICES } from './names.ts';
import { hostnameOf, isHeadless, PodChanges, podsOf, selectorOf, selects, targetPort, zoneOf } from './services.ts';
import { type Group, packSlices, portsId, type SliceChanges } from './slices.ts';

const NAME = 'endpointslice-controller';
export const MANAGED_BY = 'endpointslice.kubernetes.io/managed-by';
export const HEADLESS = 'service.kubernetes.io/headless';
export const TRIGGER_TIME = 'endpoints.kubernetes.io/last-change-trigger-time';
const MANAGER = 'endpointslice-controller.k8s.io';

/** Ways of spec.trafficDistribution; PreferClose is what PreferSameZone was called before. */
const NEAR: readonly string[] = ['PreferClose', 'PreferSameZone', 'PreferSameNode'];

const changes = new PodChanges('endpointslice-pods');

export const endpointSliceController: Controller = {
  name: NAME,
  spacingMs: WRITE_SPACING_MS,
  watches: {
    services: (change, world) => [changes.noteAll(world, keyOf(change.object))],
    pods: (change, world) => changes.notePod(world, change),
    [SLICES]: (change, world) => {
      const labels = (change.previous ?? change.object).metadata.labels;
      if (change.actor === NAME || labels?.[MANAGED_BY] !== MANAGER) return [];
      return [changes.noteAll(world, `${change.object.metadata.namespace}/${labels[SERVICE_NAME]}`)];
    },
  },
  reconcile,
};

/** The slices that a controller keeps for a Service. */
export function slicesOf(world: World, namespace: string, service: string, manager: string): EndpointSlice[] {
  return world.store
    .byIndex<EndpointSlice>(SLICES, 'label', labelIndexValue(namespace, SERVICE_NAME, service))
    .filter((slice) => slice.metadata.labels?.[MANAGED_BY] === manager && !slice.metadata.deletionTimestamp);
}

function reconcile({ world, api }: ControllerContext, key: string): void {
  const [namespace, name] = splitKey(key);
  const service = world.store.get<Service>('services', namespace, name);
  const selector = service && selectorOf(service);
  // Without the Service the garbage collector takes the slices; without a selector they are somebody else's business.
  if (!service || !selector || service.metadata.deletionTimestamp) {
    changes.done(world, key);
    return;
  }
  const looked = changes.of(world, key);
  const slices = slicesOf(world, namespace, name, MANAGER);
  const pods = looked
    ? [...looked.keys()]
        .map((one) => world.store.get<Pod>('pods', namespace, one))
        .filter((pod): pod is Pod => pod !== undefined && selects(selector, pod.metadata.labels))
    : podsOf(world, service, selector);
  const groups = new Map<string, Group>();
  const triggers: string[] = [];
  for (const pod of pods) {
    if (isTerminal(pod) || !pod.status.podIP) continue;
    const ports = portsOf(service, pod);
    const id = portsId(ports);
    const group = groups.get(id);
    const endpoint = endpointOf(world, service, pod);
    if (group) group.endpoints.set(pod.metadata.name, endpoint);
    else groups.set(id, { ports, endpoints: new Map([[pod.metadata.name, endpoint]]) });
    const trigger = condition(pod, READY)?.lastTransitionTime;
    if (trigger !== undefined) triggers.push(trigger);
  }
  const todo = packSlices(slices, groups, looked);
  const left = slices.length - todo.remove.length + todo.create.length;
  // A Service without Pods has one slice without endpoints and ports.
  if (left === 0) {
    const last = todo.remove.pop();
    if (last) todo.update.push({ slice: last, ports: [], endpoints: [] });
    else todo.create.push({ ports: [], endpoints: [] });
  }
  const first = slices.length === 0;
  write({ world, api }, service, todo, looked === undefined ? slices : [], first ? service.metadata.creationTimestamp : earliest(triggers));
  changes.done(world, key);
}

function earliest(times: readonly string[]): string | undefined {
  return times.reduce<string | undefined>((min, time) => (min === undefined || time < min ? time : min), undefined);
}

function write(
  { api }: Pick<ControllerContext, 'api' | 'world'>,
  service: Service,
  todo: SliceChanges,
  relabel: readonly EndpointSlice[],
  trigger: string | undefined,
): void {
  const { name, namespace = '' } = service.metadata;
  const labels = labelsOf(service);
  const annotations = trigger === undefined ? undefined : { [TRIGGER_TIME]: trigger };
  const changed = new Set<string>();
  for (const { ports, endpoints } of todo.create) {
    api.create<EndpointSlice>(SLICES, {
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: {
        generateName: `${name}-`,
        namespace,
        labels,
        ...(annotations && { annotations }),
        ownerReferences: [controllerRef(service)],
      },
      addressType: 'IPv4',
      endpoints,
      ports,
    });
  }
  for (const { slice, ports, endpoints } of todo.update) {
    changed.add(slice.metadata.name);
    const { annotations: _, ...kept } = slice.metadata;
    const metadata: Writable<ObjectMeta> = kept;
    metadata.labels = labels;
    if (annotations) metadata.annotations = annotations;
    api.update<EndpointSlice>(SLICES, { ...slice, metadata, endpoints, ports });
  }
  for (const slice of todo.remove) {
    changed.add(slice.metadata.name);
    api.delete(SLICES, namespace, slice.metadata.name);
  }
  for (const slice of relabel) {
    if (!changed.has(slice.metadata.name)) api.update<EndpointSlice>(SLICES, { ...slice, metadata: { ...slice.metadata, labels } });
  }
}

/** The Service's own labels, and those by which slices are found. */
function labelsOf(service: Service): Record<string, string> {
  const { [HEADLESS]: _, ...own } = service.metadata.labels ?? {};
  const labels: Record<string, string> = own;
  labels[SERVICE_NAME] = service.metadata.name;
  labels[MANAGED_BY] = MANAGER;
  if (isHeadless(service)) labels[HEADLESS] = '';
  return labels;
}

function portsOf(service: Service, pod: Pod): EndpointPort[] {
  const ports: EndpointPort[] = [];
  for (const port of service.spec.ports ?? []) {
    const number = targetPort(pod, port);
    if (number === undefined) continue;
    ports.push({
      name: port.name ?? '',
      port: number,
      protocol: port.protocol ?? 'TCP',
      ...(port.appProtocol && { appProtocol: port.appProtocol }),
    });
  }
  return ports;
}

function endpointOf(world: World, service: Service, pod: Pod): Endpoint {
  const serving = isReady(pod);
  const terminating = pod.metadata.deletionTimestamp !== undefined;
  const ready = service.spec.publishNotReadyAddresses === true || (serving && !terminating);
  const hostname = hostnameOf(pod, service);
  const zone = zoneOf(world, pod);
  const { name, namespace, uid } = pod.metadata;
  const endpoint: Writable<Endpoint> = {
    addresses: [pod.status.podIP as string],
    conditions: { ready, serving, terminating },
    nodeName: pod.spec.nodeName,
    targetRef: { kind: 'Pod', namespace, name, uid },
  };
  if (hostname) endpoint.hostname = hostname;
  if (zone) endpoint.zone = zone;
  const hints = ready ? hintsOf(service, endpoint) : undefined;
  if (hints) endpoint.hints = hints;
  return endpoint;
}

/** Whose traffic an endpoint is for first, where the Service wants it to stay near (source: endpointslice/trafficdist). */
function hintsOf({ spec }: Service, { nodeName, zone }: Endpoint): EndpointHints | undefined {
  const near = spec.trafficDistribution;
  if (near === undefined || !NEAR.includes(near)) return undefined;
  const forNodes = near === 'PreferSameNode' && nodeName !== undefined ? [{ name: nodeName }] : undefined;
  const forZones = zone === undefined ? undefined : [{ name: zone }];
  if (!forNodes && !forZones) return undefined;
  return { ...(forNodes && { forNodes }), ...(forZones && { forZones }) };
}
