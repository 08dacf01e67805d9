import { formatLabels } from '../../api/values/selector.ts';
import type { KubeObject } from '../../world/object.ts';
import { type Describer, writeAnnotations, writeConditions, writeEvents, writeLabels } from '../describe.ts';
import { writePodTemplate } from '../pod/describe-template.ts';
import { podsStatus } from '../replicaset/describe.ts';
import type { ReplicationController } from '../types.gen.ts';

type Controller = KubeObject & Pick<ReplicationController, 'spec' | 'status'>;

export const describeReplicationController: Describer<Controller> = function* (controller, w, context) {
  const { metadata, spec, status } = controller;
  w.write(0, `Name:\t${metadata.name}\n`);
  w.write(0, `Namespace:\t${metadata.namespace ?? ''}\n`);
  w.write(0, `Selector:\t${formatLabels(spec?.selector)}\n`);
  writeLabels(w, 'Labels', metadata.labels);
  writeAnnotations(w, 'Annotations', metadata.annotations);
  w.write(0, `Replicas:\t${status?.replicas ?? 0} current / ${spec?.replicas ?? 1} desired\n`);
  w.write(0, `Pods Status:\t${yield* podsStatus(context, controller, spec?.selector && { matchLabels: spec.selector })}\n`);
  if (spec?.template) writePodTemplate(w, spec.template);
  writeConditions(w, status?.conditions);
  yield* writeEvents(w, controller, context);
};
