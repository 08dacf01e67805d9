/** Rules for LimitRanges (source: pkg/apis/core/validation, ValidateLimitRange). */
import { type FieldError } from '../../api/field-errors.ts';
import type { LimitRange } from '../objects.ts';
export declare function validateLimitRange({ spec }: LimitRange): FieldError[];
