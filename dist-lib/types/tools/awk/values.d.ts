/** Text from input, a field, FS-split or -v: a number too where it looks like one. */
export declare class Input {
    readonly text: string;
    readonly number: number | undefined;
    constructor(text: string);
}
/** Undefined: a variable never set, which is both 0 and "". */
export type Value = number | string | Input | undefined;
/** The number at the start of a text, 0 when there is none. */
export declare function leadingNumber(text: string): number;
export declare function toNumber(value: Value): number;
/** `format` is CONVFMT (or OFMT for print). */
export declare function toText(value: Value, format: string): string;
export declare function isTrue(value: Value): boolean;
/** Numbers by value where both are or look like ones, else as text. */
export declare function compareValues(a: Value, b: Value, format: string): number;
