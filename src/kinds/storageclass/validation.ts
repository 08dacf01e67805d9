/** Rules for storageclasses. */
import { equal } from '../../api/equal.ts';
import { type FieldError, forbidden, invalid, notSupported, required } from '../../api/field-errors.ts';
import type { Rules } from '../../api/kind.ts';
import { isQualifiedName } from '../../api/values/names.ts';
import type { StorageClass } from '../objects.ts';
import { validateImmutable } from '../template-validation.ts';

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

export const storageClassRules: Rules<StorageClass> = {
  validate,
  validateUpdate,
};
