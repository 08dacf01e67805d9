/**
 * The job controller: runs Pods until enough of them succeeded, or too many failed (rules: pkg/controller/job of v1.36).
 * A Pod's end is counted once: it keeps the finalizer job-tracking until it is. Keys: `namespace/name` of the Job, `pod namespace/name`
 * of a Pod whose state changed (its Job looks at it in a moment), `orphan namespace/name` of a Pod whose Job is gone.
 */
import type { ApiError } from '../../api/errors.ts';
import { formatTime, parseTime } from '../../api/values/duration.ts';
import type { Job, Pod } from '../../kinds/objects.ts';
import type { JobCondition, JobStatus } from '../../kinds/types.gen.ts';
import type { Change } from '../../world/object.ts';
import type { World } from '../../world/world.ts';
import type { Controller, ControllerContext } from '../controller.ts';
import { controllerOf, keyOf, splitKey } from '../owners.ts';
import { createPod, deletePod, inBatches } from '../pod-control.ts';
import { isActive, isReady, isTerminating } from '../pods.ts';
import { deletionOrder } from '../replicaset/ranking.ts';
import { finishedAt, remaining } from './backoff.ts';
import {
  FAILURE_COUNT,
  firstPending,
  formatIndexes,
  IGNORED_FAILURE_COUNT,
  indexOf,
  isIndexed,
  parseIndexes,
  templateOfIndex,
} from './indexes.ts';
import { type FailureVerdict, judgeFailure, successMessage } from './policies.ts';

const NAME = 'job-controller';
const SOURCE = { component: NAME };
const JOBS = 'jobs.batch';
const FINALIZER = 'batch.kubernetes.io/job-tracking';
/** Changes of Pods are looked at together, once in this time. */
const BATCH_MS = 1000;
/** The most Pods made or deleted in one reconcile. */
const BURST = 500;

export const jobController: Controller = {
  name: NAME,
  watches: {
    [JOBS]: jobChanged,
    pods: podChanged,
  },
  reconcile,
};

function jobChanged({ type, object }: Change, world: World): string[] {
  if (type !== 'DELETED') return [keyOf(object)];
  return world.store.byIndex<Pod>('pods', 'owner', object.metadata.uid).map((pod) => `orphan ${keyOf(pod)}`);
}

function podChanged({ type, object, previous }: Change, world: World): string[] {
  const owner = controllerOf(object) ?? (previous && controllerOf(previous));
  if (owner?.kind !== 'Job') return [];
  const { namespace = '' } = object.metadata;
  const job = world.store.get<Job>(JOBS, namespace, owner.name);
  if (job?.metadata.uid === owner.uid) return type === 'ADDED' ? [] : [`pod ${namespace}/${owner.name}`];
  return type !== 'DELETED' && object.metadata.finalizers?.includes(FINALIZER) ? [`orphan ${keyOf(object)}`] : [];
}

function reconcile(context: ControllerContext, key: string): void {
  const { world } = context;
  const [kind, name] = key.includes(' ') ? (key.split(' ') as [string, string]) : ['job', key];
  if (kind === 'orphan') return releaseOrphan(context, name);
  if (kind === 'pod') {
    const due = world.timers.at('requeue', `${NAME} ${name}`);
    if (due === undefined || due > world.now + BATCH_MS) context.requeueAfter(name, BATCH_MS);
    return;
  }
  const job = world.store.get<Job>(JOBS, ...splitKey(name));
  if (job && !isFinished(job) && job.spec.managedBy === undefined) new Sync(context, job).run();
  else if (job) releaseCounted(context, job);
}

/** A Pod whose Job is gone is not held back any more. */
function releaseOrphan(context: ControllerContext, key: string): void {
  const pod = context.world.store.get<Pod>('pods', ...splitKey(key));
  if (pod) dropFinalizer(context, pod);
}

/** Pods that end after their Job did. */
function releaseCounted(context: ControllerContext, job: Job): void {
  for (const pod of context.world.store.byIndex<Pod>('pods', 'owner', job.metadata.uid)) if (!isActive(pod)) dropFinalizer(context, pod);
}

