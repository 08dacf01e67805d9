import { type FieldError } from '../../api/field-errors.ts';
import type { Pod } from '../objects.ts';
export declare function preparePodUpdate(pod: Pod, old: Pod, { subresource }: {
    readonly subresource?: string;
}): Pod;
/** Errors of a write to a subresource; undefined where it is none of these. */
export declare function validatePart(pod: Pod, old: Pod, subresource?: string): FieldError[] | undefined;
