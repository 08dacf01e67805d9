/** Keeps the status of quotas: what may be used, and what is. The admission plugin books what is added; here what goes is given back. */
import { equal } from '../api/equal.ts';
import { resourceOf } from '../api/kind.ts';
import { parseQuantity } from '../api/values/quantity.ts';
import { customResources } from '../kinds/customresourcedefinition/custom.ts';
import type { Pod, ResourceQuota } from '../kinds/objects.ts';
import { addUsage, formatUsage, hardOf, inScope, isOver, limited, type Usage, usageOf } from '../kinds/resourcequota/usage.ts';
import { API_RESOURCES } from '../kinds/resources.ts';
import type { Change } from '../world/object.ts';
import type { World } from '../world/world.ts';
import type { Controller } from './controller.ts';
import { keyOf, splitKey } from './owners.ts';
import { ANY } from './run.ts';

const QUOTAS = 'resourcequotas';

export const resourceQuotaController: Controller = {
  name: 'resourcequota-controller',
  watches: {
    [QUOTAS]: ({ object }) => [keyOf(object)],
    [ANY]: (change, world) => (frees(change) ? quotasOf(world, change.object.metadata.namespace ?? '') : []),
  },
  reconcile({ world, api }, key) {
    const quota = world.store.get<ResourceQuota>(QUOTAS, ...splitKey(key));
    if (!quota || quota.metadata.deletionTimestamp) return;
    const hard = hardOf(quota);
    const none = Object.fromEntries(Object.keys(hard).map((name) => [name, parseQuantity(0)]));
    const used = formatUsage(addUsage(none, usedIn(world, quota)));
    if (!equal(quota.status, { hard, used })) api.updateStatus<ResourceQuota>(QUOTAS, { ...quota, status: { hard, used } });
  },
};

/** Whether a change may give something back: objects that go, Pods that end, claims and Services that change. */
function frees({ type, resource, object, previous }: Change): boolean {
  if (type === 'DELETED') return true;
  if (type !== 'MODIFIED') return false;
  if (resource === 'pods') return isOver(object as Pod) && !(previous && isOver(previous as Pod));
  return resource === 'services' || resource === 'persistentvolumeclaims';
}

function quotasOf(world: World, namespace: string): string[] {
  return namespace === '' || world.store.count(QUOTAS) === 0 ? [] : world.store.list<ResourceQuota>(QUOTAS, namespace).map(keyOf);
}

function usedIn(world: World, quota: ResourceQuota): Usage {
  let used: Usage = {};
  for (const kind of [...API_RESOURCES, ...customResources(world)]) {
    if (!kind.namespaced) continue;
    for (const object of world.store.list(resourceOf(kind), quota.metadata.namespace ?? ''))
      if (inScope(quota, kind, object)) used = addUsage(used, limited(quota, usageOf(kind, object)));
  }
  return used;
}
