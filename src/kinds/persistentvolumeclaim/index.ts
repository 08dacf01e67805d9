import { equal } from '../../api/equal.ts';
import { type FieldError, forbidden, invalid, required } from '../../api/field-errors.ts';
import { canonicalQuantity, compareQuantity, parseQuantity } from '../../api/values/quantity.ts';
import type { World } from '../../world/world.ts';
import { ageColumn, nameColumn, text } from '../columns.ts';
import { define } from '../define.ts';
import { fill, within } from '../fill.ts';
import type { PersistentVolumeClaim, StorageClass } from '../objects.ts';
import { accessModesText, validateAccessModes } from '../persistentvolume/access-modes.ts';
import { isDefaultClass } from '../storageclass/index.ts';

const IMMUTABLE = 'spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims';

/** A wish for storage. */
export const persistentVolumeClaims = define<PersistentVolumeClaim>('v1', 'persistentvolumeclaims', {
  defaults: (claim) => within(claim, 'spec', (spec) => fill(spec, { volumeMode: 'Filesystem' })),
  prepareCreate: (claim, { world }) => {
    const name = claim.spec.storageClassName ?? defaultClass(world);
    return {
      ...claim,
      spec: { ...claim.spec, ...(name !== undefined && { storageClassName: name }) },
      status: { phase: 'Pending' },
    };
  },
  validate,
  validateUpdate,
  columns: [
    nameColumn,
    text('Status', ({ status, metadata }) => (metadata.deletionTimestamp ? 'Terminating' : (status.phase ?? ''))),
    text('Volume', ({ spec }) => spec.volumeName ?? ''),
    text('Capacity', ({ spec, status }) =>
      spec.volumeName && status.capacity?.['storage'] !== undefined ? canonicalQuantity(status.capacity['storage']) : '',
    ),
    text('Access Modes', ({ spec, status }) => (spec.volumeName ? accessModesText(status.accessModes) : '')),
    text('StorageClass', ({ spec }) => spec.storageClassName ?? ''),
    text('VolumeAttributesClass', ({ spec }) => spec.volumeAttributesClassName ?? '<unset>'),
    ageColumn,
    text('VolumeMode', ({ spec }) => spec.volumeMode ?? '<unset>', true),
  ],
});

/** The class of claims that name none (admission plugin DefaultStorageClass): the newest that is marked. */
function defaultClass(world: World): string | undefined {
  const marked = world.store.list<StorageClass>('storageclasses.storage.k8s.io').filter(isDefaultClass);
  const newest = (a: StorageClass, b: StorageClass): number => (a.metadata.creationTimestamp < b.metadata.creationTimestamp ? 1 : -1);
  return marked.sort(newest)[0]?.metadata.name;
}

function validate({ spec }: PersistentVolumeClaim): FieldError[] {
  const errors = validateAccessModes(spec.accessModes ?? [], 'spec.accessModes');
  const storage = spec.resources?.requests?.['storage'];
  if (storage === undefined) errors.push(required('spec.resources[storage]'));
  else if (parseQuantity(storage).nano <= 0n)
    errors.push(invalid('spec.resources[storage]', canonicalQuantity(storage), 'must be greater than zero'));
  return errors;
}

function validateUpdate(claim: PersistentVolumeClaim, old: PersistentVolumeClaim): FieldError[] {
  const errors = validate(claim);
  const bound = old.status.phase === 'Bound';
  const asBefore = {
    ...claim.spec,
    ...(bound && { resources: old.spec.resources }),
    ...(!old.spec.volumeName && { volumeName: old.spec.volumeName }),
  };
  if (!equal(asBefore, old.spec)) errors.push(forbidden('spec', IMMUTABLE));
  const [now, before] = [claim.spec.resources?.requests?.['storage'] ?? 0, old.spec.resources?.requests?.['storage'] ?? 0];
  if (bound && compareQuantity(parseQuantity(now), parseQuantity(before)) < 0) {
    errors.push(forbidden('spec.resources.requests.storage', 'field can not be less than status.capacity'));
  }
  return errors;
}
