/** Rules for what is said of a Job's state (source: pkg/apis/batch/validation, ValidateJobUpdateStatus, and what the strategy asks of it). */
import { equal } from '../../api/equal.ts';
import { duplicate, type FieldError, invalid, OMITTED, required } from '../../api/field-errors.ts';
import type { Job } from '../objects.ts';
import { nonNegative } from '../pod/containers.ts';
import { indexesOf, wrongIndexes } from './indexes.ts';

const COUNTS = ['active', 'succeeded', 'failed', 'ready', 'terminating'] as const;
const TERMINAL = ['Failed', 'Complete', 'FailureTarget'];

const has = ({ status }: Job, type: string): boolean =>
  status.conditions?.some((one) => one.type === type && one.status === 'True') ?? false;
const isFinished = (job: Job): boolean => has(job, 'Complete') || has(job, 'Failed');

/** What was wrong before and stays as it was is not held against a write: most rules are only for what it changes. */
export function validateJobStatus(job: Job, old: Job): FieldError[] {
  return [...validateState(job, old), ...validateTransition(job, old)];
}

function validateState(job: Job, old: Job): FieldError[] {
  const { status } = job;
  const changed = (...names: readonly (keyof Job['status'])[]): boolean => names.some((name) => !equal(status[name], old.status[name]));
  const turned = (...types: readonly string[]): boolean => types.some((type) => has(job, type) !== has(old, type));
  const finishes = isFinished(job) !== isFinished(old);
  const errors: FieldError[] = COUNTS.flatMap((name) => nonNegative(status[name] ?? 0, `status.${name}`));
  errors.push(...validateUncounted(job));
  const conditions = (why: string): FieldError => invalid('status.conditions', OMITTED, why);

  const complete = has(job, 'Complete');
  const { startTime: start, completionTime: end } = status;
  if (turned('Complete', 'Failed') && complete && has(job, 'Failed'))
    errors.push(conditions('cannot set Complete=True and Failed=true conditions'));
  if (turned('Complete', 'FailureTarget') && complete && has(job, 'FailureTarget'))
    errors.push(conditions('cannot set Complete=True and FailureTarget=true conditions'));
  const ends = turned('Complete') || changed('completionTime');
  if (ends && end && !complete)
    errors.push(invalid('status.completionTime', end, 'cannot set completionTime when there is no Complete=True condition'));
  if (ends && !end && complete) errors.push(required('status.completionTime', 'completionTime is required for Complete jobs'));
  if (changed('startTime', 'completionTime') && start && end && end < start)
    errors.push(invalid('status.completionTime', end, 'completionTime cannot be set before startTime'));
  if (turned('Failed', 'FailureTarget') && has(job, 'Failed') && !has(job, 'FailureTarget'))
    errors.push(conditions('cannot set Failed=True condition without the FailureTarget=true condition'));
  if (turned('Complete', 'SuccessCriteriaMet') && complete && !has(job, 'SuccessCriteriaMet'))
    errors.push(conditions('cannot set Complete=True condition without the SuccessCriteriaMet=true condition'));

  const over = isFinished(job);
  if ((finishes || changed('active')) && over && (status.active ?? 0) > 0)
    errors.push(invalid('status.active', status.active, 'active>0 is invalid for finished job'));
  const neverStarts = job.spec.suspend === true && job.spec.completions === 0;
  if ((finishes || changed('startTime')) && !neverStarts && over && !start)
    errors.push(required('status.startTime', 'startTime is required for finished job'));
  const { failed = [], succeeded = [] } = status.uncountedTerminatedPods ?? {};
  if ((finishes || changed('uncountedTerminatedPods')) && over && failed.length + succeeded.length > 0) {
    const shown = { Succeeded: succeeded, Failed: failed };
    errors.push(invalid('status.uncountedTerminatedPods', shown, 'uncountedTerminatedPods needs to be empty for finished job'));
  }
  errors.push(...validateIndexes(job, changed('completedIndexes'), changed('failedIndexes')));
  if ((finishes || changed('terminating')) && over && (status.terminating ?? 0) > 0)
    errors.push(invalid('status.terminating', status.terminating, 'terminating>0 is invalid for finished job'));
  if (changed('ready', 'active') && (status.ready ?? 0) > (status.active ?? 0))
    errors.push(invalid('status.ready', status.ready, 'cannot set more ready pods than active'));
  const met = has(job, 'SuccessCriteriaMet');
  for (const type of ['Failed', 'FailureTarget'])
    if (met && has(job, type)) errors.push(conditions(`cannot set SuccessCriteriaMet=True and ${type}=true conditions`));
  if (job.spec.successPolicy && !met && complete)
    errors.push(conditions('cannot set Complete=True for Job with SuccessPolicy unless SuccessCriteriaMet=True'));
  return errors;
}

