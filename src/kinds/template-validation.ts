/** Rules that the kinds with a template of Pods have in common. */
import { equal } from '../api/equal.ts';
import { type FieldError, forbidden, invalid, notSupported, required } from '../api/field-errors.ts';
import { fromLabelSelector, matches } from '../api/values/selector.ts';
import { validatePodTemplate } from './pod/validation.ts';
import { validateLabelSelector } from './selector.ts';
import type { LabelSelector, PodTemplateSpec } from './types.gen.ts';

export function isEmptySelector(selector: LabelSelector | undefined): boolean {
  return Object.keys(selector?.matchLabels ?? {}).length + (selector?.matchExpressions?.length ?? 0) === 0;
}

/** The rule on spec.selector: there, well formed and not empty (`detail` says of what). */
export function validateSpecSelector(selector: LabelSelector | undefined, detail: string): FieldError[] {
  if (!selector) return [required('spec.selector')];
  const errors = validateLabelSelector(selector, 'spec.selector');
  if (isEmptySelector(selector)) errors.push(invalid('spec.selector', selector, detail));
  return errors;
}

/** The rules on spec.template: its labels are selected, and the Pods it makes are valid. */
export function validateTemplate(
  selector: LabelSelector | undefined,
  template: PodTemplateSpec,
  kind = 'ReplicaSet',
  restarts = ['Always'],
): FieldError[] {
  const errors: FieldError[] = [];
  const labels = template.metadata?.labels;
  const fit = fits(selector, labels);
  // Whether the labels are selected cannot be said; DaemonSets go on all the same.
  if (fit === undefined && kind !== 'DaemonSet')
    return [invalid('spec.selector', selector, kind === 'StatefulSet' ? '' : 'invalid label selector')];
  if (fit === false) errors.push(invalid('spec.template.metadata.labels', labels ?? null, '`selector` does not match template `labels`'));
  if (kind === 'DaemonSet' && selector && isEmptySelector(selector))
    errors.push(invalid('spec.selector', selector, 'empty selector is invalid for daemonset'));
  errors.push(...validatePodTemplate(template, 'spec.template'));
  const { restartPolicy, activeDeadlineSeconds } = template.spec ?? {};
  if (restartPolicy !== undefined && !restarts.includes(restartPolicy))
    errors.push(notSupported('spec.template.spec.restartPolicy', restartPolicy, restarts));
  if (activeDeadlineSeconds !== undefined)
    errors.push(forbidden('spec.template.spec.activeDeadlineSeconds', `activeDeadlineSeconds in ${kind} is not Supported`));
  return errors;
}

/** Whether labels are selected: by no selector none are, by an empty one all. Undefined where the selector makes no sense. */
export function fits(selector: LabelSelector | undefined, labels: Readonly<Record<string, string>> | undefined): boolean | undefined {
  if (!selector) return false;
  try {
    return isEmptySelector(selector) || matches(fromLabelSelector(selector), labels ?? {});
  } catch {
    return undefined;
  }
}

/** `spec.selector: Invalid value: {...}: field is immutable` */
export function validateImmutable(now: unknown, before: unknown, at: string): FieldError[] {
  return equal(now, before) ? [] : [invalid(at, now ?? null, 'field is immutable')];
}
