/** What metadata may be, in the words of the real server. */
import type { ObjectMeta, OwnerReference } from '../world/object.ts';
import { type FieldError, forbidden, invalid, required } from './field-errors.ts';
import type { Kind } from './kind.ts';
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
const MAX_ANNOTATIONS_BYTES = 256 * 1024;

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
