/** Who owns whom, and keys of objects. */
import type { KubeObject, OwnerReference } from '../world/object.ts';

/** The one owner that manages the object, if any. */
export function controllerOf(object: KubeObject): OwnerReference | undefined {
  return object.metadata.ownerReferences?.find((owner) => owner.controller);
}

export function controllerRef(owner: KubeObject): OwnerReference {
  const { name, uid } = owner.metadata;
  return { apiVersion: owner.apiVersion, kind: owner.kind, name, uid, controller: true, blockOwnerDeletion: true };
}

/** `namespace/name`. */
export function keyOf(object: KubeObject): string {
  return `${object.metadata.namespace ?? ''}/${object.metadata.name}`;
}

export function splitKey(key: string): [namespace: string, name: string] {
  const at = key.indexOf('/');
  return [key.slice(0, at), key.slice(at + 1)];
}

/** Oldest first; of the same second, by name. */
export function byCreation(a: KubeObject, b: KubeObject): number {
  const [x, y] = [a.metadata.creationTimestamp, b.metadata.creationTimestamp];
  return x < y ? -1 : x > y ? 1 : a.metadata.name < b.metadata.name ? -1 : 1;
}

/** The object with other owner references. */
export function withOwners<T extends KubeObject>(object: T, ownerReferences: readonly OwnerReference[]): T {
  const { ownerReferences: _, ...metadata } = object.metadata;
  return { ...object, metadata: ownerReferences.length > 0 ? { ...metadata, ownerReferences } : metadata };
}

export function adopt<T extends KubeObject>(object: T, owner: KubeObject): T {
  return withOwners(object, [...(object.metadata.ownerReferences ?? []), controllerRef(owner)]);
}

export function release<T extends KubeObject>(object: T, owner: KubeObject): T {
  return withOwners(
    object,
    (object.metadata.ownerReferences ?? []).filter((reference) => reference.uid !== owner.metadata.uid),
  );
}
