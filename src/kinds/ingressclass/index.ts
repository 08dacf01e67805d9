import { type FieldError, invalid, required, tooLong } from '../../api/field-errors.ts';
import { isDomainPrefixedPath } from '../../api/values/names.ts';
import { ageColumn, nameColumn, text } from '../columns.ts';
import { define } from '../define.ts';
import type { IngressClass } from '../objects.ts';
import { validateImmutable } from '../workload.ts';

const MAX_CONTROLLER = 250;

/** Which controller serves an Ingress. */
export const ingressClasses = define<IngressClass>('networking.k8s.io/v1', 'ingressclasses', {
  generation: ['spec'],
  validate,
  validateUpdate: (now, old) => [...validateImmutable(now.spec.controller, old.spec.controller, 'spec.controller'), ...validate(now)],
  columns: [nameColumn, text('Controller', ({ spec }) => spec.controller ?? ''), text('Parameters', parametersText), ageColumn],
});

function parametersText({ spec: { parameters } }: IngressClass): string {
  if (!parameters) return '<none>';
  return `${parameters.kind}${parameters.apiGroup ? `.${parameters.apiGroup}` : ''}/${parameters.name}`;
}

function validate({ spec: { controller = '' } }: IngressClass): FieldError[] {
  if (controller.length > MAX_CONTROLLER) return [tooLong('spec.controller', MAX_CONTROLLER)];
  if (controller === '') return [required('spec.controller')];
  return isDomainPrefixedPath(controller).map((why) => invalid('spec.controller', controller, why));
}
