import { formatRequirements, formatSelector, fromLabelSelector } from '../../api/values/selector.ts';
import { type Describer, timeText, writeAnnotations, writeConditions, writeEvents, writeLabels } from '../describe.ts';
import type { Deployment, ReplicaSet } from '../objects.ts';
import { writePodTemplate } from '../pod/describe-template.ts';
import { ownReplicaSets, sameTemplate } from './revisions.ts';

export const describeDeployment: Describer<Deployment> = function* (deployment, w, context) {
  const { metadata, spec, status } = deployment;
  w.write(0, `Name:\t${metadata.name}\n`);
  w.write(0, `Namespace:\t${metadata.namespace ?? ''}\n`);
  w.write(0, `CreationTimestamp:\t${timeText(metadata.creationTimestamp)}\n`);
  writeLabels(w, 'Labels', metadata.labels);
  writeAnnotations(w, 'Annotations', metadata.annotations);
  w.write(0, `Selector:\t${formatSelector(spec.selector)}\n`);
  const { updatedReplicas = 0, replicas = 0, availableReplicas = 0, unavailableReplicas = 0 } = status;
  w.write(
    0,
    `Replicas:\t${spec.replicas ?? 1} desired | ${updatedReplicas} updated | ${replicas} total | ${availableReplicas} available | ${unavailableReplicas} unavailable\n`,
  );
  w.write(0, `StrategyType:\t${spec.strategy?.type ?? ''}\n`);
  w.write(0, `MinReadySeconds:\t${spec.minReadySeconds ?? 0}\n`);
  const rolling = spec.strategy?.rollingUpdate;
  if (rolling) w.write(0, `RollingUpdateStrategy:\t${rolling.maxUnavailable} max unavailable, ${rolling.maxSurge} max surge\n`);
  writePodTemplate(w, spec.template);
  writeConditions(w, status.conditions);
  const labelSelector = formatRequirements(fromLabelSelector(spec.selector));
  const all = (yield* context.list<ReplicaSet>(`/apis/apps/v1/namespaces/${metadata.namespace}/replicasets`, { labelSelector })) ?? [];
  const own = ownReplicaSets(deployment, all);
  const current = own.find((set) => sameTemplate(set.spec.template, spec.template));
  if (own.length > 0) {
    w.write(0, `OldReplicaSets:\t${listSets(own.filter((set) => set !== current))}\n`);
    w.write(0, `NewReplicaSet:\t${listSets(current ? [current] : [])}\n`);
  }
  yield* writeEvents(w, deployment, context);
};

function listSets(sets: readonly ReplicaSet[]): string {
  return (
    sets.map((set) => `${set.metadata.name} (${set.status.replicas}/${set.spec.replicas ?? 1} replicas created)`).join(', ') || '<none>'
  );
}
