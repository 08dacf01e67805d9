import { canonicalQuantity } from '../../api/values/quantity.ts';
import { formatRequirements, fromLabelSelector } from '../../api/values/selector.ts';
import { type Describer, type DescribeWriter, timeText, writeAnnotations, writeEvents, writeLabels } from '../describe.ts';
import type { StatefulSet } from '../objects.ts';
import { writePodTemplate } from '../pod/describe-template.ts';
import { podsStatus } from '../replicaset/describe.ts';
import type { PersistentVolumeClaim } from '../types.gen.ts';

export const describeStatefulSet: Describer<StatefulSet> = function* (set, w, context) {
  const { metadata, spec, status } = set;
  w.write(0, `Name:\t${metadata.name}\n`);
  w.write(0, `Namespace:\t${metadata.namespace ?? ''}\n`);
  w.write(0, `CreationTimestamp:\t${timeText(metadata.creationTimestamp)}\n`);
  w.write(0, `Selector:\t${formatRequirements(fromLabelSelector(spec.selector))}\n`);
  writeLabels(w, 'Labels', metadata.labels);
  writeAnnotations(w, 'Annotations', metadata.annotations);
  w.write(0, `Replicas:\t${spec.replicas ?? 1} desired | ${status.replicas} total\n`);
  w.write(0, `Update Strategy:\t${spec.updateStrategy?.type ?? ''}\n`);
  const rolling = spec.updateStrategy?.rollingUpdate;
  if (rolling?.partition !== undefined) {
    w.write(1, `Partition:\t${rolling.partition}\n`);
    if (rolling.maxUnavailable !== undefined) w.write(1, `MaxUnavailable:\t${rolling.maxUnavailable}\n`);
  }
  w.write(0, `Pods Status:\t${yield* podsStatus(context, set, spec.selector)}\n`);
  writePodTemplate(w, spec.template);
  writeClaims(w, spec.volumeClaimTemplates ?? []);
  yield* writeEvents(w, set, context);
};

function writeClaims(w: DescribeWriter, templates: readonly PersistentVolumeClaim[]): void {
  if (templates.length === 0) {
    w.write(0, 'Volume Claims:\t<none>\n');
    return;
  }
  w.write(0, 'Volume Claims:\n');
  for (const { metadata, spec } of templates) {
    w.write(1, `Name:\t${metadata?.name ?? ''}\n`);
    w.write(1, `StorageClass:\t${spec?.storageClassName ?? ''}\n`);
    writeLabels(w, 'Labels', metadata?.labels, '  ', '\t');
    writeLabels(w, 'Annotations', metadata?.annotations, '  ', '\t');
    const storage = spec?.resources?.requests?.['storage'];
    w.write(1, `Capacity:\t${storage === undefined ? '<default>' : canonicalQuantity(storage)}\n`);
    w.write(1, `Access Modes:\t[${(spec?.accessModes ?? []).join(' ')}]\n`);
  }
}
