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

function validate({ metadata, spec }: CronJob): FieldError[] {
  const errors: FieldError[] = [];
  if (!spec.schedule) errors.push(required('spec.schedule'));
  else errors.push(...validateSchedule(spec.schedule));
  if (spec.startingDeadlineSeconds !== undefined) errors.push(...nonNegative(spec.startingDeadlineSeconds, 'spec.startingDeadlineSeconds'));
  errors.push(...validateTimeZone(spec.timeZone));
  const { concurrencyPolicy = '' } = spec;
  if (!POLICIES.includes(concurrencyPolicy)) errors.push(notSupported('spec.concurrencyPolicy', concurrencyPolicy, POLICIES));
  const job = spec.jobTemplate.spec;
  if (job) errors.push(...validateJobSpec(job, 'spec.jobTemplate.spec', false));
  for (const name of ['successfulJobsHistoryLimit', 'failedJobsHistoryLimit'] as const)
    if (spec[name] !== undefined) errors.push(...nonNegative(spec[name], `spec.${name}`));
  if (metadata.name.length > MAX_NAME) errors.push(invalid('metadata.name', metadata.name, `must be no more than ${MAX_NAME} characters`));
  return errors;
}

function validateTimeZone(zone: string | undefined): FieldError[] {
  if (zone === undefined) return [];
  if (zone === '') return [invalid('spec.timeZone', zone, 'timeZone must be nil or non-empty string')];
  if (zone.toLowerCase() === 'local')
    return [invalid('spec.timeZone', zone, 'timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones')];
  return /^[A-Za-z0-9/_+-]+$/.test(zone) && isTimeZone(zone) ? [] : [invalid('spec.timeZone', zone, `unknown time zone ${zone}`)];
}

function validateSchedule(schedule: string): FieldError[] {
  if (schedule.includes('TZ'))
    return [invalid('spec.schedule', schedule, 'cannot use TZ or CRON_TZ in schedule, use timeZone field instead')];
  try {
    parseSchedule(schedule);
    return [];
  } catch (error) {
    if (error instanceof ScheduleError) return [invalid('spec.schedule', schedule, error.message)];
    throw error;
  }
}

export const cronJobRules: Rules<CronJob> = {
  warnings: templateWarnings(({ spec }) => spec.jobTemplate.spec?.template, { at: 'spec.jobTemplate.spec.template' }),
  validate,
};
