/** Seeded random numbers (sfc32): the same seed gives the same sequence in every engine. Its state is four integers. */
export declare class Random {
    private a;
    private b;
    private c;
    private d;
    constructor(seed: number);
    /** A number in [0, 1). */
    next(): number;
    /** 32 random bits as an unsigned number. */
    private bits;
    /** An integer in [0, below). */
    integer(below: number): number;
    pick<T>(from: readonly T[]): T;
    /** Lower-case hexadecimal digits. */
    hex(length: number): string;
    /** A version 4 UUID. */
    uuid(): string;
    /** The suffix of generated names, from the real alphabet without vowels and look-alikes (apimachinery util/rand). */
    suffix(length?: number): string;
    state(): readonly number[];
    restore(state: readonly number[]): void;
}
