import { formatSelector } from '../../api/values/selector.ts';
import { ageColumn, containerColumns, nameColumn, text } from '../columns.ts';
import { define } from '../define.ts';
import { eachOf, fill, within } from '../fill.ts';
import type { StatefulSet } from '../objects.ts';
import { defaultPodTemplate } from '../pod/defaults.ts';
import type { PersistentVolumeClaim, StatefulSetSpec, StatefulSetUpdateStrategy } from '../types.gen.ts';
import { replicaScale } from '../workload.ts';

export const statefulSets = define<StatefulSet>('apps/v1', 'statefulsets', {
  generation: ['spec'],
  scale: replicaScale(({ spec }) => formatSelector(spec.selector)),
  defaults: (statefulSet) => within(statefulSet, 'spec', defaultSpec),
  prepareCreate: (statefulSet) => ({ ...statefulSet, status: { availableReplicas: 0, replicas: 0 } }),
  columns: [
    nameColumn,
    text('Ready', ({ spec, status }) => `${status.readyReplicas ?? 0}/${spec.replicas ?? 0}`),
    ageColumn,
    ...containerColumns<StatefulSet>(({ spec }) => spec.template.spec?.containers ?? []),
  ],
});

function defaultSpec(spec: StatefulSetSpec): StatefulSetSpec {
  let filled = fill(spec, {
    replicas: 1,
    revisionHistoryLimit: 10,
    podManagementPolicy: 'OrderedReady',
    updateStrategy: {},
    persistentVolumeClaimRetentionPolicy: {},
  });
  filled = within(filled, 'persistentVolumeClaimRetentionPolicy', (policy) =>
    fill(policy, { whenDeleted: 'Retain', whenScaled: 'Retain' }),
  );
  filled = within(filled, 'updateStrategy', defaultStrategy);
  filled = eachOf(filled, 'volumeClaimTemplates', (claim: PersistentVolumeClaim) => ({
    ...fill(claim, { apiVersion: 'v1', kind: 'PersistentVolumeClaim' }),
    spec: fill(claim.spec ?? {}, { volumeMode: 'Filesystem' }),
    status: { phase: 'Pending' },
  }));
  return within(filled, 'template', defaultPodTemplate);
}

function defaultStrategy(strategy: StatefulSetUpdateStrategy): StatefulSetUpdateStrategy {
  const filled = fill(strategy, { type: 'RollingUpdate' });
  if (filled.type !== 'RollingUpdate') return filled;
  return within(fill(filled, { rollingUpdate: {} }), 'rollingUpdate', (update) => fill(update, { partition: 0 }));
}
