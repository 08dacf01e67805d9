/** What every program here is for: the text of `--help` and `man`. A page is `name | arguments | meaning | options | example`. */
/** The usage text of a tool: what `--help` prints. */
export declare function helpOf(name: string): string;
/** The page as man shows it, 7 columns in; undefined when there is none. */
export declare function manualOf(name: string): string | undefined;
/** Pages that mention a word, as `man -k` lists them. */
export declare function apropos(word: string): string[];
/** The names of all pages. */
export declare function manualNames(): readonly string[];
