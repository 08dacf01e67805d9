/**
 * metadata.managedFields: who set which field. Clients' writes are recorded field by field (field-owners.ts). The control plane's
 * writes only note who wrote, so that they stay cheap: when a client reads the object, such an entry shows all fields that no client owns.
 */
import type { KubeObject } from '../world/object.ts';
import type { FieldSet } from './field-set.ts';
import type { Resource } from './registry.ts';
/** Who is recorded as the manager of a write. */
export interface Manager {
    readonly name: string;
    readonly subresource: string;
    /** Its fields are recorded one by one (a client); else the entry is filled in when it is read (the control plane). */
    readonly explicit: boolean;
}
export interface ManagedFieldsEntry {
    readonly manager: string;
    readonly operation: 'Update' | 'Apply';
    readonly apiVersion: string;
    readonly time?: string;
    readonly fieldsType: 'FieldsV1';
    /** Missing in stored objects where the control plane wrote. */
    readonly fieldsV1?: FieldSet;
    readonly subresource?: string;
}
/** The stored entries. */
export declare function managedFieldsOf(object: KubeObject): readonly ManagedFieldsEntry[];
/** The entry of an object's creation; a client's is filled in by field-owners.ts. Objects made by one part in one second share it. */
export declare function firstEntry(resource: Resource, manager: Manager, now: number): readonly ManagedFieldsEntry[];
/** Whether a write of the manager is only noted: the control plane's, unless it may have taken a field from a client. */
export declare function isOnlyNoted(before: readonly ManagedFieldsEntry[], manager: Manager): boolean;
/** The entries with the control plane's noted as having written now. Objects whose entries were shared before share them after. */
export declare function noted(before: readonly ManagedFieldsEntry[], resource: Resource, manager: Manager, now: number): readonly ManagedFieldsEntry[];
/** Whether the entry is the manager's own for updates. */
export declare function isBy(entry: ManagedFieldsEntry, { name, subresource }: Manager): boolean;
/** An entry as a write now makes it. */
export declare function entryOf({ apiVersion }: Resource, { name, subresource }: Manager, time: string, fieldsV1: FieldSet | undefined): ManagedFieldsEntry;
/** The object with those entries. */
export declare function withManagedFields<T extends KubeObject>(object: T, managedFields: readonly ManagedFieldsEntry[]): T;
