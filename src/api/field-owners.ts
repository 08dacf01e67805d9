/** Which field belongs to whom, field by field: what clients' writes record in metadata.managedFields and what clients see there. */
import type { Definition } from '../kinds/schema.ts';
import type { KubeObject, ObjectMeta } from '../world/object.ts';
import { equal } from './equal.ts';
import { changedFields, type FieldSet, isEmpty, subtract, union } from './field-set.ts';
import { entryOf, isBy, type ManagedFieldsEntry, type Manager, managedFieldsOf, noted, withManagedFields } from './managed-fields.ts';
import type { Resource } from './registry.ts';
import { formatTime } from './values/duration.ts';

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

/** What the fields of a resource are; undefined where nothing says it. */
export function structureOf({ definition, kind }: Resource): Definition | undefined {
  return definition ?? kind.structure?.();
}

/**
 * A client's new object with the fields that it set. `stated`: the object as the client stated it, with defaults; what the server put in
 * afterwards (allocated addresses, the volume of the service account) is not the client's.
 */
export function createdBy<T extends KubeObject>(resource: Resource, object: T, stated: KubeObject, manager: Manager, now: number): T {
  const definition = structureOf(resource);
  const fields = definition && changedFields(definition, undefined, managedPart(stated)).set;
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
  const definition = structureOf(resource);
  if (!definition) return before;
  const { set, gone } = changedFields(definition, managedPart(old), managedPart(object));
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
  return Object.keys(kept).length === 0 ? rest : { metadata: kept, ...rest };
}

/** The object as clients see it: entries of the control plane say which fields they stand for, worked out when they are looked at. */
export function shown<T extends KubeObject>(resource: Resource, object: T): T {
  const entries = managedFieldsOf(object);
  if (!structureOf(resource) || entries.every((one) => one.fieldsV1)) return object;
  let made = views.get(object);
  if (!made) views.set(object, (made = view(resource, object, entries)));
  return made as T;
}

/** What clients saw of objects that are still there: many look at the same. */
const views = new WeakMap<KubeObject, KubeObject>();

function view(resource: Resource, object: KubeObject, entries: readonly ManagedFieldsEntry[]): KubeObject {
  let filled: readonly ManagedFieldsEntry[] | undefined;
  const metadata = {
    ...object.metadata,
    get managedFields() {
      filled ??= entries.map((entry) => (entry.fieldsV1 ? entry : lazily(resource, object, entry))).filter(hasFields);
      return filled;
    },
  };
  return { ...object, metadata };
}

const hasFields = ({ fieldsV1 }: ManagedFieldsEntry): boolean => fieldsV1 !== undefined && !isEmpty(fieldsV1);

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

/**
 * Fields of the entry's part (status, or all but status) that no client owns; the first such entry of a part shows them. Annotations that
 * came with the status are that entry's where there is no other. Of an applied object the defaults are nobody's.
 */
function unclaimed(resource: Resource, object: KubeObject, entry: ManagedFieldsEntry): FieldSet {
  const definition = structureOf(resource);
  const entries = managedFieldsOf(object);
  const of = (part: string) => entries.find((one) => !one.fieldsV1 && (one.subresource ?? '') === part);
  const part = entry.subresource ?? '';
  if (!definition || of(part) !== entry) return {};
  const { metadata, status, ...rest } = managedPart(resource.kind.stated?.(object) ?? object);
  const applied = entries.some(({ operation }) => operation === 'Apply');
  const value = {
    ...(metadata !== undefined && (part !== 'status' || !of('')) && { metadata }),
    ...(part === 'status' ? { status } : !applied && rest),
  };
  let fields = changedFields(definition, undefined, value).set;
  for (const { fieldsV1 } of entries) if (fieldsV1) fields = subtract(fields, withParents(fieldsV1));
  return fields;
}

/** Whose field it is, his is what it stands in. */
function withParents(set: FieldSet): FieldSet {
  return isEmpty(set) ? set : { '.': {}, ...Object.fromEntries(Object.entries(set).map(([key, below]) => [key, withParents(below)])) };
}
