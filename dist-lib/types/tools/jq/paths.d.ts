/** Values by key and by path: what reads, sets and deletes parts of a value. */
import { type Value } from './json.ts';
/** An error of a jq program: any value, mostly a text. */
export declare class JqError extends Error {
    readonly value: Value;
    constructor(value: Value);
}
export declare function roomFor(length: number): void;
/** The part of a text from one code point to another. */
export declare function sliceText(text: string, from: number, to: number): string;
export declare const textLength: (text: string) => number;
/** `value[key]`. Throws JqError. */
export declare function getKey(value: Value, key: Value): Value;
/** `value` with another value at a key. Throws JqError. */
export declare function setKey(value: Value, key: Value, part: Value): Value;
export declare function hasKey(value: Value, key: Value): boolean;
export declare function getPath(value: Value, path: Value): Value;
export declare function setPath(value: Value, path: Value, part: Value, from?: number): Value;
/** The value without what the paths lead to. */
export declare function deletePaths(value: Value, paths: Value): Value;
/** A path under way, last key first. */
export interface Step {
    readonly parent: Step | null;
    readonly key: Value;
}
/** `broken` when the value did not come by path. */
export type Path = Step | null | 'broken';
export declare function pathKeys(path: Path, value: Value): readonly Value[];
