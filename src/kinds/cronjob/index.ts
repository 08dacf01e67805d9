import { formatSelector } from '../../api/values/selector.ts';
import { age, ageColumn, containerColumns, integer, nameColumn, text } from '../columns.ts';
import { define } from '../define.ts';
import { fill, within } from '../fill.ts';
import type { CronJob } from '../objects.ts';
import { defaultPodTemplate } from '../pod/defaults.ts';
import type { CronJobSpec } from '../types.gen.ts';

/** Jobs on a schedule. */
export const cronJobs = define<CronJob>('batch/v1', 'cronjobs', {
  generation: ['spec'],
  defaults: (cronJob) => within(cronJob, 'spec', defaultSpec),
  columns: [
    nameColumn,
    text('Schedule', ({ spec }) => spec.schedule),
    text('Timezone', ({ spec }) => spec.timeZone ?? '<none>'),
    text('Suspend', ({ spec }) => (spec.suspend === undefined ? '<unset>' : spec.suspend ? 'True' : 'False')),
    integer('Active', ({ status }) => status.active?.length ?? 0),
    text('Last Schedule', ({ status }, now) => (status.lastScheduleTime ? age(status.lastScheduleTime, now) : '<none>')),
    ageColumn,
    ...containerColumns<CronJob>(({ spec }) => spec.jobTemplate.spec?.template.spec?.containers ?? []),
    text('Selector', ({ spec }) => formatSelector(spec.jobTemplate.spec?.selector), true),
  ],
});

function defaultSpec(spec: CronJobSpec): CronJobSpec {
  const filled = fill(spec, { concurrencyPolicy: 'Allow', suspend: false, successfulJobsHistoryLimit: 3, failedJobsHistoryLimit: 1 });
  return within(filled, 'jobTemplate', (template) => within(template, 'spec', (job) => within(job, 'template', defaultPodTemplate)));
}
