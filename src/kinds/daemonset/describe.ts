import { formatLabels, formatRequirements, fromLabelSelector } from '../../api/values/selector.ts';
import { type Describer, writeAnnotations, writeEvents, writeLabels } from '../describe.ts';
import type { DaemonSet } from '../objects.ts';
import { writePodTemplate } from '../pod/describe-template.ts';
import { podsStatus } from '../replicaset/describe.ts';

export const describeDaemonSet: Describer<DaemonSet> = function* (set, w, context) {
  const { metadata, spec, status } = set;
  w.write(0, `Name:\t${metadata.name}\n`);
  w.write(0, `Namespace:\t${metadata.namespace ?? ''}\n`);
  w.write(0, `Selector:\t${formatRequirements(fromLabelSelector(spec.selector))}\n`);
  w.write(0, `Node-Selector:\t${formatLabels(spec.template.spec?.nodeSelector)}\n`);
  writeLabels(w, 'Labels', metadata.labels);
  writeAnnotations(w, 'Annotations', metadata.annotations);
  w.write(0, `Desired Number of Nodes Scheduled: ${status.desiredNumberScheduled}\n`);
  w.write(0, `Current Number of Nodes Scheduled: ${status.currentNumberScheduled}\n`);
  w.write(0, `Number of Nodes Scheduled with Up-to-date Pods: ${status.updatedNumberScheduled ?? 0}\n`);
  w.write(0, `Number of Nodes Scheduled with Available Pods: ${status.numberAvailable ?? 0}\n`);
  w.write(0, `Number of Nodes Misscheduled: ${status.numberMisscheduled}\n`);
  w.write(0, `Pods Status:\t${yield* podsStatus(context, set, spec.selector)}\n`);
  writePodTemplate(w, spec.template);
  yield* writeEvents(w, set, context);
};
