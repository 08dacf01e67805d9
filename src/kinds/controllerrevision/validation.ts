/** Rules for controllerrevisions. */
import { type FieldError, required } from '../../api/field-errors.ts';
import type { Rules } from '../../api/kind.ts';
import type { ControllerRevision } from '../objects.ts';
import { nonNegative } from '../pod/containers.ts';
import { validateImmutable } from '../template-validation.ts';

function validate({ data, revision }: ControllerRevision): FieldError[] {
  return [...(data ? [] : [required('data', 'data is mandatory')]), ...nonNegative(revision, 'revision')];
}

export const controllerRevisionRules: Rules<ControllerRevision> = {
  validate,
  validateUpdate: (now, old) => [...validate(now), ...validateImmutable(now.data, old.data, 'data')],
};
