/** Rules for Deployments, in the real words and order (source: pkg/apis/apps/validation). */

import { type FieldError, forbidden, invalid, notSupported } from '../../api/field-errors.ts';
import { goStructText } from '../../api/go-json.ts';
import type { Rules } from '../../api/kind.ts';
import type { IntOrString } from '../../api/values/intstr.ts';
import { isPercent } from '../../api/values/names.ts';
import { countedStatus, ofReplicas } from '../counted-status.ts';
import type { Deployment } from '../objects.ts';
import { nonNegative } from '../pod/containers.ts';
import { templateWarnings } from '../pod/warnings.ts';
import { validateImmutable, validateSpecSelector, validateTemplate } from '../template-validation.ts';
import type { DeploymentStrategy } from '../types.gen.ts';

const TYPES = ['Recreate', 'RollingUpdate'];

export function validateDeployment({ spec }: Deployment): FieldError[] {
  const errors = [
    ...nonNegative(spec.replicas ?? 0, 'spec.replicas'),
    ...validateSpecSelector(spec.selector, 'empty selector is invalid for deployment'),
    ...validateTemplate(spec.selector, spec.template),
    ...validateStrategy(spec.strategy ?? {}, 'spec.strategy'),
    ...nonNegative(spec.minReadySeconds ?? 0, 'spec.minReadySeconds'),
  ];
  if (spec.revisionHistoryLimit !== undefined) errors.push(...nonNegative(spec.revisionHistoryLimit, 'spec.revisionHistoryLimit'));
  const { progressDeadlineSeconds: deadline, minReadySeconds = 0 } = spec;
  if (deadline !== undefined) {
    errors.push(...nonNegative(deadline, 'spec.progressDeadlineSeconds'));
    if (deadline <= minReadySeconds) errors.push(invalid('spec.progressDeadlineSeconds', deadline, 'must be greater than minReadySeconds'));
  }
  return errors;
}

export function validateDeploymentUpdate(deployment: Deployment, old: Deployment): FieldError[] {
  return [...validateDeployment(deployment), ...validateImmutable(deployment.spec.selector, old.spec.selector, 'spec.selector')];
}

function validateStrategy({ type = '', rollingUpdate }: DeploymentStrategy, at: string): FieldError[] {
  if (!TYPES.includes(type)) {
    const { maxUnavailable = 0, maxSurge = 0 } = rollingUpdate ?? {};
    const shown = rollingUpdate ? goStructText({ MaxUnavailable: maxUnavailable, MaxSurge: maxSurge }) : null;
    return [notSupported(at, goStructText({ Type: type, RollingUpdate: shown }), TYPES)];
  }
  if (type === 'Recreate')
    return rollingUpdate ? [forbidden(`${at}.rollingUpdate`, "may not be specified when strategy `type` is 'Recreate'")] : [];
  return validateRolling(rollingUpdate?.maxUnavailable ?? 0, rollingUpdate?.maxSurge ?? 0, `${at}.rollingUpdate`);
}

function validateRolling(maxUnavailable: IntOrString, maxSurge: IntOrString, at: string): FieldError[] {
  const errors = [...validateAmount(maxUnavailable, `${at}.maxUnavailable`), ...validateAmount(maxSurge, `${at}.maxSurge`)];
  if (isNothing(maxUnavailable) && isNothing(maxSurge))
    errors.push(invalid(`${at}.maxUnavailable`, maxUnavailable, 'may not be 0 when `maxSurge` is 0'));
  return [...errors, ...atMostAll(maxUnavailable, `${at}.maxUnavailable`)];
}

export function atMostAll(value: IntOrString, at: string): FieldError[] {
  const percent = typeof value === 'string' && /^\d+%$/.test(value) ? Number.parseInt(value, 10) : 0;
  return percent > 100 ? [invalid(at, value, 'must not be greater than 100%')] : [];
}

/** A number, or a percentage of at most 100. */
export const validateShare = (value: IntOrString, at: string): FieldError[] => [...validateAmount(value, at), ...atMostAll(value, at)];

export function isNothing(value: IntOrString): boolean {
  if (typeof value === 'number') return value === 0;
  // What is no number at all counts as 0.
  return /^\d+%$/.test(value) ? Number.parseInt(value, 10) === 0 : !/^[+-]?0*[1-9]\d*$/.test(value);
}

export function validateAmount(value: IntOrString, at: string): FieldError[] {
  if (typeof value === 'number') return nonNegative(value, at);
  return isPercent(value).map((why) => invalid(at, value, why));
}

export const deploymentRules: Rules<Deployment> = {
  warnings: templateWarnings(({ spec }) => spec.template),
  validate: validateDeployment,
  validateUpdate: validateDeploymentUpdate,
  validateStatus: countedStatus({
    counts: [
      'observedGeneration',
      'replicas',
      'updatedReplicas',
      'readyReplicas',
      'availableReplicas',
      'unavailableReplicas',
      'terminatingReplicas',
      'collisionCount',
    ],
    parts: [
      ...ofReplicas('updatedReplicas', 'readyReplicas', 'availableReplicas'),
      ['availableReplicas', 'readyReplicas', 'cannot be greater than readyReplicas'],
    ],
  }),
};
