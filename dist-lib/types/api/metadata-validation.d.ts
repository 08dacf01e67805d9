/** What metadata may be, in the words of the real server. */
import type { ObjectMeta } from '../world/object.ts';
import { type FieldError } from './field-errors.ts';
import type { Kind } from './kind.ts';
/** Errors in the metadata of an object, in the real order. */
export declare function validateMetadata(kind: Kind, meta: ObjectMeta): FieldError[];
/** Errors of a map of labels. */
export declare function validateLabels(labels: Readonly<Record<string, string>> | undefined, field: string): FieldError[];
/** Errors of a map of annotations. */
export declare function validateAnnotations(annotations: Readonly<Record<string, string>> | undefined, field: string): FieldError[];
/** Errors of changes that metadata does not allow. */
export declare function validateMetadataUpdate(kind: Kind, meta: ObjectMeta, old: ObjectMeta): FieldError[];
