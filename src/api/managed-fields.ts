/**
 * metadata.managedFields: who set which field. Clients' writes are recorded field by field. The control plane's writes only
 * note who wrote, so that they stay cheap: when a client reads the object, such an entry shows all fields that no client owns.
 */
import type { KubeObject, ObjectMeta } from '../world/object.ts';
import { equal } from './equal.ts';
import { changedFields, type FieldSet, fieldsOf, isEmpty, subtract, union } from './field-set.ts';
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

/** Fields that the server keeps and nobody manages. */
const UNMANAGED_METADATA: readonly string[] = [
  'name',
  'namespace',
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'managedFields',
  'selfLink',
];

export function managedFieldsOf(object: KubeObject): readonly ManagedFieldsEntry[] {
  return (object.metadata.managedFields ?? NONE) as readonly ManagedFieldsEntry[];
}

const NONE: readonly ManagedFieldsEntry[] = [];

/** The entry of an object's creation; a client's is filled in by `createdBy`. Objects made by one part in one second share it. */
export function firstEntry(resource: Resource, manager: Manager, now: number): readonly ManagedFieldsEntry[] {
  const time = formatTime(now);
  const key = `${manager.name}/${manager.subresource}/${resource.apiVersion}`;
  const known = firsts.get(key);
  if (known?.[0]?.time === time) return known;
  const made = [entryOf(resource, manager, time, undefined)];
  firsts.set(key, made);
  return made;
}

const firsts = new Map<string, readonly ManagedFieldsEntry[]>();

/** A client's new object with the fields that it set, defaults included. */
export function createdBy<T extends KubeObject>(resource: Resource, object: T, manager: Manager, now: number): T {
  const fields = resource.definition && changedFields(resource.definition, undefined, managedPart(object)).set;
  return withManagedFields(object, [entryOf(resource, manager, formatTime(now), fields)]);
}

/** The entries of `old` brought up to date for its new version `object`. */
export function updatedBy(
  resource: Resource,
  object: KubeObject,
  old: KubeObject,
  manager: Manager,
  now: number,
): readonly ManagedFieldsEntry[] {
  const before = managedFieldsOf(old);
  if (!manager.explicit && (manager.subresource === 'status' || !before.some((one) => one.fieldsV1))) {
    return noted(before, resource, manager, now);
  }
  if (!resource.definition) return before;
  const { set, gone } = changedFields(resource.definition, managedPart(old), managedPart(object));
  if (isEmpty(set) && isEmpty(gone)) return before;
  const lost = union(set, gone);
  const own = before.find((one) => isBy(one, manager));
  const others: ManagedFieldsEntry[] = [];
  for (const entry of before) {
    if (entry === own) continue;
    const fieldsV1 = entry.fieldsV1 && subtract(entry.fieldsV1, lost);
    if (!fieldsV1) others.push(entry);
    else if (!isEmpty(fieldsV1)) others.push({ ...entry, fieldsV1 });
  }
  if (!manager.explicit) return noted(others, resource, manager, now);
  const fields = union(own?.fieldsV1 ? subtract(own.fieldsV1, gone) : {}, set);
  return isEmpty(fields) ? others : [...others, entryOf(resource, manager, formatTime(now), fields)];
}

/** The entries with the control plane's noted as having written now. Objects whose entries were shared before share them after. */
function noted(before: readonly ManagedFieldsEntry[], resource: Resource, manager: Manager, now: number): readonly ManagedFieldsEntry[] {
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

function isBy(entry: ManagedFieldsEntry, { name, subresource }: Manager): boolean {
  return entry.manager === name && (entry.subresource ?? '') === subresource && entry.operation === 'Update';
}

function entryOf(
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

export function withManagedFields<T extends KubeObject>(object: T, managedFields: readonly ManagedFieldsEntry[]): T {
  if (object.metadata.managedFields === managedFields) return object;
  return { ...object, metadata: { ...object.metadata, managedFields } };
}

/**
 * The entries with which a client replaces those of the object, if it does: none or the ones it read leave them as they are, a single
 * empty one clears them.
 */
export function replacedManagers(resource: Resource, given: unknown, old: KubeObject): readonly ManagedFieldsEntry[] | undefined {
  if (!Array.isArray(given) || given.length === 0) return undefined;
  if (given.length === 1 && Object.keys(given[0] as object).length === 0) return [];
  return equal(given, managedFieldsOf(shown(resource, old))) ? undefined : (given as ManagedFieldsEntry[]);
}

/** The part of an object whose fields have managers. */
export function managedPart(object: KubeObject): Record<string, unknown> {
  const { apiVersion: _v, kind: _k, metadata, ...rest } = object;
  const kept: Record<string, unknown> = {};
  for (const key of Object.keys(metadata)) if (!UNMANAGED_METADATA.includes(key)) kept[key] = metadata[key as keyof ObjectMeta];
  return { metadata: kept, ...rest };
}

/** The object as clients see it: entries of the control plane say which fields they stand for, worked out when they are looked at. */
export function shown<T extends KubeObject>(resource: Resource, object: T): T {
  const entries = managedFieldsOf(object);
  if (!resource.definition || entries.every((one) => one.fieldsV1)) return object;
  let filled: readonly ManagedFieldsEntry[] | undefined;
  const metadata = {
    ...object.metadata,
    get managedFields() {
      filled ??= entries.map((entry) => (entry.fieldsV1 ? entry : lazily(resource, object, entry)));
      return filled;
    },
  };
  return { ...object, metadata };
}

function lazily(resource: Resource, object: KubeObject, entry: ManagedFieldsEntry): ManagedFieldsEntry {
  let fields: FieldSet | undefined;
  return {
    ...entry,
    get fieldsV1() {
      fields ??= unclaimed(resource, object, entry);
      return fields;
    },
  };
}

/** Fields of the entry's part (status, or all but status) that no client owns; the first such entry of a part shows them. */
function unclaimed({ definition }: Resource, object: KubeObject, entry: ManagedFieldsEntry): FieldSet {
  const entries = managedFieldsOf(object);
  const part = entry.subresource ?? '';
  if (!definition || entries.find((one) => !one.fieldsV1 && (one.subresource ?? '') === part) !== entry) return {};
  const { status, ...main } = managedPart(object);
  let fields = fieldsOf(definition, part === 'status' ? { status } : main);
  for (const { fieldsV1 } of entries) if (fieldsV1) fields = subtract(fields, fieldsV1);
  return fields;
}
