/**
 * The kernel runs every program of Drydock: the shell in a terminal, kubectl, curl, and what containers run.
 *
 * A program is a generator: it yields system calls and gets their results, so a blocked program costs nothing, Ctrl-C
 * and Ctrl-Z work on anything, streams flow as they do between real processes, and all of it stays deterministic.
 * Programs touch the world through system calls only; `sys.ts` has a function for each.
 */
import type { Channel } from './channel.ts';
import type { FileSystem } from './files.ts';
import type { Lazy } from './lazy.ts';

/** What a program body returns: yields system calls, ends with T. Call one from another with `yield*`. */
export type Sys<T> = Generator<Syscall, T, unknown>;

/** A program: gets its process, ends with an exit code (0 to 255). */
export type Program = (process: Process) => Sys<number>;

/** POSIX signal names that programs here know. */
export type Signal =
  | 'SIGHUP'
  | 'SIGINT'
  | 'SIGQUIT'
  | 'SIGKILL'
  | 'SIGUSR1'
  | 'SIGUSR2'
  | 'SIGPIPE'
  | 'SIGALRM'
  | 'SIGTERM'
  | 'SIGCHLD'
  | 'SIGCONT'
  | 'SIGSTOP'
  | 'SIGTSTP'
  | 'SIGWINCH';

/** What a program sees of its own process. `env` and `cwd` are the process's own and may be changed by it. */
export interface Process {
  readonly pid: number;
  readonly ppid: number;
  /** argv[0] is the name the program was called by. */
  argv: readonly string[];
  /** Its variables, its own to change: a copy of `startedWith`, made when it is first looked at. */
  readonly env: Record<string, string>;
  startedWith: Readonly<Record<string, string>>;
  cwd: string;
  /** Permissions that what it makes does not get; not set: 022. Its children inherit it. */
  umask?: number | undefined;
  /** How it is listed, where it has changed that; a restored process sets it again. */
  title?: readonly string[] | undefined;
  readonly machine: Machine;
  /** Number of its controlling terminal, 0: none. */
  readonly terminal: number;
  /** Extra start data given to spawn (a subshell's state, for example): plain data. */
  init: unknown;
}

/**
 * Where programs run: the learner's laptop, a node, or a container. A machine has files, programs and a place in the network.
 * Machines are registered by the code that makes them (session for the laptop, node/ for containers).
 */
export interface Machine {
  /** `laptop`, `node:minikube`, `container:<pod uid>/<container name>/<restart>`. */
  readonly id: string;
  readonly hostname: string;
  /** Of a container: its image's version, for programs that behave differently in old ones. */
  readonly version?: string;
  /** As whom its programs run, where that is not told by the variable USER. */
  readonly user?: { readonly uid: number; readonly gid: number; readonly groups: readonly number[] };
  readonly files: FileSystem;
  /** Whose process numbers its processes have, where other machines' have them too: a Pod's, or another machine's. */
  readonly pids?: string;
  /** Of a node, and of what shares its process numbers: all that runs on it. */
  readonly host?: HostProcesses;
  /** What runs there as process 1 (of a Pod that shares its processes), when none of the machines' own does. */
  readonly keeper?: string;
  /** The program of that name as the PATH would find it, or undefined (then the shell says `command not found`). */
  program(name: string): Program | undefined;
  /** Names for completion and `ls /bin`. */
  programNames(): readonly string[];
  /** Called when a process of the machine ends; with its first one (spawned with `first`) the container is over. */
  onExit?(pid: number, status: ExitStatus, first: boolean): void;
}

/** What runs on a node besides its own machine's processes. A node numbers all of them. */
export interface HostProcesses {
  /** The machines of its containers, by id. */
  machines(): readonly string[];
  /** What is no program here: the node's services. */
  services(): readonly ProcessInfo[];
}

export interface ExitStatus {
  /** Exit code; 128 + signal number where a signal ended it. */
  readonly code: number;
  readonly signal?: Signal;
}

