import { type Describer, timeText, writeEvents, writeHead } from '../describe.ts';
import { writeJobTemplate } from '../job/describe.ts';
import type { CronJob } from '../objects.ts';

const UNSET = '<unset>';

export const describeCronJob: Describer<CronJob> = function* (cronJob, w, context) {
  const { spec, status } = cronJob;
  writeHead(w, cronJob);
  w.write(0, `Schedule:\t${spec.schedule}\n`);
  w.write(0, `Concurrency Policy:\t${spec.concurrencyPolicy ?? ''}\n`);
  w.write(0, `Suspend:\t${spec.suspend === undefined ? UNSET : spec.suspend ? 'True' : 'False'}\n`);
  w.write(0, `Time Zone:\t${spec.timeZone ?? UNSET}\n`);
  w.write(0, `Successful Job History Limit:\t${spec.successfulJobsHistoryLimit ?? UNSET}\n`);
  w.write(0, `Failed Job History Limit:\t${spec.failedJobsHistoryLimit ?? UNSET}\n`);
  const deadline = spec.startingDeadlineSeconds;
  w.write(0, `Starting Deadline Seconds:\t${deadline === undefined ? UNSET : `${deadline}s`}\n`);
  writeJobTemplate(w, spec.jobTemplate.spec);
  w.write(0, `Last Schedule Time:\t${status.lastScheduleTime ? timeText(status.lastScheduleTime) : UNSET}\n`);
  w.write(0, `Active Jobs:\t${(status.active ?? []).map(({ name }) => name).join(', ') || '<none>'}\n`);
  yield* writeEvents(w, cronJob, context);
};
