/** What objects cost, by the names that quotas use (source: the docs "Resource Quotas", and pkg/quota/v1/evaluator). */
import type { Kind } from '../../api/kind.ts';
import { addQuantity, compareQuantity, formatQuantity, parseQuantity, type Quantity, subQuantity } from '../../api/values/quantity.ts';
import type { KubeObject } from '../../world/object.ts';
import type { PersistentVolumeClaim, Pod, ResourceQuota, Service } from '../objects.ts';
import { qosClassOf } from '../pod/qos.ts';
import type { Container, ScopedResourceSelectorRequirement } from '../types.gen.ts';

/** Amounts by resource name. */
export type Usage = Readonly<Record<string, Quantity>>;
type List = Readonly<Record<string, string | number>> | undefined;

const ONE: Quantity = { nano: 1_000_000_000n, format: 'DecimalSI' };
const NONE: Quantity = { nano: 0n, format: 'DecimalSI' };
const CLASS_SUFFIX = '.storageclass.storage.k8s.io';
/** Kinds that have a name of their own in quotas beside `count/...`. */
const COUNTED = ['configmaps', 'persistentvolumeclaims', 'replicationcontrollers', 'resourcequotas', 'secrets', 'services'];
const COMPUTE = ['cpu', 'memory', 'ephemeral-storage'];

/** Everything that an object uses. */
export function usageOf({ plural, group }: Pick<Kind, 'plural' | 'group'>, object: KubeObject): Usage {
  const usage: Record<string, Quantity> = { [`count/${plural}${group && `.${group}`}`]: ONE };
  if (group !== '') return usage;
  if (COUNTED.includes(plural)) usage[plural] = ONE;
  if (plural === 'pods') addPod(usage, object as Pod);
  if (plural === 'services') addService(usage, object as Service);
  if (plural === 'persistentvolumeclaims') addClaim(usage, object as PersistentVolumeClaim);
  return usage;
}

/** A Pod that ended uses nothing but a place in the store. */
function addPod(usage: Record<string, Quantity>, pod: Pod): void {
  if (isOver(pod)) return;
  usage['pods'] = ONE;
  const requests = podAmounts(pod, ({ resources }) => resources?.requests);
  const limits = podAmounts(pod, ({ resources }) => resources?.limits);
  for (const [name, amount] of Object.entries(requests)) {
    usage[`requests.${name}`] = amount;
    if (COMPUTE.includes(name)) usage[name] = amount;
    if (name.startsWith('hugepages-')) usage[name] = amount;
  }
  for (const [name, amount] of Object.entries(limits)) if (COMPUTE.includes(name)) usage[`limits.${name}`] = amount;
}

export function isOver({ status }: Pod): boolean {
  return status.phase === 'Succeeded' || status.phase === 'Failed';
}

/** Containers and sidecars together; init containers one after the other. */
function podAmounts({ spec }: Pod, of: (container: Container) => List): Record<string, Quantity> {
  const running: Record<string, Quantity> = {};
  const highest: Record<string, Quantity> = {};
  const add = (to: Record<string, Quantity>, list: List): void => {
    for (const name in list) to[name] = addQuantity(to[name] ?? NONE, parseQuantity(list[name] as string));
  };
  const raise = (now: Readonly<Record<string, Quantity>>): void => {
    for (const name in now)
      if (!highest[name] || compareQuantity(now[name] as Quantity, highest[name]) > 0) highest[name] = now[name] as Quantity;
  };
  for (const container of spec.initContainers ?? []) {
    const now = { ...running };
    add(container.restartPolicy === 'Always' ? running : now, of(container));
    raise(container.restartPolicy === 'Always' ? running : now);
  }
  for (const container of spec.containers) add(running, of(container));
  raise(running);
  add(highest, spec.overhead);
  return highest;
}

function addService(usage: Record<string, Quantity>, { spec }: Service): void {
  const ports = BigInt((spec.ports ?? []).length) * ONE.nano;
  if (spec.type === 'NodePort') usage['services.nodeports'] = { ...ONE, nano: ports };
  if (spec.type !== 'LoadBalancer') return;
  usage['services.loadbalancers'] = ONE;
  if (spec.allocateLoadBalancerNodePorts !== false) usage['services.nodeports'] = { ...ONE, nano: ports };
}

