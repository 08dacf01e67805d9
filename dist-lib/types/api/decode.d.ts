/**
 * Reading a body: types checked and values brought into the form in which the real server gives them back (quantities and
 * times canonical, zero values left out or written as Go does), unknown fields named.
 */
import { type Definition } from '../kinds/schema.ts';
/** The body does not fit the type; the message is what Go's decoder says. */
export declare class DecodeError extends Error {
}
export interface Decoded {
    readonly value: Record<string, unknown>;
    /** `unknown field "spec.replcas"`, in order of the paths met. */
    readonly strict: readonly string[];
    /** The first value of a wrong type, if any: `json: cannot unmarshal string into Go struct field ...`. */
    readonly typeError: string | undefined;
}
/** Decodes a body as an object of that definition. Throws DecodeError where Go's decoder would stop at once (quantities, times). */
export declare function decode(definition: Definition, body: unknown): Decoded;
