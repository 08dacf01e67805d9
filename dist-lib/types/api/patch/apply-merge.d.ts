/** Server-side apply on values: merging what a client applies, taking away what it no longer applies, naming fields. */
import { type Definition } from '../../kinds/schema.ts';
import { type FieldSet } from '../field-set.ts';
/** The live value with the applied one merged in. */
export declare function mergeApplied(definition: Definition, live: unknown, applied: unknown): unknown;
/** The value without the fields in `remove`, except where `kept` names something below. */
export declare function removeFields(definition: Definition, value: unknown, remove: FieldSet, kept: FieldSet): unknown;
/** The set's fields as paths: `.spec.template.spec.containers[name="web"].image`. */
export declare function pathsOf(set: FieldSet): string[];
