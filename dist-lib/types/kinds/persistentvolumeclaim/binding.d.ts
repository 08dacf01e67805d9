/** What claims and volumes say of each other (source: the docs "Persistent Volumes"; k8s.io/component-helpers, storage/volume). */
import type { World } from '../../world/world.ts';
import type { PersistentVolume, PersistentVolumeClaim, StorageClass } from '../objects.ts';
import type { ObjectReference } from '../types.gen.ts';
export declare const BIND_COMPLETED = "pv.kubernetes.io/bind-completed";
export declare const BOUND_BY_CONTROLLER = "pv.kubernetes.io/bound-by-controller";
export declare const PROVISIONED_BY = "pv.kubernetes.io/provisioned-by";
export declare const SELECTED_NODE = "volume.kubernetes.io/selected-node";
export declare const PROVISIONER = "volume.kubernetes.io/storage-provisioner";
export declare const BETA_PROVISIONER = "volume.beta.kubernetes.io/storage-provisioner";
export declare function classOf(world: World, name: string | undefined): StorageClass | undefined;
/** Whether the claim is bound only when a Pod that uses it is placed. */
export declare function waitsForConsumer(world: World, { spec }: PersistentVolumeClaim): boolean;
export declare function isBound({ metadata, spec }: PersistentVolumeClaim): boolean;
/** A reference to the claim, as a volume keeps it. */
export declare function claimReference({ metadata }: PersistentVolumeClaim): ObjectReference;
/** Whether a volume is kept for (or bound to) the claim. */
export declare function isFor({ spec: { claimRef } }: PersistentVolume, { metadata }: PersistentVolumeClaim): boolean;
/** Why a volume that the claim names cannot be its; undefined when it can. */
export declare function mismatch(volume: PersistentVolume, { spec }: PersistentVolumeClaim): string | undefined;
/** The smallest free volume that will do, or the one that is kept for the claim. `only` leaves out others, such as those of other nodes. */
export declare function matchingVolume(world: World, claim: PersistentVolumeClaim, only?: (volume: PersistentVolume) => boolean): PersistentVolume | undefined;
