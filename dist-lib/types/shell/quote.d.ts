/** Quoting as bash prints values back, and backslash escapes as echo -e, printf and $'...' read them. */
/** Quoted so that the shell reads it back: `'it'\''s'`, or `$'\n'` with control characters. As `${x@Q}` does. */
export declare function quoted(text: string): string;
/** As `set`, `trap` and `alias` print: plain where no quoting is needed. */
export declare function quotedIfNeeded(text: string): string;
/** In double quotes, as `declare -p` prints. */
export declare function doubleQuoted(text: string): string;
/** With backslashes, as `printf %q` does. */
export declare function backslashed(text: string): string;
/**
 * Resolves backslash escapes. Octal is `\0nnn` for `echo -e` and `%b` (`octal: 'zero'`), `\nnn` else. `\c` ends the text where
 * `stop` is given; the result then says so. Bytes given by number that form UTF-8 are read as such.
 */
export declare function unescape(text: string, options?: {
    octal?: 'zero' | 'plain';
    stop?: boolean;
    quotes?: boolean;
}): {
    text: string;
    stopped: boolean;
};
/** `$'...'` escapes. */
export declare function printable(text: string): string;
