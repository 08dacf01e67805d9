import { type Describer, timeText, writeAnnotations, writeLabels } from '../describe.ts';
import { writeLimitRanges } from '../limitrange/describe.ts';
import type { LimitRange, Namespace, ResourceQuota } from '../objects.ts';
import { writeQuotas } from '../resourcequota/describe.ts';

export const describeNamespace: Describer<Namespace> = function* (namespace, w, context) {
  const { metadata, status } = namespace;
  w.write(0, `Name:\t${metadata.name}\n`);
  writeLabels(w, 'Labels', metadata.labels);
  writeAnnotations(w, 'Annotations', metadata.annotations);
  w.write(0, `Status:\t${status.phase ?? ''}\n`);
  if (status.conditions?.length) {
    w.write(0, 'Conditions:\n');
    w.write(1, 'Type\tStatus\tLastTransitionTime\tReason\tMessage\n');
    w.write(1, '----\t------\t------------------\t------\t-------\n');
    for (const one of status.conditions)
      w.write(1, `${one.type}\t${one.status}\t${timeText(one.lastTransitionTime)}\t${one.reason ?? ''}\t${one.message ?? ''}\n`);
  }
  const path = `/api/v1/namespaces/${metadata.name}`;
  w.write(0, '\n');
  writeQuotas(w, (yield* context.list<ResourceQuota>(`${path}/resourcequotas`)) ?? []);
  w.write(0, '\n');
  writeLimitRanges(w, (yield* context.list<LimitRange>(`${path}/limitranges`)) ?? []);
};
