import { type FieldError } from '../../api/field-errors.ts';
import type { ResourceQuota } from '../objects.ts';
export declare function validateQuota({ spec }: ResourceQuota): FieldError[];
export declare function validateQuotaUpdate(quota: ResourceQuota, old: ResourceQuota): FieldError[];
