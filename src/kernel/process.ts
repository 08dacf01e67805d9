/** A process as the kernel has it: what is kept of it in a snapshot, and what is code. */
import type { Channel } from './channel.ts';
import type { SysError } from './error.ts';
import type { Errno, ExitStatus, FdTarget, Machine, Process, Signal, Sys, Syscall } from './types.ts';

/** The result of a system call, as it is fed to the program again after a restore. */
export type Logged = { readonly v: unknown } | { readonly errno: Errno; readonly path?: string; readonly signal?: Signal };

/** What a process is started with. */
export interface StartedWith {
  readonly machine: string;
  /** Id of its parent; 0: none. */
  parent: number;
  group: number;
  /** Its controlling terminal; 0: none. */
  readonly tty: number;
  /** The machine's process 1. */
  readonly first: boolean;
  /** Takes no time of its own (`sys.latency`). */
  readonly instant: boolean;
  readonly program: string;
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly umask: number | undefined;
  readonly init: unknown;
  fds: Record<number, FdTarget>;
}

/** What is kept of a process in a snapshot: plain data. */
export interface ProcessState extends StartedWith {
  /** Unique in the kernel; `pid` is unique on the machine. */
  readonly id: number;
  readonly pid: number;
  readonly startedAt: number;
  /** Results of its system calls so far; only on machines that are in snapshots. */
  readonly log: Logged[];
  caught: readonly Signal[];
  ignored: readonly Signal[];
  /** Caught signals not yet delivered. */
  pending: Signal[];
  stopped: boolean;
  stopReported: boolean;
  /** Ended and not yet waited for. */
  status: ExitStatus | undefined;
}

/** A process while it runs: its state plus what is code. */
export interface Running extends ProcessState {
  /** What the program sees; it may change its `env` and `cwd` there. */
  readonly own: Process;
  readonly generator: Sys<number>;
  call: Syscall | undefined;
  /** Result channel of a device call under way. */
  answer: Channel<unknown> | undefined;
  /** In a sleep call: its timer is set, and it is over when the timer is gone. */
  sleeping: boolean;
  /** The moment and number of system calls made in it, for preemption. */
  moment: number;
  spent: number;
  stepping: boolean;
  doomed: ExitStatus | undefined;
  /** Why the code that it waited for could not be loaded. */
  loadFailure: SysError | undefined;
  onExit: ((status: ExitStatus) => void) | undefined;
}

/** Instead of a result: the call is made again when the process is woken. */
export const BLOCKED = Symbol('blocked');

/** The laptop is no part of the world: its processes end with their page, are in no snapshot, and stay when the world goes back in time. */
export function isOutside(machine: string): boolean {
  return machine === 'laptop';
}

/** The state of a process that begins. */
export function newState(
  id: number,
  pid: number,
  startedAt: number,
  machine: string,
  program: string,
  start: Omit<StartedWith, 'machine' | 'program'>,
): ProcessState {
  return {
    id,
    pid,
    machine,
    parent: start.parent,
    group: start.group || pid,
    tty: start.tty,
    first: start.first,
    instant: start.instant,
    startedAt,
    program,
    argv: start.argv,
    env: Object.freeze(start.env), // large, and shared by all that is kept of the process
    cwd: start.cwd,
    umask: start.umask,
    init: start.init,
    fds: start.fds,
    log: [],
    caught: [],
    ignored: [],
    pending: [],
    stopped: false,
    stopReported: false,
    status: undefined,
  };
}

/** A copy of what is to be kept of a process: it stays as it is while the process goes on. */
export function stateOf(process: ProcessState): ProcessState {
  return {
    id: process.id,
    pid: process.pid,
    machine: process.machine,
    parent: process.parent,
    group: process.group,
    tty: process.tty,
    first: process.first,
    instant: process.instant,
    startedAt: process.startedAt,
    program: process.program,
    argv: process.argv,
    env: process.env,
    cwd: process.cwd,
    umask: process.umask,
    init: process.init,
    fds: copyOf(process.fds),
    log: [...process.log],
    caught: process.caught,
    ignored: process.ignored,
    pending: [...process.pending],
    stopped: process.stopped,
    stopReported: process.stopReported,
    status: process.status,
  };
}

function copyOf(fds: Readonly<Record<number, FdTarget>>): Record<number, FdTarget> {
  const copy: Record<number, FdTarget> = { ...fds };
  for (const fd in copy) if (copy[fd]?.kind === 'file') copy[fd] = { ...copy[fd] }; // its offset moves
  return copy;
}

/**
 * The process of that state, whose lists become its own, its program at the start.
 * @param sleeping whether a timer of its sleep is set
 */
export function running(state: ProcessState, own: Process, generator: Sys<number>, sleeping: boolean): Running {
  return {
    id: state.id,
    pid: state.pid,
    machine: state.machine,
    parent: state.parent,
    group: state.group,
    tty: state.tty,
    first: state.first,
    instant: state.instant,
    startedAt: state.startedAt,
    program: state.program,
    argv: state.argv,
    env: state.env,
    cwd: state.cwd,
    umask: state.umask,
    init: state.init,
    fds: state.fds,
    log: state.log,
    caught: state.caught,
    ignored: state.ignored,
    pending: state.pending,
    stopped: state.stopped,
    stopReported: state.stopReported,
    status: state.status,
    own,
    generator,
    call: undefined,
    answer: undefined,
    sleeping,
    moment: 0,
    spent: 0,
    stepping: false,
    doomed: undefined,
    loadFailure: undefined,
    onExit: undefined,
  };
}

/** What a program sees of its process. */
export class ProcessView implements Process {
  readonly pid: number;
  readonly ppid: number;
  argv: readonly string[];
  cwd: string;
  umask: number | undefined;
  title: readonly string[] | undefined;
  readonly machine: Machine;
  readonly terminal: number;
  init: unknown;
  startedWith: Readonly<Record<string, string>>;
  private own: Record<string, string> | undefined;

  /** @param ppid its parent's number on the machine; 0: none */
  constructor({ pid, argv, cwd, umask, tty, init, env }: ProcessState, ppid: number, machine: Machine) {
    this.pid = pid;
    this.ppid = ppid;
    this.argv = argv;
    this.cwd = cwd;
    this.umask = umask;
    this.machine = machine;
    this.terminal = tty;
    this.init = init;
    this.startedWith = env;
    this.title = undefined;
    this.own = undefined;
  }

  /** Most servers never look at it, and with many Services it is large. */
  get env(): Record<string, string> {
    return (this.own ??= { ...this.startedWith });
  }
}
