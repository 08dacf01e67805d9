/**
 * Runs programs as processes: schedules them, gives them descriptors, pipes, signals and terminals, and keeps those inside
 * containers restorable. Time is the world's: a process that computes without end costs virtual time, so nothing can hang.
 *
 * Restoring: a process's only inputs are the results of its system calls. They are logged for processes of durable machines, and
 * a restored process is its program started again and fed the same results up to where it was.
 */
import type { World } from '../world/world.ts';
import type { Lazy } from './lazy.ts';
import { Tty } from './tty.ts';
import type { ExitStatus, FdTarget, Machine, Process, ProcessInfo, Program, Signal } from './types.ts';
/** Answers a program's request; may return a Channel: the caller blocks for its first value. */
export type Device = (request: never, process: Process) => unknown;
export interface SpawnOnOptions {
    readonly program: string | Program;
    readonly argv: readonly string[];
    readonly env?: Readonly<Record<string, string>>;
    readonly cwd?: string;
    /** Start data, as in `SpawnOptions`. */
    readonly init?: unknown;
    /** Descriptors 0, 1, 2; default: /dev/null. */
    readonly stdio?: readonly [FdTarget, FdTarget, FdTarget];
    /** Its controlling terminal; the process leads a new group in the foreground of it. */
    readonly tty?: Tty;
    /** Takes no time of its own (`sys.latency`), nor do its children. */
    readonly instant?: boolean;
    /** The machine's process 1: signals it does not catch do not end it (only SIGKILL does), and its end ends all others there. */
    readonly first?: boolean;
    /** Told when it ends. Not kept across a restore; `Machine.onExit` is. */
    readonly onExit?: (status: ExitStatus) => void;
}
/** The signal's number, as in `kill -l` and in exit code 128 + number. */
export declare function signalNumber(signal: Signal): number;
export declare class Kernel {
    private readonly world;
    private readonly machines;
    private busy;
    private readonly devices;
    private readonly sinks;
    private readonly processes;
    private readonly ttys;
    private readonly pipes;
    private readonly byMachine;
    private readonly runnable;
    private readonly settlers;
    /** Told of exceptions that are no SysErrors: bugs in programs. The program ends with code 70. */
    onCrash: ((error: unknown, process: Process) => void) | undefined;
    constructor(world: World);
    /** Adds a machine (or replaces the one of that id: after a restore its owner registers it again). */
    register(machine: Machine): void;
    /** Removes a machine; what runs there is killed. */
    unregister(id: string): void;
    machine(id: string): Machine | undefined;
    /** Told the machine each time one of its processes has used a whole millisecond of CPU time. */
    onBusy(listener: (machine: string) => void): void;
    /** Registers what answers `sys.device(name, ...)`. `code` is loaded before the first request reaches it. */
    device(name: string, handler: Device, code?: Lazy<unknown>): void;
    hasDevice(name: string): boolean;
    /** Registers what gets the text written to descriptors of kind `sink` with that name (container logs). */
    sink(name: string, handler: (id: string, text: string) => void): void;
    /** A new terminal device. */
    openTty(columns?: number, rows?: number): Tty;
    /** Closes a terminal: its programs get SIGHUP. */
    closeTty(tty: Tty): void;
    /** A pipe whose other end is code: `push`/`end` feed its readers, `onData` (null at the end) drains its writers. */
    hostPipe(onData?: (text: string | null) => void): {
        readonly read: FdTarget;
        readonly write: FdTarget;
        push(text: string): void;
        end(): void;
    };
    /** Starts a program on a machine with no parent. Returns its pid there. Throws SysError ENOENT when the machine has no such program. */
    spawnOn(machineId: string, options: SpawnOnOptions): number;
    /** Signals a process of a machine (negative: a group). False when there is none. */
    signal(machineId: string, target: number, signal: Signal): boolean;
    /** The environment that a process was started with; undefined when there is no such process. */
    environment(machineId: string, pid: number): Readonly<Record<string, string>> | undefined;
    /** The processes of a machine. */
    list(machineId: string): ProcessInfo[];
    /** True while code is being loaded: the world stands still until `settled`. */
    get awaiting(): boolean;
    /** Resolves when no code is being loaded any more. */
    settled(): Promise<void>;
    private state;
    private of;
    private add;
    private forget;
    private create;
    /** What the program sees of its process. */
    private view;
    private end;
    private send;
    private wakeById;
    private wakeReaders;
    private wake;
    private run;
    /** Lets a process go on until it blocks, has used up its share of this moment, or ends. */
    private step;
    /** Forgets what a failed or interrupted call was waiting for. */
    private interrupt;
    /** Runs the program to its next system call. False when it ended. */
    private resume;
    private crashed;
    private preempt;
    private note;
    /** The result, or BLOCKED: then the call is made again when the process is woken. */
    private execute;
    private fd;
    private retain;
    private release;
    private assign;
    private read;
    /** The outcome of a call that may block for `ms` at most. */
    private within;
    private writeTo;
    private open;
    private dup;
    private sleep;
    private spawn;
    private wait;
    private tty;
    private receive;
    /** What the device answers; a channel when the answer is still to come. */
    private ask;
    private takeAnswer;
    private loaded;
    /** The world stands still until the code is there, then `go` is called and everything goes on from where it stopped. */
    private hold;
    private save;
    private load;
    private saved;
    /**
     * After a restore, when all machines are registered again: rebuilds the processes by replaying what they were told. Where their
     * code has to be loaded first, the world stands still meanwhile.
     */
    resumeRestored(): void;
    /** Feeds a restored process what it was told, from an entry of its log on; `replayed` is called at the end of the log. */
    private replay;
}
