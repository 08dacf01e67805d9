/** Rules for claims (source: pkg/apis/core/validation, ValidatePersistentVolumeClaim). */

import { equal } from '../../api/equal.ts';
import { type FieldError, forbidden, invalid, notSupported, required } from '../../api/field-errors.ts';
import type { Rules } from '../../api/kind.ts';
import { isDNS1123Subdomain } from '../../api/values/names.ts';
import { canonicalQuantity, compareQuantity, parseQuantity } from '../../api/values/quantity.ts';
import { unifiedDiff } from '../../api/values/unified-diff.ts';
import type { PersistentVolumeClaim } from '../objects.ts';
import { validateAccessModes } from '../persistentvolume/access-modes.ts';
import { claimWarnings } from '../pod/warnings.ts';
import type { PersistentVolumeClaimSpec } from '../types.gen.ts';

const VOLUME_MODES = ['Block', 'Filesystem'];
const IMMUTABLE = 'spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims';

/** Also for the templates of StatefulSets and ephemeral volumes. */
export function validateClaimSpec(spec: PersistentVolumeClaimSpec, at: string): FieldError[] {
  const errors = validateAccessModes(spec.accessModes ?? [], `${at}.accessModes`, 'at least 1 access mode is required');
  const storage = spec.resources?.requests?.['storage'];
  if (storage === undefined) errors.push(required(`${at}.resources[storage]`));
  else if (parseQuantity(storage).nano <= 0n)
    errors.push(invalid(`${at}.resources[storage]`, canonicalQuantity(storage), 'must be greater than zero'));
  const { storageClassName: name, volumeMode: mode } = spec;
  if (name) errors.push(...isDNS1123Subdomain(name).map((why) => invalid(`${at}.storageClassName`, name, why)));
  if (mode !== undefined && !VOLUME_MODES.includes(mode)) errors.push(notSupported(`${at}.volumeMode`, mode, VOLUME_MODES));
  return errors;
}

export function validateClaimUpdate(claim: PersistentVolumeClaim, old: PersistentVolumeClaim): FieldError[] {
  const errors = validateClaimSpec(claim.spec, 'spec');
  const bound = old.status.phase === 'Bound';
  const compared = {
    ...claim.spec,
    ...(bound && old.spec.resources && { resources: old.spec.resources }),
    ...(bound && { volumeAttributesClassName: old.spec.volumeAttributesClassName }),
  };
  const before = { ...old.spec, ...(!old.spec.volumeName && claim.spec.volumeName && { volumeName: claim.spec.volumeName }) };
  if (!equal(goSpec(compared), goSpec(before))) {
    const diff = unifiedDiff(JSON.stringify(goSpec(before), undefined, 1), JSON.stringify(goSpec(compared), undefined, 1));
    errors.push(forbidden('spec', `${IMMUTABLE}\n${diff}`));
  }
  const [now, then] = [claim.spec.resources?.requests?.['storage'] ?? 0, old.spec.resources?.requests?.['storage'] ?? 0];
  const has = old.status.capacity?.['storage'] ?? then;
  const shrinks = compareQuantity(parseQuantity(now), parseQuantity(then)) < 0;
  if (bound && shrinks && compareQuantity(parseQuantity(now), parseQuantity(has)) <= 0)
    errors.push(forbidden('spec.resources.requests.storage', 'field can not be less than status.capacity'));
  return errors;
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

/** A wish for storage. */
const CLASS_ANNOTATION = 'volume.beta.kubernetes.io/storage-class';

export const persistentVolumeClaimRules: Rules<PersistentVolumeClaim> = {
  warnings: ({ metadata, spec }) => [
    ...(metadata.annotations?.[CLASS_ANNOTATION] === undefined
      ? []
      : [`metadata.annotations[${CLASS_ANNOTATION}]: deprecated since v1.8; use "storageClassName" attribute instead`]),
    ...claimWarnings(spec, 'spec'),
  ],
  validate: ({ spec }) => validateClaimSpec(spec, 'spec'),
  validateUpdate: validateClaimUpdate,
};
