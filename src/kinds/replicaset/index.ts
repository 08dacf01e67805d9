import type { FieldError } from '../../api/field-errors.ts';
import { formatSelector } from '../../api/values/selector.ts';
import { ageColumn, nameColumn } from '../columns.ts';
import { define } from '../define.ts';
import { fill, within } from '../fill.ts';
import type { ReplicaSet } from '../objects.ts';
import { nonNegative } from '../pod/containers.ts';
import { defaultPodTemplate } from '../pod/defaults.ts';
import { templateWarnings } from '../pod/warnings.ts';
import { replicaColumns, replicaScale, validateImmutable, validateSpecSelector, validateTemplate, wideColumns } from '../workload.ts';

/** So many Pods of one template. */
export const replicaSets = define<ReplicaSet>('apps/v1', 'replicasets', {
  generation: ['spec'],
  warnings: templateWarnings(({ spec }) => spec.template),
  scale: replicaScale(({ spec }) => formatSelector(spec.selector)),
  defaults: (replicaSet) => within(replicaSet, 'spec', (spec) => within(fill(spec, { replicas: 1 }), 'template', defaultPodTemplate)),
  validate,
  validateUpdate: (replicaSet, old) => [
    ...validate(replicaSet),
    ...validateImmutable(replicaSet.spec.selector, old.spec.selector, 'spec.selector'),
  ],
  selectableFields: { 'status.replicas': ({ status }) => String(status.replicas) },
  columns: [nameColumn, ...replicaColumns<ReplicaSet>(), ageColumn, ...wideColumns<ReplicaSet>()],
});

function validate({ spec }: ReplicaSet): FieldError[] {
  return [
    ...nonNegative(spec.replicas ?? 0, 'spec.replicas'),
    ...nonNegative(spec.minReadySeconds ?? 0, 'spec.minReadySeconds'),
    ...validateSpecSelector(spec.selector, 'empty selector is invalid for deployment'),
    ...validateTemplate(spec.selector, spec.template ?? {}),
  ];
}
