/**
 * Copies of objects on the way that all kinds take. A spread that sees many shapes costs an engine ten times that of one which sees a few
 * (V8: a megamorphic CloneObjectIC), and its copies are larger; so the shapes of nearly all writes are spelled out here.
 */
import type { KubeObject, ObjectMeta, Writable } from '../world/object.ts';

export type Bag = KubeObject & { readonly spec?: unknown; readonly status?: unknown };

/** The object with other metadata and another status. `isPlain`: it has nothing but what every kind with a spec and a status has. */
export function withStatus(object: Bag, metadata: ObjectMeta, status: unknown, isPlain: boolean): Bag {
  const { apiVersion, kind, spec } = object;
  return isPlain && spec !== undefined && object.status !== undefined
    ? { apiVersion, kind, metadata, spec, status }
    : { ...object, metadata, status };
}

/** The metadata of the next version of an object; without managedFields: with those it has. */
export function withVersion(metadata: ObjectMeta, resourceVersion: string, managedFields = metadata.managedFields): ObjectMeta {
  if (managedFields && isReplica(metadata)) return replicaMetadata(metadata, resourceVersion, managedFields);
  const copy: Writable<ObjectMeta> = { ...metadata, resourceVersion };
  if (managedFields) copy.managedFields = managedFields;
  return copy;
}

/** What a Pod or ReplicaSet has that somebody's controller made. */
type Replica = Omit<ObjectMeta, 'resourceVersion'> &
  Required<Pick<ObjectMeta, 'generateName' | 'namespace' | 'generation' | 'labels' | 'ownerReferences'>>;

/** Just that, in the order in which all versions have it: so they are of one shape. */
export function replicaMetadata(
  { name, uid, creationTimestamp, generateName, namespace, generation, labels, ownerReferences }: Replica,
  resourceVersion: string,
  managedFields: readonly unknown[],
): ObjectMeta {
  return {
    name,
    uid,
    resourceVersion,
    creationTimestamp,
    generateName,
    namespace,
    generation,
    labels,
    ownerReferences,
    managedFields,
  };
}

/** Whether it has that and nothing else. */
function isReplica(metadata: ObjectMeta): metadata is ObjectMeta & Replica {
  return (
    metadata.generateName !== undefined &&
    metadata.namespace !== undefined &&
    metadata.generation !== undefined &&
    metadata.labels !== undefined &&
    metadata.ownerReferences !== undefined &&
    metadata.annotations === undefined &&
    metadata.finalizers === undefined &&
    metadata.deletionTimestamp === undefined &&
    metadata.deletionGracePeriodSeconds === undefined
  );
}