function dropFinalizer({ api }: ControllerContext, pod: Pod): void {
  if (!pod.metadata.finalizers?.includes(FINALIZER)) return;
  const finalizers = pod.metadata.finalizers.filter((one) => one !== FINALIZER);
  api.update<Pod>('pods', { ...pod, metadata: { ...pod.metadata, finalizers } });
}

function conditionOf(job: Job | JobStatus, type: string): JobCondition | undefined {
  const status = 'metadata' in job ? job.status : job;
  return status.conditions?.find((one) => one.type === type && one.status === 'True');
}

function isFinished(job: Job): boolean {
  return (conditionOf(job, 'Complete') ?? conditionOf(job, 'Failed')) !== undefined;
}

/** Why a Job is over: the interim condition that comes before Complete or Failed. */
interface End {
  readonly type: 'SuccessCriteriaMet' | 'FailureTarget';
  readonly reason: string;
  readonly message: string;
}

const failure = (reason: string, message: string): End => ({ type: 'FailureTarget', reason, message });
const BACKOFF_EXCEEDED = failure('BackoffLimitExceeded', 'Job has reached the specified backoff limit');
const DEADLINE_EXCEEDED = failure('DeadlineExceeded', 'Job was active longer than specified deadline');
const TOO_MANY_INDEXES = failure('MaxFailedIndexesExceeded', 'Job has exceeded the specified maximal number of failed indexes');
const FAILED_INDEXES = failure('FailedIndexes', 'Job has failed indexes');
const COMPLETED: End = { type: 'SuccessCriteriaMet', reason: 'CompletionsReached', message: 'Reached expected number of succeeded pods' };

/** One look at a Job that is not over. */
class Sync {
  private readonly context: ControllerContext;
  private readonly world: World;
  private readonly job: Job;
  private readonly pods: readonly Pod[];
  private active: Pod[];
  /** Pods that ended and were not counted yet. */
  private readonly ended: readonly { readonly pod: Pod; readonly succeeded: boolean; readonly verdict: FailureVerdict }[];
  private readonly succeededIndexes: Set<number>;
  private readonly failedIndexes: Set<number>;
  private startTime: string | undefined;
  private conditions: readonly JobCondition[];
  /** Why Pods could not be made: tried again after what is known is written. */
  private refusal: ApiError | undefined;

  constructor(context: ControllerContext, job: Job) {
    this.context = context;
    this.world = context.world;
    this.job = job;
    this.pods = this.world.store
      .byIndex<Pod>('pods', 'owner', job.metadata.uid)
      .filter((pod) => controllerOf(pod)?.uid === job.metadata.uid);
    this.active = this.pods.filter(isActive);
    this.ended = this.pods
      .filter((pod) => pod.metadata.finalizers?.includes(FINALIZER) && this.isOver(pod))
      .map((pod) => {
        const succeeded = pod.status.phase === 'Succeeded';
        return { pod, succeeded, verdict: succeeded ? { action: 'Count' } : judgeFailure(job, pod) };
      });
    this.succeededIndexes = parseIndexes(job.status.completedIndexes);
    this.failedIndexes = parseIndexes(job.status.failedIndexes);
    this.startTime = job.status.startTime ?? (this.suspended ? undefined : this.now);
    this.conditions = job.status.conditions ?? [];
  }

  private get now(): string {
    return formatTime(this.world.now);
  }

  private get suspended(): boolean {
    return this.job.spec.suspend === true;
  }

  /** A deleted Pod counts as failed at once, unless only failed ones are replaced. */
  private isOver({ metadata, status }: Pod): boolean {
    if (status.phase === 'Succeeded' || status.phase === 'Failed') return true;
    return metadata.deletionTimestamp !== undefined && this.job.spec.podReplacementPolicy !== 'Failed';
  }

  private get perIndex(): boolean {
    return this.job.spec.backoffLimitPerIndex !== undefined;
  }

