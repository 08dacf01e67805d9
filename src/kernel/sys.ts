/** The system calls as functions for programs: `const text = yield* read(0)`. See types.ts for the data behind them. */
import type { Channel } from './channel.ts';
import type { FileSystem } from './files.ts';
import type { Lazy } from './lazy.ts';
import type { ExitStatus, ProcessInfo, Signal, SpawnOptions, Sys, TtyRequest } from './types.ts';

/** What is there to read, at least one character; null at the end. Blocks, with `ms` at most so long: then it fails with EAGAIN. */
export function* read(fd: number, max?: number, ms?: number): Sys<string | null> {
  return (yield { op: 'read', fd, line: false, ...(max === undefined ? {} : { max }), ...(ms === undefined ? {} : { ms }) }) as
    | string
    | null;
}

/** The next line with its newline (the last may have none); null at the end. Leaves the rest for the next reader. Blocks as `read` does. */
export function* readLine(fd: number, ms?: number): Sys<string | null> {
  return (yield { op: 'read', fd, line: true, ...(ms === undefined ? {} : { ms }) }) as string | null;
}

/** More than this no program can hold: what reads a device without end comes to it. */
const MOST_TEXT = 2 ** 26;

/** Everything until the end. Blocks. */
export function* readAll(fd: number): Sys<string> {
  let text = '';
  for (;;) {
    const chunk = yield* read(fd);
    if (chunk === null) return text;
    text += chunk;
    if (text.length > MOST_TEXT) throw new RangeError('no memory left for what is read');
  }
}

/** Writes; blocks while a pipe is full; SIGPIPE ends the program when nobody reads (EPIPE where that signal is ignored). */
export function* write(fd: number, text: string): Sys<void> {
  if (text !== '') yield { op: 'write', fd, text };
}

/** Opens a file (path relative to the working directory; /dev/null and /dev/tty too); returns the descriptor. Fails with ENOENT, EISDIR, ... */
export function* open(path: string, mode: 'r' | 'w' | 'a' | 'rw'): Sys<number> {
  return (yield { op: 'open', path, mode }) as number;
}

export function* close(fd: number): Sys<void> {
  yield { op: 'close', fd };
}

/** All text of what is at a path. */
export function* readPath(path: string): Sys<string> {
  const fd = yield* open(path, 'r');
  const text = yield* readAll(fd);
  yield* close(fd);
  return text;
}

/** A second descriptor for the same target: `to` (closed first if open), or the lowest free one from 10. */
export function* dup(fd: number, to?: number): Sys<number> {
  return (yield { op: 'dup', fd, ...(to === undefined ? {} : { to }) }) as number;
}

/** A new pipe: [read end, write end]. */
export function* pipe(): Sys<[number, number]> {
  return (yield { op: 'pipe' }) as [number, number];
}

export function* isatty(fd: number): Sys<boolean> {
  return (yield { op: 'isatty', fd }) as boolean;
}

/** Runs one operation on this machine's files; `cwd` resolves relative paths (`files.resolve(cwd, path)`). Fails with the FileSystem's errors. */
export function* files<T>(call: (files: FileSystem, cwd: string) => T): Sys<T> {
  return (yield { op: 'files', call }) as T;
}

/** Sleeps in virtual time. Infinity sleeps until a signal. */
export function* sleep(ms: number): Sys<void> {
  yield { op: 'sleep', ms };
}

/**
 * The time that a client itself takes (start, round trip), so that the cluster gets on meanwhile as it does for a real one.
 * Takes none while the clock is paused, and none for a process started as instant (the page's own look-ups).
 */
export function* latency(ms: number): Sys<void> {
  yield { op: 'sleep', ms, latency: true };
}

/** Virtual time, milliseconds since the epoch. */
export function* now(): Sys<number> {
  return (yield { op: 'now' }) as number;
}

/** A number in [0, 1) from the world's seeded generator. */
export function* random(): Sys<number> {
  return (yield { op: 'random' }) as number;
}

/** Starts a child; returns its pid. Fails with ENOENT when there is no such program. */
export function* spawn(options: SpawnOptions): Sys<number> {
  return (yield { op: 'spawn', options }) as number;
}

export interface Waited extends ExitStatus {
  readonly pid: number;
  /** Set when the child was stopped (Ctrl-Z), not ended; only with `untraced`. */
  readonly stopped?: boolean;
}

/** Waits for one child (or any) to end; with hang: false returns null when none has. Fails with ECHILD when there is no such child. */
export function* wait(pid?: number, options: { hang?: boolean; untraced?: boolean } = {}): Sys<Waited | null> {
  return (yield { op: 'wait', pid, hang: options.hang ?? true, untraced: options.untraced ?? false }) as Waited | null;
}

/** Signals a process (pid) or a group (negative). Fails with ESRCH. */
export function* kill(target: number, signal: Signal): Sys<void> {
  yield { op: 'kill', target, signal };
}

/**
 * Which signals this process catches (a blocked call then fails with EINTR, `error.signal` names it; while running, the next
 * call does) and which it ignores; all others act as POSIX has them by default. Replaces the earlier choice.
 */
export function* signals(caught: readonly Signal[], ignored: readonly Signal[] = []): Sys<void> {
  yield { op: 'signals', caught, ignored };
}

/**
 * What there is to know of a terminal; `inLine`: what was written last began no new line; `written`: how many characters were; `spoken`:
 * what is written is read out.
 */
export interface TtyState {
  readonly columns: number;
  readonly rows: number;
  readonly inLine: boolean;
  readonly written: number;
  readonly spoken: boolean;
}

/** On the controlling terminal: raw or cooked mode, the foreground group, or its size. Fails with ENODEV without one. */
export function* tty(request: TtyRequest): Sys<TtyState> {
  return (yield { op: 'tty', request }) as TtyState;
}

/** The next value of a channel; null at its end. Blocks. */
export function* receive<T>(channel: Channel<T>): Sys<T | null> {
  return (yield { op: 'receive', channel: channel as Channel<unknown> }) as T | null;
}

/**
 * Asks a device registered with the kernel: `apiserver`, `network`, `minikube`, `editor`, ...
 * The device answers at once, or with a channel whose first value is the answer (then this blocks).
 */
export function* device<T>(name: string, request: unknown): Sys<T> {
  return (yield { op: 'device', device: name, request }) as T;
}

/**
 * Says how much memory the program needs now, bytes: a container in which that is more than its limit is killed. Elsewhere, and where
 * there is room, nothing happens. Only programs that tutorials use to run out of memory say it.
 */
export function* needMemory(bytes: number): Sys<void> {
  yield* device('container', { op: 'use', cpu: 0, memory: bytes });
}

/** Code or data that is not in the first bundle. The world stands still until it is there. Fails with EIO when it cannot be had. */
export function* load<T>(code: Lazy<T>): Sys<T> {
  return (yield { op: 'load', code }) as T;
}

/** The processes of this machine. */
export function* processes(): Sys<readonly ProcessInfo[]> {
  return (yield { op: 'processes' }) as readonly ProcessInfo[];
}

/** Lets others run (an endless loop that does nothing else must call it). Costs a little virtual time. */
export function* yieldNow(): Sys<void> {
  yield { op: 'yield' };
}
