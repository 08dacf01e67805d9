/** A string as Go's %q: quoted, control characters escaped. */
export declare function goQuote(text: string): string;
/** A value as Go's json.Marshal writes it: no spaces, keys sorted, <, > and & escaped. */
export declare function toGoJson(value: unknown): string;
/** A value as Go's %v prints decoded JSON: `map[name:web ports:[80 443]]`. */
export declare function goValue(value: unknown): string;
/** A value that messages show as this text, where Go prints a struct of its own. */
export declare class Verbatim {
    readonly text: string;
    constructor(text: string);
}
