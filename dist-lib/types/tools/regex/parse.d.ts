/** Regular expressions of POSIX (basic, extended, with GNU's additions) and of Perl, as a tree. */
export type Syntax = 'basic' | 'extended' | 'perl';
/** A set of characters: ranges of code points and Unicode properties (`L`, `Lu`, ...). */
export interface CharSet {
    readonly negated: boolean;
    readonly ranges: readonly (readonly [number, number])[];
    readonly properties: readonly string[];
}
/** `close` is the end or before a last newline, as Perl's `$`. */
export type Assertion = 'start' | 'end' | 'close' | 'lineStart' | 'lineEnd' | 'word' | 'notWord' | 'wordStart' | 'wordEnd';
export type Node = {
    readonly t: 'char';
    readonly code: number;
} | {
    readonly t: 'set';
    readonly set: CharSet;
} | {
    readonly t: 'seq';
    readonly parts: readonly Node[];
} | {
    readonly t: 'alt';
    readonly options: readonly Node[];
} | {
    readonly t: 'repeat';
    readonly node: Node;
    readonly min: number;
    readonly max: number;
    readonly lazy: boolean;
} | {
    readonly t: 'group';
    readonly node: Node;
    readonly index: number;
} | {
    readonly t: 'assert';
    readonly kind: Assertion;
} | {
    readonly t: 'back';
    readonly index: number;
} | {
    readonly t: 'look';
    readonly opening: string;
    readonly node: Node;
};
export interface Parsed {
    readonly root: Node;
    readonly groups: number;
    /** Names of named groups by index. */
    readonly names: ReadonlyMap<number, string>;
    readonly ignoreCase: boolean;
}
export interface ParseOptions {
    /** `\n` and `\t` mean a newline and a tab (sed, awk), not the letters. */
    readonly escapes?: boolean;
    /** `^` and `$` match at every line. */
    readonly multiline?: boolean;
    /** A closing parenthesis without an opening one is an ordinary character (grep -E). */
    readonly looseParenthesis?: boolean;
    /** Perl only: the dot matches a newline. */
    readonly dotAll?: boolean;
    /** Perl only: blanks and comments in the pattern mean nothing. */
    readonly extended?: boolean;
}
/** Why a pattern is none, in the words of the C library. */
export declare class RegexError extends Error {
}
export declare function parseRegex(source: string, syntax: Syntax, options?: ParseOptions): Parsed;
