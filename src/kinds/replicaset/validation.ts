/** Rules for replicasets. */
import type { FieldError } from '../../api/field-errors.ts';
import type { Rules } from '../../api/kind.ts';
import { countedStatus, ofReplicas } from '../counted-status.ts';
import type { ReplicaSet } from '../objects.ts';
import { nonNegative } from '../pod/containers.ts';
import { templateWarnings } from '../pod/warnings.ts';
import { validateImmutable, validateSpecSelector, validateTemplate } from '../template-validation.ts';

function validate({ spec }: ReplicaSet): FieldError[] {
  return [
    ...nonNegative(spec.replicas ?? 0, 'spec.replicas'),
    ...nonNegative(spec.minReadySeconds ?? 0, 'spec.minReadySeconds'),
    ...validateSpecSelector(spec.selector, 'empty selector is invalid for deployment'),
    ...validateTemplate(spec.selector, spec.template ?? {}),
  ];
}

export const replicaSetRules: Rules<ReplicaSet> = {
  warnings: templateWarnings(({ spec }) => spec.template),
  validate,
  validateUpdate: (replicaSet, old) => [
    ...validate(replicaSet),
    ...validateImmutable(replicaSet.spec.selector, old.spec.selector, 'spec.selector'),
  ],
  validateStatus: countedStatus({
    counts: ['replicas', 'fullyLabeledReplicas', 'readyReplicas', 'availableReplicas', 'terminatingReplicas', 'observedGeneration'],
    parts: [
      ...ofReplicas('fullyLabeledReplicas', 'readyReplicas', 'availableReplicas'),
      ['availableReplicas', 'readyReplicas', 'cannot be greater than readyReplicas'],
    ],
  }),
};
