import { equal } from '../../api/equal.ts';
import { formatLabels } from '../../api/values/selector.ts';
import { ageColumn, integer, nameColumn, text } from '../columns.ts';
import { define } from '../define.ts';
import { fill, within } from '../fill.ts';
import type { DaemonSet } from '../objects.ts';
import { defaultPodTemplate } from '../pod/defaults.ts';
import type { DaemonSetSpec, DaemonSetUpdateStrategy } from '../types.gen.ts';
import { wideColumns } from '../workload.ts';

/** The annotation with the number of the template. */
export const TEMPLATE_GENERATION = 'deprecated.daemonset.template.generation';
/** One Pod on every fitting node. */
export const daemonSets = define<DaemonSet>('apps/v1', 'daemonsets', {
  generation: ['spec'],
  defaults: (daemonSet) => within(daemonSet, 'spec', defaultSpec),
  prepareCreate: (daemonSet) => withTemplateGeneration(daemonSet, 1),
  prepareUpdate: (daemonSet, old) =>
    withTemplateGeneration(
      daemonSet,
      Number(old.metadata.annotations?.[TEMPLATE_GENERATION] ?? 0) + (equal(daemonSet.spec.template, old.spec.template) ? 0 : 1),
    ),
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
