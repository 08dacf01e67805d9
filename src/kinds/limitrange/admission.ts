/** Defaults and bounds that LimitRanges set for Pods and claims (source: plugin/pkg/admission/limitranger). */
import type { Admission } from '../../api/admission.ts';
import { forbiddenError } from '../../api/errors.ts';
import {
  addQuantity,
  canonicalQuantity,
  compareQuantity,
  formatQuantity,
  parseQuantity,
  type Quantity,
  quantityMilliValue,
} from '../../api/values/quantity.ts';
import type { World } from '../../world/world.ts';
import type { LimitRange, PersistentVolumeClaim, Pod } from '../objects.ts';
import type { Container, LimitRangeItem, ResourceRequirements } from '../types.gen.ts';

const ANNOTATION = 'kubernetes.io/limit-ranger';

type List = Readonly<Record<string, string | number>>;

function rangesOf(world: World, namespace: string): readonly LimitRange[] {
  return world.store.count('limitranges') === 0 ? [] : world.store.list<LimitRange>('limitranges', namespace);
}

/** The Pod with the requests and limits that its containers lack and a LimitRange gives them. */
export function limitDefaults(pod: Pod, world: World): Pod {
  let filled = pod;
  for (const range of rangesOf(world, pod.metadata.namespace ?? '')) filled = withDefaults(filled, range);
  return filled;
}

function withDefaults(pod: Pod, { spec }: LimitRange): Pod {
  const items = spec.limits.filter(({ type }) => type === 'Container');
  const requests: List = Object.assign({}, ...items.map((item) => item.defaultRequest));
  const limits: List = Object.assign({}, ...items.map((item) => item.default));
  const notes: string[] = [];
  const fill = (container: Container, what: string): Container => {
    const { resources = {} } = container;
    const lacks = (wanted: List, given: List = {}): string[] => Object.keys(wanted).filter((name) => !Object.hasOwn(given, name));
    const [newRequests, newLimits] = [lacks(requests, resources.requests), lacks(limits, resources.limits)];
    if (newRequests.length > 0) notes.push(`${newRequests.sort().join(', ')} request for ${what} ${container.name}`);
    if (newLimits.length > 0) notes.push(`${newLimits.sort().join(', ')} limit for ${what} ${container.name}`);
    if (newRequests.length + newLimits.length === 0) return container;
    const full: ResourceRequirements = {
      ...resources,
      limits: { ...limits, ...resources.limits },
      requests: { ...requests, ...resources.requests },
    };
    return { ...container, resources: full };
  };
  const containers = pod.spec.containers.map((container) => fill(container, 'container'));
  const initContainers = pod.spec.initContainers?.map((container) => fill(container, 'init container'));
  if (notes.length === 0) return pod;
  return {
    ...pod,
    metadata: {
      ...pod.metadata,
      annotations: { ...pod.metadata.annotations, [ANNOTATION]: `LimitRanger plugin set: ${notes.join('; ')}` },
    },
    spec: { ...pod.spec, containers, ...(initContainers && { initContainers }) },
  };
}

/** Refuses Pods and claims out of bounds. */
export const limitAdmission: Admission = {
  admit(kind, object, old, { world }) {
    const isPod = kind.plural === 'pods' && kind.group === '' && !old;
    const isClaim = kind.plural === 'persistentvolumeclaims' && kind.group === '';
    if (!isPod && !isClaim) return;
    const errors = rangesOf(world, object.metadata.namespace ?? '').flatMap(({ spec }) =>
      spec.limits.flatMap((item) => (isPod ? podErrors(item, object as Pod) : claimErrors(item, object as PersistentVolumeClaim))),
    );
    const unique = [...new Set(errors)];
    if (unique.length === 0) return;
    throw forbiddenError(kind, object.metadata.name, unique.length === 1 ? (unique[0] as string) : `[${unique.join(', ')}]`);
  },
};

function podErrors(item: LimitRangeItem, { spec }: Pod): string[] {
  if (item.type === 'Container') {
    return [...spec.containers, ...(spec.initContainers ?? [])].flatMap(({ resources }) =>
      boundErrors(item, resources?.requests ?? {}, resources?.limits ?? {}),
    );
  }
  if (item.type !== 'Pod') return [];
  return boundErrors(item, total(spec, 'requests'), total(spec, 'limits'));
}

