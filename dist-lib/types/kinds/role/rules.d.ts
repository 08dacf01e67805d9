/** The rules on the rules of roles (source: pkg/apis/rbac/validation). */
import { type FieldError } from '../../api/field-errors.ts';
import type { PolicyRule } from '../types.gen.ts';
export declare function validateRules(rules: readonly PolicyRule[]): FieldError[];
