import { type FieldError } from '../api/field-errors.ts';
import type { Column } from '../api/kind.ts';
import type { LabelSelector, PodTemplateSpec } from './types.gen.ts';
/** Rules of a label selector (source: apimachinery's meta/v1/validation). */
export declare function validateLabelSelector(selector: LabelSelector | undefined, at: string): FieldError[];
export declare function isEmptySelector(selector: LabelSelector | undefined): boolean;
/** The rule on spec.selector: there, well formed and not empty (`detail` says of what). */
export declare function validateSpecSelector(selector: LabelSelector | undefined, detail: string): FieldError[];
/** The rules on spec.template: its labels are selected, and the Pods it makes are valid. */
export declare function validateTemplate(selector: LabelSelector | undefined, template: PodTemplateSpec, kind?: string, restarts?: string[]): FieldError[];
/** `spec.selector: Invalid value: {...}: field is immutable` */
export declare function validateImmutable(now: unknown, before: unknown, at: string): FieldError[];
interface Workload {
    readonly spec: {
        readonly selector?: LabelSelector;
        readonly template?: PodTemplateSpec;
    };
}
/** The columns that -o wide adds: containers, images, selector. */
export declare function wideColumns<T extends Workload>(): Column<T>[];
export {};