  run(): void {
    const { spec, status } = this.job;
    const failed = (status.failed ?? 0) + this.ended.filter(({ succeeded, verdict }) => !succeeded && verdict.action !== 'Ignore').length;
    if (isIndexed(this.job)) this.countIndexes();
    const succeeded = isIndexed(this.job)
      ? this.succeededIndexes.size
      : (status.succeeded ?? 0) + this.ended.filter((one) => one.succeeded).length;

    let end = this.endSoFar(failed);
    const news: string[] = [];
    if (end) this.remove(this.active.length);
    else {
      if (!this.job.metadata.deletionTimestamp) this.manage(succeeded);
      if (this.isComplete(succeeded)) end = COMPLETED;
      else news.push(...this.followSuspension());
    }
    const released = this.ended.map(({ pod }) => pod);
    this.write(failed, succeeded, end);
    for (const reason of news) this.event('Normal', reason, reason === 'Suspended' ? 'Job suspended' : 'Job resumed');
    for (const pod of released) {
      const current = this.world.store.get<Pod>('pods', pod.metadata.namespace ?? '', pod.metadata.name);
      if (current?.metadata.uid === pod.metadata.uid) dropFinalizer(this.context, current);
    }
    if (!end && spec.activeDeadlineSeconds !== undefined && !this.suspended && this.startTime)
      this.lookAgainIn(parseTime(this.startTime) + spec.activeDeadlineSeconds * 1000 - this.world.now);
    if (this.refusal) throw this.refusal;
  }

  /** Reconciles in a while, unless that happens earlier anyway. */
  private lookAgainIn(ms: number): void {
    const key = keyOf(this.job);
    const due = this.world.timers.at('requeue', `${NAME} ${key}`);
    if (due === undefined || due > this.world.now + ms) this.context.requeueAfter(key, Math.max(0, ms));
  }

  private event(type: 'Normal' | 'Warning', reason: string, message: string): void {
    this.context.api.event(this.job, type, reason, message, SOURCE);
  }

  /** Notes the indexes of the Pods that ended. */
  private countIndexes(): void {
    const { completions = 0, backoffLimitPerIndex } = this.job.spec;
    for (const { pod, succeeded, verdict } of this.ended) {
      const index = indexOf(pod, completions);
      if (index === undefined) continue;
      if (succeeded) this.succeededIndexes.add(index);
      else if (backoffLimitPerIndex !== undefined) {
        const failures = Number(pod.metadata.annotations?.[FAILURE_COUNT] ?? 0) + (verdict.action === 'Ignore' ? 0 : 1);
        if (verdict.action === 'FailIndex' || failures > backoffLimitPerIndex) this.failedIndexes.add(index);
      }
    }
    for (const index of this.succeededIndexes) this.failedIndexes.delete(index);
  }

  /** The end that was decided before, or that what is now decides. */
  private endSoFar(failed: number): End | undefined {
    const { spec, status } = this.job;
    for (const type of ['SuccessCriteriaMet', 'FailureTarget'] as const) {
      const decided = conditionOf(status, type);
      if (decided) return { type, reason: decided.reason ?? '', message: decided.message ?? '' };
    }
    const fatal = this.ended.find(({ verdict }) => verdict.action === 'FailJob')?.verdict.message;
    if (fatal !== undefined) return failure('PodFailurePolicy', fatal);
    if (failed > (spec.backoffLimit ?? 6) || this.restartedTooOften()) return BACKOFF_EXCEEDED;
    if (this.pastDeadline()) return DEADLINE_EXCEEDED;
    if (!isIndexed(this.job)) return undefined;
    const { completions = 0, maxFailedIndexes } = spec;
    if (this.perIndex) {
      if (maxFailedIndexes !== undefined && this.failedIndexes.size > maxFailedIndexes) return TOO_MANY_INDEXES;
      if (this.failedIndexes.size > 0 && this.failedIndexes.size + this.succeededIndexes.size >= completions) return FAILED_INDEXES;
    }
    const message = successMessage(spec.successPolicy, completions, this.succeededIndexes);
    return message === undefined ? undefined : { type: 'SuccessCriteriaMet', reason: 'SuccessPolicy', message };
  }

