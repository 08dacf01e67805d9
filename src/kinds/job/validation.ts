/** Rules for Jobs (source: pkg/apis/batch/validation). */
import { type FieldError, invalid, notSupported, required } from '../../api/field-errors.ts';
import { nonNegative } from '../pod/containers.ts';
import { validatePodTemplate } from '../pod/validation.ts';
import { validateLabelSelector } from '../selector.ts';
import type { JobSpec } from '../types.gen.ts';

const MODES = ['NonIndexed', 'Indexed'];
const COUNTS = ['parallelism', 'completions', 'activeDeadlineSeconds', 'backoffLimit', 'ttlSecondsAfterFinished'] as const;

/** `selector`: a Job has one; the template of a CronJob has not yet. */
export function validateJobSpec(spec: JobSpec, at: string, selector: boolean): FieldError[] {
  const errors: FieldError[] = [];
  if (selector) {
    if (!spec.selector) errors.push(required(`${at}.selector`));
    else errors.push(...validateLabelSelector(spec.selector, `${at}.selector`));
  }
  for (const name of COUNTS) if (spec[name] !== undefined) errors.push(...nonNegative(spec[name], `${at}.${name}`));
  const mode = spec.completionMode;
  if (mode !== undefined && !MODES.includes(mode)) errors.push(notSupported(`${at}.completionMode`, mode, MODES));
  if (mode === 'Indexed' && spec.completions === undefined) errors.push(required(`${at}.completions`, 'when completion mode is Indexed'));
  errors.push(...validatePodTemplate(spec.template, `${at}.template`));
  const policy = spec.template.spec?.restartPolicy;
  const where = `${at}.template.spec.restartPolicy`;
  if (policy === 'Always') errors.push(required(where, 'valid values: "OnFailure", "Never"'));
  else if (policy !== undefined && policy !== 'OnFailure' && policy !== 'Never')
    errors.push(notSupported(where, policy, ['OnFailure', 'Never']));
  if (spec.podFailurePolicy && policy !== 'Never')
    errors.push(invalid(where, policy ?? '', 'only "Never" is supported when podFailurePolicy is specified'));
  return errors;
}
