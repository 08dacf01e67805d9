/** File name patterns (`*`, `?`, `[...]`) for tools: find, grep --include. */
/** A test for the whole name. */
export declare function globMatcher(pattern: string, ignoreCase?: boolean): (name: string) => boolean;
