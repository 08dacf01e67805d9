/** What an object has to do with others: who owns it, what it owns, selects, uses, and where it runs. */

import type { Ingress, Pod } from '../../src/kinds/types.gen.ts';
import type { Cluster } from '../../src/session/index.ts';
import type { KubeObject, ResourceName } from '../../src/world/object.ts';
import type { ObjectReference } from '../panels/selection.ts';
import { usesOf } from '../topology/config.ts';
import { podView } from '../topology/pods.ts';
import { isSelected } from '../topology/services.ts';

/** Why objects are related; the key of the words. */
export type Relation =
  | 'owner'
  | 'owned'
  | 'services'
  | 'pods'
  | 'uses'
  | 'usedBy'
  | 'node'
  | 'endpoints'
  | 'routes'
  | 'scaler'
  | 'target'
  | 'volume';

export interface Related {
  readonly relation: Relation;
  readonly objects: readonly RelatedObject[];
}

export interface RelatedObject extends ObjectReference {
  readonly kind: string;
  /** It is named, but not there. */
  readonly missing: boolean;
  /** What kubectl says of a Pod, with its tone in the picture. */
  readonly status?: { readonly word: string; readonly tone: string };
}

type Bag = Readonly<Record<string, unknown>>;
type Add = (relation: Relation, resource: ResourceName | undefined, namespace: string, name: unknown) => void;

const WORKLOADS: ReadonlySet<ResourceName> = new Set([
  'deployments.apps',
  'replicasets.apps',
  'statefulsets.apps',
  'daemonsets.apps',
  'jobs.batch',
]);
const SLICES = 'endpointslices.discovery.k8s.io';
const INGRESSES = 'ingresses.networking.k8s.io';
const SCALERS = 'horizontalpodautoscalers.autoscaling';
/** Made for others by machinery; they would drown what is owned. */
const UNSEEN: ReadonlySet<ResourceName> = new Set([
  'events',
  'events.events.k8s.io',
  'leases.coordination.k8s.io',
  'controllerrevisions.apps',
]);

const part = (object: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? (at as Bag)[key] : undefined), object);
const list = (object: unknown, ...path: readonly string[]): readonly unknown[] => {
  const found = part(object, ...path);
  return Array.isArray(found) ? found : [];
};
const labelsOf = (object: unknown, ...path: readonly string[]): Readonly<Record<string, string>> =>
  (part(object, ...path) ?? {}) as Readonly<Record<string, string>>;

/** All relations of an object that has any, in the order in which they are told. The cluster must have been loaded. */
export function relatedOf(cluster: Cluster, reference: ObjectReference): Related[] {
  const { store } = cluster.world;
  const object = store.get(reference.resource, reference.namespace, reference.name);
  if (!object) return [];
  const kinds = new Map(cluster.api.registry.all.map(({ name, kind }) => [name, kind.kind]));
  const groups = new Map<Relation, Map<string, RelatedObject>>();
  const add: Add = (relation, resource, namespace, name) => {
    if (!resource || typeof name !== 'string' || name === '') return;
    const found = store.get(resource, namespace, name);
    let group = groups.get(relation);
    if (!group) groups.set(relation, (group = new Map()));
    group.set(`${resource} ${namespace}/${name}`, {
      resource,
      namespace,
      name,
      kind: kinds.get(resource) ?? resource,
      missing: !found,
      ...(found && resource === 'pods' && { status: podView(found as Pod).status }),
    });
  };
  const resourceOf = (apiVersion: unknown, kind: unknown): ResourceName | undefined => {
    const group = String(apiVersion).includes('/') ? String(apiVersion).split('/')[0] : '';
    return cluster.api.registry.all.find(
      (one) => one.kind.kind === kind && (one.apiVersion.includes('/') ? one.apiVersion.split('/')[0] : '') === group,
    )?.name;
  };
  const here = reference.namespace;

  for (const { apiVersion, kind, name } of object.metadata.ownerReferences ?? []) {
    const resource = resourceOf(apiVersion, kind);
    add('owner', resource, resource === 'nodes' ? '' : here, name);
  }
  for (const resource of store.resources()) {
    if (UNSEEN.has(resource)) continue;
    for (const owned of store.byIndex(resource, 'owner', object.metadata.uid))
      add('owned', resource, owned.metadata.namespace ?? '', owned.metadata.name);
  }
  if (reference.resource === 'pods') ofPod(object, here, store.list('services', here), add);
  else if (WORKLOADS.has(reference.resource)) ofWorkload(object, reference, cluster, add);
  else if (reference.resource === 'services') ofService(object, here, cluster, add);
  else OTHERS[reference.resource]?.(object, reference, cluster, add);
  // What a Service owns are its endpoints: said once.
  const owned = groups.get('owned');
  for (const key of groups.get('endpoints')?.keys() ?? []) owned?.delete(key);
  if (owned?.size === 0) groups.delete('owned');
  return ORDER.flatMap((relation) => {
    const objects = [...(groups.get(relation)?.values() ?? [])];
    return objects.length > 0 ? [{ relation, objects }] : [];
  });
}

const ORDER: readonly Relation[] = [
  'owner',
  'target',
  'owned',
  'services',
  'pods',
  'endpoints',
  'routes',
  'uses',
  'usedBy',
  'volume',
  'scaler',
  'node',
];

const USED: Readonly<Record<string, ResourceName>> = {
  ConfigMap: 'configmaps',
  Secret: 'secrets',
  PersistentVolumeClaim: 'persistentvolumeclaims',
};

