/** Rules for Jobs (source: pkg/apis/batch/validation). */
import { equal } from '../../api/equal.ts';
import { duplicate, type FieldError, invalid, notSupported, OMITTED, required, tooLong, tooMany } from '../../api/field-errors.ts';
import { goQuote, Verbatim } from '../../api/go-json.ts';
import type { Rules } from '../../api/kind.ts';
import { isDNS1123Label, isQualifiedName } from '../../api/values/names.ts';
import { validateDomainPath } from '../domain-path.ts';
import type { Job } from '../objects.ts';
import { nonNegative } from '../pod/containers.ts';
import { goStruct } from '../pod/go-struct.ts';
import { validatePodTemplate } from '../pod/validation.ts';
import { templateWarnings } from '../pod/warnings.ts';
import { validateLabelSelector } from '../selector.ts';
import { fits, validateImmutable } from '../template-validation.ts';
import type {
  Container,
  JobSpec,
  PodFailurePolicyOnExitCodesRequirement,
  PodFailurePolicyOnPodConditionsPattern,
  PodTemplateSpec,
  SuccessPolicy,
} from '../types.gen.ts';
import { countIndexes, wrongIndexes } from './indexes.ts';
import { validateJobStatus } from './status-validation.ts';

const MODES = ['Indexed', 'NonIndexed'];
const COUNTS = [
  'parallelism',
  'completions',
  'activeDeadlineSeconds',
  'backoffLimit',
  'ttlSecondsAfterFinished',
  'backoffLimitPerIndex',
] as const;
const ACTIONS = ['Count', 'FailIndex', 'FailJob', 'Ignore'];
const OPERATORS = ['In', 'NotIn'];
const REPLACEMENTS = ['Failed', 'TerminatingOrFailed'];
const MAX_RULES = 20;
const MAX_EXIT_CODES = 255;
const MAX_INDEXED = 100_000;
const MAX_OF_MANY = 10_000;
const MAX_MANAGER = 63;
const STATUSES = ['False', 'True', 'Unknown'];
const PREFIX = 'batch.kubernetes.io/';
const quotedList = (words: readonly string[]): string => `[${words.map(goQuote).join(' ')}]`;

/** What Jobs and the templates of CronJobs have in common. */
export function validateJobSpec(spec: JobSpec, at: string): FieldError[] {
  const errors: FieldError[] = [];
  for (const name of COUNTS) if (spec[name] !== undefined) errors.push(...nonNegative(spec[name], `${at}.${name}`));
  if (spec.maxFailedIndexes !== undefined) {
    errors.push(...nonNegative(spec.maxFailedIndexes, `${at}.maxFailedIndexes`));
    if (spec.backoffLimitPerIndex === undefined) errors.push(required(`${at}.backoffLimitPerIndex`, 'when maxFailedIndexes is specified'));
  }
  const { managedBy } = spec;
  if (managedBy !== undefined) errors.push(...validateDomainPath(managedBy, `${at}.managedBy`));
  if (managedBy !== undefined && managedBy.length > MAX_MANAGER) errors.push(tooLong(`${at}.managedBy`, MAX_MANAGER));
  errors.push(...validateMode(spec, at), ...validateFailurePolicy(spec, `${at}.podFailurePolicy`));
  if (spec.successPolicy) {
    if (spec.completionMode !== 'Indexed')
      errors.push(invalid(`${at}.successPolicy`, spec.successPolicy, 'requires indexed completion mode'));
    else errors.push(...validateSuccessPolicy(spec.successPolicy, spec.completions ?? 0, `${at}.successPolicy`));
  }
  errors.push(...validateReplacement(spec, `${at}.podReplacementPolicy`), ...validatePodTemplate(spec.template, `${at}.template`));
  const policy = spec.template.spec?.restartPolicy;
  const where = `${at}.template.spec.restartPolicy`;
  if (policy === 'Always' || policy === '') errors.push(required(where, 'valid values: "OnFailure", "Never"'));
  else if (policy !== undefined && policy !== 'OnFailure' && policy !== 'Never')
    errors.push(notSupported(where, policy, ['OnFailure', 'Never']));
  else if (spec.podFailurePolicy && policy === 'OnFailure')
    errors.push(invalid(where, policy, 'only "Never" is supported when podFailurePolicy is specified'));
  return errors;
}

