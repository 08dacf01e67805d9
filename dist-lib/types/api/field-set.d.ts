/**
 * Sets of fields in the form of FieldsV1: a tree whose keys are `f:name`, `k:{"name":"web"}` (an element of a keyed list),
 * `v:"a"` (an element of a set), and `.` for the node itself. {} at a leaf means the field. Source: structured-merge-diff.
 */
import { type Definition, type Type } from '../kinds/schema.ts';
export interface FieldSet {
    readonly [key: string]: FieldSet;
}
export declare function isEmpty(set: FieldSet): boolean;
export declare function union(a: FieldSet, b: FieldSet): FieldSet;
/** The fields of `a` that are not in `b`. */
export declare function subtract(a: FieldSet, b: FieldSet): FieldSet;
/** The fields in both. */
export declare function intersect(a: FieldSet, b: FieldSet): FieldSet;
/** The fields of a value, as a client that applies it claims them. */
export declare function fieldsOf(definition: Definition, value: unknown): FieldSet;
/**
 * What an update changed: `set` are the fields added or given another value, `gone` those that were and are no more.
 * With `before` undefined the object is new.
 */
export declare function changedFields(definition: Definition, before: unknown, after: unknown): {
    readonly set: FieldSet;
    readonly gone: FieldSet;
};
export interface Part {
    readonly type: Type;
    readonly value: unknown;
    /** A field of a struct, and not a key of a map or an element of a list. */
    readonly named: boolean;
}
/** The parts of a value that have managers of their own, by their key; undefined when it is one whole. */
export declare function partsOf(type: Type, value: unknown): Map<string, Part> | undefined;
/** `{"containerPort":80,"protocol":"TCP"}` */
export declare function elementKey(type: Type, element: unknown): string;
