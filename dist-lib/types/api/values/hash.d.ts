/** FNV-1a hash of the UTF-16 units of `text`, as an unsigned 32-bit number. */
export declare function fnv32a(text: string): number;
/** FNV-1a hash of bytes, as an unsigned 32-bit number. */
export declare function fnv32aBytes(bytes: Uint8Array): number;
/** FNV-1 hash of bytes (multiplied first), as an unsigned 32-bit number. */
export declare function fnv32Bytes(bytes: Uint8Array): number;
/** `text` with each character mapped into the safe alphabet. */
export declare function safeEncodeString(text: string): string;
/** The end of a generated name. `random(n)` gives a whole number from 0 to n-1. */
export declare function generateNameSuffix(random: (n: number) => number, length?: number): string;