function validateMode(spec: JobSpec, at: string): FieldError[] {
  const errors: FieldError[] = [];
  const { completionMode: mode, completions, parallelism = 1, maxFailedIndexes, backoffLimitPerIndex } = spec;
  if (mode !== undefined && !MODES.includes(mode)) errors.push(notSupported(`${at}.completionMode`, mode, ['NonIndexed', 'Indexed']));
  if (mode === 'Indexed') {
    const atMost = (name: 'parallelism' | 'maxFailedIndexes', value: number | undefined, most: number, when = ''): void => {
      if (value !== undefined && value > most) errors.push(invalid(`${at}.${name}`, value, `must be less than or equal to ${most}${when}`));
    };
    if (completions === undefined) errors.push(required(`${at}.completions`, 'when completion mode is Indexed'));
    atMost('parallelism', parallelism, MAX_INDEXED, ' when completion mode is Indexed');
    if (completions !== undefined && maxFailedIndexes !== undefined && maxFailedIndexes > completions)
      errors.push(invalid(`${at}.maxFailedIndexes`, maxFailedIndexes, 'must be less than or equal to completions'));
    atMost('maxFailedIndexes', maxFailedIndexes, MAX_INDEXED);
    if (completions !== undefined && completions > MAX_INDEXED && backoffLimitPerIndex !== undefined) {
      if (maxFailedIndexes === undefined)
        errors.push(required(`${at}.maxFailedIndexes`, `must be specified when completions is above ${MAX_INDEXED}`));
      const when = ` when completions are above ${MAX_INDEXED} and used with backoff limit per index`;
      atMost('parallelism', parallelism, MAX_OF_MANY, when);
      atMost('maxFailedIndexes', maxFailedIndexes, MAX_OF_MANY, when);
    }
  } else {
    if (backoffLimitPerIndex !== undefined)
      errors.push(invalid(`${at}.backoffLimitPerIndex`, backoffLimitPerIndex, 'requires indexed completion mode'));
    if (maxFailedIndexes !== undefined)
      errors.push(invalid(`${at}.maxFailedIndexes`, maxFailedIndexes, 'requires indexed completion mode'));
  }
  return errors;
}

function validateFailurePolicy({ podFailurePolicy, backoffLimitPerIndex, template }: JobSpec, at: string): FieldError[] {
  if (!podFailurePolicy) return [];
  const errors: FieldError[] = [];
  const rules = podFailurePolicy.rules ?? [];
  const names = [...(template.spec?.containers ?? []), ...(template.spec?.initContainers ?? [])].map(({ name }) => name);
  if (rules.length > MAX_RULES) errors.push(tooMany(`${at}.rules`, rules.length, MAX_RULES));
  rules.forEach(({ action, onExitCodes, onPodConditions: given }, index) => {
    const onPodConditions = given ?? []; // null where a client says so
    const rule = `${at}.rules[${index}]`;
    if (!action) errors.push(required(`${rule}.action`, `valid values: ${quotedList(ACTIONS)}`));
    else if (action === 'FailIndex' && backoffLimitPerIndex === undefined)
      errors.push(invalid(`${rule}.action`, action, 'requires the backoffLimitPerIndex to be set'));
    else if (!ACTIONS.includes(action)) errors.push(notSupported(`${rule}.action`, action, ACTIONS));
    if (onExitCodes) errors.push(...validateExitCodes(onExitCodes, names, `${rule}.onExitCodes`));
    errors.push(...validateConditions(onPodConditions, `${rule}.onPodConditions`));
    if (onExitCodes && onPodConditions.length > 0)
      errors.push(invalid(rule, OMITTED, 'specifying both OnExitCodes and OnPodConditions is not supported'));
    if (!onExitCodes && onPodConditions.length === 0)
      errors.push(invalid(rule, OMITTED, 'specifying one of OnExitCodes and OnPodConditions is required'));
  });
  return errors;
}

function validateConditions(patterns: readonly PodFailurePolicyOnPodConditionsPattern[], at: string): FieldError[] {
  const errors: FieldError[] = patterns.length > MAX_RULES ? [tooMany(at, patterns.length, MAX_RULES)] : [];
  patterns.forEach(({ type, status }, index) => {
    const one = `${at}[${index}]`;
    errors.push(...isQualifiedName(type ?? '').map((why) => invalid(`${one}.type`, type ?? '', why)));
    if (!status) errors.push(required(`${one}.status`, `valid values: ${quotedList(STATUSES)}`));
    else if (!STATUSES.includes(status)) errors.push(notSupported(`${one}.status`, status, STATUSES));
  });
  return errors;
}

function validateExitCodes(
  { operator, containerName, values: given }: PodFailurePolicyOnExitCodesRequirement,
  names: readonly string[],
  at: string,
): FieldError[] {
  const errors: FieldError[] = [];
  const values = given ?? [];
  if (!operator) errors.push(required(`${at}.operator`, `valid values: ${quotedList(OPERATORS)}`));
  else if (!OPERATORS.includes(operator)) errors.push(notSupported(`${at}.operator`, operator, OPERATORS));
  if (containerName !== undefined && !names.includes(containerName))
    errors.push(invalid(`${at}.containerName`, containerName, 'must be one of the container or initContainer names in the pod template'));
  if (values.length === 0) errors.push(invalid(`${at}.values`, values, 'at least one value is required'));
  else if (values.length > MAX_EXIT_CODES) errors.push(tooMany(`${at}.values`, values.length, MAX_EXIT_CODES));
  values.forEach((value, index) => {
    const one = `${at}.values[${index}]`;
    if (operator === 'In' && value === 0) errors.push(invalid(one, value, 'must not be 0 for the In operator'));
    if (values.indexOf(value) < index) errors.push(duplicate(one, value));
  });
  if (values.some((value, index) => index > 0 && value < (values[index - 1] as number)))
    errors.push(invalid(`${at}.values`, values, 'must be ordered'));
  return errors;
}

