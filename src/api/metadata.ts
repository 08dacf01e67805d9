/** The metadata that every object has: filled on create, kept on update, checked in the words of the real server. */
import type { KubeObject, ObjectMeta, OwnerReference } from '../world/object.ts';
import type { World } from '../world/world.ts';
import { type FieldError, forbidden, invalid, required } from './field-errors.ts';
import type { Kind } from './kind.ts';
import { formatTime } from './values/duration.ts';
import {
  byteLength,
  isDNS1035Label,
  isDNS1123Label,
  isDNS1123Subdomain,
  isLabelKey,
  isLabelValue,
  isPathSegmentName,
} from './values/names.ts';

const NAME_CHECKS: Readonly<Record<NonNullable<Kind['nameCheck']>, (name: string) => string[]>> = {
  dns1123subdomain: isDNS1123Subdomain,
  dns1123label: isDNS1123Label,
  dns1035label: isDNS1035Label,
  path: isPathSegmentName,
};
/** generateName is cut so that prefix and suffix fit a label. */
const MAX_GENERATED_BASE = 58;
const MAX_ANNOTATIONS_BYTES = 256 * 1024;

/** The metadata of a new object; a missing name is made of generateName, or stays empty. */
export function newMetadata(
  world: World,
  kind: Kind,
  given: Partial<ObjectMeta>,
  namespace: string | undefined,
  managedFields: ObjectMeta['managedFields'],
): ObjectMeta {
  const name = given.name || (given.generateName ? given.generateName.slice(0, MAX_GENERATED_BASE) + world.random.suffix() : '');
  const made: Writable<ObjectMeta> = { name, uid: world.random.uuid(), resourceVersion: '', creationTimestamp: formatTime(world.now) };
  if (given.generateName) made.generateName = given.generateName;
  if (kind.namespaced && namespace) made.namespace = namespace;
  if (kind.generation) made.generation = 1;
  if (given.labels) made.labels = given.labels;
  if (given.annotations) made.annotations = given.annotations;
  if (given.ownerReferences?.length) made.ownerReferences = given.ownerReferences;
  if (given.finalizers?.length) made.finalizers = given.finalizers;
  if (managedFields) made.managedFields = managedFields;
  return made;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

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
  return {
    ...kept,
    ...(labels && { labels }),
    ...(annotations && { annotations }),
    ...(ownerReferences && ownerReferences.length > 0 && { ownerReferences }),
    ...(finalizers && finalizers.length > 0 && { finalizers }),
  };
}

/** Errors in the metadata of an object, in the real order. */
export function validateMetadata(kind: Kind, meta: ObjectMeta): FieldError[] {
  const errors: FieldError[] = [];
  const check = NAME_CHECKS[kind.nameCheck ?? 'dns1123subdomain'];
  if (meta.generateName) {
    const masked =
      meta.generateName.endsWith('-') && meta.generateName.length > 1 ? `${meta.generateName.slice(0, -1)}a` : meta.generateName;
    for (const why of check(masked)) errors.push(invalid('metadata.generateName', meta.generateName, why));
  }
  if (!meta.name) errors.push(required('metadata.name', 'name or generateName is required'));
  else for (const why of check(meta.name)) errors.push(invalid('metadata.name', meta.name, why));
  return [...errors, ...validateMaps(meta), ...validateOwners(meta.ownerReferences ?? []), ...validateFinalizers(meta.finalizers ?? [])];
}

function validateMaps(meta: ObjectMeta): FieldError[] {
  return [...validateLabels(meta.labels, 'metadata.labels'), ...validateAnnotations(meta.annotations, 'metadata.annotations')];
}

/** Errors of a map of labels. */
export function validateLabels(labels: Readonly<Record<string, string>> | undefined, field: string): FieldError[] {
  const errors: FieldError[] = [];
  for (const key of Object.keys(labels ?? {}).sort()) {
    const value = labels?.[key] as string;
    for (const why of isLabelKey(key)) errors.push(invalid(field, key, why));
    for (const why of isLabelValue(value)) errors.push(invalid(field, value, why));
  }
  return errors;
}

