/** minikube's command line: commands and flags as data, read and complained about as cobra does. */
import type { Process, Sys } from '../kernel/types.ts';
export interface Flag {
    readonly name: string;
    readonly short?: string;
    readonly type: 'bool' | 'string' | 'int';
    readonly default?: string;
    readonly usage: string;
}
export interface Command {
    readonly name: string;
    /** What follows the command's path in the usage line. */
    readonly usage?: string;
    readonly short: string;
    readonly flags?: readonly Flag[];
    readonly commands?: readonly Command[];
    /** Heading in `minikube --help`. */
    readonly group?: string;
    /** Everything after it belongs to another program. */
    readonly passThrough?: boolean;
    readonly run?: (call: Call) => Sys<number>;
}
export interface Call {
    readonly process: Process;
    readonly args: readonly string[];
    /** Values of the flags, defaults included; a bool is `true` or `false`. */
    readonly flags: Readonly<Record<string, string>>;
}
export declare class UsageError extends Error {
}
/** Flags that every command takes. */
export declare const GLOBAL_FLAGS: readonly Flag[];
export interface Parsed {
    readonly path: readonly Command[];
    readonly args: readonly string[];
    readonly flags: Readonly<Record<string, string>>;
}
/** Finds the command and its flags. Throws UsageError with the text that goes to stderr. */
export declare function parse(root: Command, words: readonly string[]): Parsed;
export declare const pathText: (path: readonly Command[]) => string;
/** What `--help` prints. */
export declare function help(path: readonly Command[]): string;
