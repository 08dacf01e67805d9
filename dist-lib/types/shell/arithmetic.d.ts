/** Shell arithmetic on 64-bit integers, evaluated straight from text (after `$` expansion) as bash does. */
/** Where names get their values; `subscript` is the text between brackets. */
export interface ArithmeticScope {
    get(name: string, subscript: string | undefined): string | undefined;
    set(name: string, subscript: string | undefined, value: string): void;
}
/** `text: what (error token is "...")` */
export declare class ArithmeticError extends Error {
}
/** The value of an expression; an empty one is 0. Throws ArithmeticError. */
export declare function evaluate(text: string, scope: ArithmeticScope, depth?: number): bigint;
