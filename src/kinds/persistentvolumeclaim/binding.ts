/** What claims and volumes say of each other (source: the docs "Persistent Volumes"; k8s.io/component-helpers, storage/volume). */

import { compareQuantity, parseQuantity } from '../../api/values/quantity.ts';
import { fromLabelSelector, matches } from '../../api/values/selector.ts';
import type { World } from '../../world/world.ts';
import type { PersistentVolume, PersistentVolumeClaim, StorageClass } from '../objects.ts';
import type { ObjectReference } from '../types.gen.ts';

export const BIND_COMPLETED = 'pv.kubernetes.io/bind-completed';
export const BOUND_BY_CONTROLLER = 'pv.kubernetes.io/bound-by-controller';
export const PROVISIONED_BY = 'pv.kubernetes.io/provisioned-by';
export const SELECTED_NODE = 'volume.kubernetes.io/selected-node';
export const PROVISIONER = 'volume.kubernetes.io/storage-provisioner';
export const BETA_PROVISIONER = 'volume.beta.kubernetes.io/storage-provisioner';

export function classOf(world: World, name: string | undefined): StorageClass | undefined {
  return name ? world.store.get<StorageClass>('storageclasses.storage.k8s.io', '', name) : undefined;
}

/** Whether the claim is bound only when a Pod that uses it is placed. */
export function waitsForConsumer(world: World, { spec }: PersistentVolumeClaim): boolean {
  return classOf(world, spec.storageClassName)?.volumeBindingMode === 'WaitForFirstConsumer';
}

export function isBound({ metadata, spec }: PersistentVolumeClaim): boolean {
  return Boolean(spec.volumeName) && metadata.annotations?.[BIND_COMPLETED] !== undefined;
}

/** A reference to the claim, as a volume keeps it. */
export function claimReference({ metadata }: PersistentVolumeClaim): ObjectReference {
  const { name, namespace = '', uid, resourceVersion } = metadata;
  return { apiVersion: 'v1', kind: 'PersistentVolumeClaim', name, namespace, uid, resourceVersion };
}

/** Whether a volume is kept for (or bound to) the claim. */
export function isFor({ spec: { claimRef } }: PersistentVolume, { metadata }: PersistentVolumeClaim): boolean {
  if (!claimRef || claimRef.name !== metadata.name || claimRef.namespace !== metadata.namespace) return false;
  return !claimRef.uid || claimRef.uid === metadata.uid;
}

/** Why a volume that the claim names cannot be its; undefined when it can. */
export function mismatch(volume: PersistentVolume, { spec }: PersistentVolumeClaim): string | undefined {
  const [size, wanted] = [volume.spec.capacity?.['storage'] ?? 0, spec.resources?.requests?.['storage'] ?? 0];
  if (compareQuantity(parseQuantity(size), parseQuantity(wanted)) < 0) return 'requested PV is too small';
  if ((volume.spec.storageClassName ?? '') !== (spec.storageClassName ?? '')) return 'storageClassName does not match';
  if ((volume.spec.volumeMode ?? 'Filesystem') !== (spec.volumeMode ?? 'Filesystem')) return 'incompatible volumeMode';
  if (!(spec.accessModes ?? []).every((mode) => volume.spec.accessModes?.includes(mode))) return 'incompatible accessMode';
  return undefined;
}

/** The smallest free volume that will do, or the one that is kept for the claim. `only` leaves out others, such as those of other nodes. */
export function matchingVolume(
  world: World,
  claim: PersistentVolumeClaim,
  only: (volume: PersistentVolume) => boolean = () => true,
): PersistentVolume | undefined {
  const selector = claim.spec.selector ? fromLabelSelector(claim.spec.selector) : undefined;
  let best: PersistentVolume | undefined;
  for (const volume of world.store.list<PersistentVolume>('persistentvolumes')) {
    if (volume.metadata.deletionTimestamp || mismatch(volume, claim)) continue;
    if (volume.spec.claimRef) {
      if (isFor(volume, claim)) return volume;
      continue;
    }
    if (selector && !matches(selector, volume.metadata.labels)) continue;
    if (volume.status.phase !== 'Available' || !only(volume)) continue;
    if (!best || compareQuantity(size(volume), size(best)) < 0) best = volume;
  }
  return best;
}

function size({ spec }: PersistentVolume): ReturnType<typeof parseQuantity> {
  return parseQuantity(spec.capacity?.['storage'] ?? 0);
}
