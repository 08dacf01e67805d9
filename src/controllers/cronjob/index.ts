/** The cronjob controller: makes a Job at each scheduled time, removes old ones (rules: pkg/controller/cronjob of v1.36). */
import { formatRFC1123Z, formatTime, parseTime } from '../../api/values/duration.ts';
import { formatInZone, parseSchedule, type Schedule, ScheduleError } from '../../kinds/cronjob/schedule.ts';
import type { CronJob, Job } from '../../kinds/objects.ts';
import type { ObjectReference } from '../../kinds/types.gen.ts';
import type { Change } from '../../world/object.ts';
import type { Controller, ControllerContext } from '../controller.ts';
import { controllerOf, controllerRef, keyOf, splitKey } from '../owners.ts';
import { isApiError } from '../run.ts';
import { afterMissed, nextDue } from './due.ts';

const NAME = 'cronjob-controller';
const SOURCE = { component: NAME };
const CRONJOBS = 'cronjobs.batch';
const JOBS = 'jobs.batch';
const SCHEDULED_AT = 'batch.kubernetes.io/cronjob-scheduled-timestamp';
/** The real one looks a moment after the time, so that it has surely come. */
const DELTA_MS = 100;

export const cronJobController: Controller = {
  name: NAME,
  watches: {
    [CRONJOBS]: ({ type, object }) => (type === 'DELETED' ? [] : [keyOf(object)]),
    [JOBS]: ({ object, previous }: Change) =>
      [object, previous].flatMap((job) => {
        const owner = job && controllerOf(job);
        return owner?.kind === 'CronJob' ? [`${object.metadata.namespace}/${owner.name}`] : [];
      }),
  },
  reconcile(context, key) {
    const cronJob = context.world.store.get<CronJob>(CRONJOBS, ...splitKey(key));
    if (cronJob) new Sync(context, cronJob).run();
  },
};

type Finish = 'Complete' | 'Failed';

function finishOf({ status }: Job): Finish | undefined {
  const found = status.conditions?.find(({ type, status: is }) => (type === 'Complete' || type === 'Failed') && is === 'True');
  return found?.type as Finish | undefined;
}

/** One look at a CronJob. */
class Sync {
  private readonly context: ControllerContext;
  private readonly cronJob: CronJob;
  private status: CronJob['status'];

  constructor(context: ControllerContext, cronJob: CronJob) {
    this.context = context;
    this.cronJob = cronJob;
    this.status = cronJob.status;
  }

  run(): void {
    this.followJobs();
    const again = this.cronJob.metadata.deletionTimestamp || this.cronJob.spec.suspend ? undefined : this.schedule();
    this.cleanUp();
    this.context.api.updateStatus<CronJob>(CRONJOBS, { ...this.cronJob, status: this.status });
    if (again !== undefined) this.context.requeueAfter(keyOf(this.cronJob), Math.max(0, again + DELTA_MS - this.context.world.now));
  }

  private event(type: 'Normal' | 'Warning', reason: string, message: string): void {
    this.context.api.event(this.cronJob, type, reason, message, SOURCE);
  }

  /** The Jobs that it controls. */
  private jobs(): Job[] {
    const { uid } = this.cronJob.metadata;
    return this.context.world.store.byIndex<Job>(JOBS, 'owner', uid).filter((job) => controllerOf(job)?.uid === uid);
  }

  private get active(): readonly ObjectReference[] {
    return this.status.active ?? [];
  }

  private setActive(active: readonly ObjectReference[]): void {
    const { active: _, ...rest } = this.status;
    this.status = active.length > 0 ? { ...rest, active } : rest;
  }

  /** Takes Jobs that ended, or are gone, off the list of active ones. */
  private followJobs(): void {
    const jobs = this.jobs();
    for (const job of jobs) {
      const { name, uid } = job.metadata;
      const listed = this.active.some((one) => one.uid === uid);
      const finish = finishOf(job);
      if (!listed && !finish) this.event('Warning', 'UnexpectedJob', `Saw a job that the controller did not create or forgot: ${name}`);
      else if (listed && finish) {
        this.setActive(this.active.filter((one) => one.uid !== uid));
        this.event('Normal', 'SawCompletedJob', `Saw completed job: ${name}, condition: ${finish}`);
      }
      const done = finish === 'Complete' ? job.status.completionTime : undefined;
      const before = this.status.lastSuccessfulTime;
      if (done && (!before || parseTime(done) > parseTime(before))) this.status = { ...this.status, lastSuccessfulTime: done };
    }
    for (const one of this.active) {
      if (jobs.some((job) => job.metadata.uid === one.uid)) continue;
      this.event('Normal', 'MissingJob', `Active job went missing: ${one.name ?? ''}`);
      this.setActive(this.active.filter((other) => other !== one));
    }
  }

