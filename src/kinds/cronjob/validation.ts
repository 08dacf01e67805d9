/** Rules for cronjobs. */
import { type FieldError, invalid, notSupported, required } from '../../api/field-errors.ts';
import type { Rules } from '../../api/kind.ts';
import { validateJobSpec } from '../job/validation.ts';
import type { CronJob } from '../objects.ts';
import { nonNegative } from '../pod/containers.ts';
import { templateWarnings } from '../pod/warnings.ts';
import { isTimeZone, parseSchedule, ScheduleError } from './schedule.ts';

const POLICIES = ['Allow', 'Forbid', 'Replace'];

/** A Job's name is the CronJob's and eleven characters. */
const MAX_NAME = 52;
const ZONE_PART = /^[A-Za-z.\-_0-9+]{1,14}$/;

function validate(cronJob: CronJob): FieldError[] {
  const { name } = cronJob.metadata;
  const errors = validateSpec(cronJob);
  if (name.length > MAX_NAME) errors.push(invalid('metadata.name', name, `must be no more than ${MAX_NAME} characters`));
  return errors;
}

function validateSpec({ spec }: CronJob, old?: CronJob): FieldError[] {
  const errors: FieldError[] = [];
  if (!spec.schedule) errors.push(required('spec.schedule'));
  else errors.push(...validateSchedule(spec.schedule, old?.spec.schedule.includes('TZ') ?? false, spec.timeZone));
  if (spec.startingDeadlineSeconds !== undefined) errors.push(...nonNegative(spec.startingDeadlineSeconds, 'spec.startingDeadlineSeconds'));
  if (!old || old.spec.timeZone !== spec.timeZone) errors.push(...validateTimeZone(spec.timeZone));
  const { concurrencyPolicy = '' } = spec;
  if (concurrencyPolicy === '') errors.push(required('spec.concurrencyPolicy'));
  else if (!POLICIES.includes(concurrencyPolicy)) errors.push(notSupported('spec.concurrencyPolicy', concurrencyPolicy, POLICIES));
  const job = spec.jobTemplate.spec;
  if (job) errors.push(...validateJobSpec(job, 'spec.jobTemplate.spec'));
  if (job?.selector) errors.push(invalid('spec.jobTemplate.spec.selector', job.selector, '`selector` will be auto-generated'));
  if (job?.manualSelector) errors.push(notSupported('spec.jobTemplate.spec.manualSelector', true, ['nil', 'false']));
  for (const name of ['successfulJobsHistoryLimit', 'failedJobsHistoryLimit'] as const)
    if (spec[name] !== undefined) errors.push(...nonNegative(spec[name], `spec.${name}`));
  return errors;
}

function validateTimeZone(zone: string | undefined): FieldError[] {
  if (zone === undefined) return [];
  if (zone === '') return [invalid('spec.timeZone', zone, 'timeZone must be nil or non-empty string')];
  const unknown = invalid('spec.timeZone', zone, `unknown time zone ${zone}`);
  if (zone.split('/').some((part) => part === '.' || part === '..' || part.startsWith('-') || !ZONE_PART.test(part))) return [unknown];
  const local = zone.toLowerCase() === 'local';
  const errors = local
    ? [invalid('spec.timeZone', zone, 'timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones')]
    : [];
  return zone === 'Local' || (!local && isTimeZone(zone)) ? errors : [...errors, unknown];
}

/** `zoned`: a zone in the schedule was there before, and may stay. */
function validateSchedule(schedule: string, zoned: boolean, zone: string | undefined): FieldError[] {
  const errors: FieldError[] = [];
  try {
    parseSchedule(schedule.replace(/^(CRON_)?TZ=\S+\s+/, ''));
  } catch (error) {
    if (!(error instanceof ScheduleError)) throw error;
    errors.push(invalid('spec.schedule', schedule, error.message));
  }
  if (!schedule.includes('TZ')) return errors;
  if (!zoned) errors.push(invalid('spec.schedule', schedule, 'cannot use TZ or CRON_TZ in schedule, use timeZone field instead'));
  else if (zone !== undefined)
    errors.push(invalid('spec.schedule', schedule, 'cannot use both timeZone field and TZ or CRON_TZ in schedule'));
  return errors;
}

export const cronJobRules: Rules<CronJob> = {
  warnings: templateWarnings(({ spec }) => spec.jobTemplate.spec?.template, { at: 'spec.jobTemplate.spec.template' }),
  validate,
  validateUpdate: (now, old) => validateSpec(now, old),
};
