import { formatLabels } from '../../api/values/selector.ts';
import { type Describer, writeEvents } from '../describe.ts';
import type { StorageClass } from '../objects.ts';
import { isDefaultClass } from './index.ts';

export const describeStorageClass: Describer<StorageClass> = function* (one, w, context) {
  const { metadata, allowVolumeExpansion, mountOptions = [], allowedTopologies } = one;
  w.write(0, `Name:\t${metadata.name}\n`);
  w.write(0, `IsDefaultClass:\t${isDefaultClass(one) ? 'Yes' : 'No'}\n`);
  w.write(0, `Annotations:\t${formatLabels(metadata.annotations)}\n`);
  w.write(0, `Provisioner:\t${one.provisioner}\n`);
  w.write(0, `Parameters:\t${formatLabels(one.parameters)}\n`);
  w.write(0, `AllowVolumeExpansion:\t${allowVolumeExpansion === undefined ? '<unset>' : allowVolumeExpansion ? 'True' : 'False'}\n`);
  w.write(0, mountOptions.length === 0 ? 'MountOptions:\t<none>\n' : 'MountOptions:\n');
  for (const option of mountOptions) w.write(1, `${option}\n`);
  if (one.reclaimPolicy) w.write(0, `ReclaimPolicy:\t${one.reclaimPolicy}\n`);
  if (one.volumeBindingMode) w.write(0, `VolumeBindingMode:\t${one.volumeBindingMode}\n`);
  if (allowedTopologies) {
    w.write(0, `AllowedTopologies:\t${allowedTopologies.length === 0 ? '<none>' : ''}\n`);
    allowedTopologies.forEach(({ matchLabelExpressions = [] }, index) => {
      w.write(1, `Term ${index}:\t${matchLabelExpressions.length === 0 ? '<none>\n' : ''}`);
      matchLabelExpressions.forEach(({ key, values }, at) => {
        w.write(at === 0 ? 0 : 1, `${at === 0 ? '' : '\t'}${key} in [${values.join(', ')}]\n`);
      });
    });
  }
  yield* writeEvents(w, one, context);
};
