import { formatLabels } from '../../api/values/selector.ts';
import { ageColumn, containerColumns, nameColumn, text } from '../columns.ts';
import { define } from '../define.ts';
import { fill, within } from '../fill.ts';
import type { ReplicationController } from '../objects.ts';
import { defaultPodTemplate } from '../pod/defaults.ts';
import { replicaColumns, replicaScale } from '../workload.ts';

/** What ReplicaSets grew out of: so many Pods of one template, by a selector of labels alone. */
export const replicationControllers = define<ReplicationController>('v1', 'replicationcontrollers', {
  generation: ['spec'],
  scale: replicaScale(({ spec }) => formatLabels(spec.selector)),
  defaults,
  selectableFields: { 'status.replicas': ({ status }) => String(status.replicas) },
  columns: [
    nameColumn,
    ...replicaColumns<ReplicationController>(),
    ageColumn,
    ...containerColumns<ReplicationController>(({ spec }) => spec.template?.spec?.containers ?? []),
    text('Selector', ({ spec }) => formatLabels(spec.selector), true),
  ],
});

/** Labels and selector are those of the template unless they are given. */
function defaults(controller: ReplicationController): ReplicationController {
  const labels = controller.spec.template?.metadata?.labels;
  const some = (given: Readonly<Record<string, string>> | undefined) => given && Object.keys(given).length > 0;
  const named = labels && !some(controller.metadata.labels) ? { ...controller, metadata: { ...controller.metadata, labels } } : controller;
  return within(named, 'spec', (spec) =>
    within(fill(labels && !some(spec.selector) ? { ...spec, selector: labels } : spec, { replicas: 1 }), 'template', defaultPodTemplate),
  );
}
