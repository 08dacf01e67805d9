/** Rules for volumes (source: pkg/apis/core/validation, ValidateVolumes). */
import { type FieldError } from '../../api/field-errors.ts';
import type { Volume } from '../types.gen.ts';
export declare function validateVolumes(volumes: readonly Volume[], field: string): FieldError[];
