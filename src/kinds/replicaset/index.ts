import type { FieldError } from '../../api/field-errors.ts';
import { formatSelector } from '../../api/values/selector.ts';
import { ageColumn, integer, nameColumn } from '../columns.ts';
import { define } from '../define.ts';
import { fill, within } from '../fill.ts';
import type { ReplicaSet } from '../objects.ts';
import { nonNegative } from '../pod/containers.ts';
import { defaultPodTemplate } from '../pod/defaults.ts';
import { validateImmutable, validateSpecSelector, validateTemplate, wideColumns } from '../workload.ts';

/** So many Pods of one template. */
export const replicaSets = define<ReplicaSet>('apps/v1', 'replicasets', {
  generation: ['spec'],
  scale: {
    selector: ({ spec }) => formatSelector(spec.selector),
    replicas: ({ spec }) => spec.replicas ?? 0,
    current: ({ status }) => status.replicas,
    set: (replicaSet, replicas) => ({ ...replicaSet, spec: { ...replicaSet.spec, replicas } }),
  },
  defaults: (replicaSet) => within(replicaSet, 'spec', (spec) => within(fill(spec, { replicas: 1 }), 'template', defaultPodTemplate)),
  validate,
  validateUpdate: (replicaSet, old) => [
    ...validate(replicaSet),
    ...validateImmutable(replicaSet.spec.selector, old.spec.selector, 'spec.selector'),
  ],
  selectableFields: { 'status.replicas': ({ status }) => String(status.replicas) },
  columns: [
    nameColumn,
    integer('Desired', ({ spec }) => spec.replicas ?? 0),
    integer('Current', ({ status }) => status.replicas),
    integer('Ready', ({ status }) => status.readyReplicas ?? 0),
    ageColumn,
    ...wideColumns<ReplicaSet>(),
  ],
});

function validate({ spec }: ReplicaSet): FieldError[] {
  return [
    ...nonNegative(spec.replicas ?? 0, 'spec.replicas'),
    ...nonNegative(spec.minReadySeconds ?? 0, 'spec.minReadySeconds'),
    ...validateSpecSelector(spec.selector, 'empty selector is invalid for deployment'),
    ...validateTemplate(spec.selector, spec.template ?? {}),
  ];
}
