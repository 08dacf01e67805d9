import { equal } from '../../api/equal.ts';
import { type FieldError, forbidden, invalid, notSupported, required } from '../../api/field-errors.ts';
import { isQualifiedName } from '../../api/values/names.ts';
import { ageColumn, nameColumn, text } from '../columns.ts';
import { define } from '../define.ts';
import type { StorageClass } from '../objects.ts';
import { validateImmutable } from '../workload.ts';
import { freshStorageClass } from './fresh.ts';

const DEFAULT_CLASS = 'storageclass.kubernetes.io/is-default-class';
const BETA_DEFAULT_CLASS = 'storageclass.beta.kubernetes.io/is-default-class';

/** Whether claims that name no class get this one. */
export function isDefaultClass({ metadata: { annotations } }: StorageClass): boolean {
  return annotations?.[DEFAULT_CLASS] === 'true' || annotations?.[BETA_DEFAULT_CLASS] === 'true';
}

/** How volumes are made for claims. */
export const storageClasses = define<StorageClass>('storage.k8s.io/v1', 'storageclasses', {
  ...freshStorageClass,
  validate,
  validateUpdate,
  columns: [
    { ...nameColumn, cell: (one) => (isDefaultClass(one) ? `${one.metadata.name} (default)` : one.metadata.name) },
    text('Provisioner', ({ provisioner }) => provisioner),
    text('ReclaimPolicy', ({ reclaimPolicy }) => reclaimPolicy ?? 'Delete'),
    text('VolumeBindingMode', ({ volumeBindingMode }) => volumeBindingMode ?? 'Immediate'),
    { name: 'AllowVolumeExpansion', type: 'string', cell: ({ allowVolumeExpansion }) => String(allowVolumeExpansion ?? false) },
    ageColumn,
  ],
});

const POLICIES = ['Delete', 'Retain'];
const BINDING_MODES = ['Immediate', 'WaitForFirstConsumer'];

function validate({ provisioner, reclaimPolicy = 'Delete', volumeBindingMode }: StorageClass): FieldError[] {
  const errors: FieldError[] = [];
  if (!provisioner) errors.push(required('provisioner'));
  else errors.push(...isQualifiedName(provisioner.toLowerCase()).map((why) => invalid('provisioner', provisioner, why)));
  if (!POLICIES.includes(reclaimPolicy)) errors.push(notSupported('reclaimPolicy', reclaimPolicy, POLICIES));
  if (volumeBindingMode === undefined) errors.push(required('volumeBindingMode'));
  else if (!BINDING_MODES.includes(volumeBindingMode)) errors.push(notSupported('volumeBindingMode', volumeBindingMode, BINDING_MODES));
  return errors;
}

/** What a class says is said for good. */
function validateUpdate(now: StorageClass, old: StorageClass): FieldError[] {
  const errors: FieldError[] = [];
  if (!equal(now.parameters, old.parameters)) errors.push(forbidden('parameters', 'updates to parameters are forbidden.'));
  if (now.provisioner !== old.provisioner) errors.push(forbidden('provisioner', 'updates to provisioner are forbidden.'));
  if (now.reclaimPolicy !== old.reclaimPolicy) errors.push(forbidden('reclaimPolicy', 'updates to reclaimPolicy are forbidden.'));
  return [...errors, ...validateImmutable(now.volumeBindingMode, old.volumeBindingMode, 'volumeBindingMode')];
}
