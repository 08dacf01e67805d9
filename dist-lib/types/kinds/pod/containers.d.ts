/** Rules for containers, in the real order (source: pkg/apis/core/validation). */
import { type FieldError } from '../../api/field-errors.ts';
import type { PodSpec } from '../types.gen.ts';
export declare function validateContainers(spec: PodSpec, field: string): FieldError[];
export declare function validateInitContainers(spec: PodSpec, field: string): FieldError[];
/** A path below where it is mounted: relative, and without steps back. */
export declare function validateDescending(path: string, field: string): FieldError[];
/** Errors of a port given by number or name. */
export declare function portErrors(port: number | string, at: string): FieldError[];
export declare function nonNegative(value: number, at: string): FieldError[];
