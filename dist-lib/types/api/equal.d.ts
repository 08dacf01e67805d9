/**
 * Whether two JSON values are equal. Objects that are shared (a change keeps what it does not touch) are equal at once.
 * A key with the value undefined is as good as absent.
 */
export declare function equal(a: unknown, b: unknown): boolean;
