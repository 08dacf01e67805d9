import { type FieldError } from '../../api/field-errors.ts';
import type { Pod } from '../objects.ts';
import type { PodSpec, PodTemplateSpec } from '../types.gen.ts';
export declare function validatePod(pod: Pod): FieldError[];
export declare function validatePodTemplate(template: PodTemplateSpec, at: string): FieldError[];
export declare function validatePodSpec(spec: PodSpec, at: string): FieldError[];
/** What may change in a Pod: images, a deadline, further tolerations. Everything else is Forbidden. */
export declare function validatePodUpdate(pod: Pod, old: Pod, { subresource }?: {
    readonly subresource?: string;
}): FieldError[];
