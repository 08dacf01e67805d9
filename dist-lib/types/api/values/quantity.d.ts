/** The family of suffixes that a quantity was written with, and is printed with again. */
export type QuantityFormat = 'DecimalSI' | 'BinarySI' | 'DecimalExponent';
/** An amount in nanos (10^-9 of the unit), the finest step that Kubernetes keeps. */
export interface Quantity {
    readonly nano: bigint;
    readonly format: QuantityFormat;
}
export declare class QuantityError extends Error {
}
/** The quantity written as `text` (or as a bare number in JSON). What is finer than a nano is rounded away from 0. */
export declare function parseQuantity(text: string | number): Quantity;
/** The canonical text: no fraction, the largest suffix that loses nothing. */
export declare function formatQuantity({ nano, format }: Quantity): string;
/** `text` as the API server gives it back: `1000m` becomes `1`. */
export declare function canonicalQuantity(text: string | number): string;
/** Below 0 when a is less than b, above 0 when it is more. */
export declare function compareQuantity(a: Quantity, b: Quantity): number;
/** a + b, in the format of a (of b when a is 0). */
export declare function addQuantity(a: Quantity, b: Quantity): Quantity;
/** a - b, in the format of a (of b when a is 0). */
export declare function subQuantity(a: Quantity, b: Quantity): Quantity;
/** The amount in whole units, rounded away from 0: bytes of memory, CPUs. */
export declare function quantityValue({ nano }: Quantity): number;
/** The amount in thousandths, rounded away from 0: millicores of CPU. */
export declare function quantityMilliValue({ nano }: Quantity): number;
