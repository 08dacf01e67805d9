import { type FieldError, invalid, notSupported, required } from '../../api/field-errors.ts';
import { goStructText } from '../../api/go-json.ts';
import type { Rules } from '../../api/kind.ts';
import type { IntOrString } from '../../api/values/intstr.ts';
import { countedStatus } from '../counted-status.ts';
import { atMostAll, isNothing, validateAmount } from '../deployment/validation.ts';
import type { DaemonSet } from '../objects.ts';
import { nonNegative } from '../pod/containers.ts';
import { templateWarnings } from '../pod/warnings.ts';
import { validateLabelSelector } from '../selector.ts';
import { validateImmutable, validateTemplate } from '../template-validation.ts';

const STRATEGIES = ['RollingUpdate', 'OnDelete'];

function validate({ spec }: DaemonSet): FieldError[] {
  const errors = [
    ...validateLabelSelector(spec.selector, 'spec.selector'),
    ...validateTemplate(spec.selector, spec.template, 'DaemonSet'),
    ...nonNegative(spec.minReadySeconds ?? 0, 'spec.minReadySeconds'),
  ];
  const { type = '', rollingUpdate } = spec.updateStrategy ?? {};
  if (!STRATEGIES.includes(type)) {
    const shown = goStructText({ Type: type, RollingUpdate: null });
    errors.push(notSupported('spec.updateStrategy', shown, STRATEGIES));
  } else if (type === 'RollingUpdate') {
    errors.push(...validateRolling(rollingUpdate?.maxUnavailable ?? 0, rollingUpdate?.maxSurge ?? 0, 'spec.updateStrategy.rollingUpdate'));
  }
  if (spec.revisionHistoryLimit !== undefined) errors.push(...nonNegative(spec.revisionHistoryLimit, 'spec.revisionHistoryLimit'));
  return errors;
}

/** Either the old Pod goes first or the new one comes first. */
function validateRolling(maxUnavailable: IntOrString, maxSurge: IntOrString, at: string): FieldError[] {
  const errors = [
    ...validateAmount(maxUnavailable, `${at}.maxUnavailable`),
    ...validateAmount(maxSurge, `${at}.maxSurge`),
    ...atMostAll(maxUnavailable, `${at}.maxUnavailable`),
    ...atMostAll(maxSurge, `${at}.maxSurge`),
  ];
  if (!isNothing(maxUnavailable) && !isNothing(maxSurge))
    errors.push(invalid(`${at}.maxSurge`, maxSurge, 'may not be set when maxUnavailable is non-zero'));
  if (isNothing(maxUnavailable) && isNothing(maxSurge)) errors.push(required(`${at}.maxUnavailable`, 'cannot be 0 when maxSurge is 0'));
  return errors;
}

export const daemonSetRules: Rules<DaemonSet> = {
  warnings: templateWarnings(({ spec }) => spec.template, { named: false }),
  validate,
  validateUpdate: (daemonSet, old) => [
    ...validate(daemonSet),
    ...validateImmutable(daemonSet.spec.selector, old.spec.selector, 'spec.selector'),
  ],
  validateStatus: countedStatus({
    counts: [
      'currentNumberScheduled',
      'numberMisscheduled',
      'desiredNumberScheduled',
      'numberReady',
      'observedGeneration',
      'updatedNumberScheduled',
      'numberAvailable',
      'numberUnavailable',
      'collisionCount',
    ],
  }),
};
