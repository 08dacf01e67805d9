/** Which field belongs to whom, field by field: what clients' writes record in metadata.managedFields and what clients see there. */
import type { KubeObject } from '../world/object.ts';
import { type ManagedFieldsEntry, type Manager } from './managed-fields.ts';
import type { Resource } from './registry.ts';
/** A client's new object with the fields that it set, defaults included. */
export declare function createdBy<T extends KubeObject>(resource: Resource, object: T, manager: Manager, now: number): T;
/** The entries of `old` brought up to date for its new version `object`. */
export declare function updatedBy(resource: Resource, object: KubeObject, old: KubeObject, manager: Manager, now: number): readonly ManagedFieldsEntry[];
/**
 * The entries with which a client replaces those of the object, if it does: none or the ones it read leave them as they are, a single
 * empty one clears them.
 */
export declare function replacedManagers(resource: Resource, given: unknown, old: KubeObject): readonly ManagedFieldsEntry[] | undefined;
/** The part of an object whose fields have managers. */
export declare function managedPart(object: KubeObject): Record<string, unknown>;
/** The object as clients see it: entries of the control plane say which fields they stand for, worked out when they are looked at. */
export declare function shown<T extends KubeObject>(resource: Resource, object: T): T;
