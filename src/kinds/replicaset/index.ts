import { formatSelector } from '../../api/values/selector.ts';
import { ageColumn, nameColumn } from '../columns.ts';
import { define } from '../define.ts';
import { fill, within } from '../fill.ts';
import type { ReplicaSet } from '../objects.ts';
import { defaultPodTemplate } from '../pod/defaults.ts';
import { replicaColumns, replicaScale, wideColumns } from '../workload.ts';

/** So many Pods of one template. */
export const replicaSets = define<ReplicaSet>('apps/v1', 'replicasets', {
  generation: ['spec'],
  scale: replicaScale(({ spec }) => formatSelector(spec.selector)),
  defaults: (replicaSet) => within(replicaSet, 'spec', (spec) => within(fill(spec, { replicas: 1 }), 'template', defaultPodTemplate)),
  selectableFields: { 'status.replicas': ({ status }) => String(status.replicas) },
  columns: [nameColumn, ...replicaColumns<ReplicaSet>(), ageColumn, ...wideColumns<ReplicaSet>()],
});
