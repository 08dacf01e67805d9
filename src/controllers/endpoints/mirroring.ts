/** The endpointslicemirroring controller: Endpoints written by hand for a Service without a selector, as EndpointSlices. */
import type { EndpointSlice, Endpoints, Service } from '../../kinds/objects.ts';
import type { DiscoveryV1EndpointPort, Endpoint, EndpointAddress } from '../../kinds/types.gen.ts';
import type { Controller, ControllerContext } from '../controller.ts';
import { controllerRef, keyOf, splitKey } from '../owners.ts';
import { MANAGED_BY, slicesOf, TRIGGER_TIME } from './endpointslice.ts';
import { SERVICE_NAME, SLICES } from './names.ts';
import { type Group, idOf, packSlices, portsId } from './slices.ts';

const NAME = 'endpointslicemirroring-controller';
const MANAGER = 'endpointslicemirroring-controller.k8s.io';
const SKIP_MIRROR = 'endpointslice.kubernetes.io/skip-mirror';
const LEADER = 'control-plane.alpha.kubernetes.io/leader';
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
/** More addresses than this of a subset are not mirrored. */
const MAX_ADDRESSES = 1000;

export const mirroringController: Controller = {
  name: NAME,
  watches: {
    endpoints: (change) => [keyOf(change.object)],
    services: (change) => [keyOf(change.object)],
    [SLICES]: (change) => {
      const labels = (change.previous ?? change.object).metadata.labels;
      if (change.actor === NAME || labels?.[MANAGED_BY] !== MANAGER) return [];
      return [`${change.object.metadata.namespace}/${labels[SERVICE_NAME]}`];
    },
  },
  reconcile,
};

function reconcile({ world, api }: ControllerContext, key: string): void {
  const [namespace, name] = splitKey(key);
  const endpoints = world.store.get<Endpoints>('endpoints', namespace, name);
  const service = world.store.get<Service>('services', namespace, name);
  const slices = slicesOf(world, namespace, name, MANAGER);
  if (!endpoints || !service || service.spec.selector || !isMirrored(endpoints)) {
    for (const slice of slices) api.delete(SLICES, namespace, slice.metadata.name);
    return;
  }
  const todo = packSlices(slices, groupsOf(endpoints), undefined);
  const { [TRIGGER_TIME]: _, [LAST_APPLIED]: __, ...annotations } = endpoints.metadata.annotations ?? {};
  const labels = { ...endpoints.metadata.labels, [SERVICE_NAME]: name, [MANAGED_BY]: MANAGER };
  for (const { ports, endpoints: list } of todo.create) {
    api.create<EndpointSlice>(SLICES, {
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: {
        generateName: `${name}-`,
        namespace,
        labels,
        ...(Object.keys(annotations).length > 0 && { annotations }),
        ownerReferences: [controllerRef(endpoints)],
      },
      addressType: 'IPv4',
      endpoints: list,
      ports,
    });
  }
  for (const { slice, ports, endpoints: list } of todo.update) {
    api.update<EndpointSlice>(SLICES, { ...slice, metadata: { ...slice.metadata, labels }, endpoints: list, ports });
  }
  for (const slice of todo.remove) api.delete(SLICES, namespace, slice.metadata.name);
}

function isMirrored({ metadata }: Endpoints): boolean {
  return metadata.labels?.[SKIP_MIRROR] !== 'true' && metadata.annotations?.[LEADER] === undefined;
}

function groupsOf(endpoints: Endpoints): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const subset of endpoints.subsets ?? []) {
    const ports = (subset.ports ?? []).map(
      (port): DiscoveryV1EndpointPort => ({ ...port, name: port.name ?? '', protocol: port.protocol ?? 'TCP' }),
    );
    const id = portsId(ports);
    let group = groups.get(id);
    if (!group) groups.set(id, (group = { ports, endpoints: new Map() }));
    const all = [
      ...(subset.addresses ?? []).map((address) => mirror(address, true)),
      ...(subset.notReadyAddresses ?? []).map((address) => mirror(address, false)),
    ];
    for (const endpoint of all.slice(0, MAX_ADDRESSES)) group.endpoints.set(idOf(endpoint), endpoint);
  }
  return groups;
}

function mirror({ ip, hostname, nodeName, targetRef }: EndpointAddress, ready: boolean): Endpoint {
  return {
    addresses: [ip],
    conditions: { ready },
    ...(hostname && { hostname }),
    ...(nodeName && { nodeName }),
    ...(targetRef && { targetRef }),
  };
}
