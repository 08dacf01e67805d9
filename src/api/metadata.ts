/** The metadata that every object has: filled on create, kept on update (metadata-validation.ts checks it). */
import type { KubeObject, ObjectMeta, Writable } from '../world/object.ts';
import type { World } from '../world/world.ts';
import { replicaMetadata } from './copies.ts';
import type { Kind } from './kind.ts';
import { formatTime } from './values/duration.ts';

/** generateName is cut so that prefix and suffix fit a label. */
const MAX_GENERATED_BASE = 58;

/** The metadata of a new object; a missing name is made of generateName, or stays empty. */
export function newMetadata(
  world: World,
  kind: Kind,
  given: Partial<ObjectMeta>,
  namespace: string | undefined,
  managedFields: ObjectMeta['managedFields'],
): ObjectMeta {
  const { generateName, labels, annotations, ownerReferences: owners, finalizers } = given;
  const name = given.name || (generateName ? generateName.slice(0, MAX_GENERATED_BASE) + world.random.suffix() : '');
  const uid = world.random.uuid();
  const resourceVersion = world.store.nextVersion;
  const creationTimestamp = formatTime(world.now);
  const ownerReferences = owners?.length ? owners : undefined;
  // As most Events have it, and most Pods: written out, since what is added to an object later takes more time and room.
  if (managedFields && namespace && kind.namespaced && !annotations && !finalizers?.length) {
    if (!generateName && !kind.generation && !labels && !ownerReferences)
      return { name, uid, resourceVersion, creationTimestamp, namespace, managedFields };
    if (generateName && kind.generation && labels && ownerReferences)
      return replicaMetadata(
        { name, uid, creationTimestamp, generateName, namespace, generation: 1, labels, ownerReferences },
        resourceVersion,
        managedFields,
      );
  }
  const made: Writable<ObjectMeta> = { name, uid, resourceVersion, creationTimestamp };
  if (generateName) made.generateName = generateName;
  if (kind.namespaced && namespace) made.namespace = namespace;
  if (kind.generation) made.generation = 1;
  if (labels) made.labels = labels;
  if (annotations) made.annotations = annotations;
  if (ownerReferences) made.ownerReferences = ownerReferences;
  if (finalizers?.length) made.finalizers = finalizers;
  if (managedFields) made.managedFields = managedFields;
  return made;
}

/** The metadata of an update: what clients may change from `given`, the rest from `old`. */
export function updatedMetadata(given: ObjectMeta, old: ObjectMeta): ObjectMeta {
  const { labels, annotations, ownerReferences, finalizers } = given;
  if (
    labels === old.labels &&
    annotations === old.annotations &&
    ownerReferences === old.ownerReferences &&
    finalizers === old.finalizers
  ) {
    return old;
  }
  const { labels: _l, annotations: _a, ownerReferences: _o, finalizers: _f, ...kept } = old;
  const updated: Writable<ObjectMeta> = kept;
  if (labels) updated.labels = labels;
  if (annotations) updated.annotations = annotations;
  if (ownerReferences?.length) updated.ownerReferences = ownerReferences;
  if (finalizers?.length) updated.finalizers = finalizers;
  return updated;
}

/** Whether the object is being deleted and nothing holds it any more. */
export function isReleased(kind: Kind, object: KubeObject): boolean {
  const { deletionTimestamp, deletionGracePeriodSeconds, finalizers } = object.metadata;
  if (!deletionTimestamp || (finalizers && finalizers.length > 0) || kind.holdsDeletion?.(object)) return false;
  return (deletionGracePeriodSeconds ?? 0) === 0;
}
