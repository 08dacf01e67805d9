/** Rules for claims (source: pkg/apis/core/validation, ValidatePersistentVolumeClaim). */

import { equal } from '../../api/equal.ts';
import { type FieldError, forbidden, invalid, notSupported, required } from '../../api/field-errors.ts';
import type { Rules } from '../../api/kind.ts';
import { isDNS1123Subdomain } from '../../api/values/names.ts';
import { canonicalQuantity, compareQuantity, parseQuantity, type Quantity } from '../../api/values/quantity.ts';
import { unifiedDiff } from '../../api/values/unified-diff.ts';
import type { PersistentVolumeClaim } from '../objects.ts';
import { validateAccessModes } from '../persistentvolume/access-modes.ts';
import { claimWarnings } from '../pod/warnings.ts';
import { validateLabelSelector } from '../selector.ts';
import { validateImmutable } from '../template-validation.ts';
import type { PersistentVolumeClaimSpec, TypedObjectReference } from '../types.gen.ts';

const CLASS_ANNOTATION = 'volume.beta.kubernetes.io/storage-class';
const VOLUME_MODES = ['Block', 'Filesystem'];
const IMMUTABLE = 'spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims';

/** Also for the templates of StatefulSets and ephemeral volumes. */
export function validateClaimSpec(spec: PersistentVolumeClaimSpec, at: string): FieldError[] {
  const modes = spec.accessModes ?? [];
  const errors = modes.length === 0 ? [required(`${at}.accessModes`, 'at least 1 access mode is required')] : [];
  if (spec.selector) errors.push(...validateLabelSelector(spec.selector, `${at}.selector`));
  if (modes.length > 0) errors.push(...validateAccessModes(modes, `${at}.accessModes`));
  const storage = spec.resources?.requests?.['storage'];
  if (storage === undefined) errors.push(required(`${at}.resources[storage]`));
  else if (parseQuantity(storage).nano <= 0n)
    errors.push(invalid(`${at}.resources[storage]`, canonicalQuantity(storage), 'must be greater than zero'));
  const { storageClassName: name, volumeMode: mode, dataSource, dataSourceRef, volumeAttributesClassName: attributes } = spec;
  if (name) errors.push(...isDNS1123Subdomain(name).map((why) => invalid(`${at}.storageClassName`, name, why)));
  if (mode !== undefined && !VOLUME_MODES.includes(mode)) errors.push(notSupported(`${at}.volumeMode`, mode, VOLUME_MODES));
  if (dataSource) errors.push(...validateDataSource(dataSource, `${at}.dataSource`));
  if (dataSourceRef) errors.push(...validateDataSource(dataSourceRef, `${at}.dataSourceRef`));
  if (dataSource && dataSourceRef && !dataSourceRef.namespace && !equal(dataSource, dataSourceRef))
    errors.push(invalid(at, {}, 'must match dataSourceRef'));
  if (attributes) errors.push(...isDNS1123Subdomain(attributes).map((why) => invalid(`${at}.volumeAttributesClassName`, attributes, why)));
  return errors;
}

/** What a volume is filled from: another claim, a snapshot, or what a populator knows. */
function validateDataSource({ kind, name, ...source }: TypedObjectReference, at: string): FieldError[] {
  const apiGroup = source.apiGroup ?? '';
  const errors: FieldError[] = [];
  if (!name) errors.push(required(`${at}.name`));
  if (!kind) errors.push(required(`${at}.kind`));
  if (apiGroup === '' && kind !== 'PersistentVolumeClaim')
    errors.push(invalid(at, kind, "must be 'PersistentVolumeClaim' when referencing the default apiGroup"));
  if (apiGroup !== '') errors.push(...isDNS1123Subdomain(apiGroup).map((why) => invalid(`${at}.apiGroup`, apiGroup, why)));
  return errors;
}

