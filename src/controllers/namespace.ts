/** The namespace controller: empties a namespace that is being deleted, then lets it go. */

import { equal } from '../api/equal.ts';
import { formatTime } from '../api/values/duration.ts';
import type { Namespace, Pod } from '../kinds/objects.ts';
import { API_RESOURCES } from '../kinds/resources.ts';
import type { NamespaceCondition } from '../kinds/types.gen.ts';
import type { KubeObject, ResourceName } from '../world/object.ts';
import type { World } from '../world/world.ts';
import type { Controller, ControllerContext } from './controller.ts';

/** The real one waits so long after every change of the namespace, so that all API servers know that nothing more is created there. */
const DELAY_MS = 5000;

export const namespaceController: Controller = {
  name: 'namespace-controller',
  latencyMs: DELAY_MS,
  watches: { namespaces: ({ type, object }) => (type !== 'DELETED' && object.metadata.deletionTimestamp ? [object.metadata.name] : []) },
  reconcile,
};

function reconcile(context: ControllerContext, name: string): void {
  const { world, api } = context;
  const namespace = world.store.get<Namespace>('namespaces', '', name);
  if (!namespace?.metadata.deletionTimestamp) return;
  empty(context, name);
  const left = contents(world, name);
  // While there are Pods, it has not looked at anything else.
  const pods = left.get('pods');
  const seen = pods ? new Map([['pods', pods] as const]) : left;
  const conditions = conditionsOf(namespace, seen, formatTime(world.now));
  const status = { ...namespace.status, phase: 'Terminating' as const, conditions };
  const told = equal(status, namespace.status) ? namespace : api.updateStatus<Namespace>('namespaces', { ...namespace, status });
  if (left.size > 0) return context.requeueAfter(name, patience(pods));
  const finalizers = (told.spec.finalizers ?? []).filter((one) => one !== 'kubernetes');
  api.update<Namespace>('namespaces', { ...told, spec: finalizers.length > 0 ? { ...told.spec, finalizers } : {} });
}

/** What a namespace still holds, by resource. */
function contents(world: World, namespace: string): Map<ResourceName, readonly KubeObject[]> {
  const all = new Map<ResourceName, readonly KubeObject[]>();
  for (const resource of world.store.resources()) {
    if (CLUSTER.has(resource)) continue;
    const objects = world.store.list(resource, namespace);
    if (objects.length > 0) all.set(resource, objects);
  }
  return all;
}

/** Resources without namespaces; custom ones that have none keep nothing in any. */
const CLUSTER: ReadonlySet<ResourceName> = new Set(
  API_RESOURCES.filter((one) => !one.namespaced).map((one) => (one.group === '' ? one.plural : `${one.plural}.${one.group}`)),
);

/** Deletes the Pods, and when none is left all the rest. */
function empty({ world, api }: ControllerContext, namespace: string): void {
  const remove = (resource: ResourceName) => {
    for (const { metadata } of world.store.list(resource, namespace)) {
      if (!metadata.deletionTimestamp) api.delete(resource, namespace, metadata.name, { propagationPolicy: 'Background' });
    }
  };
  remove('pods');
  if (world.store.list('pods', namespace).length > 0) return;
  for (const resource of contents(world, namespace).keys()) remove(resource);
}

function conditionsOf(namespace: Namespace, left: ReadonlyMap<ResourceName, readonly KubeObject[]>, now: string): NamespaceCondition[] {
  const remaining = [...left].map(
    ([resource, objects]) => `${resource.includes('.') ? resource : `${resource}.`} has ${objects.length} resource instances`,
  );
  const finalizers = new Map<string, number>();
  for (const objects of left.values()) {
    for (const { metadata } of objects) for (const one of metadata.finalizers ?? []) finalizers.set(one, (finalizers.get(one) ?? 0) + 1);
  }
  const held = [...finalizers].sort().map(([one, count]) => `${one} in ${count} resource instances`);
  const wanted: Pick<NamespaceCondition, 'type' | 'status' | 'reason' | 'message'>[] = [
    condition('NamespaceDeletionDiscoveryFailure', 'False', 'ResourcesDiscovered', 'All resources successfully discovered'),
    condition('NamespaceDeletionGroupVersionParsingFailure', 'False', 'ParsedGroupVersions', 'All legacy kube types successfully parsed'),
    condition(
      'NamespaceDeletionContentFailure',
      'False',
      'ContentDeleted',
      'All content successfully deleted, may be waiting on finalization',
    ),
    remaining.length > 0
      ? condition('NamespaceContentRemaining', 'True', 'SomeResourcesRemain', `Some resources are remaining: ${remaining.join(', ')}`)
      : condition('NamespaceContentRemaining', 'False', 'ContentRemoved', 'All content successfully removed'),
    held.length > 0
      ? condition(
          'NamespaceFinalizersRemaining',
          'True',
          'SomeFinalizersRemain',
          `Some content in the namespace has finalizers remaining: ${held.join(', ')}`,
        )
      : condition('NamespaceFinalizersRemaining', 'False', 'ContentHasNoFinalizers', 'All content-preserving finalizers finished'),
  ];
  return wanted.map((one) => {
    const before = namespace.status.conditions?.find(({ type }) => type === one.type);
    return { ...one, lastTransitionTime: before?.status === one.status ? before.lastTransitionTime : now };
  });
}

const condition = (type: string, status: 'True' | 'False', reason: string, message: string) => ({ type, status, reason, message });

/** What it gives objects that something holds, s. */
const FINALIZER_SECONDS = 15;

/** ms until the next look: half of the longest grace of its Pods that still run, or of what finalizers are given, and a second. */
function patience(pods: readonly KubeObject[] | undefined): number {
  const graces = ((pods ?? []) as readonly Pod[])
    .filter(({ status }) => status.phase !== 'Succeeded' && status.phase !== 'Failed')
    .map(({ spec }) => spec.terminationGracePeriodSeconds ?? 30);
  return (Math.floor((Math.max(0, ...graces) || FINALIZER_SECONDS) / 2) + 1) * 1000;
}
