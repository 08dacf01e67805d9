/**
 * metadata.managedFields: who set which field. Clients' writes are recorded field by field (field-owners.ts). The control plane's
 * writes only note who wrote, so that they stay cheap: when a client reads the object, such an entry shows all fields that no client owns.
 */
import type { KubeObject } from '../world/object.ts';
import type { FieldSet } from './field-set.ts';
import type { Resource } from './registry.ts';
import { formatTime } from './values/duration.ts';

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
export function managedFieldsOf(object: KubeObject): readonly ManagedFieldsEntry[] {
  return (object.metadata.managedFields ?? NONE) as readonly ManagedFieldsEntry[];
}

const NONE: readonly ManagedFieldsEntry[] = [];

/** The entry of an object's creation; a client's is filled in by field-owners.ts. Objects made by one part in one second share it. */
export function firstEntry(resource: Resource, manager: Manager, now: number): readonly ManagedFieldsEntry[] {
  const time = formatTime(now);
  let ofManager = firsts.get(manager);
  if (!ofManager) firsts.set(manager, (ofManager = new Map()));
  const known = ofManager.get(resource.apiVersion);
  if (known?.[0]?.time === time) return known;
  const made = [entryOf(resource, manager, time, undefined)];
  ofManager.set(resource.apiVersion, made);
  return made;
}

/** The last one of each manager, by apiVersion. */
const firsts = new WeakMap<Manager, Map<string, readonly ManagedFieldsEntry[]>>();

/** Whether a write of the manager is only noted: the control plane's, unless it may have taken a field from a client. */
export function isOnlyNoted(before: readonly ManagedFieldsEntry[], manager: Manager): boolean {
  return !manager.explicit && (manager.subresource === 'status' || !before.some((one) => one.fieldsV1));
}

/** The entries with the control plane's noted as having written now. Objects whose entries were shared before share them after. */
export function noted(
  before: readonly ManagedFieldsEntry[],
  resource: Resource,
  manager: Manager,
  now: number,
): readonly ManagedFieldsEntry[] {
  const time = formatTime(now);
  const known = followers.get(before);
  if (known?.manager === manager && known.time === time) return known.entries;
  const entries = withTime(before, resource, manager, time);
  followers.set(before, { manager, time, entries });
  return entries;
}

const followers = new WeakMap<
  readonly ManagedFieldsEntry[],
  { readonly manager: Manager; readonly time: string; readonly entries: readonly ManagedFieldsEntry[] }
>();

function withTime(
  before: readonly ManagedFieldsEntry[],
  resource: Resource,
  manager: Manager,
  time: string,
): readonly ManagedFieldsEntry[] {
  const index = before.findIndex((one) => isBy(one, manager));
  if (index < 0) return [...before, entryOf(resource, manager, time, undefined)];
  const own = before[index] as ManagedFieldsEntry;
  return own.time === time ? before : before.with(index, { ...own, time });
}

/** Whether the entry is the manager's own for updates. */
export function isBy(entry: ManagedFieldsEntry, { name, subresource }: Manager): boolean {
  return entry.manager === name && (entry.subresource ?? '') === subresource && entry.operation === 'Update';
}

/** An entry as a write now makes it. */
export function entryOf(
  { apiVersion }: Resource,
  { name, subresource }: Manager,
  time: string,
  fieldsV1: FieldSet | undefined,
): ManagedFieldsEntry {
  return {
    manager: name,
    operation: 'Update',
    apiVersion,
    time,
    fieldsType: 'FieldsV1',
    ...(fieldsV1 && { fieldsV1 }),
    ...(subresource && { subresource }),
  };
}

/** The object with those entries. */
export function withManagedFields<T extends KubeObject>(object: T, managedFields: readonly ManagedFieldsEntry[]): T {
  if (object.metadata.managedFields === managedFields) return object;
  return { ...object, metadata: { ...object.metadata, managedFields } };
}
