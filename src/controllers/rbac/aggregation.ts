/** ClusterRoles with an aggregationRule have the rules of all that their selectors match, in the order of their names. */
import { fromLabelSelector, matches } from '../../api/values/selector.ts';
import type { ClusterRole } from '../../kinds/objects.ts';
import type { PolicyRule } from '../../kinds/types.gen.ts';
import type { World } from '../../world/world.ts';
import type { Controller } from '../controller.ts';

const ROLES = 'clusterroles.rbac.authorization.k8s.io';

export const roleAggregationController: Controller = {
  name: 'clusterrole-aggregation-controller',
  watches: { [ROLES]: (_change, world) => aggregating(world).map(({ metadata }) => metadata.name) },
  reconcile({ world, api }, name) {
    const role = world.store.get<ClusterRole>(ROLES, '', name);
    if (!role?.aggregationRule) return;
    const rules = rulesOf(world, role);
    if (JSON.stringify(rules) !== JSON.stringify(role.rules ?? [])) api.update<ClusterRole>(ROLES, { ...role, rules });
  },
};

function aggregating(world: World): ClusterRole[] {
  return world.store.list<ClusterRole>(ROLES).filter(({ aggregationRule }) => aggregationRule);
}

function rulesOf(world: World, { metadata, aggregationRule }: ClusterRole): PolicyRule[] {
  const all = world.store.list<ClusterRole>(ROLES);
  const rules = new Map<string, PolicyRule>();
  for (const selector of aggregationRule?.clusterRoleSelectors ?? []) {
    const wanted = fromLabelSelector(selector);
    for (const role of all) {
      if (role.metadata.name === metadata.name || !matches(wanted, role.metadata.labels)) continue;
      for (const rule of role.rules ?? []) rules.set(JSON.stringify(rule), rule);
    }
  }
  return [...rules.values()];
}
