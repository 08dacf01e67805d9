/** Numbers as C's printf writes them. */
/** One conversion of a format: `%-8.3f` is { flags: '-', width: 8, precision: 3, letter: 'f' }. */
export interface Conversion {
    readonly flags: string;
    readonly width: number;
    readonly precision: number | undefined;
    readonly letter: string;
}
/** A text padded to the width of its conversion. */
export declare function pad(text: string, { flags, width }: Conversion): string;
/** A number in one of the conversions d i o u x X e E f F g G. */
export declare function formatNumber(value: number, conversion: Conversion): string;
/** The conversions in a format, in order, with the text between them: `text` where it is none. */
export declare function conversions(format: string): Generator<{
    text: string;
} | {
    flags: string;
    width: string;
    precision: string | undefined;
    letter: string;
}>;
