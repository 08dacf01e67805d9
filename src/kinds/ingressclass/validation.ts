/** Rules for ingressclasses. */
import { type FieldError, invalid, required, tooLong } from '../../api/field-errors.ts';
import type { Rules } from '../../api/kind.ts';
import { isDomainPrefixedPath } from '../../api/values/names.ts';
import type { IngressClass } from '../objects.ts';
import { validateImmutable } from '../template-validation.ts';

const MAX_CONTROLLER = 250;

function validate({ spec: { controller = '' } }: IngressClass): FieldError[] {
  if (controller.length > MAX_CONTROLLER) return [tooLong('spec.controller', MAX_CONTROLLER)];
  if (controller === '') return [required('spec.controller')];
  return isDomainPrefixedPath(controller).map((why) => invalid('spec.controller', controller, why));
}

export const ingressClassRules: Rules<IngressClass> = {
  validate,
  validateUpdate: (now, old) => [...validateImmutable(now.spec.controller, old.spec.controller, 'spec.controller'), ...validate(now)],
};
