import type { Sys } from '../kernel/types.ts';
import type { Call } from './tool.ts';
/** The lines of a descriptor. Output of the call goes out before the reader waits, so that filters stream. */
export declare class Lines {
    private readonly fd;
    private readonly call;
    private readonly end;
    private chunk;
    private at;
    /** Did the last line end with the delimiter? */
    terminated: boolean;
    constructor(call: Call, fd: number, end?: string);
    /** The next line without its delimiter; null at the end. */
    next(): Sys<string | null>;
}
/** Calls `each` for every line; a result of false ends it. */
export declare function eachLine(call: Call, fd: number, each: (line: string, terminated: boolean) => unknown, end?: string): Sys<void>;
/** All lines of all operands, without their newlines; the second value is the exit code. */
export declare function allLines(call: Call, operands: readonly string[], end?: string, failed?: number): Sys<[string[], number]>;
export declare function bytesOf(text: string): Uint8Array<ArrayBuffer>;
/** Length in UTF-8 bytes. */
export declare function byteLength(text: string): number;
/** Text of bytes. */
export declare function textOf(bytes: Uint8Array): string;
