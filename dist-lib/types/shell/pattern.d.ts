/** Shell patterns (globs) as regular expressions. In a pattern string a backslash quotes the next character. */
/** Text that matches itself in a regular expression (flag u). */
export declare function escapeRegex(text: string): string;
/** Text that matches itself in a shell pattern. */
export declare function escapePattern(text: string): string;
export declare function hasMagic(pattern: string): boolean;
export interface PatternOptions {
    /** Stars match as little as possible. */
    readonly lazy?: boolean;
    readonly ignoreCase?: boolean;
}
/** A test for the whole text. */
export declare function matcher(pattern: string, options?: PatternOptions): (text: string) => boolean;
/** A regular expression from source, or one that matches nothing where the source is not valid. */
export declare function regexOf(source: string, options?: PatternOptions, flags?: string): RegExp;
/** Regular expression source for a pattern; `end` is what must follow the whole of it (needed by `!(...)`). */
export declare function patternSource(pattern: string, options?: PatternOptions, end?: string): string;
/** A bracket expression from `[` on: its source and the index behind it; a literal `[` when it does not close. */
export declare function bracket(pattern: string, start: number): [string, number];
