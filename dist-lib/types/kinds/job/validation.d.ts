/** Rules for Jobs (source: pkg/apis/batch/validation). */
import { type FieldError } from '../../api/field-errors.ts';
import type { JobSpec } from '../types.gen.ts';
/** `selector`: a Job has one; the template of a CronJob has not yet. */
export declare function validateJobSpec(spec: JobSpec, at: string, selector: boolean): FieldError[];