  /** With restartPolicy OnFailure the restarts of running Pods count. */
  private restartedTooOften(): boolean {
    const { template, backoffLimit = 6 } = this.job.spec;
    if (template.spec?.restartPolicy !== 'OnFailure') return false;
    let restarts = 0;
    for (const { status } of this.pods) {
      if (status.phase !== 'Running' && status.phase !== 'Pending') continue;
      for (const one of [...(status.initContainerStatuses ?? []), ...(status.containerStatuses ?? [])]) restarts += one.restartCount;
    }
    return backoffLimit === 0 ? restarts > 0 : restarts >= backoffLimit;
  }

  private pastDeadline(): boolean {
    const { activeDeadlineSeconds } = this.job.spec;
    if (activeDeadlineSeconds === undefined || !this.job.status.startTime || this.suspended) return false;
    return this.world.now - parseTime(this.job.status.startTime) >= activeDeadlineSeconds * 1000;
  }

  /** Deletes so many active Pods: those that are least far first. */
  private remove(count: number): void {
    const control = { api: this.context.api, owner: this.job, ...SOURCE };
    for (const pod of deletionOrder(this.active, new Map(), this.world.now).slice(0, Math.min(count, BURST))) {
      if (!deletePod(control, pod)) this.active = this.active.filter((one) => one !== pod);
    }
  }

  /** Brings the number of active Pods to what is wanted. */
  private manage(succeeded: number): void {
    const { spec } = this.job;
    if (this.suspended) return this.remove(this.active.length);
    const { parallelism = 1, completions } = spec;
    const wanted =
      completions === undefined
        ? succeeded > 0
          ? this.active.length
          : parallelism
        : Math.max(0, Math.min(completions - succeeded, parallelism));
    if (this.active.length > wanted) return this.remove(this.active.length - wanted);
    const leaving = spec.podReplacementPolicy === 'Failed' ? this.pods.filter(isTerminating).length : 0;
    const missing = Math.min(wanted - leaving - this.active.length, BURST);
    if (missing <= 0) return;
    if (!this.perIndex) {
      const wait = this.backoff(this.pods);
      if (wait > 0) return this.lookAgainIn(wait);
    }
    this.refusal = isIndexed(this.job) ? this.createIndexes(missing) : this.create(missing);
  }

  /** ms to wait after the failures since the last success among these Pods. */
  private backoff(pods: readonly Pod[]): number {
    const ends = pods
      .filter((pod) => this.isOver(pod))
      .map((pod) => ({ failed: pod.status.phase !== 'Succeeded', at: finishedAt(pod) }))
      .sort((a, b) => b.at - a.at);
    const sinceSuccess = ends.findIndex(({ failed }) => !failed);
    const failures = sinceSuccess < 0 ? ends.length : sinceSuccess;
    return remaining(failures, ends[0]?.at ?? 0, this.world.now);
  }

  private get template(): Job['spec']['template'] {
    const { template } = this.job.spec;
    const finalizers = template.metadata?.finalizers ?? [];
    return {
      ...template,
      metadata: { ...template.metadata, finalizers: finalizers.includes(FINALIZER) ? finalizers : [...finalizers, FINALIZER] },
    };
  }

  private create(missing: number) {
    const { template } = this;
    return inBatches(missing, () => createPod({ api: this.context.api, owner: this.job, ...SOURCE }, template));
  }

  private createIndexes(missing: number) {
    const { completions = 0 } = this.job.spec;
    const taken = new Set([...this.succeededIndexes, ...this.failedIndexes]);
    for (const pod of this.pods) {
      if (this.isOver(pod) && !isTerminating(pod)) continue;
      const index = indexOf(pod, completions);
      if (index !== undefined) taken.add(index);
    }
    const pending = firstPending(taken, this.perIndex ? completions : missing, completions);
    const ready = this.perIndex ? pending.filter((index) => this.indexReady(index)).slice(0, missing) : pending;
    const { template } = this;
    return inBatches(ready.length, (at) => {
      const index = ready[at] as number;
      const made = templateOfIndex(this.job, template, index, this.perIndex ? this.failureCounts(index) : {});
      return createPod({ api: this.context.api, owner: this.job, ...SOURCE }, made, `${this.job.metadata.name}-${index}-`);
    });
  }

  private podsOf(index: number): Pod[] {
    return this.pods.filter((pod) => indexOf(pod, this.job.spec.completions ?? 0) === index);
  }

