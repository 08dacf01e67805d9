/** Decimal numbers of any length, with bc's rules on how many digits an operation keeps. */
/** digits * 10^-scale */
export interface Decimal {
    readonly digits: bigint;
    readonly scale: number;
}
export declare const ZERO: Decimal;
export declare const ONE: Decimal;
/** With another number of digits behind the point; what is cut off is dropped. */
export declare function rescale({ digits, scale }: Decimal, to: number): Decimal;
export declare function integer(value: Decimal): bigint;
export declare function fromInteger(value: bigint | number): Decimal;
export declare function negate({ digits, scale }: Decimal): Decimal;
export declare function add(a: Decimal, b: Decimal): Decimal;
export declare function subtract(a: Decimal, b: Decimal): Decimal;
export declare function multiply(a: Decimal, b: Decimal, scale: number): Decimal;
export declare function divide(a: Decimal, b: Decimal, scale: number): Decimal;
export declare function remainder(a: Decimal, b: Decimal, scale: number): Decimal;
export declare function raise(a: Decimal, exponent: bigint, scale: number): Decimal;
export declare function compare(a: Decimal, b: Decimal): number;
export declare function squareRoot(a: Decimal, scale: number): Decimal;
/** Digits before and behind the point that count: bc's length(). */
export declare function lengthOf({ digits, scale }: Decimal): number;
/** As bc prints it: no zero before the point, lines of 70 characters. */
export declare function show({ digits, scale }: Decimal, base: number): string;
/** Reads digits in a base; digits too large for it count as its largest, as in bc, but for a single one. */
export declare function readNumber(text: string, base: number): Decimal;