function addSelecting(labels: Readonly<Record<string, string>>, namespace: string, services: readonly KubeObject[], add: Add): void {
  for (const service of services) {
    const selector = labelsOf(service, 'spec', 'selector');
    if (Object.keys(selector).length > 0 && isSelected(selector, labels)) add('services', 'services', namespace, service.metadata.name);
  }
}

function ofPod(pod: KubeObject, namespace: string, services: readonly KubeObject[], add: Add): void {
  addSelecting(pod.metadata.labels ?? {}, namespace, services, add);
  for (const { kind, name } of usesOf(pod as Pod)) add('uses', USED[kind], namespace, name);
  add('node', 'nodes', '', part(pod, 'spec', 'nodeName'));
}

/** The autoscalers that set an object's number of replicas. */
export function scalersOf({ world: { store } }: Cluster, { kind, metadata }: KubeObject): KubeObject[] {
  return store.list(SCALERS, metadata.namespace ?? '').filter((scaler) => {
    const target = part(scaler, 'spec', 'scaleTargetRef');
    return part(target, 'kind') === kind && part(target, 'name') === metadata.name;
  });
}

function ofWorkload(object: KubeObject, { resource, namespace }: ObjectReference, cluster: Cluster, add: Add): void {
  const { store } = cluster.world;
  const template = part(object, 'spec', 'template');
  addSelecting(labelsOf(template, 'metadata', 'labels'), namespace, store.list('services', namespace), add);
  for (const { kind, name: used } of usesOf({ spec: part(template, 'spec') } as Pod)) add('uses', USED[kind], namespace, used);
  for (const scaler of scalersOf(cluster, object)) add('scaler', SCALERS, namespace, scaler.metadata.name);
  if (resource === 'deployments.apps')
    for (const set of store.byIndex('replicasets.apps', 'owner', object.metadata.uid))
      for (const pod of store.byIndex('pods', 'owner', set.metadata.uid)) add('pods', 'pods', namespace, pod.metadata.name);
}

function ofService(service: KubeObject, namespace: string, { world: { store } }: Cluster, add: Add): void {
  const selector = labelsOf(service, 'spec', 'selector');
  if (Object.keys(selector).length > 0)
    for (const pod of store.list('pods', namespace))
      if (isSelected(selector, pod.metadata.labels ?? {})) add('pods', 'pods', namespace, pod.metadata.name);
  for (const slice of store.list(SLICES, namespace))
    if (slice.metadata.labels?.['kubernetes.io/service-name'] === service.metadata.name)
      add('endpoints', SLICES, namespace, slice.metadata.name);
  for (const ingress of store.list<KubeObject & Ingress>(INGRESSES, namespace))
    if (backendsOf(ingress).includes(service.metadata.name)) add('routes', INGRESSES, namespace, ingress.metadata.name);
}

function backendsOf(ingress: unknown): readonly unknown[] {
  const named = (backend: unknown): unknown => part(backend, 'service', 'name');
  return [
    named(part(ingress, 'spec', 'defaultBackend')),
    ...list(ingress, 'spec', 'rules').flatMap((rule) => list(rule, 'http', 'paths').map((path) => named(part(path, 'backend')))),
  ];
}

type Of = (object: KubeObject, reference: ObjectReference, cluster: Cluster, add: Add) => void;

/** Pods (and what stands for many of them) that use a ConfigMap, Secret or claim. */
const usedBy: Of = (object, { namespace, name }, { world: { store } }, add) => {
  for (const pod of store.list('pods', namespace))
    if (usesOf(pod as Pod).some((use) => use.kind === object.kind && use.name === name))
      add('usedBy', 'pods', namespace, pod.metadata.name);
};

const OTHERS: Readonly<Record<ResourceName, Of>> = {
  configmaps: usedBy,
  secrets: usedBy,
  persistentvolumeclaims(object, reference, cluster, add) {
    usedBy(object, reference, cluster, add);
    add('volume', 'persistentvolumes', '', part(object, 'spec', 'volumeName'));
    add('volume', 'storageclasses.storage.k8s.io', '', part(object, 'spec', 'storageClassName'));
  },
  persistentvolumes(object, _reference, _cluster, add) {
    const claim = part(object, 'spec', 'claimRef');
    add('usedBy', 'persistentvolumeclaims', String(part(claim, 'namespace') ?? ''), part(claim, 'name'));
  },
  nodes(_object, { name }, { world: { store } }, add) {
    for (const pod of store.byIndex('pods', 'node', name)) add('pods', 'pods', pod.metadata.namespace ?? '', pod.metadata.name);
  },
  [SLICES](object, { namespace }, _cluster, add) {
    for (const endpoint of list(object, 'endpoints')) {
      if (part(endpoint, 'targetRef', 'kind') === 'Pod') add('pods', 'pods', namespace, part(endpoint, 'targetRef', 'name'));
    }
  },
  [INGRESSES](object, { namespace }, _cluster, add) {
    for (const name of backendsOf(object)) add('services', 'services', namespace, name);
  },
  [SCALERS](object, { namespace }, cluster, add) {
    const target = part(object, 'spec', 'scaleTargetRef');
    const kind = part(target, 'kind');
    const group = String(part(target, 'apiVersion') ?? '').split('/')[0];
    const served = cluster.api.registry.all.find((one) => one.kind.kind === kind && one.apiVersion.startsWith(`${group}/`));
    add('target', served?.name, namespace, part(target, 'name'));
  },
};
