import type { Sys } from '../../kernel/types.ts';
import type { Value } from './json.ts';
import { type Path } from './paths.ts';
/** What to do next; null: this way has ended, try the last alternative. */
export type Next = (() => Next) | null;
/** Takes a result. The path is there where one is asked for. */
export type Continue = (value: Value, path: Path | undefined) => Next;
export type Fail = (error: Value) => Next;
/** What a name stands for, the latest first. */
export interface Scope {
    readonly value: Value;
    /** An argument of a function: a filter with its own scope. */
    readonly filter?: Filter;
    readonly scope?: Scope | undefined;
    readonly next: Scope | undefined;
}
export type Filter = (run: Machine, scope: Scope | undefined, value: Value, path: Path | undefined, then: Continue, fail: Fail) => Next;
/** What programs can ask of the tool that runs them. */
export interface Host {
    /** The next input; fails with `break` at the end. */
    input(): Sys<Value>;
    now(): Sys<Value>;
    /** Text for standard error. */
    note(text: string): void;
    /** Ends the program with an exit code and what goes to standard error. */
    halt(code: number, message?: Value): void;
    readonly env: Readonly<Record<string, string>>;
    /** Name of the file that is read, or null. */
    filename(): Value;
    /** Lines read of it. */
    line(): number;
}
export declare class Machine {
    readonly host: Host;
    /** Alternatives, the next one last, each with how many calls were open when it was made. */
    readonly forks: {
        readonly alternative: () => Next;
        readonly depth: number;
    }[];
    /** Calls that are open. */
    depth: number;
    private asked;
    constructor(host: Host);
    /** Tries `alternative` after what comes now. */
    fork(alternative: () => Next): void;
    /** Opens a call; gives how many were open before. */
    enter(): number;
    /** Gives up the alternatives since there were `height` of them. */
    cut(height: number): void;
    /** Goes on with what a system call answers. */
    ask(ask: () => Sys<Value>, then: (value: Value) => Next, fail: Fail): Next;
    /** Runs to the end of all alternatives; `flush` is called now and then. */
    run(start: () => Next, flush: () => Sys<boolean>): Sys<void>;
}
/** The value of `work`, or the error that it throws, as a step. */
export declare function attempt(work: () => Value, then: (value: Value) => Next, fail: Fail): Next;
