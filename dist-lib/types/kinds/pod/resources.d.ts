/** Rules for requests and limits (source: pkg/apis/core/validation, ValidateContainerResourceRequirements). */
import { type FieldError } from '../../api/field-errors.ts';
import type { ResourceRequirements } from '../types.gen.ts';
export declare function validateResources({ limits, requests }: ResourceRequirements, at: string): FieldError[];
