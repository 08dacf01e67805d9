import { formatRequirements, formatSelector, fromLabelSelector } from '../../api/values/selector.ts';
import type { Sys } from '../../kernel/types.ts';
import { controllerOf, type DescribeContext, type Describer, writeConditions, writeEvents, writeHeadWithSelector } from '../describe.ts';
import type { Pod, ReplicaSet } from '../objects.ts';
import { writePodTemplate } from '../pod/describe-template.ts';
import type { LabelSelector } from '../types.gen.ts';

export const describeReplicaSet: Describer<ReplicaSet> = function* (set, w, context) {
  const { spec, status } = set;
  writeHeadWithSelector(w, set, formatSelector(spec.selector));
  const controller = controllerOf(set);
  if (controller !== '') w.write(0, `Controlled By:\t${controller}\n`);
  w.write(0, `Replicas:\t${status.replicas} current / ${spec.replicas ?? 1} desired\n`);
  w.write(0, `Pods Status:\t${yield* podsStatus(context, set, spec.selector)}\n`);
  writePodTemplate(w, spec.template);
  writeConditions(w, status.conditions);
  yield* writeEvents(w, set, context);
};

/** How the Pods of a controller are doing: `1 Running / 0 Waiting / 0 Succeeded / 0 Failed`. */
export function* podsStatus(
  context: DescribeContext,
  { metadata }: Pick<ReplicaSet, 'metadata'>,
  selector: LabelSelector | undefined,
): Sys<string> {
  const labelSelector = formatRequirements(fromLabelSelector(selector));
  const pods = (yield* context.list<Pod>(`/api/v1/namespaces/${metadata.namespace}/pods`, { labelSelector })) ?? [];
  const own = pods.filter((pod) => pod.metadata.ownerReferences?.some((owner) => owner.controller && owner.uid === metadata.uid));
  const count = (phase: string): number => own.filter((pod) => pod.status.phase === phase).length;
  return `${count('Running')} Running / ${count('Pending')} Waiting / ${count('Succeeded')} Succeeded / ${count('Failed')} Failed`;
}
