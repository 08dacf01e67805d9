import { goQuote } from '../../api/go-json.ts';
import { humanDuration, parseTime } from '../../api/values/duration.ts';
import { ageColumn, nameColumn, text } from '../columns.ts';
import { define } from '../define.ts';
import { eachOf, fill, within } from '../fill.ts';
import type { Job } from '../objects.ts';
import { defaultPodTemplate } from '../pod/defaults.ts';
import type { JobSpec, PodFailurePolicy, PodFailurePolicyOnPodConditionsPattern, PodFailurePolicyRule } from '../types.gen.ts';
import { wideColumns } from '../workload.ts';
import { completionsText, statusText } from './shown.ts';

const UID_LABEL = 'batch.kubernetes.io/controller-uid';
const NAME_LABEL = 'batch.kubernetes.io/job-name';
const MAX_INT32 = 2 ** 31 - 1;

/** Pods that run to their end. */
export const jobs = define<Job>('batch/v1', 'jobs', {
  generation: ['spec'],
  defaults: (job) => within(job, 'spec', defaultSpec),
  prepareCreate: (job) => withOwnLabels(job.spec.manualSelector ? job : withSelector(job)),
  selectableFields: { 'status.successful': ({ status }) => String(status.succeeded ?? 0) },
  unselectable: (field) => `field label ${goQuote(field)} not supported for batchv1.Job`,
  columns: [
    nameColumn,
    text('Status', statusText),
    text('Completions', completionsText),
    text('Duration', durationText),
    ageColumn,
    ...wideColumns<Job>(),
  ],
});

function defaultSpec(spec: JobSpec): JobSpec {
  const filled = fill(spec, {
    ...(spec.parallelism === undefined && { completions: 1 }),
    parallelism: 1,
    backoffLimit: spec.backoffLimitPerIndex === undefined ? 6 : MAX_INT32,
    completionMode: 'NonIndexed',
    manualSelector: false,
    suspend: false,
    podReplacementPolicy: spec.podFailurePolicy ? 'Failed' : 'TerminatingOrFailed',
  });
  return within(within(filled, 'podFailurePolicy', defaultConditions), 'template', defaultPodTemplate);
}

/** A condition that a rule names without a status is meant to be true. */
function defaultConditions(policy: PodFailurePolicy): PodFailurePolicy {
  return eachOf(policy, 'rules', (rule: PodFailurePolicyRule) =>
    eachOf(rule, 'onPodConditions', (one: PodFailurePolicyOnPodConditionsPattern) => (one.status ? one : { ...one, status: 'True' })),
  );
}

/** A Job selects its Pods by its own uid. */
function withSelector(job: Job): Job {
  const { uid, name } = job.metadata;
  const { template } = job.spec;
  // What a client says itself stays, and is refused where it is wrong.
  const labels = { [UID_LABEL]: uid, [NAME_LABEL]: name, 'controller-uid': uid, 'job-name': name, ...template.metadata?.labels };
  return {
    ...job,
    spec: {
      ...job.spec,
      selector: { ...job.spec.selector, matchLabels: { [UID_LABEL]: uid, ...job.spec.selector?.matchLabels } },
      template: { ...template, metadata: { ...template.metadata, labels } },
    },
  };
}

/** A Job without labels has those of its template. */
function withOwnLabels(job: Job): Job {
  const labels = job.spec.template.metadata?.labels;
  return job.metadata.labels || !labels ? job : { ...job, metadata: { ...job.metadata, labels } };
}

function durationText({ status: { startTime, completionTime } }: Job, now: number): string {
  if (!startTime) return '';
  return humanDuration((completionTime ? parseTime(completionTime) : now) - parseTime(startTime));
}