function validateSuccessPolicy({ rules: given }: SuccessPolicy, completions: number, at: string): FieldError[] {
  const errors: FieldError[] = [];
  const rules = given ?? [];
  if (rules.length === 0) errors.push(required(`${at}.rules`, 'at least one rules must be specified when the successPolicy is specified'));
  if (rules.length > MAX_RULES) errors.push(tooMany(`${at}.rules`, rules.length, MAX_RULES));
  rules.forEach(({ succeededCount, succeededIndexes }, index) => {
    const rule = `${at}.rules[${index}]`;
    if (succeededCount === undefined && succeededIndexes === undefined)
      errors.push(required(rule, 'at least one of succeededCount or succeededIndexes must be specified'));
    const why = wrongIndexes(succeededIndexes ?? '', completions);
    if (why !== undefined) errors.push(invalid(`${rule}.succeededIndexes`, succeededIndexes, `error parsing succeededIndexes: ${why}`));
    if (succeededCount !== undefined) {
      errors.push(...nonNegative(succeededCount, `${rule}.succeededCount`));
      if (succeededCount > completions)
        errors.push(
          invalid(
            `${rule}.succeededCount`,
            succeededCount,
            `must be less than or equal to ${completions} (the number of specified completions)`,
          ),
        );
      const total = countIndexes(succeededIndexes ?? '', completions);
      if (succeededIndexes !== undefined && succeededCount > total)
        errors.push(
          invalid(
            `${rule}.succeededCount`,
            succeededCount,
            `must be less than or equal to ${total} (the number of indexes in the specified succeededIndexes field)`,
          ),
        );
    }
  });
  return errors;
}

function validateReplacement({ podReplacementPolicy: policy, podFailurePolicy }: JobSpec, at: string): FieldError[] {
  if (policy === undefined) return [];
  const allowed = podFailurePolicy ? ['Failed'] : REPLACEMENTS;
  return allowed.includes(policy) ? [] : [notSupported(at, policy, allowed)];
}

function validate(job: Job): FieldError[] {
  const { metadata, spec } = job;
  const errors = [...validateOwnLabels(job), ...validateSpec(spec)];
  const { completions = 0 } = spec;
  if (spec.completionMode !== 'Indexed' || completions <= 0) return errors;
  const last = `${metadata.name}-${completions - 1}`;
  return isDNS1123Label(last).length === 0
    ? errors
    : [...errors, invalid('metadata.name', metadata.name, `will not able to create pod with invalid DNS label: ${last}`)];
}

function validateSpec(spec: JobSpec): FieldError[] {
  const errors = validateJobSpec(spec, 'spec');
  if (!spec.selector) errors.push(required('spec.selector'));
  else errors.push(...validateLabelSelector(spec.selector, 'spec.selector'));
  const labels = spec.template.metadata?.labels;
  if (fits(spec.selector, labels) === false)
    errors.push(invalid('spec.template.metadata.labels', labels ?? null, '`selector` does not match template `labels`'));
  return errors;
}

/** The labels and the selector that the server makes: who gives others must mean it. */
function validateOwnLabels({ metadata, spec }: Job): FieldError[] {
  if (spec.manualSelector || !spec.selector) return [];
  const own = { 'controller-uid': metadata.uid ?? '', 'job-name': metadata.name };
  const expected = { ...own, [`${PREFIX}controller-uid`]: own['controller-uid'], [`${PREFIX}job-name`]: own['job-name'] };
  const labels: Readonly<Record<string, string>> = spec.template.metadata?.labels ?? {};
  const errors = Object.entries(expected).flatMap(([key, value]) => {
    const at = `spec.template.metadata.labels[${key}]`;
    if (labels[key] === undefined) return [required(at, `must be '${value}'`)];
    return labels[key] === value ? [] : [invalid(at, labels, `must be '${value}'`)];
  });
  if (fits(spec.selector, expected) === false) errors.push(invalid('spec.selector', spec.selector, '`selector` not auto-generated'));
  return errors;
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

export const jobRules: Rules<Job> = {
  warnings: templateWarnings(({ spec }) => spec.template),
  validate: (job) => validate(job),
  validateUpdate: (job, old) => [
    ...validateSpec(job.spec),
    ...validateCompletions(job.spec, old.spec),
    ...validateImmutable(job.spec.selector, old.spec.selector, 'spec.selector'),
    ...validateTemplateUpdate(job, old),
    ...validateImmutable(job.spec.completionMode, old.spec.completionMode, 'spec.completionMode'),
    ...validateImmutable(job.spec.podFailurePolicy, old.spec.podFailurePolicy, 'spec.podFailurePolicy'),
    ...validateImmutable(job.spec.backoffLimitPerIndex, old.spec.backoffLimitPerIndex, 'spec.backoffLimitPerIndex'),
    ...validateImmutable(job.spec.managedBy, old.spec.managedBy, 'spec.managedBy'),
    ...validateImmutable(job.spec.successPolicy, old.spec.successPolicy, 'spec.successPolicy'),
  ],
  validateStatus: validateJobStatus,
};
