import { type Tool } from './tool.ts';
/** UTF-8 bytes of the text in base64. */
export declare function encodeBase64(text: string): string;
/** Text of base64; undefined when it is none. */
export declare function decodeBase64(text: string): string | undefined;
export declare const base64: Tool;
type Digest = (bytes: Uint8Array) => string;
/** Digests by name: hex text of bytes. */
export declare const digests: Readonly<Record<string, Digest>>;
export declare const md5sum: Tool;
export declare const sha1sum: Tool;
export declare const sha256sum: Tool;
export {};