function addClaim(usage: Record<string, Quantity>, { spec }: PersistentVolumeClaim): void {
  const storage = parseQuantity(spec.resources?.requests?.['storage'] ?? 0);
  usage['requests.storage'] = storage;
  if (!spec.storageClassName) return;
  usage[`${spec.storageClassName}${CLASS_SUFFIX}/persistentvolumeclaims`] = ONE;
  usage[`${spec.storageClassName}${CLASS_SUFFIX}/requests.storage`] = storage;
}

/** Compute resources that a quota has and that each container of a Pod must therefore name: `limits.cpu for: web`. */
export function unnamed(quota: ResourceQuota, { spec }: Pod): string {
  const missing: string[] = [];
  for (const resource of Object.keys(hardOf(quota)).sort()) {
    const [, part = 'requests.', name] = /^(requests\.|limits\.)?(cpu|memory)$/.exec(resource) ?? [];
    if (name === undefined) continue;
    const containers = [...spec.containers, ...(spec.initContainers ?? [])];
    const without = containers.filter(({ resources }) => !(part === 'limits.' ? resources?.limits : resources?.requests)?.[name]);
    if (without.length > 0)
      missing.push(
        `${resource} for: ${without
          .map((one) => one.name)
          .sort()
          .join(',')}`,
      );
  }
  return missing.join('; ');
}

export function hardOf({ spec }: ResourceQuota): Readonly<Record<string, string | number>> {
  return spec.hard ?? {};
}

/** Whether the scopes of a quota take in an object; they are about Pods only. */
export function inScope({ spec }: ResourceQuota, { plural, group }: Pick<Kind, 'plural' | 'group'>, object: KubeObject): boolean {
  const wanted: ScopedResourceSelectorRequirement[] = [
    ...(spec.scopes ?? []).map((scopeName) => ({ scopeName, operator: 'Exists' }) as ScopedResourceSelectorRequirement),
    ...(spec.scopeSelector?.matchExpressions ?? []),
  ];
  if (wanted.length === 0) return true;
  return plural === 'pods' && group === '' && wanted.every((one) => podMatches(one, object as Pod));
}

function podMatches({ scopeName, operator, values = [] }: ScopedResourceSelectorRequirement, { spec }: Pod): boolean {
  switch (scopeName) {
    case 'Terminating':
      return spec.activeDeadlineSeconds !== undefined;
    case 'NotTerminating':
      return spec.activeDeadlineSeconds === undefined;
    case 'BestEffort':
      return qosClassOf(spec) === 'BestEffort';
    case 'NotBestEffort':
      return qosClassOf(spec) !== 'BestEffort';
    case 'CrossNamespacePodAffinity':
      return [spec.affinity?.podAffinity, spec.affinity?.podAntiAffinity].some((affinity) =>
        [
          ...(affinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []),
          ...(affinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []).map((one) => one.podAffinityTerm),
        ].some((term) => term.namespaces?.length || term.namespaceSelector),
      );
    case 'PriorityClass': {
      const name = spec.priorityClassName ?? '';
      if (operator === 'Exists') return name !== '';
      if (operator === 'DoesNotExist') return name === '';
      return values.includes(name) === (operator === 'In');
    }
    default:
      return false;
  }
}

/** The part of a usage that a quota limits. */
export function limited(quota: ResourceQuota, usage: Usage): Usage {
  return Object.fromEntries(Object.entries(usage).filter(([name]) => Object.hasOwn(hardOf(quota), name)));
}

export function addUsage(a: Usage, b: Usage): Usage {
  const sum: Record<string, Quantity> = { ...a };
  for (const [name, amount] of Object.entries(b)) sum[name] = sum[name] ? addQuantity(sum[name], amount) : amount;
  return sum;
}

/** What `now` has more than `before`. */
export function growth(now: Usage, before: Usage): Usage {
  const more: Record<string, Quantity> = {};
  for (const [name, amount] of Object.entries(now)) {
    const difference = before[name] ? subQuantity(amount, before[name]) : amount;
    if (difference.nano > 0n) more[name] = difference;
  }
  return more;
}

export function parseUsage(list: List): Usage {
  return Object.fromEntries(Object.entries(list ?? {}).map(([name, amount]) => [name, parseQuantity(amount)]));
}

export function formatUsage(usage: Usage): Record<string, string> {
  return Object.fromEntries(Object.entries(usage).map(([name, amount]) => [name, formatQuantity(amount)]));
}
