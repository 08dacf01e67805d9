import type { Process, Signal, Sys } from '../kernel/types.ts';
import { type ArithmeticScope } from './arithmetic.ts';
import type { Job } from './jobs.ts';
import { type SavedVariable, Variables } from './variables.ts';
/** Which program's manners: GNU bash, Debian's dash, or busybox ash. They differ in the words of messages. */
export type Dialect = 'bash' | 'dash' | 'ash';
export declare const BASH_VERSION = "5.2.37(1)-release";
/** A function as it was written. */
export interface FunctionText {
    readonly text: string;
    /** Line of the script on which it starts, less one. */
    readonly line: number;
}
/** What a subshell is started with: JSON data. */
export interface SubshellInit {
    readonly subshell: true;
    readonly dialect: Dialect;
    readonly code: string;
    readonly line: number;
    readonly level: number;
    readonly shellPid: number;
    readonly name: string;
    readonly variables: readonly SavedVariable[];
    readonly functions: readonly (readonly [string, FunctionText])[];
    readonly aliases: readonly (readonly [string, string])[];
    readonly positional: readonly string[];
    readonly frames: readonly string[];
    readonly options: readonly string[];
    readonly shopts: readonly string[];
    readonly ignoredTraps: readonly Signal[];
    readonly status: number;
    readonly lastBackground: number;
    readonly descriptors: readonly number[];
    readonly directories: readonly string[];
    readonly random: number;
    /** A failing command does not end it under `set -e`: its own outcome is tested. */
    readonly tested: boolean;
    /** The parent's jobs as `jobs` shows them. */
    readonly jobLines: readonly string[];
}
/** Control flow out of nested commands. */
export declare class Leave extends Error {
    readonly how: 'break' | 'continue' | 'return' | 'exit';
    /** Loop levels, or the exit code. */
    count: number;
    constructor(how: Leave['how'], count: number);
}
/** Ctrl-C at an interactive shell: back to the prompt. */
export declare class Interrupted extends Error {
}
/** A command that failed while its words were expanded: printed, and the status is `code`. `fatal` ends a script. */
export declare class ShellError extends Error {
    readonly code: number;
    readonly fatal: boolean;
    constructor(message: string, options?: {
        code?: number;
        fatal?: boolean;
    });
}
/** Long names of `set -o`, with their letter where they have one. */
export declare const SET_OPTIONS: readonly string[];
export declare function optionName(letter: string): string | undefined;
export declare class Shell {
    readonly process: Process;
    readonly dialect: Dialect;
    readonly variables: Variables;
    readonly functions: Map<string, FunctionText>;
    readonly aliases: Map<string, string>;
    aliasChanges: number;
    readonly options: Set<string>;
    readonly shopts: Set<string>;
    readonly traps: Map<string, string>;
    readonly jobs: Job[];
    /** In a subshell: the jobs of its parent, for `jobs | grep ...`. */
    jobLines: readonly string[];
    /** Codes of children that ended before `wait` asked for them. */
    readonly ended: Map<number, number>;
    readonly history: string[];
    /** Directories below the current one in the stack, nearest first. */
    directories: string[];
    /** Where getopts is: OPTIND and the place in that word. */
    getopts: {
        index: number;
        at: number;
    };
    /** Descriptors above 2 that the user opened; children inherit them. */
    readonly descriptors: Set<number>;
    positional: string[];
    /** $0 */
    name: string;
    /** $$ */
    shellPid: number;
    level: number;
    status: number;
    pipeStatus: number[];
    lastBackground: number;
    interactive: boolean;
    /** Has a terminal and moves process groups in and out of its foreground. */
    jobControl: boolean;
    /** Above 0 where a failing command does not end the shell under `set -e`. */
    tested: number;
    loops: number;
    /** Inside a sourced file, where return works. */
    sourcing: boolean;
    /** Nested source files, functions and evals. */
    depth: number;
    /** The last command substitution's code, for assignments. */
    substitution: number;
    /** Code that commands come from, for line numbers. */
    source: string;
    sourceLine: number;
    position: number;
    /** Caught and not yet handled signals. */
    readonly pending: Signal[];
    /** Told of caught signals first (the line editor); true: the interrupted call fails with EINTR. */
    onSignal: ((signal: Signal) => boolean) | undefined;
    /** `wait` is under way: a caught signal ends it. */
    waiting: boolean;
    /** Virtual time as last asked for; only kept while a script uses SECONDS and its like. */
    time: number;
    startTime: number;
    random: number;
    /** The command at hand is the whole of this process: a program may take its place. */
    tail: boolean;
    /** Process substitutions of the command at hand: descriptors to close after it. */
    substitutions: number[];
    constructor(process: Process, dialect: Dialect, init?: SubshellInit);
    private initialise;
    /** What a subshell that runs `code` starts with. */
    fork(code: string, line: number): SubshellInit;
    private load;
    /** Names of arithmetic: variables and array items. */
    readonly scope: ArithmeticScope;
    /** The key of an array item from its expanded subscript text: a number for lists. */
    subscript(name: string, text: string): string;
    get line(): number;
    private nextRandom;
    private dynamic;
    get userId(): string;
    /** Items of the arrays that the shell itself keeps. */
    dynamicItems(name: string): string[] | undefined;
    private assigned;
    /** `$-` */
    get optionLetters(): string;
    /** What stands before a message: `bash: ` at a prompt, `bash: line 3: ` in a script. */
    get prefix(): string;
    complain(message: string): Sys<void>;
}
