import { canonicalQuantity } from '../../api/values/quantity.ts';
import { type Describer, since, timeText, writeAnnotations, writeEvents, writeLabels } from '../describe.ts';
import type { PersistentVolumeClaim, Pod } from '../objects.ts';
import { accessModesText } from '../persistentvolume/access-modes.ts';

export const describePersistentVolumeClaim: Describer<PersistentVolumeClaim> = function* (claim, w, context) {
  const { metadata, spec, status } = claim;
  const { deletionTimestamp } = metadata;
  const pods = (yield* context.list<Pod>(`/api/v1/namespaces/${metadata.namespace}/pods`)) ?? [];
  w.write(0, `Name:\t${metadata.name}\n`);
  w.write(0, `Namespace:\t${metadata.namespace ?? ''}\n`);
  w.write(0, `StorageClass:\t${spec.storageClassName ?? ''}\n`);
  w.write(0, `Status:\t${deletionTimestamp ? `Terminating (lasts ${since(deletionTimestamp, context.now)})` : (status.phase ?? '')}\n`);
  w.write(0, `Volume:\t${spec.volumeName ?? ''}\n`);
  writeLabels(w, 'Labels', metadata.labels);
  writeAnnotations(w, 'Annotations', metadata.annotations);
  w.write(0, `Finalizers:\t[${(metadata.finalizers ?? []).join(' ')}]\n`);
  w.write(0, `Capacity:\t${spec.volumeName ? canonicalQuantity(status.capacity?.['storage'] ?? 0) : ''}\n`);
  w.write(0, `Access Modes:\t${spec.volumeName ? accessModesText(status.accessModes) : ''}\n`);
  if (spec.volumeMode) w.write(0, `VolumeMode:\t${spec.volumeMode}\n`);
  if (spec.dataSource) {
    w.write(0, 'DataSource:\n');
    if (typeof spec.dataSource.apiGroup === 'string') w.write(1, `APIGroup:\t${spec.dataSource.apiGroup}\n`);
    w.write(1, `Kind:\t${spec.dataSource.kind}\n`);
    w.write(1, `Name:\t${spec.dataSource.name}\n`);
  }
  const users = pods.filter((pod) => usesClaim(pod, claim)).map((pod) => pod.metadata.name);
  w.write(0, `Used By:\t${users.length === 0 ? '<none>' : users.sort().join('\n\t')}\n`);
  if (status.conditions?.length) {
    w.write(0, 'Conditions:\n');
    w.write(1, 'Type\tStatus\tLastProbeTime\tLastTransitionTime\tReason\tMessage\n');
    w.write(1, '----\t------\t-----------------\t------------------\t------\t-------\n');
    for (const { type, status: state, lastProbeTime, lastTransitionTime, reason = '', message = '' } of status.conditions) {
      const times = `${timeText(lastProbeTime ?? undefined)} \t${timeText(lastTransitionTime ?? undefined)}`;
      w.write(1, `${type} \t${state} \t${times} \t${reason} \t${message}\n`);
    }
  }
  yield* writeEvents(w, claim, context);
};

function usesClaim(pod: Pod, { metadata }: PersistentVolumeClaim): boolean {
  const named = pod.spec.volumes?.some(({ persistentVolumeClaim }) => persistentVolumeClaim?.claimName === metadata.name);
  return named || (metadata.ownerReferences ?? []).some(({ uid }) => uid === pod.metadata.uid);
}
