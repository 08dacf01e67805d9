/**
 * Matching in time linear in the text (Pike's machine), so that no pattern can hang the page, with POSIX's rule that the
 * longest of the leftmost matches wins (Perl's syntax: the first by priority). Patterns for which JavaScript's own matcher is
 * surely as good go to it, as it is faster; so do back references and look-around, which no linear machine can do.
 */
import { type CharSet, type ParseOptions, type Syntax } from './parse.ts';
export interface Match {
    readonly start: number;
    readonly end: number;
    /** Text of the groups from 1; undefined for those that took no part. [0] is the whole. */
    readonly groups: readonly (string | undefined)[];
    /** Start of each group; -1 for those that took no part. */
    readonly starts: readonly number[];
}
export interface Pattern {
    /** The match at or after `from`; null when there is none. `^` matches at the start of the text only. */
    exec(text: string, from?: number): Match | null;
    test(text: string): boolean;
    readonly groupCount: number;
    readonly names: ReadonlyMap<number, string>;
}
export interface PatternOptions extends ParseOptions {
    readonly ignoreCase?: boolean;
}
/** Compiles a pattern. Throws RegexError, whose message is what the C library says. */
export declare function compile(source: string, syntax: Syntax, options?: PatternOptions): Pattern;
/** A pattern for plain text, as `grep -F` looks for it. */
export declare function compileFixed(text: string, ignoreCase: boolean): Pattern;
/** Is the code point in the set? */
export declare function setTest(set: CharSet, ignoreCase: boolean): (code: number) => boolean;
