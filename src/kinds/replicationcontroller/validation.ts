/** Rules for replicationcontrollers. */
import { type FieldError, required } from '../../api/field-errors.ts';
import type { Rules } from '../../api/kind.ts';
import { countedStatus, ofReplicas } from '../counted-status.ts';
import type { ReplicationController } from '../objects.ts';
import { nonNegative } from '../pod/containers.ts';
import { templateWarnings } from '../pod/warnings.ts';
import { validateTemplate } from '../template-validation.ts';

function validate({ spec }: ReplicationController): FieldError[] {
  const { selector = {}, template } = spec;
  const errors = [...nonNegative(spec.minReadySeconds ?? 0, 'spec.minReadySeconds')];
  const empty = Object.keys(selector).length === 0;
  if (empty) errors.push(required('spec.selector'));
  errors.push(...nonNegative(spec.replicas ?? 0, 'spec.replicas'));
  if (!template) return [...errors, required('spec.template')];
  const wrong = validateTemplate({ matchLabels: selector }, template, 'ReplicationController');
  return [...errors, ...(empty ? wrong.slice(1) : wrong)];
}

export const replicationControllerRules: Rules<ReplicationController> = {
  warnings: templateWarnings(({ spec }) => spec.template),
  validate,
  validateUpdate: (controller) => validate(controller),
  validateStatus: countedStatus({
    counts: ['replicas', 'fullyLabeledReplicas', 'readyReplicas', 'availableReplicas', 'terminatingReplicas', 'observedGeneration'],
    parts: [
      ...ofReplicas('fullyLabeledReplicas', 'readyReplicas', 'availableReplicas'),
      ['availableReplicas', 'readyReplicas', 'cannot be greater than readyReplicas'],
    ],
  }),
};
