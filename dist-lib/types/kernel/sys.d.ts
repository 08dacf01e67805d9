/** The system calls as functions for programs: `const text = yield* read(0)`. See types.ts for the data behind them. */
import type { Channel } from './channel.ts';
import type { FileSystem } from './files.ts';
import type { Lazy } from './lazy.ts';
import type { ExitStatus, ProcessInfo, Signal, SpawnOptions, Sys, TtyRequest } from './types.ts';
/** What is there to read, at least one character; null at the end. Blocks, with `ms` at most so long: then it fails with EAGAIN. */
export declare function read(fd: number, max?: number, ms?: number): Sys<string | null>;
/** The next line with its newline (the last may have none); null at the end. Leaves the rest for the next reader. Blocks as `read` does. */
export declare function readLine(fd: number, ms?: number): Sys<string | null>;
/** Everything until the end. Blocks. */
export declare function readAll(fd: number): Sys<string>;
/** Writes; blocks while a pipe is full; SIGPIPE ends the program when nobody reads (EPIPE where that signal is ignored). */
export declare function write(fd: number, text: string): Sys<void>;
/** Opens a file (path relative to the working directory; /dev/null and /dev/tty too); returns the descriptor. Fails with ENOENT, EISDIR, ... */
export declare function open(path: string, mode: 'r' | 'w' | 'a' | 'rw'): Sys<number>;
export declare function close(fd: number): Sys<void>;
/** A second descriptor for the same target: `to` (closed first if open), or the lowest free one from 10. */
export declare function dup(fd: number, to?: number): Sys<number>;
/** A new pipe: [read end, write end]. */
export declare function pipe(): Sys<[number, number]>;
export declare function isatty(fd: number): Sys<boolean>;
/** Runs one operation on this machine's files; `cwd` resolves relative paths (`files.resolve(cwd, path)`). Fails with the FileSystem's errors. */
export declare function files<T>(call: (files: FileSystem, cwd: string) => T): Sys<T>;
/** Sleeps in virtual time. Infinity sleeps until a signal. */
export declare function sleep(ms: number): Sys<void>;
/**
 * The time that a client itself takes (start, round trip), so that the cluster gets on meanwhile as it does for a real one.
 * Takes none while the clock is paused, and none for a process started as instant (the page's own look-ups).
 */
export declare function latency(ms: number): Sys<void>;
/** Virtual time, milliseconds since the epoch. */
export declare function now(): Sys<number>;
/** A number in [0, 1) from the world's seeded generator. */
export declare function random(): Sys<number>;
/** Starts a child; returns its pid. Fails with ENOENT when there is no such program. */
export declare function spawn(options: SpawnOptions): Sys<number>;
export interface Waited extends ExitStatus {
    readonly pid: number;
    /** Set when the child was stopped (Ctrl-Z), not ended; only with `untraced`. */
    readonly stopped?: boolean;
}
/** Waits for one child (or any) to end; with hang: false returns null when none has. Fails with ECHILD when there is no such child. */
export declare function wait(pid?: number, options?: {
    hang?: boolean;
    untraced?: boolean;
}): Sys<Waited | null>;
/** Signals a process (pid) or a group (negative). Fails with ESRCH. */
export declare function kill(target: number, signal: Signal): Sys<void>;
/**
 * Which signals this process catches (a blocked call then fails with EINTR, `error.signal` names it; while running, the next
 * call does) and which it ignores; all others act as POSIX has them by default. Replaces the earlier choice.
 */
export declare function signals(caught: readonly Signal[], ignored?: readonly Signal[]): Sys<void>;
/** On the controlling terminal: raw or cooked mode, the foreground group, or its size. Fails with ENODEV without one. */
export declare function tty(request: TtyRequest): Sys<{
    columns: number;
    rows: number;
}>;
/** The next value of a channel; null at its end. Blocks. */
export declare function receive<T>(channel: Channel<T>): Sys<T | null>;
/**
 * Asks a device registered with the kernel: `apiserver`, `network`, `minikube`, `editor`, ...
 * The device answers at once, or with a channel whose first value is the answer (then this blocks).
 */
export declare function device<T>(name: string, request: unknown): Sys<T>;
/** Code or data that is not in the first bundle. The world stands still until it is there. Fails with EIO when it cannot be had. */
export declare function load<T>(code: Lazy<T>): Sys<T>;
/** The processes of this machine. */
export declare function processes(): Sys<readonly ProcessInfo[]>;
/** Lets others run (an endless loop that does nothing else must call it). Costs a little virtual time. */
export declare function yieldNow(): Sys<void>;
