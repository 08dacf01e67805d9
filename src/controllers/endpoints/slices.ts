/**
 * Packs endpoints into EndpointSlices with as few writes as possible: those that stay keep their place, those that leave make
 * room, new ones go where there is room, then into new slices (rules: k8s.io/endpointslice v1.36, reconciler).
 */
import { equal } from '../../api/equal.ts';
import type { EndpointSlice } from '../../kinds/objects.ts';
import type { Endpoint, DiscoveryV1EndpointPort as EndpointPort } from '../../kinds/types.gen.ts';

export const MAX_ENDPOINTS = 100;

/** Endpoints that share ports, and so a slice. `endpoints` is by id (the Pod's name, or the address). */
export interface Group {
  readonly ports: readonly EndpointPort[];
  readonly endpoints: Map<string, Endpoint>;
}

export interface SliceChanges {
  readonly create: { ports: readonly EndpointPort[]; endpoints: Endpoint[] }[];
  readonly update: { slice: EndpointSlice; ports: readonly EndpointPort[]; endpoints: Endpoint[] }[];
  readonly remove: EndpointSlice[];
}

/** What tells a slice's ports from another's. */
export function portsId(ports: readonly EndpointPort[] | undefined): string {
  return (ports ?? []).map((port) => `${port.name ?? ''}/${port.protocol ?? 'TCP'}/${port.port}/${port.appProtocol ?? ''}`).join(',');
}

/** An endpoint's id: its Pod's name, or its address. */
export function idOf(endpoint: Endpoint): string {
  return endpoint.targetRef?.name ?? (endpoint.addresses[0] as string);
}

/**
 * The writes that bring `slices` to what is wanted. `groups` (by ports id) has the wanted endpoints among `looked`, the ids to
 * look at with the addresses that they had ('': they are in no slice); undefined looks at all, and also removes slices whose ports
 * nobody wants. `groups` is consumed.
 */
export function packSlices(
  slices: readonly EndpointSlice[],
  groups: Map<string, Group>,
  looked: ReadonlyMap<string, string> | undefined,
): SliceChanges {
  const changes: SliceChanges = { create: [], update: [], remove: [] };
  const unchanged = new Map<string, EndpointSlice[]>();
  const changed = new Map<string, SliceChanges['update']>();
  // Those that may be somewhere; each is in one slice.
  const left = looked && new Set([...looked.keys()].filter((id) => looked.get(id) !== ''));
  for (const slice of slices) {
    const id = portsId(slice.ports);
    const endpoints = slice.endpoints ?? [];
    const group = groups.get(id);
    const kept = keep(endpoints, group, left);
    // When only some Pods are looked at, a missing group says nothing; but an empty slice is of no use to anybody.
    const unwanted = !group && (looked === undefined || endpoints.length === 0);
    if (unwanted || (kept !== endpoints && kept.length === 0)) changes.remove.push(slice);
    else if (kept !== endpoints) push(changed, id, { slice, ports: slice.ports ?? [], endpoints: kept });
    else push(unchanged, id, slice);
  }
  for (const [id, group] of groups) {
    const left = [...group.endpoints.values()];
    for (const one of changed.get(id) ?? []) one.endpoints.push(...left.splice(0, Math.max(0, MAX_ENDPOINTS - one.endpoints.length)));
    while (left.length > 0) {
      const candidates = unchanged.get(id) ?? [];
      const slice = left.length < MAX_ENDPOINTS ? fullestWithRoom(candidates, left.length) : undefined;
      if (slice) {
        candidates.splice(candidates.indexOf(slice), 1);
        push(changed, id, { slice, ports: group.ports, endpoints: [...(slice.endpoints ?? []), ...left.splice(0)] });
      } else {
        changes.create.push({ ports: group.ports, endpoints: left.splice(0, MAX_ENDPOINTS) });
      }
    }
  }
  for (const some of changed.values()) changes.update.push(...some);
  // A slice that would go takes the place of one that would be made.
  while (changes.create.length > 0 && changes.remove.length > 0) {
    const [made, slice] = [changes.create.shift(), changes.remove.shift()];
    if (made && slice) changes.update.push({ slice, ...made });
  }
  return changes;
}

/** The endpoints that stay, newly made where they changed; taken out of the group and of `looked`. The same array when nothing changes. */
function keep(endpoints: readonly Endpoint[], group: Group | undefined, looked: Set<string> | undefined): readonly Endpoint[] | Endpoint[] {
  let kept: (Endpoint | undefined)[] | undefined;
  // Of thousands of endpoints mostly one is looked for: a text is compared faster than it is looked up.
  const only = looked?.size === 1 ? looked.values().next().value : undefined;
  for (let i = 0; i < endpoints.length && looked?.size !== 0; i++) {
    const endpoint = endpoints[i] as Endpoint;
    const id = idOf(endpoint);
    if (only === undefined ? looked && !looked.delete(id) : id !== only) continue;
    if (only !== undefined) looked?.delete(id);
    const wanted = group?.endpoints.get(id);
    group?.endpoints.delete(id);
    if (wanted && sameEndpoint(wanted, endpoint)) continue;
    kept ??= [...endpoints];
    kept[i] = wanted;
  }
  return kept ? kept.filter((one) => one !== undefined) : endpoints;
}

export function sameEndpoint(a: Endpoint, b: Endpoint): boolean {
  return (
    a === b ||
    (a.addresses[0] === b.addresses[0] &&
      a.conditions?.ready === b.conditions?.ready &&
      a.conditions?.serving === b.conditions?.serving &&
      a.conditions?.terminating === b.conditions?.terminating &&
      a.targetRef?.uid === b.targetRef?.uid &&
      a.nodeName === b.nodeName &&
      a.hostname === b.hostname &&
      a.zone === b.zone &&
      equal(a.hints, b.hints))
  );
}

function fullestWithRoom(slices: readonly EndpointSlice[], count: number): EndpointSlice | undefined {
  let best: EndpointSlice | undefined;
  for (const slice of slices) {
    const size = slice.endpoints?.length ?? 0;
    if (size + count <= MAX_ENDPOINTS && (!best || size > (best.endpoints?.length ?? 0))) best = slice;
  }
  return best;
}

function push<T>(to: Map<string, T[]>, key: string, value: T): void {
  const found = to.get(key);
  if (found) found.push(value);
  else to.set(key, [value]);
}
