import { equal } from '../../api/equal.ts';
import { type FieldError, invalid } from '../../api/field-errors.ts';
import { Verbatim } from '../../api/go-json.ts';
import { humanDuration, parseTime } from '../../api/values/duration.ts';
import { ageColumn, nameColumn, text } from '../columns.ts';
import { define } from '../define.ts';
import { fill, within } from '../fill.ts';
import type { Job } from '../objects.ts';
import { defaultPodTemplate } from '../pod/defaults.ts';
import { goStruct } from '../pod/go-struct.ts';
import { templateWarnings } from '../pod/warnings.ts';
import type { Container, JobSpec, PodTemplateSpec } from '../types.gen.ts';
import { validateImmutable, wideColumns } from '../workload.ts';
import { completionsText, statusText } from './shown.ts';
import { validateJobSpec } from './validation.ts';

const UID_LABEL = 'batch.kubernetes.io/controller-uid';
const NAME_LABEL = 'batch.kubernetes.io/job-name';
const MAX_INT32 = 2 ** 31 - 1;

/** Pods that run to their end. */
export const jobs = define<Job>('batch/v1', 'jobs', {
  generation: ['spec'],
  warnings: templateWarnings(({ spec }) => spec.template),
  defaults: (job) => within(job, 'spec', defaultSpec),
  prepareCreate: (job) => withOwnLabels(job.spec.manualSelector ? job : withSelector(job)),
  validate: (job) => validate(job),
  validateUpdate: (job, old) => [
    ...validate(job),
    ...validateCompletions(job.spec, old.spec),
    ...validateImmutable(job.spec.selector, old.spec.selector, 'spec.selector'),
    ...validateTemplateUpdate(job, old),
    ...validateImmutable(job.spec.completionMode, old.spec.completionMode, 'spec.completionMode'),
    ...validateImmutable(job.spec.podFailurePolicy, old.spec.podFailurePolicy, 'spec.podFailurePolicy'),
    ...validateImmutable(job.spec.backoffLimitPerIndex, old.spec.backoffLimitPerIndex, 'spec.backoffLimitPerIndex'),
    ...validateImmutable(job.spec.managedBy, old.spec.managedBy, 'spec.managedBy'),
    ...validateImmutable(job.spec.successPolicy, old.spec.successPolicy, 'spec.successPolicy'),
  ],
  selectableFields: { 'status.successful': ({ status }) => String(status.succeeded ?? 0) },
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
  return within(filled, 'template', defaultPodTemplate);
}

/** A Job selects its Pods by its own uid. */
function withSelector(job: Job): Job {
  const { uid, name } = job.metadata;
  const { template } = job.spec;
  const labels = { ...template.metadata?.labels, [UID_LABEL]: uid, [NAME_LABEL]: name, 'controller-uid': uid, 'job-name': name };
  return {
    ...job,
    spec: {
      ...job.spec,
      selector: { ...job.spec.selector, matchLabels: { ...job.spec.selector?.matchLabels, [UID_LABEL]: uid } },
      template: { ...template, metadata: { ...template.metadata, labels } },
    },
  };
}

/** A Job without labels has those of its template. */
function withOwnLabels(job: Job): Job {
  const labels = job.spec.template.metadata?.labels;
  return job.metadata.labels || !labels ? job : { ...job, metadata: { ...job.metadata, labels } };
}

function validate({ spec }: Job): FieldError[] {
  return validateJobSpec(spec, 'spec', true);
}

/** Indexed Jobs may grow and shrink, if the parallelism does as well. */
function validateCompletions({ completionMode, completions, parallelism }: JobSpec, old: JobSpec): FieldError[] {
  if (completionMode !== 'Indexed') return validateImmutable(completions, old.completions, 'spec.completions');
  if (completions === undefined || completions === old.completions || completions === parallelism) return [];
  return [invalid('spec.completions', completions, 'can only be modified in tandem with spec.parallelism')];
}

/** Before its first Pod, a suspended Job may still be told where its Pods run and what they need. */
function validateTemplateUpdate({ spec }: Job, old: Job): FieldError[] {
  const waits = old.spec.suspend && old.status.startTime === undefined;
  if (equal(waits ? fixedPart(spec.template) : spec.template, waits ? fixedPart(old.spec.template) : old.spec.template)) return [];
  const { metadata, spec: podSpec } = spec.template;
  const shown = { ...metadata, Spec: goStruct('PodSpec', podSpec ?? {}) };
  return [invalid('spec.template', new Verbatim(JSON.stringify(shown)), 'field is immutable')];
}

function fixedPart({ metadata, spec }: PodTemplateSpec): unknown {
  const { labels: _l, annotations: _a, ...named } = metadata ?? {};
  const { nodeSelector: _n, tolerations: _t, schedulingGates: _g, affinity, containers, initContainers, ...rest } = spec ?? {};
  const { nodeAffinity: _na, ...otherAffinity } = affinity ?? {};
  const bare = (list: readonly Container[] | undefined): unknown => (list ?? []).map(({ resources: _r, ...container }) => container);
  return { named, rest, otherAffinity, containers: bare(containers), initContainers: bare(initContainers) };
}

function durationText({ status: { startTime, completionTime } }: Job, now: number): string {
  if (!startTime) return '';
  return humanDuration((completionTime ? parseTime(completionTime) : now) - parseTime(startTime));
}
