/** Topology spread constraints: the Pod's own, or the defaults for Pods of a Service or a workload. */
import { fromLabelSelector, fromLabels, matches, type Requirement } from '../../api/values/selector.ts';
import type { Node, Pod, Service } from '../../kinds/objects.ts';
import type { LabelSelector, TopologySpreadConstraint } from '../../kinds/types.gen.ts';
import type { KubeObject } from '../../world/object.ts';
import type { World } from '../../world/world.ts';
import { controllerOf } from '../owners.ts';
import { clusterOf, matchingOf, type NodeInfo, ZONE } from './cluster.ts';
import { selectsNode, untolerated } from './nodes.ts';
import { selectorOf } from './terms.ts';

export const HOSTNAME = 'kubernetes.io/hostname';

const WORKLOADS: Readonly<Record<string, string>> = {
  ReplicaSet: 'replicasets.apps',
  StatefulSet: 'statefulsets.apps',
  ReplicationController: 'replicationcontrollers',
};

export interface Constraint {
  readonly key: string;
  readonly maxSkew: number;
  readonly minDomains: number;
  /** The Pod counts itself. */
  readonly self: boolean;
  readonly byNode: ReadonlyMap<string, number>;
  readonly honorAffinity: boolean;
  readonly honorTaints: boolean;
}

export interface Constraints {
  readonly list: readonly Constraint[];
  /** The cluster's default constraints, which nodes without the label need not have. */
  readonly byDefault: boolean;
}

/** Constraints that forbid (DoNotSchedule) or only prefer (ScheduleAnyway), over the Pods that are there `without` some. */
export function constraintsOf(
  world: World,
  pod: Pod,
  action: 'DoNotSchedule' | 'ScheduleAnyway',
  without: readonly Pod[] = [],
): Constraints {
  const own = pod.spec.topologySpreadConstraints;
  if (own && own.length > 0) {
    const namespace = new Set([pod.metadata.namespace ?? '']);
    const list = own
      .filter((one) => one.whenUnsatisfiable === action)
      .map((one) => {
        const requirements = selectorOf(pod, one as TopologySpreadConstraint);
        return {
          key: one.topologyKey,
          maxSkew: one.maxSkew,
          minDomains: one.minDomains ?? 1,
          self: matches(requirements, pod.metadata.labels),
          byNode: matchingOf(world, namespace, requirements, true, without),
          honorAffinity: one.nodeAffinityPolicy !== 'Ignore',
          honorTaints: one.nodeTaintsPolicy === 'Honor',
        };
      });
    return { list, byDefault: false };
  }
  const requirements = action === 'ScheduleAnyway' ? defaultSelector(world, pod) : [];
  if (requirements.length === 0) return { list: [], byDefault: true };
  const byNode = matchingOf(world, new Set([pod.metadata.namespace ?? '']), requirements, true);
  const common = { minDomains: 1, self: true, byNode, honorAffinity: true, honorTaints: false };
  const list: Constraint[] = [{ key: HOSTNAME, maxSkew: 3, ...common }];
  if (clusterOf(world).zoned) list.push({ key: ZONE, maxSkew: 5, ...common });
  return { list, byDefault: true };
}

type Labels = Readonly<Record<string, string>>;

const compiled = new WeakMap<LabelSelector, readonly Requirement[]>();

function compile(selector: LabelSelector): readonly Requirement[] {
  let requirements = compiled.get(selector);
  if (!requirements) compiled.set(selector, (requirements = fromLabelSelector(selector)));
  return requirements;
}

/** What Services and the workload that own the Pod select it by; empty when nothing does. */
function defaultSelector(world: World, pod: Pod): readonly Requirement[] {
  const { namespace = '', labels } = pod.metadata;
  const selectors: Labels[] = [];
  for (const { spec } of world.store.list<Service>('services', namespace))
    if (spec.selector && isSubset(spec.selector, labels)) selectors.push(spec.selector);
  const owner = controllerOf(pod);
  const workload =
    owner &&
    world.store.get<KubeObject & { readonly spec?: { readonly selector?: LabelSelector } }>(
      WORKLOADS[owner.kind] ?? '',
      namespace,
      owner.name,
    );
  const own = workload?.spec?.selector ? compile(workload.spec.selector) : [];
  const [first] = selectors;
  if (!first) return own;
  return selectors.length === 1 ? joined(first, own) : [...fromLabels(Object.assign({}, ...selectors)), ...own];
}

const joins = new WeakMap<Labels, { readonly own: readonly Requirement[]; readonly all: readonly Requirement[] }>();

/** A Service's selector and that of a workload: the same list for all Pods of both. */
function joined(selector: Labels, own: readonly Requirement[]): readonly Requirement[] {
  const known = joins.get(selector);
  if (known?.own === own) return known.all;
  const all = [...fromLabels(selector), ...own];
  joins.set(selector, { own, all });
  return all;
}

function isSubset(some: Labels, labels: Labels | undefined): boolean {
  for (const key in some) if (labels?.[key] !== some[key]) return false;
  return true;
}

/** Whether a node's Pods count for a constraint. */
function counts(constraint: Constraint, pod: Pod, node: Node): boolean {
  if (constraint.honorAffinity && !selectsNode(pod, node)) return false;
  return !constraint.honorTaints || !untolerated(pod, node.spec.taints, ['NoSchedule', 'NoExecute']);
}

export interface Domains {
  readonly constraint: Constraint;
  readonly byValue: ReadonlyMap<string, number>;
  readonly min: number;
}

/** The topology domains of each constraint, over nodes that have the labels of all. */
export function domainsOf(constraints: readonly Constraint[], pod: Pod, nodes: readonly NodeInfo[]): Domains[] {
  const eligible = nodes.filter(({ node }) => constraints.every(({ key }) => node.metadata.labels?.[key] !== undefined));
  return constraints.map((constraint) => {
    const byValue = new Map<string, number>();
    for (const { node } of eligible) {
      if (!counts(constraint, pod, node)) continue;
      const value = node.metadata.labels?.[constraint.key] as string;
      byValue.set(value, (byValue.get(value) ?? 0) + (constraint.byNode.get(node.metadata.name) ?? 0));
    }
    const min = byValue.size < constraint.minDomains ? 0 : Math.min(...byValue.values());
    return { constraint, byValue, min: Number.isFinite(min) ? min : 0 };
  });
}
