import { canonicalQuantity } from '../../api/values/quantity.ts';
import { type Describer, type DescribeWriter, since, writeAnnotations, writeEvents, writeLabels } from '../describe.ts';
import type { PersistentVolume } from '../objects.ts';
import { writeVolumeLines } from '../pod/describe-template.ts';
import { persistentVolumeLines } from '../pod/describe-volumes.ts';
import type { PersistentVolumeSpec } from '../types.gen.ts';
import { accessModesText } from './access-modes.ts';

export const describePersistentVolume: Describer<PersistentVolume> = function* (volume, w, context) {
  const { metadata, spec, status } = volume;
  w.write(0, `Name:\t${metadata.name}\n`);
  writeLabels(w, 'Labels', metadata.labels);
  writeAnnotations(w, 'Annotations', metadata.annotations);
  w.write(0, `Finalizers:\t[${(metadata.finalizers ?? []).join(' ')}]\n`);
  w.write(0, `StorageClass:\t${spec.storageClassName ?? ''}\n`);
  const { deletionTimestamp } = metadata;
  w.write(0, `Status:\t${deletionTimestamp ? `Terminating (lasts ${since(deletionTimestamp, context.now)})` : (status.phase ?? '')}\n`);
  w.write(0, `Claim:\t${spec.claimRef ? `${spec.claimRef.namespace}/${spec.claimRef.name}` : ''}\n`);
  w.write(0, `Reclaim Policy:\t${spec.persistentVolumeReclaimPolicy ?? ''}\n`);
  w.write(0, `Access Modes:\t${accessModesText(spec.accessModes)}\n`);
  if (spec.volumeMode) w.write(0, `VolumeMode:\t${spec.volumeMode}\n`);
  w.write(0, `Capacity:\t${canonicalQuantity(spec.capacity?.['storage'] ?? 0)}\n`);
  writeNodeAffinity(w, spec.nodeAffinity);
  w.write(0, `Message:\t${status.message ?? ''}\n`);
  w.write(0, 'Source:\n');
  writeVolumeLines(w, persistentVolumeLines(spec));
  yield* writeEvents(w, volume, context);
};

function writeNodeAffinity(w: DescribeWriter, affinity: PersistentVolumeSpec['nodeAffinity']): void {
  const terms = affinity?.required?.nodeSelectorTerms;
  w.write(0, `Node Affinity:\t${terms ? '' : '<none>'}\n`);
  if (!terms) return;
  w.write(1, `Required Terms:\t${terms.length === 0 ? '<none>' : ''}\n`);
  terms.forEach(({ matchExpressions = [] }, index) => {
    w.write(2, `Term ${index}:\t${matchExpressions.length === 0 ? '<none>\n' : ''}`);
    matchExpressions.forEach(({ key, operator, values = [] }, at) => {
      const list = values.length > 0 ? ` [${values.join(', ')}]` : '';
      w.write(at === 0 ? 0 : 2, `${at === 0 ? '' : '\t'}${key} ${operator.toLowerCase()}${list}\n`);
    });
  });
}
