/** The keys of an object in the order in which they are written. */
export type KeyOrder = (fields: object) => readonly string[];
/** `value` over several lines, with sorted keys unless told otherwise, and no newline at the end; fields that are undefined are left out. */
export declare function printJson(value: unknown, indent?: string, keysOf?: KeyOrder): string;
/** `value` on one line, with sorted keys unless told otherwise. */
export declare function marshalJson(value: unknown, keysOf?: KeyOrder): string;
/** The keys of `value` in the order of Go's maps when printed. */
export declare function sortedKeys(value: object): string[];
/** `text` as a JSON string. */
export declare function quoteJson(text: string): string;
