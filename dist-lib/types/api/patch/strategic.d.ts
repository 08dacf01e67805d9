/**
 * Strategic merge patch: lists are merged by the schema's merge keys; directives ($patch, $retainKeys, $setElementOrder/...,
 * $deleteFromPrimitiveList/...) say the rest. Source of the rules: apimachinery's util/strategicpatch.
 */
import { type Definition } from '../../kinds/schema.ts';
/** The patch does not fit the schema. */
export declare class StrategicPatchError extends Error {
    /** A bad request rather than an error of the server. */
    readonly bad: boolean;
    constructor(message: string, bad?: boolean);
}
type Bag = Readonly<Record<string, unknown>>;
/** The document with the patch applied, as an object of that definition. */
export declare function applyStrategicMergePatch(definition: Definition, document: Bag, patch: Bag): Bag;
export {};
