/** Arithmetic and comparison. */
import { type Value } from './json.ts';
export declare function splitText(text: string, separator: string): Value;
export declare const OPERATORS: Readonly<Record<string, (a: Value, b: Value) => Value>>;
/** Is `b` in `a`, as `contains` has it? */
export declare function contains(a: Value, b: Value): boolean;
/** true and false are of different kinds to jq. */
export declare const sameKind: (a: Value, b: Value) => boolean;
