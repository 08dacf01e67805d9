import { formatSelector } from '../../api/values/selector.ts';
import { ageColumn, integer, nameColumn, text } from '../columns.ts';
import { define } from '../define.ts';
import { fill, within } from '../fill.ts';
import type { Deployment } from '../objects.ts';
import { defaultPodTemplate } from '../pod/defaults.ts';
import type { DeploymentSpec, DeploymentStrategy } from '../types.gen.ts';
import { replicaScale, wideColumns } from '../workload.ts';

/** Rolls a template out over ReplicaSets. */
export const deployments = define<Deployment>('apps/v1', 'deployments', {
  generation: ['spec'],
  keptByStatus: ['labels'],
  scale: replicaScale(({ spec }) => formatSelector(spec.selector)),
  defaults: (deployment) => within(deployment, 'spec', defaultSpec),
  columns: [
    nameColumn,
    text('Ready', ({ spec, status }) => `${status.readyReplicas ?? 0}/${spec.replicas ?? 0}`),
    integer('Up-to-date', ({ status }) => status.updatedReplicas ?? 0),
    integer('Available', ({ status }) => status.availableReplicas ?? 0),
    ageColumn,
    ...wideColumns<Deployment>(),
  ],
});

function defaultSpec(spec: DeploymentSpec): DeploymentSpec {
  const filled = fill(spec, { replicas: 1, revisionHistoryLimit: 10, progressDeadlineSeconds: 600, strategy: {} });
  return within(within(filled, 'strategy', defaultStrategy), 'template', defaultPodTemplate);
}

function defaultStrategy(strategy: DeploymentStrategy): DeploymentStrategy {
  const filled = fill(strategy, { type: 'RollingUpdate' });
  if (filled.type !== 'RollingUpdate') return filled;
  return within(fill(filled, { rollingUpdate: {} }), 'rollingUpdate', (update) => fill(update, { maxSurge: '25%', maxUnavailable: '25%' }));
}
