/** What metadata may be, in the words of the real server. */
import type { ObjectMeta, OwnerReference } from '../world/object.ts';
import { type FieldError, forbidden, invalid, required } from './field-errors.ts';
import { goStructText, Verbatim } from './go-json.ts';
import type { Kind } from './kind.ts';
import {
  byteLength,
  isDNS1035Label,
  isDNS1123Label,
  isDNS1123Subdomain,
  isLabelValue,
  isPathSegmentName,
  isQualifiedName,
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
  return [
    ...errors,
    ...validateMaps(meta),
    ...validateOwners(meta.ownerReferences ?? []),
    ...validateFinalizers(kind, meta.finalizers ?? []),
  ];
}

function validateMaps(meta: ObjectMeta): FieldError[] {
  return [...validateLabels(meta.labels, 'metadata.labels'), ...validateAnnotations(meta.annotations, 'metadata.annotations')];
}

/** Errors of a map of labels. */
export function validateLabels(labels: Readonly<Record<string, string>> | undefined, field: string): FieldError[] {
  const errors: FieldError[] = [];
  for (const key of Object.keys(labels ?? {}).sort()) {
    const value = labels?.[key] as string;
    for (const why of isQualifiedName(key)) errors.push(invalid(field, key, why));
    for (const why of isLabelValue(value)) errors.push(invalid(field, value, why));
  }
  return errors;
}

/** Errors of a map of annotations. */
export function validateAnnotations(annotations: Readonly<Record<string, string>> | undefined, field: string): FieldError[] {
  const errors: FieldError[] = [];
  let size = 0;
  for (const key of Object.keys(annotations ?? {}).sort()) {
    for (const why of isQualifiedName(key.toLowerCase())) errors.push(invalid(field, key, why));
    size += byteLength(key) + byteLength(annotations?.[key] as string);
  }
  if (size > MAX_ANNOTATIONS_BYTES) errors.push({ type: 'tooLong', field, detail: `may not be more than ${MAX_ANNOTATIONS_BYTES} bytes` });
  return errors;
}

/** The real server does not say which of the references it means. */
function validateOwners(owners: readonly OwnerReference[]): FieldError[] {
  const errors: FieldError[] = [];
  const field = 'metadata.ownerReferences';
  const shown = owners.map((owner) => goStructText(inOrder(owner)));
  let first = '';
  owners.forEach(({ apiVersion = '', kind = '', name = '', uid = '', controller }, index) => {
    if (apiVersion === '') errors.push(invalid(`${field}.apiVersion`, apiVersion, 'version must not be empty'));
    if (kind === '') errors.push(invalid(`${field}.kind`, kind, 'must not be empty'));
    if (name === '') errors.push(invalid(`${field}.name`, name, 'must not be empty'));
    if (uid === '') errors.push(invalid(`${field}.uid`, uid, 'must not be empty'));
    if (apiVersion === 'v1' && kind === 'Event')
      errors.push(invalid(field, shown[index], '/v1, Kind=Event is disallowed from being an owner'));
    if (!controller) return;
    const all = new Verbatim(`[${shown.map(({ text }) => text).join(',')}]`);
    const twice = `Only one reference can have Controller set to true. Found "true" in references for ${first} and ${kind}/${name}`;
    if (first) errors.push(invalid(field, all, twice));
    else first = `${kind}/${name}`;
  });
  return errors;
}

/** As Go writes it: its fields in their own order, without those not given. */
function inOrder({ apiVersion, kind, name, uid, controller, blockOwnerDeletion }: OwnerReference): Readonly<Record<string, unknown>> {
  const rest = { ...(controller !== undefined && { controller }), ...(blockOwnerDeletion !== undefined && { blockOwnerDeletion }) };
  return { apiVersion: apiVersion ?? '', kind: kind ?? '', name: name ?? '', uid: uid ?? '', ...rest };
}

const STANDARD_FINALIZERS = ['kubernetes', 'orphan', 'foregroundDeletion'];

function validateFinalizers(kind: Kind, finalizers: readonly string[]): FieldError[] {
  const errors = finalizers.flatMap((finalizer) => isQualifiedName(finalizer).map((why) => invalid('metadata.finalizers', finalizer, why)));
  if (finalizers.includes('orphan') && finalizers.includes('foregroundDeletion'))
    errors.push(invalid('metadata.finalizers', finalizers, 'finalizer orphan and foregroundDeletion cannot be both set'));
  return [...errors, ...validateStandard(kind, finalizers)];
}

/** A finalizer of somebody's own has the name of a domain in it; what is not built in is not checked for that. */
function validateStandard({ group, unknownFields }: Kind, finalizers: readonly string[]): FieldError[] {
  if (unknownFields || group === 'apiextensions.k8s.io') return [];
  return finalizers.flatMap((finalizer, index) =>
    finalizer.includes('/') || STANDARD_FINALIZERS.includes(finalizer)
      ? []
      : [invalid(`metadata.finalizers[${index}]`, finalizer, 'name is neither a standard finalizer name nor is it fully qualified')],
  );
}

/** Errors of changes that metadata does not allow. */
export function validateMetadataUpdate(kind: Kind, meta: ObjectMeta, old: ObjectMeta): FieldError[] {
  const errors: FieldError[] = [];
  if (old.deletionTimestamp) {
    const added = (meta.finalizers ?? []).filter((one) => !old.finalizers?.includes(one));
    if (added.length > 0) {
      const list = [...added].sort().map((one) => JSON.stringify(one));
      const why = `no new finalizers can be added if the object is being deleted, found new finalizers []string{${list.join(', ')}}`;
      errors.push(forbidden('metadata.finalizers', why));
    }
  }
  if (meta.labels !== old.labels || meta.annotations !== old.annotations || meta.ownerReferences !== old.ownerReferences)
    errors.push(...validateMaps(meta), ...validateOwners(meta.ownerReferences ?? []));
  return meta.finalizers === old.finalizers ? errors : [...errors, ...validateStandard(kind, meta.finalizers ?? [])];
}