/** The sum over all containers of what each of them names; init containers count where one asks for more. */
function total({ containers, initContainers = [] }: Pod['spec'], part: 'requests' | 'limits'): List {
  const all = containers.map(({ resources }) => (resources?.[part] ?? {}) as List);
  const sums: Record<string, Quantity> = {};
  for (const name of Object.keys(all[0] ?? {})) {
    if (!all.every((list) => Object.hasOwn(list, name))) continue;
    sums[name] = all.map((list) => parseQuantity(list[name] as string)).reduce(addQuantity);
  }
  for (const { resources } of initContainers) {
    for (const [name, amount] of Object.entries((resources?.[part] ?? {}) as List)) {
      const quantity = parseQuantity(amount);
      if (!sums[name] || compareQuantity(quantity, sums[name]) > 0) sums[name] = quantity;
    }
  }
  return Object.fromEntries(Object.entries(sums).map(([name, quantity]) => [name, formatQuantity(quantity)]));
}

function claimErrors(item: LimitRangeItem, { spec }: PersistentVolumeClaim): string[] {
  if (item.type !== 'PersistentVolumeClaim') return [];
  const requests = (spec.resources?.requests ?? {}) as List;
  return [
    ...entries(item.min).flatMap(([name, bound]) => minimum(item.type, name, bound, requests, {})),
    ...entries(item.max).flatMap(([name, bound]) => {
      if (requests[name] === undefined) return [`maximum ${name} usage per ${item.type} is ${bound}.  No request is specified`];
      return above(requests[name], bound)
        ? [`maximum ${name} usage per ${item.type} is ${bound}, but request is ${shown(requests[name])}`]
        : [];
    }),
  ];
}

function boundErrors(item: LimitRangeItem, requests: List, limits: List): string[] {
  return [
    ...entries(item.min).flatMap(([name, bound]) => minimum(item.type, name, bound, requests, limits)),
    ...entries(item.max).flatMap(([name, bound]) => maximum(item.type, name, bound, requests, limits)),
    ...entries(item.maxLimitRequestRatio).flatMap(([name, bound]) => ratio(item.type, name, bound, requests, limits)),
  ];
}

function entries(list: LimitRangeItem['min']): [string, string][] {
  return Object.entries((list ?? {}) as List)
    .map(([name, amount]): [string, string] => [name, shown(amount)])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

const shown = (amount: string | number): string => canonicalQuantity(amount);
const above = (amount: string | number, bound: string): boolean => compareQuantity(parseQuantity(amount), parseQuantity(bound)) > 0;
const below = (amount: string | number, bound: string): boolean => compareQuantity(parseQuantity(amount), parseQuantity(bound)) < 0;

function minimum(type: string, name: string, bound: string, requests: List, limits: List): string[] {
  const what = `minimum ${name} usage per ${type} is ${bound}`;
  const [request, limit] = [requests[name], limits[name]];
  if (request === undefined) return [`${what}.  No request is specified`];
  if (below(request, bound)) return [`${what}, but request is ${shown(request)}`];
  return limit !== undefined && below(limit, bound) ? [`${what}, but limit is ${shown(limit)}`] : [];
}

function maximum(type: string, name: string, bound: string, requests: List, limits: List): string[] {
  const what = `maximum ${name} usage per ${type} is ${bound}`;
  const [request, limit] = [requests[name], limits[name]];
  if (limit === undefined) return [`${what}.  No limit is specified`];
  if (above(limit, bound)) return [`${what}, but limit is ${shown(limit)}`];
  return request !== undefined && above(request, bound) ? [`${what}, but request is ${shown(request)}`] : [];
}

function ratio(type: string, name: string, bound: string, requests: List, limits: List): string[] {
  const what = `${name} max limit to request ratio per ${type} is ${bound}`;
  const milli = (amount: string | number | undefined): number => (amount === undefined ? 0 : quantityMilliValue(parseQuantity(amount)));
  const [request, limit] = [milli(requests[name]), milli(limits[name])];
  if (request === 0) return [`${what}, but no request is specified or request is 0`];
  if (limit === 0) return [`${what}, but no limit is specified or limit is 0`];
  const found = limit / request;
  return found * 1000 > milli(bound) ? [`${what}, but provided ratio is ${found.toFixed(6)}`] : [];
}