/** What a file descriptor can be connected to. */
export type FdTarget =
  | { readonly kind: 'pipe'; readonly pipe: number; readonly end: 'read' | 'write' }
  | { readonly kind: 'tty'; readonly tty: number }
  | { readonly kind: 'file'; readonly path: string; offset: number; readonly append: boolean; readonly mode: 'r' | 'w' | 'rw' }
  /** Text goes to code registered with `kernel.sink(name, ...)`: container logs. */
  | { readonly kind: 'sink'; readonly name: string; readonly id: string }
  | { readonly kind: 'null' }
  /** Bytes without end, and a place for any that are written. */
  | { readonly kind: 'endless'; readonly of: 'zero' | 'random' };

export interface SpawnOptions {
  /** Program name to look up on the machine, or the program itself (a builtin or function run as a child). */
  readonly program: string | Program;
  readonly argv: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Child descriptor -> descriptor of the caller. Default: 0, 1, 2 as they are. Others are not inherited. */
  readonly fds?: Readonly<Record<number, number>>;
  /** The machine that the child runs on, if not the caller's: for programs whose device told them of it (chroot to a node). */
  readonly machine?: string;
  /** 0: a new process group led by the child; n: join group n; missing: the caller's group. */
  readonly group?: number;
  readonly init?: unknown;
}

/** A system call as data. Results are given back by `yield`; a failure is thrown into the program as a SysError. */
export type Syscall =
  | { readonly op: 'read'; readonly fd: number; readonly line: boolean; readonly max?: number; readonly ms?: number }
  | { readonly op: 'write'; readonly fd: number; readonly text: string }
  | { readonly op: 'open'; readonly path: string; readonly mode: 'r' | 'w' | 'a' | 'rw' }
  | { readonly op: 'close'; readonly fd: number }
  | { readonly op: 'dup'; readonly fd: number; readonly to?: number }
  | { readonly op: 'pipe' }
  | { readonly op: 'isatty'; readonly fd: number }
  | { readonly op: 'files'; readonly call: (files: FileSystem, cwd: string) => unknown }
  | { readonly op: 'sleep'; readonly ms: number; readonly latency?: boolean }
  | { readonly op: 'now' }
  | { readonly op: 'random' }
  | { readonly op: 'spawn'; readonly options: SpawnOptions }
  | { readonly op: 'wait'; readonly pid: number | undefined; readonly hang: boolean; readonly untraced: boolean }
  | { readonly op: 'kill'; readonly target: number; readonly signal: Signal }
  | { readonly op: 'signals'; readonly caught: readonly Signal[]; readonly ignored: readonly Signal[] }
  | { readonly op: 'tty'; readonly request: TtyRequest }
  | { readonly op: 'receive'; readonly channel: Channel<unknown> }
  | { readonly op: 'device'; readonly device: string; readonly request: unknown }
  | { readonly op: 'load'; readonly code: Lazy<unknown> }
  | { readonly op: 'processes' }
  | { readonly op: 'yield' };

export type TtyRequest = { readonly set: 'raw' | 'cooked' } | { readonly get: 'size' } | { readonly foreground: number };

/** Why a system call failed, in errno's words. `EINTR` after a caught signal, with the signal's name in `signal`. */
export type Errno =
  | 'ENOENT'
  | 'EEXIST'
  | 'EISDIR'
  | 'ENOTDIR'
  | 'ENOTEMPTY'
  | 'EACCES'
  | 'ELOOP'
  | 'EBADF'
  | 'EPIPE'
  | 'EINTR'
  | 'ECHILD'
  | 'ESRCH'
  | 'EINVAL'
  | 'EROFS'
  | 'ENODEV'
  | 'EAGAIN'
  | 'EIO';

/** One row of `ps`. */
export interface ProcessInfo {
  readonly pid: number;
  readonly ppid: number;
  readonly group: number;
  readonly argv: readonly string[];
  readonly state: 'running' | 'sleeping' | 'stopped' | 'zombie';
  readonly startedAt: number;
  /** Whose it is, where that is not who asks. */
  readonly user?: string;
}
