/** JSON values as jq has them: their order, their text, and a reader that takes text as it comes. */
export type Value = null | boolean | number | string | readonly Value[] | JsonMap;
/** Objects keep the order of their keys, whatever these are. Values are never changed once made. */
export type JsonMap = ReadonlyMap<string, Value>;
export declare const isObject: (value: Value) => value is JsonMap;
export declare const isArray: (value: Value) => value is readonly Value[];
export declare const isTrue: (value: Value) => boolean;
export type TypeName = 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object';
export declare function typeName(value: Value): TypeName;
/** Order by code points, which is that of the UTF-8 bytes. */
export declare function compareText(a: string, b: string): number;
export declare const sortedKeys: (object: JsonMap) => string[];
export declare function compare(a: Value, b: Value): number;
/** A number as C's shortest form: exponents from 1e17 for one digit on, and below 0.0001. */
export declare function numberText(value: number): string;
export declare function quoteText(text: string, ascii?: boolean): string;
export interface Format {
    /** One step of indentation; '' for one line. */
    readonly indent: string;
    readonly sorted?: boolean;
    readonly ascii?: boolean;
    /** Escape sequences for null, false, true, numbers, strings, arrays, objects and keys. */
    readonly colors?: readonly string[];
}
export declare const COMPACT: Format;
/** The JSON text of a value. */
export declare function print(value: Value, format?: Format, depth?: number): string;
/** The text as messages quote it: cut to fit. */
export declare function shortened(value: Value, most?: number): string;
/** `object ({"a":1})`, as messages name a value. */
export declare const described: (value: Value) => string;
/** Why text is no JSON: the reason with the place, as jq words it. */
export declare class JsonError extends Error {
}
/** Takes text in pieces and gives each value at the top as soon as it is complete. */
export declare class JsonReader {
    private readonly open;
    private next;
    private token;
    private state;
    private line;
    private column;
    /** Values that `text` completes. Throws JsonError; the values before it were passed to `each`. */
    add(text: string, each: (value: Value) => void): void;
    /** The end of the text: a number at the top is complete now. */
    end(each: (value: Value) => void): void;
    private character;
    private plain;
    private inString;
    private complete;
    private value;
    private literal;
    /** Puts the value that waits into what is open; a problem when there is no place for it. */
    private place;
    private structure;
}
/** The one value in a text, as `fromjson` and `--argjson` read it. Throws JsonError. */
export declare function parseJson(text: string): Value;