/** Pods that have ended and are not in the counters yet: each is named once. */
function validateUncounted({ status }: Job): FieldError[] {
  const seen = new Set<string>();
  return (['succeeded', 'failed'] as const).flatMap((list) =>
    (status.uncountedTerminatedPods?.[list] ?? []).flatMap((uid, index) => {
      const at = `status.uncountedTerminatedPods.${list}[${index}]`;
      if (uid === '') return [invalid(at, uid, 'must not be empty')];
      if (seen.has(uid)) return [duplicate(at, uid)];
      seen.add(uid);
      return [];
    }),
  );
}

function validateIndexes({ spec, status }: Job, completedChanged: boolean, failedChanged: boolean): FieldError[] {
  const errors: FieldError[] = [];
  const { completedIndexes: completed = '', failedIndexes: failed } = status;
  const { completions } = spec;
  const wrong = (name: 'completedIndexes' | 'failedIndexes', text: string): void => {
    const why = wrongIndexes(text, completions ?? 0);
    if (why !== undefined) errors.push(invalid(`status.${name}`, text, `error parsing ${name}: ${why}`));
  };
  if (completedChanged && completions !== undefined) wrong('completedIndexes', completed);
  if (failedChanged && completions !== undefined && spec.backoffLimitPerIndex !== undefined && failed !== undefined)
    wrong('failedIndexes', failed);
  if (completedChanged && completed !== '' && spec.completionMode !== 'Indexed')
    errors.push(invalid('status.completedIndexes', completed, 'cannot set non-empty completedIndexes when non-indexed completion mode'));
  if (failedChanged && spec.backoffLimitPerIndex === undefined && failed !== undefined)
    errors.push(invalid('status.failedIndexes', failed, 'cannot set non-null failedIndexes when backoffLimitPerIndex is null'));
  if (!(completedChanged || failedChanged) || completions === undefined || failed === undefined) return errors;
  const both = firstInBoth(indexesOf(completed, completions), indexesOf(failed, completions));
  if (both !== undefined)
    errors.push(invalid('status.failedIndexes', failed, `failedIndexes and completedIndexes overlap at index: ${both}`));
  return errors;
}

function firstInBoth(some: readonly (readonly [number, number])[], others: readonly (readonly [number, number])[]): number | undefined {
  for (const [from, to] of some) for (const [start, end] of others) if (from <= end && start <= to) return Math.max(from, start);
  return undefined;
}

/** What has ended stays so, and counters only grow. */
function validateTransition(job: Job, old: Job): FieldError[] {
  const errors: FieldError[] = [];
  const { spec, status } = job;
  for (const type of TERMINAL)
    if (has(old, type) && !has(job, type))
      errors.push(invalid('status.conditions', OMITTED, `cannot disable the terminal ${type}=True condition`));
  if ((status.failed ?? 0) < (old.status.failed ?? 0))
    errors.push(invalid('status.failed', status.failed ?? 0, 'cannot decrease the failed counter'));
  // An indexed Job that may shrink can lose indexes that have succeeded.
  const shrinks = spec.completionMode === 'Indexed' && spec.completions === spec.parallelism;
  if (!shrinks && (status.succeeded ?? 0) < (old.status.succeeded ?? 0))
    errors.push(invalid('status.succeeded', status.succeeded ?? 0, 'cannot decrease the succeeded counter'));
  const { completionTime: end } = status;
  if (end && old.status.completionTime && end !== old.status.completionTime)
    errors.push(invalid('status.completionTime', end, 'completionTime cannot be mutated'));
  if (old.status.startTime && old.status.startTime !== status.startTime && !spec.suspend)
    errors.push(required('status.startTime', 'startTime cannot be removed for unsuspended job'));
  if (has(old, 'SuccessCriteriaMet') && !has(job, 'SuccessCriteriaMet'))
    errors.push(invalid('status.conditions', OMITTED, 'cannot disable the SuccessCriteriaMet=True condition'));
  if (has(old, 'Complete') && !has(old, 'SuccessCriteriaMet') && has(job, 'SuccessCriteriaMet'))
    errors.push(invalid('status.conditions', OMITTED, 'cannot set SuccessCriteriaMet=True for Job already has Complete=true conditions'));
  return errors;
}
