/** Brace expansion: `a{b,c}d`, `{1..9..2}`, `{a..e}`, on the text of a word, before anything else is expanded. */
/** More words than a shell could hold. */
export declare class TooManyWords extends Error {
}
/** The texts that a word's text stands for; quotes and expansions in it are left as they are. */
export declare function expandBraces(text: string): string[];
