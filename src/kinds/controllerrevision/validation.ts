/** Rules for controllerrevisions. */
import { invalid } from '../../api/field-errors.ts';
import type { Rules } from '../../api/kind.ts';
import type { ControllerRevision } from '../objects.ts';
import { nonNegative } from '../pod/containers.ts';
import { validateImmutable } from '../template-validation.ts';

export const controllerRevisionRules: Rules<ControllerRevision> = {
  validate: ({ data, revision }) => [
    ...(data ? [] : [invalid('data', data ?? null, 'must be specified')]),
    ...nonNegative(revision, 'revision'),
  ],
  validateUpdate: (now, old) => validateImmutable(now.data, old.data, 'data'),
};