  /** Makes the Job that is due; returns when the next one is, ms. */
  private schedule(): number | undefined {
    const { spec, metadata } = this.cronJob;
    const { now } = this.context.world;
    let schedule: Schedule;
    try {
      schedule = parseSchedule(spec.schedule);
    } catch (error) {
      if (!(error instanceof ScheduleError)) throw error;
      this.event('Warning', 'UnparseableSchedule', `unparseable schedule: ${JSON.stringify(spec.schedule)} : ${error.message}`);
      return undefined;
    }
    const earliest = parseTime(this.status.lastScheduleTime ?? metadata.creationTimestamp);
    const next = (): number | undefined => afterMissed(schedule, earliest, now, spec.timeZone);
    const deadline = spec.startingDeadlineSeconds;
    const from = deadline === undefined ? earliest : Math.max(earliest, now - deadline * 1000);
    const { due, missed } = nextDue(schedule, from, now, spec.timeZone);
    if (missed > 100)
      this.event(
        'Warning',
        'TooManyMissedTimes',
        `too many missed start times: ${missed}. Set or decrease .spec.startingDeadlineSeconds or check clock skew`,
      );
    if (due === undefined) return next();
    if (deadline !== undefined && due + deadline * 1000 < now) {
      this.event('Warning', 'MissSchedule', `Missed scheduled time to start a job: ${formatRFC1123Z(due)}`);
      return next();
    }
    const name = `${metadata.name}-${Math.floor(due / 60_000)}`;
    if (this.active.some((one) => one.name === name) || this.status.lastScheduleTime === formatTime(due)) return next();
    if (spec.concurrencyPolicy === 'Forbid' && this.active.length > 0) {
      this.event('Normal', 'JobAlreadyActive', 'Not starting job because prior execution is running and concurrency policy is Forbid');
      return next();
    }
    if (spec.concurrencyPolicy === 'Replace') for (const one of this.active) this.remove(one.name ?? '');
    this.start(name, due);
    return afterMissed(schedule, due, now, spec.timeZone);
  }

  private start(name: string, due: number): void {
    const { api } = this.context;
    const { metadata, spec } = this.cronJob;
    const template = spec.jobTemplate;
    const labels = template.metadata?.labels;
    let job: Job;
    try {
      job = api.create<Job>(JOBS, {
        apiVersion: 'batch/v1',
        kind: 'Job',
        metadata: {
          name,
          namespace: metadata.namespace as string,
          ...(labels && { labels }),
          annotations: { ...template.metadata?.annotations, [SCHEDULED_AT]: formatInZone(due, spec.timeZone) },
          ownerReferences: [controllerRef(this.cronJob)],
        },
        spec: template.spec as Job['spec'],
        status: {},
      });
    } catch (error) {
      if (!isApiError(error)) throw error;
      if (error.reason === 'AlreadyExists' || error.status.details?.causes?.some(({ reason }) => reason === 'NamespaceTerminating')) return;
      this.event('Warning', 'FailedCreate', `Error creating job: ${error.message}`);
      throw error;
    }
    this.event('Normal', 'SuccessfulCreate', `Created job ${name}`);
    const { uid, resourceVersion, namespace } = job.metadata;
    const reference = { apiVersion: 'batch/v1', kind: 'Job', name, namespace: namespace as string, resourceVersion, uid };
    this.setActive([...this.active, reference]);
    this.status = { ...this.status, lastScheduleTime: formatTime(due) };
  }

  private remove(name: string): void {
    const { api } = this.context;
    try {
      api.delete(JOBS, this.cronJob.metadata.namespace ?? '', name, { propagationPolicy: 'Background' });
    } catch (error) {
      if (!isApiError(error)) throw error;
      this.event('Warning', 'FailedDelete', `Deleted job: ${error.message}`);
      throw error;
    }
    this.setActive(this.active.filter((one) => one.name !== name));
    this.event('Normal', 'SuccessfulDelete', `Deleted job ${name}`);
  }

  /** Keeps as many finished Jobs as the history limits say: the newest. */
  private cleanUp(): void {
    const { successfulJobsHistoryLimit, failedJobsHistoryLimit } = this.cronJob.spec;
    for (const [finish, limit] of [
      ['Complete', successfulJobsHistoryLimit],
      ['Failed', failedJobsHistoryLimit],
    ] as const) {
      if (limit === undefined) continue;
      const started = (job: Job): string => job.status.startTime ?? '';
      const jobs = this.jobs()
        .filter((job) => finishOf(job) === finish && !job.metadata.deletionTimestamp)
        .sort((a, b) => (started(a) < started(b) ? -1 : started(a) > started(b) ? 1 : a.metadata.name < b.metadata.name ? -1 : 1));
      for (const job of jobs.slice(0, Math.max(0, jobs.length - limit))) this.remove(job.metadata.name);
    }
  }
}
