import { ageColumn, nameColumn, text } from '../columns.ts';
import { define } from '../define.ts';
import { fill, within } from '../fill.ts';
import type { IngressClass } from '../objects.ts';

/** Which controller serves an Ingress. */
export const ingressClasses = define<IngressClass>('networking.k8s.io/v1', 'ingressclasses', {
  generation: ['spec'],
  defaults: (one) => within(one, 'spec', (spec) => within(spec, 'parameters', (parameters) => fill(parameters, { scope: 'Cluster' }))),
  columns: [nameColumn, text('Controller', ({ spec }) => spec.controller ?? ''), text('Parameters', parametersText), ageColumn],
});

function parametersText({ spec: { parameters } }: IngressClass): string {
  if (!parameters) return '<none>';
  return `${parameters.kind}${parameters.apiGroup ? `.${parameters.apiGroup}` : ''}/${parameters.name}`;
}
