/** Rules for ingressclasses. */
import { type FieldError, forbidden, invalid, notSupported, required, tooLong } from '../../api/field-errors.ts';
import type { Rules } from '../../api/kind.ts';
import { isDNS1123Label } from '../../api/values/names.ts';
import { validateDomainPath } from '../domain-path.ts';
import { validateReference } from '../ingress/validation.ts';
import type { IngressClass } from '../objects.ts';
import { validateImmutable } from '../template-validation.ts';
import type { IngressClassParametersReference } from '../types.gen.ts';

const MAX_CONTROLLER = 250;
const SCOPES = ['Cluster', 'Namespace'];

function validate({ spec: { controller = '', parameters } }: IngressClass): FieldError[] {
  return [
    ...(controller.length > MAX_CONTROLLER ? [tooLong('spec.controller', MAX_CONTROLLER)] : []),
    ...validateDomainPath(controller, 'spec.controller'),
    ...(parameters ? validateParameters(parameters, 'spec.parameters') : []),
  ];
}

function validateParameters(parameters: IngressClassParametersReference, at: string): FieldError[] {
  const { scope, namespace } = parameters;
  const errors = validateReference(parameters, at);
  if (scope === undefined) return [...errors, required(`${at}.scope`)];
  if (!SCOPES.includes(scope)) return [...errors, notSupported(`${at}.scope`, scope, SCOPES)];
  if (scope === 'Cluster')
    return namespace === undefined ? errors : [...errors, forbidden(`${at}.namespace`, "`parameters.scope` is set to 'Cluster'")];
  if (namespace === undefined) return [...errors, required(`${at}.namespace`, "`parameters.scope` is set to 'Namespace'")];
  return [...errors, ...isDNS1123Label(namespace).map((why) => invalid(`${at}.namespace`, namespace, why))];
}

export const ingressClassRules: Rules<IngressClass> = {
  validate,
  validateUpdate: (now, old) => [...validateImmutable(now.spec.controller, old.spec.controller, 'spec.controller'), ...validate(now)],
};
