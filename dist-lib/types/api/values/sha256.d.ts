/** SHA-256 of bytes, in hexadecimal. */
export declare function sha256(bytes: Uint8Array): string;