/** Errors of a map of annotations. */
export function validateAnnotations(annotations: Readonly<Record<string, string>> | undefined, field: string): FieldError[] {
  const errors: FieldError[] = [];
  let size = 0;
  for (const key of Object.keys(annotations ?? {}).sort()) {
    for (const why of isLabelKey(key.toLowerCase())) errors.push(invalid(field, key, why));
    size += byteLength(key) + byteLength(annotations?.[key] as string);
  }
  if (size > MAX_ANNOTATIONS_BYTES) errors.push({ type: 'tooLong', field, detail: `may not be more than ${MAX_ANNOTATIONS_BYTES} bytes` });
  return errors;
}

function validateOwners(owners: readonly OwnerReference[]): FieldError[] {
  const errors: FieldError[] = [];
  owners.forEach((owner, index) => {
    const field = `metadata.ownerReferences[${index}]`;
    if (!owner.apiVersion) errors.push(invalid(`${field}.apiVersion`, owner.apiVersion ?? '', 'version must not be empty'));
    if (!owner.kind) errors.push(invalid(`${field}.kind`, owner.kind ?? '', 'must not be empty'));
    if (!owner.name) errors.push(invalid(`${field}.name`, owner.name ?? '', 'must not be empty'));
    if (!owner.uid) errors.push(invalid(`${field}.uid`, owner.uid ?? '', 'must not be empty'));
  });
  const controllers = owners.filter((owner) => owner.controller);
  if (controllers.length > 1) {
    const detail = `Only one reference can have Controller set to true. Found "true" in references for ${controllers[0]?.kind}/${controllers[0]?.name} and ${controllers[1]?.kind}/${controllers[1]?.name}`;
    errors.push(invalid('metadata.ownerReferences', owners, detail));
  }
  return errors;
}

const STANDARD_FINALIZERS = ['kubernetes', 'orphan', 'foregroundDeletion'];

function validateFinalizers(finalizers: readonly string[]): FieldError[] {
  const errors: FieldError[] = [];
  for (const finalizer of finalizers) {
    for (const why of isLabelKey(finalizer)) errors.push(invalid('metadata.finalizers', finalizer, why));
    if (!finalizer.includes('/') && !STANDARD_FINALIZERS.includes(finalizer)) {
      errors.push(invalid('metadata.finalizers', finalizer, 'name is neither a standard finalizer name nor is it fully qualified'));
    }
  }
  if (finalizers.includes('orphan') && finalizers.includes('foregroundDeletion')) {
    errors.push(
      invalid('metadata.finalizers', finalizers, 'finalizer "orphan" and "foregroundDeletion" cannot be both set'.replaceAll('"', '')),
    );
  }
  return errors;
}

/** Errors of changes that metadata does not allow. */
export function validateMetadataUpdate(kind: Kind, meta: ObjectMeta, old: ObjectMeta): FieldError[] {
  const errors: FieldError[] = [];
  if (old.deletionTimestamp) {
    const added = (meta.finalizers ?? []).filter((one) => !old.finalizers?.includes(one));
    if (added.length > 0) {
      const list = `[${added.map((one) => `"${one}"`).join(', ')}]`.replaceAll(', ', ' ');
      errors.push(
        forbidden(
          'metadata.finalizers',
          `no new finalizers can be added if the object is being deleted, found new finalizers []string{${list.slice(1, -1)}}`,
        ),
      );
    }
  }
  void kind;
  if (meta.labels === old.labels && meta.annotations === old.annotations && meta.ownerReferences === old.ownerReferences) return errors;
  return [...errors, ...validateMaps(meta), ...validateOwners(meta.ownerReferences ?? [])];
}

/** Whether the object is being deleted and nothing holds it any more. */
export function isReleased(kind: Kind, object: KubeObject): boolean {
  const { deletionTimestamp, deletionGracePeriodSeconds, finalizers } = object.metadata;
  if (!deletionTimestamp || (finalizers && finalizers.length > 0) || kind.holdsDeletion?.(object)) return false;
  return (deletionGracePeriodSeconds ?? 0) === 0;
}
