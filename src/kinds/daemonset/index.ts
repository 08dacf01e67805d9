import { equal } from '../../api/equal.ts';
import { type FieldError, invalid, notSupported, required } from '../../api/field-errors.ts';
import { goStructText } from '../../api/go-json.ts';
import type { IntOrString } from '../../api/values/intstr.ts';
import { formatLabels } from '../../api/values/selector.ts';
import { ageColumn, integer, nameColumn, text } from '../columns.ts';
import { define } from '../define.ts';
import { atMostAll, isNothing, validateAmount } from '../deployment/validation.ts';
import { fill, within } from '../fill.ts';
import type { DaemonSet } from '../objects.ts';
import { nonNegative } from '../pod/containers.ts';
import { defaultPodTemplate } from '../pod/defaults.ts';
import { templateWarnings } from '../pod/warnings.ts';
import type { DaemonSetSpec, DaemonSetUpdateStrategy } from '../types.gen.ts';
import { validateImmutable, validateSpecSelector, validateTemplate, wideColumns } from '../workload.ts';

/** The annotation with the number of the template. */
export const TEMPLATE_GENERATION = 'deprecated.daemonset.template.generation';
const STRATEGIES = ['RollingUpdate', 'OnDelete'];

/** One Pod on every fitting node. */
export const daemonSets = define<DaemonSet>('apps/v1', 'daemonsets', {
  generation: ['spec'],
  warnings: templateWarnings(({ spec }) => spec.template, { named: false }),
  defaults: (daemonSet) => within(daemonSet, 'spec', defaultSpec),
  prepareCreate: (daemonSet) => withTemplateGeneration(daemonSet, 1),
  prepareUpdate: (daemonSet, old) =>
    withTemplateGeneration(
      daemonSet,
      Number(old.metadata.annotations?.[TEMPLATE_GENERATION] ?? 0) + (equal(daemonSet.spec.template, old.spec.template) ? 0 : 1),
    ),
  validate,
  validateUpdate: (daemonSet, old) => [
    ...validate(daemonSet),
    ...validateImmutable(daemonSet.spec.selector, old.spec.selector, 'spec.selector'),
  ],
  columns: [
    nameColumn,
    integer('Desired', ({ status }) => status.desiredNumberScheduled),
    integer('Current', ({ status }) => status.currentNumberScheduled),
    integer('Ready', ({ status }) => status.numberReady),
    integer('Up-to-date', ({ status }) => status.updatedNumberScheduled ?? 0),
    integer('Available', ({ status }) => status.numberAvailable ?? 0),
    text('Node Selector', ({ spec }) => formatLabels(spec.template.spec?.nodeSelector)),
    ageColumn,
    ...wideColumns<DaemonSet>(),
  ],
});

/** The server counts the templates there were, and shows the number as an annotation. */
function withTemplateGeneration(daemonSet: DaemonSet, generation: number): DaemonSet {
  const { metadata } = daemonSet;
  if (metadata.annotations?.[TEMPLATE_GENERATION] === String(generation)) return daemonSet;
  return { ...daemonSet, metadata: { ...metadata, annotations: { ...metadata.annotations, [TEMPLATE_GENERATION]: String(generation) } } };
}

function defaultSpec(spec: DaemonSetSpec): DaemonSetSpec {
  const filled = fill(spec, { revisionHistoryLimit: 10, updateStrategy: {} });
  return within(within(filled, 'updateStrategy', defaultStrategy), 'template', defaultPodTemplate);
}

function defaultStrategy(strategy: DaemonSetUpdateStrategy): DaemonSetUpdateStrategy {
  const filled = fill(strategy, { type: 'RollingUpdate' });
  if (filled.type !== 'RollingUpdate') return filled;
  return within(fill(filled, { rollingUpdate: {} }), 'rollingUpdate', (update) => fill(update, { maxSurge: 0, maxUnavailable: 1 }));
}

function validate({ spec }: DaemonSet): FieldError[] {
  const errors = [
    ...validateSpecSelector(spec.selector, 'empty selector is invalid for daemonset'),
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