export function validateClaimUpdate(claim: PersistentVolumeClaim, old: PersistentVolumeClaim): FieldError[] {
  const errors = validateClaimSpec(claim.spec, 'spec');
  const [classNow, classBefore] = [claim, old].map(({ metadata }) => metadata.annotations?.[CLASS_ANNOTATION]);
  // The class of the annotation may become the field's.
  const moved = classBefore !== undefined && !old.spec.storageClassName && claim.spec.storageClassName === classBefore;
  const given = !moved && classBefore === undefined && old.spec.storageClassName === undefined;
  if (!moved) errors.push(...validateImmutable(classNow ?? '', classBefore ?? '', `metadata.annotations.${CLASS_ANNOTATION}`));
  const bound = old.status.phase === 'Bound';
  const requests = claim.spec.resources?.requests;
  const storage = old.spec.resources?.requests?.['storage'];
  const compared = {
    ...claim.spec,
    ...((moved || given) && { storageClassName: old.spec.storageClassName }),
    ...(bound && requests && { resources: { ...claim.spec.resources, requests: { ...requests, storage: storage ?? 0 } } }),
    ...(bound && claim.spec.volumeAttributesClassName !== undefined && { volumeAttributesClassName: old.spec.volumeAttributesClassName }),
  };
  const before = { ...old.spec, ...(!old.spec.volumeName && claim.spec.volumeName && { volumeName: claim.spec.volumeName }) };
  if (!equal(goSpec(compared), goSpec(before))) {
    const diff = unifiedDiff(JSON.stringify(goSpec(before), undefined, 1), JSON.stringify(goSpec(compared), undefined, 1));
    errors.push(forbidden('spec', `${IMMUTABLE}\n${diff}`));
  }
  const [now, then, has] = [requests?.['storage'] ?? 0, storage ?? 0, old.status.capacity?.['storage'] ?? 0].map(parseQuantity) as [
    Quantity,
    Quantity,
    Quantity,
  ];
  if (compareQuantity(now, then) < 0 && compareQuantity(now, has) <= 0)
    errors.push(forbidden('spec.resources.requests.storage', 'field can not be less than status.capacity'));
  return [...errors, ...validateImmutable(claim.spec.volumeMode, old.spec.volumeMode, 'volumeMode')];
}

/** The spec as the server's own struct. */
function goSpec(spec: PersistentVolumeClaimSpec): Readonly<Record<string, unknown>> {
  const list = (amounts: object | undefined): unknown =>
    amounts === undefined
      ? null
      : Object.fromEntries(Object.entries(amounts).map(([key, value]) => [key, canonicalQuantity(value as string)]));
  return {
    AccessModes: spec.accessModes ?? null,
    Selector: spec.selector ?? null,
    Resources: { Limits: list(spec.resources?.limits), Requests: list(spec.resources?.requests) },
    VolumeName: spec.volumeName ?? '',
    StorageClassName: spec.storageClassName ?? null,
    VolumeMode: spec.volumeMode ?? null,
    DataSource: spec.dataSource ?? null,
    DataSourceRef: spec.dataSourceRef ?? null,
    VolumeAttributesClassName: spec.volumeAttributesClassName ?? null,
  };
}

export const persistentVolumeClaimRules: Rules<PersistentVolumeClaim> = {
  warnings: ({ metadata, spec }) => [
    ...(metadata.annotations?.[CLASS_ANNOTATION] === undefined
      ? []
      : [`metadata.annotations[${CLASS_ANNOTATION}]: deprecated since v1.8; use "storageClassName" attribute instead`]),
    ...claimWarnings(spec, 'spec'),
  ],
  validate: ({ spec }) => validateClaimSpec(spec, 'spec'),
  validateUpdate: validateClaimUpdate,
  validateStatus: ({ spec, status }) => [
    ...(spec.accessModes?.length ? [] : [required('Spec.accessModes')]),
    ...(['capacity', 'allocatedResources'] as const).flatMap((list) =>
      Object.entries(status[list] ?? {}).flatMap(([name, amount]) =>
        parseQuantity(amount).nano < 0n
          ? [invalid(`status.${list}[${name}]`, Number(parseQuantity(amount).nano / 1_000_000_000n), 'must be a valid resource quantity')]
          : [],
      ),
    ),
  ],
};
