/** What every tool is made of: its call (arguments, buffered output, messages), and how it ends. */
import { SysError } from '../kernel/error.ts';
import type { Process, Program, Sys } from '../kernel/types.ts';
/** Stands in output and messages for the tool's help, which is loaded when it is wanted. */
export declare const HELP = "\0help\0";
/** The texts of `--help` and man. */
export declare const manual: import("../kernel/lazy.ts").Lazy<typeof import("./manual.ts")>;
/** A tool of this folder: gets its call, ends with its exit code. May throw `Failure`. */
export type Tool = (call: Call) => Sys<number>;
/** Ends a tool: `name: message` on standard error (nothing when the message is empty) and the exit code. */
export declare class Failure extends Error {
    readonly code: number;
    /** The message goes out without the tool's name before it. */
    readonly bare: boolean;
    constructor(message: string, code?: number, bare?: boolean);
}
export declare class Call {
    readonly process: Process;
    readonly name: string;
    readonly args: readonly string[];
    /** Words its messages as busybox does. */
    readonly busybox: boolean;
    private text;
    constructor(process: Process, busybox?: boolean);
    /** Output that goes out with the next `flush`; tools flush before they wait for anything. */
    put(text: string): void;
    get buffered(): number;
    flush(): Sys<void>;
    /** The text with the tool's help where it belongs. */
    explain(text: string): Sys<string>;
    /** `name: message` on standard error. */
    warn(message: string): Sys<void>;
    /** Text on standard error as it is. */
    note(text: string): Sys<void>;
    /** Quotes as GNU messages do: curly ones in a UTF-8 locale. */
    quote(text: string): string;
    /** The message for a file that cannot be read. */
    unreadable(path: string, error: SysError): string;
    /** Opens an operand for reading (`-`: standard input); a file that cannot be is reported and gives undefined. */
    openOrWarn(path: string): Sys<number | undefined>;
    /** Runs `body` on each operand (standard input when there is none). Returns `failed` when one could not be opened, else 0. */
    eachFile(operands: readonly string[], body: (fd: number, path: string) => Sys<unknown>, failed?: number): Sys<number>;
}
/** The program for a tool. Whatever a tool is given, it ends with an exit code. */
export declare function program(tool: Tool, busybox?: boolean): Program;
