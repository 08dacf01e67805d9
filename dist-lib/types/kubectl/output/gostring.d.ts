/** The text that `body` stands for between two `quote` characters; undefined when it is not well formed. */
export declare function unquoteBody(body: string, quote: '"' | "'"): string | undefined;
/** strconv.Unquote for "interpreted" and `raw` strings; undefined when the literal is not well formed. */
export declare function unquote(literal: string): string | undefined;