  /** With a limit for each index, each has a back-off of its own. */
  private indexReady(index: number): boolean {
    const wait = this.backoff(this.podsOf(index));
    if (wait > 0) this.lookAgainIn(wait);
    return wait === 0;
  }

  /** How often the index failed already, for its next Pod. */
  private failureCounts(index: number): Record<string, string> {
    const failed = this.podsOf(index).filter((pod) => this.isOver(pod) && pod.status.phase !== 'Succeeded');
    const ignored = failed.filter((pod) => judgeFailure(this.job, pod).action === 'Ignore').length;
    return {
      [FAILURE_COUNT]: String(failed.length - ignored),
      ...(ignored > 0 && { [IGNORED_FAILURE_COUNT]: String(ignored) }),
    };
  }

  private isComplete(succeeded: number): boolean {
    const { completions } = this.job.spec;
    if (this.currentlyActive() > 0) return false;
    return completions === undefined ? succeeded > 0 : succeeded >= completions;
  }

  /** Active Pods now, those just made included. */
  private currentlyActive(): number {
    return this.livePods().filter(isActive).length;
  }

  private livePods(): Pod[] {
    const { uid } = this.job.metadata;
    return this.world.store.byIndex<Pod>('pods', 'owner', uid).filter((pod) => controllerOf(pod)?.uid === uid);
  }

  /** The condition Suspended; returns the reasons of events to come. */
  private followSuspension(): string[] {
    const before = this.conditions.find(({ type }) => type === 'Suspended');
    if (this.suspended ? before?.status === 'True' : before?.status !== 'True') return [];
    const [status, reason, message] = this.suspended ? ['True', 'JobSuspended', 'Job suspended'] : ['False', 'JobResumed', 'Job resumed'];
    this.setCondition({ type: 'Suspended', status: status as string, reason: reason as string, message: message as string });
    if (!this.suspended) this.startTime = this.now;
    return [this.suspended ? 'Suspended' : 'Resumed'];
  }

  private setCondition(condition: JobCondition): void {
    const made = { ...condition, lastProbeTime: this.now, lastTransitionTime: this.now };
    const index = this.conditions.findIndex(({ type }) => type === condition.type);
    this.conditions = index < 0 ? [...this.conditions, made] : this.conditions.map((one, at) => (at === index ? made : one));
  }

  private write(failed: number, succeeded: number, end: End | undefined): void {
    const live = this.livePods();
    const active = live.filter(isActive);
    const terminating = live.filter(isTerminating).length;
    if (end && !conditionOf({ conditions: this.conditions }, end.type)) this.setCondition({ ...end, status: 'True' });
    // The last word is said when no Pod runs any more.
    const over = end !== undefined && active.length === 0 && terminating === 0;
    const type = end?.type === 'SuccessCriteriaMet' ? 'Complete' : 'Failed';
    if (end && over) this.setCondition({ type, status: 'True', reason: end.reason, message: end.message });
    const status: JobStatus = {
      ...(active.length > 0 && { active: active.length }),
      ...(isIndexed(this.job) && this.succeededIndexes.size > 0 && { completedIndexes: formatIndexes(this.succeededIndexes) }),
      ...(over && type === 'Complete' && { completionTime: this.now }),
      ...(this.conditions.length > 0 && { conditions: this.conditions }),
      ...(failed > 0 && { failed }),
      ...(this.perIndex && { failedIndexes: formatIndexes(this.failedIndexes) }),
      ready: active.filter(isReady).length,
      ...(this.startTime && { startTime: this.startTime }),
      ...(succeeded > 0 && { succeeded }),
      terminating,
      uncountedTerminatedPods: {},
    };
    this.context.api.updateStatus<Job>(JOBS, { ...this.job, status });
    if (end && over) this.tellEnd(end, succeeded);
  }

  private tellEnd(end: End, succeeded: number): void {
    if (end.type === 'FailureTarget') return this.event('Warning', end.reason, end.message);
    const { completions } = this.job.spec;
    if (completions !== undefined && succeeded > completions)
      this.event('Warning', 'TooManySucceededPods', 'Too many succeeded pods running after completion count reached');
    this.event('Normal', 'Completed', 'Job completed');
  }
}
