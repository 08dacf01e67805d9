/** What a Job's podFailurePolicy says of a failed Pod, and whether its successPolicy is met. */
import type { Job, Pod } from '../../kinds/objects.ts';
import type { ContainerStatus, PodFailurePolicyOnExitCodesRequirement, SuccessPolicy } from '../../kinds/types.gen.ts';
import { parseIndexes } from './indexes.ts';

/** `message` comes with FailJob. */
export interface FailureVerdict {
  readonly action: 'Count' | 'Ignore' | 'FailJob' | 'FailIndex';
  readonly message?: string;
}

const COUNTED: FailureVerdict = { action: 'Count' };

/** The first rule that matches decides; without one the failure counts towards backoffLimit. */
export function judgeFailure(job: Job, pod: Pod): FailureVerdict {
  const { namespace, name } = pod.metadata;
  for (const [index, rule] of (job.spec.podFailurePolicy?.rules ?? []).entries()) {
    const action = rule.action as FailureVerdict['action'];
    const container = rule.onExitCodes && endedAs(pod, rule.onExitCodes);
    const condition = pod.status.conditions?.find((one) =>
      (rule.onPodConditions ?? []).some(({ type, status }) => one.type === type && one.status === status),
    );
    if (container) {
      const message = `Container ${container.name} for pod ${namespace}/${name} failed with exit code ${container.state?.terminated?.exitCode} matching ${action} rule at index ${index}`;
      return action === 'FailJob' ? { action, message } : { action };
    }
    if (condition) {
      const message = `Pod ${namespace}/${name} has condition ${condition.type} matching ${action} rule at index ${index}`;
      return action === 'FailJob' ? { action, message } : { action };
    }
  }
  return COUNTED;
}

/** The container whose exit code the rule is about; success never is. */
function endedAs(pod: Pod, { containerName, operator, values }: PodFailurePolicyOnExitCodesRequirement): ContainerStatus | undefined {
  return [...(pod.status.containerStatuses ?? []), ...(pod.status.initContainerStatuses ?? [])].find(({ name, state }) => {
    const code = state?.terminated?.exitCode;
    if (code === undefined || code === 0 || (containerName && containerName !== name)) return false;
    return operator === 'In' ? values.includes(code) : operator === 'NotIn' && !values.includes(code);
  });
}

/** `Matched rules at index 0` when one of the rules is met. */
export function successMessage(policy: SuccessPolicy | undefined, completions: number, succeeded: ReadonlySet<number>): string | undefined {
  const met = (policy?.rules ?? []).findIndex(({ succeededIndexes, succeededCount }) => {
    const wanted = succeededIndexes === undefined ? undefined : [...parseIndexes(succeededIndexes)].filter((index) => index < completions);
    const done = wanted ? wanted.filter((index) => succeeded.has(index)).length : succeeded.size;
    return succeededCount === undefined ? wanted !== undefined && done >= wanted.length : done >= succeededCount;
  });
  return met < 0 ? undefined : `Matched rules at index ${met}`;
}
