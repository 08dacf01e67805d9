/** What a Job's podFailurePolicy says of a failed Pod, and whether its successPolicy is met. */
import type { Job, Pod } from '../../kinds/objects.ts';
import type { SuccessPolicy } from '../../kinds/types.gen.ts';
/** `message` comes with FailJob. */
export interface FailureVerdict {
    readonly action: 'Count' | 'Ignore' | 'FailJob' | 'FailIndex';
    readonly message?: string;
}
/** The first rule that matches decides; without one the failure counts towards backoffLimit. */
export declare function judgeFailure(job: Job, pod: Pod): FailureVerdict;
/** `Matched rules at index 0` when one of the rules is met. */
export declare function successMessage(policy: SuccessPolicy | undefined, completions: number, succeeded: ReadonlySet<number>): string | undefined;
