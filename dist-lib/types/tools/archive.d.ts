import type { FileEntry } from '../kernel/files.ts';
import { type Tool } from './tool.ts';
export declare function compressed(bytes: Uint8Array, level?: number): Uint8Array;
/** The content of gzip data; undefined when it is none, or too large. */
export declare function uncompressed(bytes: Uint8Array): Uint8Array | undefined;
export declare const gzip: Tool;
export declare const gunzip: Tool;
export declare const zcat: Tool;
interface Member {
    readonly name: string;
    readonly entry: FileEntry;
    readonly bytes: Uint8Array;
}
export declare function packed(members: readonly Member[]): Uint8Array;
/** The members of an archive; undefined when it is none. */
export declare function unpacked(bytes: Uint8Array): Member[] | undefined;
export declare const tar: Tool;
export {};
