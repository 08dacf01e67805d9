import { formatRequirements, fromLabelSelector } from '../../api/values/selector.ts';
import { controllerOf, type Describer, type DescribeWriter, since, timeText, writeEvents, writeHeadWithSelector } from '../describe.ts';
import type { Job } from '../objects.ts';
import { writePodTemplate } from '../pod/describe-template.ts';
import type { JobSpec } from '../types.gen.ts';

/** Longer lists of indexes are cut at a comma before this length. */
const MAX_INDEXES = 50;

export const describeJob: Describer<Job> = function* (job, w, context) {
  const { spec, status } = job;
  writeHeadWithSelector(w, job, formatRequirements(fromLabelSelector(spec.selector)));
  const controller = controllerOf(job);
  if (controller !== '') w.write(0, `Controlled By:\t${controller}\n`);
  if (spec.parallelism !== undefined) w.write(0, `Parallelism:\t${spec.parallelism}\n`);
  w.write(0, `Completions:\t${spec.completions ?? '<unset>'}\n`);
  if (spec.completionMode) w.write(0, `Completion Mode:\t${spec.completionMode}\n`);
  if (spec.suspend !== undefined) w.write(0, `Suspend:\t${spec.suspend}\n`);
  if (spec.backoffLimit !== undefined) w.write(0, `Backoff Limit:\t${spec.backoffLimit}\n`);
  if (spec.ttlSecondsAfterFinished !== undefined) w.write(0, `TTL Seconds After Finished:\t${spec.ttlSecondsAfterFinished}\n`);
  const { startTime, completionTime } = status;
  if (startTime) w.write(0, `Start Time:\t${timeText(startTime)}\n`);
  if (completionTime) w.write(0, `Completed At:\t${timeText(completionTime)}\n`);
  if (startTime && completionTime) w.write(0, `Duration:\t${since(startTime, Date.parse(completionTime))}\n`);
  if (spec.activeDeadlineSeconds !== undefined) w.write(0, `Active Deadline Seconds:\t${spec.activeDeadlineSeconds}s\n`);
  const ready = status.ready === undefined ? '' : ` (${status.ready} Ready)`;
  w.write(0, `Pods Statuses:\t${status.active ?? 0} Active${ready} / ${status.succeeded ?? 0} Succeeded / ${status.failed ?? 0} Failed\n`);
  if (spec.completionMode === 'Indexed') w.write(0, `Completed Indexes:\t${cut(status.completedIndexes ?? '')}\n`);
  writePodTemplate(w, spec.template);
  yield* writeEvents(w, job, context);
};

function cut(indexes: string): string {
  if (indexes === '') return '<none>';
  if (indexes.length <= MAX_INDEXES) return indexes;
  return `${indexes.slice(0, indexes.lastIndexOf(',', MAX_INDEXES - 1) + 1)}...`;
}

/** What a CronJob says of the Jobs that it will make. */
export function writeJobTemplate(w: DescribeWriter, spec: JobSpec | undefined): void {
  w.write(0, `Selector:\t${spec?.selector ? formatRequirements(fromLabelSelector(spec.selector)) : '<unset>'}\n`);
  w.write(0, `Parallelism:\t${spec?.parallelism ?? '<unset>'}\n`);
  w.write(0, `Completions:\t${spec?.completions ?? '<unset>'}\n`);
  if (spec?.activeDeadlineSeconds !== undefined) w.write(0, `Active Deadline Seconds:\t${spec.activeDeadlineSeconds}s\n`);
  writePodTemplate(w, spec?.template);
}
