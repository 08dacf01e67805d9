/**
 * Runs programs as processes: schedules them, gives them descriptors, pipes, signals and terminals, and keeps those inside
 * containers restorable. Time is the world's: a process that computes without end costs virtual time, so nothing can hang.
 *
 * Restoring: a process's only inputs are the results of its system calls. They are logged for processes of durable machines, and
 * a restored process is its program started again and fed the same results up to where it was.
 */
import type { Entries } from '../world/entries.ts';
import type { World } from '../world/world.ts';
import { textOf } from './bytes.ts';
import { Channel } from './channel.ts';
import { SysError } from './error.ts';
import type { Lazy } from './lazy.ts';
import { Pipes, type SavedPipe } from './pipes.ts';
import { Tty } from './tty.ts';
import type { Errno, ExitStatus, FdTarget, Machine, Process, ProcessInfo, Program, Signal, SpawnOptions, Sys, Syscall } from './types.ts';

/** Answers a program's request; may return a Channel: the caller blocks for its first value. */
export type Device = (request: never, process: Process) => unknown;

/** What a device needs before it can answer: the same for all requests, or what the request at hand says (asked again once that is there). */
export type DeviceCode = Lazy<unknown> | ((request: never) => Lazy<unknown> | undefined);

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

type Logged = { readonly v: unknown } | { readonly errno: Errno; readonly path?: string; readonly signal?: Signal };

interface ProcessState {
  /** Unique in the kernel; `pid` is unique on the machine. */
  readonly id: number;
  readonly pid: number;
  readonly machine: string;
  parent: number;
  group: number;
  readonly tty: number;
  readonly first: boolean;
  readonly instant: boolean;
  readonly startedAt: number;
  readonly program: string;
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly umask: number | undefined;
  readonly init: unknown;
  fds: Record<number, FdTarget>;
  /** Results of its system calls so far; only on durable machines. */
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
interface Running extends ProcessState {
  /** What the program sees; it may change its `env` and `cwd` there. */
  own: Process;
  generator: Sys<number>;
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

interface KernelState {
  nextId: number;
  pipes: readonly SavedPipe[];
}

const SIGNAL_NUMBERS: Readonly<Record<Signal, number>> = {
  SIGHUP: 1,
  SIGINT: 2,
  SIGQUIT: 3,
  SIGKILL: 9,
  SIGUSR1: 10,
  SIGUSR2: 12,
  SIGPIPE: 13,
  SIGALRM: 14,
  SIGTERM: 15,
  SIGCHLD: 17,
  SIGCONT: 18,
  SIGSTOP: 19,
  SIGTSTP: 20,
  SIGWINCH: 28,
};
const HARMLESS: readonly Signal[] = ['SIGCHLD', 'SIGCONT', 'SIGWINCH'];
const STOPPING: readonly Signal[] = ['SIGSTOP', 'SIGTSTP'];

/** What a process may do in one virtual millisecond: system calls; a yield counts as twenty. */
const BUDGET_PER_MS = 1000;
const YIELD_COST = 20;

/** Bytes that one read of an endless device gives. */
const BLOCK = 4096;

const BLOCKED = Symbol('blocked');

/** Names of a process's own descriptors. */
const STANDARD: Readonly<Record<string, string>> = { '/dev/stdin': '/dev/fd/0', '/dev/stdout': '/dev/fd/1', '/dev/stderr': '/dev/fd/2' };

/** How many numbers the container runtime uses up when it starts a process among others'. */
const RUNTIME_PIDS = 6;

/** The laptop is no part of the world: its processes end with their page, are in no snapshot, and stay when the world goes back in time. */
function isOutside(machine: string): boolean {
  return machine === 'laptop';
}

/** The signal's number, as in `kill -l` and in exit code 128 + number. */
export function signalNumber(signal: Signal): number {
  return SIGNAL_NUMBERS[signal];
}

/** What a program sees of its process. */
class ProcessView implements Process {
  readonly pid: number;
  readonly ppid: number;
  readonly argv: readonly string[];
  cwd: string;
  umask: number | undefined;
  readonly machine: Machine;
  readonly terminal: number;
  readonly init: unknown;
  private readonly given: Readonly<Record<string, string>>;
  private own: Record<string, string> | undefined;

  constructor({ pid, argv, cwd, umask, tty, init, env }: ProcessState, ppid: number, machine: Machine) {
    this.pid = pid;
    this.ppid = ppid;
    this.argv = argv;
    this.cwd = cwd;
    this.umask = umask;
    this.machine = machine;
    this.terminal = tty;
    this.init = init;
    this.given = env;
  }

  /** Its own copy, made when it is first looked at: most servers never do, and with many Services it is large. */
  get env(): Record<string, string> {
    return (this.own ??= { ...this.given });
  }
}

export class Kernel {
  private readonly world: World;
  private readonly machines = new Map<string, Machine>();
  private busy: ((machine: string) => void) | undefined;
  private readonly devices = new Map<string, { readonly handler: Device; readonly code: DeviceCode | undefined }>();
  private readonly sinks = new Map<string, (id: string, text: string) => void>();
  private readonly processes = new Map<number, Running>();
  /** Machines whose processes are numbered with others' (`Machine.pids`). */
  private readonly guests = new Map<string, Set<string>>();
  private readonly ttys = new Map<number, Tty>();
  /** Told what a program reads from a terminal; null: the end of its input. */
  onTyped: ((tty: Tty, text: string | null) => void) | undefined;
  private readonly pipes: Pipes;
  private readonly byMachine = new Map<string, Set<Running>>();
  private readonly runnable = new Set<Running>();
  /** Those that may be different from what was saved of them, by id. */
  private readonly unsaved = new Set<number>();
  private readonly settlers: (() => void)[] = [];
  /** Numbers of what is outside: the next id (they are negative), pids by machine. */
  private readonly outside: { id: number; readonly pids: Map<string, number> } = { id: -1, pids: new Map() };
  /** Told of exceptions that are no SysErrors: bugs in programs. The program ends with code 70. */
  onCrash: ((error: unknown, process: Process) => void) | undefined;

  constructor(world: World) {
    this.world = world;
    this.pipes = new Pipes((id) => this.wakeById(id));
    world.timers.on('kernel', () => this.run());
    world.timers.on('process', (_payload, key) => this.wakeById(Number(key)));
    world.onSnapshot(
      () => this.save(),
      () => this.load(),
    );
  }

  /** Adds a machine (or replaces the one of that id: after a restore its owner registers it again). */
  register(machine: Machine): void {
    this.machines.set(machine.id, machine);
    if (machine.pids !== undefined) this.guests.set(machine.pids, (this.guests.get(machine.pids) ?? new Set()).add(machine.id));
  }

  /** Removes a machine; what runs there is killed. */
  unregister(id: string): void {
    for (const process of this.of(id)) this.end(process, { code: 137, signal: 'SIGKILL' });
    const space = this.machines.get(id)?.pids;
    if (space !== undefined && this.guests.get(space)?.delete(id) && this.guests.get(space)?.size === 0) this.guests.delete(space);
    this.machines.delete(id);
    this.lastPids.delete(id);
  }

  machine(id: string): Machine | undefined {
    return this.machines.get(id);
  }

  /** Told the machine each time one of its processes has used a whole millisecond of CPU time. */
  onBusy(listener: (machine: string) => void): void {
    this.busy = listener;
  }

  /** Registers what answers `sys.device(name, ...)`. `code` is loaded before a request reaches it. */
  device(name: string, handler: Device, code?: DeviceCode): void {
    this.devices.set(name, { handler, code });
  }

  hasDevice(name: string): boolean {
    return this.devices.has(name);
  }

  /** Registers what gets the text written to descriptors of kind `sink` with that name (container logs). */
  sink(name: string, handler: (id: string, text: string) => void): void {
    this.sinks.set(name, handler);
  }

  /** A new terminal device. `outside`: it belongs to no container. */
  openTty(columns = 80, rows = 24, outside = false): Tty {
    const tty = new Tty(outside ? this.outside.id-- : this.state().nextId++, columns, rows, () => this.world.now);
    tty.onReadable = () => this.wakeReaders(tty);
    tty.onSignal = (signal) => {
      for (const process of this.processes.values())
        if (process.tty === tty.id && process.group === tty.foreground) this.send(process, signal);
    };
    this.ttys.set(tty.id, tty);
    return tty;
  }

  /** Closes a terminal: its programs get SIGHUP. */
  closeTty(tty: Tty): void {
    tty.hangUp();
    for (const process of [...this.processes.values()]) if (process.tty === tty.id) this.send(process, 'SIGHUP');
    this.ttys.delete(tty.id);
  }

  /** A pipe whose other end is code: `push`/`end` feed its readers, `onData` (null at the end) drains its writers. */
  hostPipe(onData?: (text: string | null) => void): {
    readonly read: FdTarget;
    readonly write: FdTarget;
    push(text: string): void;
    end(): void;
  } {
    const id = this.pipes.create(onData);
    if (!onData) this.pipes.retain(id, 'write');
    return {
      read: { kind: 'pipe', pipe: id, end: 'read' },
      write: { kind: 'pipe', pipe: id, end: 'write' },
      push: (text) => this.pipes.push(id, text),
      end: () => this.pipes.release(id, 'write'),
    };
  }

  /** Starts a program on a machine with no parent. Returns its pid there. Throws SysError ENOENT when the machine has no such program. */
  spawnOn(machineId: string, options: SpawnOnOptions): number {
    const machine = this.machines.get(machineId);
    if (!machine) throw new SysError('ENODEV', machineId);
    const nothing: FdTarget = { kind: 'null' };
    const [stdin, stdout, stderr] = options.stdio ?? [nothing, nothing, nothing];
    const process = this.create(machine, {
      program: options.program,
      argv: options.argv,
      env: options.env ?? {},
      cwd: options.cwd ?? '/',
      init: options.init,
      parent: 0,
      group: 0,
      tty: options.tty?.id ?? 0,
      first: options.first ?? false,
      instant: options.instant ?? false,
      fds: { 0: stdin, 1: stdout, 2: stderr },
    });
    process.onExit = options.onExit;
    if (options.tty) options.tty.foreground = process.group;
    return process.pid;
  }

  /** Signals a process of a machine (negative: a group). False when there is none. */
  signal(machineId: string, target: number, signal: Signal): boolean {
    const targets = this.among(machineId).filter(
      (process) => (target < 0 ? process.group === -target : process.pid === target) && !process.status,
    );
    for (const process of targets) this.send(process, signal);
    return targets.length > 0;
  }

  /** The environment that a process was started with; undefined when there is no such process. */
  environment(machineId: string, pid: number): Readonly<Record<string, string>> | undefined {
    return this.of(machineId).find((process) => process.pid === pid)?.env;
  }

  /** The processes of a machine. */
  list(machineId: string): ProcessInfo[] {
    const keeper = this.machines.get(machineId)?.keeper;
    const own: ProcessInfo[] = this.among(machineId).map((process) => ({
      pid: process.pid,
      ppid: this.processes.get(process.parent)?.pid ?? 0,
      group: process.group,
      argv: process.own.title ?? process.argv,
      state: process.status ? 'zombie' : process.stopped ? 'stopped' : process.call?.op === 'yield' ? 'running' : 'sleeping',
      startedAt: process.startedAt,
    }));
    if (keeper === undefined) return own;
    const startedAt = Math.min(this.world.now, ...own.map((one) => one.startedAt));
    return [{ pid: 1, ppid: 0, group: 1, argv: [keeper], state: 'sleeping', startedAt }, ...own];
  }

  /** The processes that one of a machine sees: those of all machines that share its numbers. */
  private among(machineId: string): Running[] {
    const space = this.machines.get(machineId)?.pids ?? machineId;
    const guests = this.guests.get(space);
    if (!guests) return this.of(machineId);
    return [space, ...guests].flatMap((id) => this.of(id)).sort((a, b) => a.pid - b.pid);
  }

  /** True while code is being loaded: the world stands still until `settled`. */
  get awaiting(): boolean {
    return this.world.held;
  }

  /** Resolves when no code is being loaded any more. */
  settled(): Promise<void> {
    if (!this.world.held) return Promise.resolve();
    return new Promise((resolve) => this.settlers.push(resolve));
  }

  // Processes

  private state(): KernelState {
    return this.world.slot<KernelState>('kernel', () => ({ nextId: 1, pipes: [] }));
  }

  /** By machine. */
  private get lastPids(): Entries<number> {
    return this.world.entries('pids', { fixed: true });
  }

  /** By id. */
  private get savedProcesses(): Entries<ProcessState> {
    return this.world.entries('processes', { fixed: true });
  }

  private of(machineId: string): Running[] {
    return [...(this.byMachine.get(machineId) ?? [])];
  }

  private add(process: Running): void {
    this.processes.set(process.id, process);
    this.unsaved.add(process.id);
    const there = this.byMachine.get(process.machine);
    if (there) there.add(process);
    else this.byMachine.set(process.machine, new Set([process]));
  }

  private forget(process: Running): void {
    this.processes.delete(process.id);
    this.unsaved.add(process.id);
    const there = this.byMachine.get(process.machine);
    there?.delete(process);
    if (there?.size === 0) this.byMachine.delete(process.machine);
  }

  private create(
    machine: Machine,
    options: Pick<ProcessState, 'argv' | 'env' | 'cwd' | 'init' | 'parent' | 'group' | 'tty' | 'first' | 'instant' | 'fds'> & {
      readonly program: string | Program;
      readonly umask?: number | undefined;
    },
  ): Running {
    const name = typeof options.program === 'string' ? options.program : (options.argv[0] ?? '');
    const program = typeof options.program === 'string' ? machine.program(options.program) : options.program;
    if (!program) throw new SysError('ENOENT', name);
    const state = this.state();
    const outside = isOutside(machine.id);
    const pids = outside ? this.outside.pids : this.lastPids;
    const space = machine.pids ?? machine.id;
    // What comes from outside into numbers that others have leaves a few to the runtime.
    const pid = (pids.get(space) ?? (machine.keeper ? 1 : 0)) + (machine.pids && options.parent === 0 ? RUNTIME_PIDS : 1);
    pids.set(space, pid);
    const process: Running = {
      id: outside ? this.outside.id-- : state.nextId++,
      pid,
      machine: machine.id,
      parent: options.parent,
      group: options.group || pid,
      tty: options.tty,
      first: options.first,
      instant: options.instant,
      startedAt: this.world.now,
      program: name,
      argv: options.argv,
      env: Object.freeze(options.env), // large, and shared by all that is kept of the process
      cwd: options.cwd,
      umask: options.umask,
      init: options.init,
      fds: options.fds,
      log: [],
      caught: [],
      ignored: [],
      pending: [],
      stopped: false,
      stopReported: false,
      status: undefined,
      own: undefined as unknown as Process,
      generator: undefined as unknown as Sys<number>,
      call: undefined,
      answer: undefined,
      sleeping: false,
      moment: 0,
      spent: 0,
      stepping: false,
      doomed: undefined,
      loadFailure: undefined,
      onExit: undefined,
    };
    for (const target of Object.values(process.fds)) this.retain(target);
    process.own = this.view(process, machine);
    process.generator = program(process.own);
    this.add(process);
    this.wake(process);
    return process;
  }

  private view(process: ProcessState, machine: Machine): Process {
    return new ProcessView(process, this.processes.get(process.parent)?.pid ?? 0, machine);
  }

  private end(process: Running, status: ExitStatus): void {
    if (process.status) return;
    this.unsaved.add(process.id);
    if (process.stepping) {
      process.doomed = status;
      return;
    }
    process.status = status;
    if (process.call?.op === 'receive') process.call.channel.cancel();
    process.call = undefined;
    process.answer?.cancel();
    this.world.timers.cancel('process', String(process.id));
    // Finally blocks of the program may clean up, but make no more calls.
    try {
      process.generator.return(status.code);
    } catch {
      // A program that throws while being ended has ended all the same.
    }
    for (const target of Object.values(process.fds)) this.release(target);
    process.fds = {};
    for (const child of this.of(process.machine)) {
      if (child.parent !== process.id) continue;
      child.parent = 0;
      this.unsaved.add(child.id);
      if (child.status) this.forget(child);
    }
    if (process.first)
      for (const other of this.of(process.machine)) if (other !== process) this.end(other, { code: 137, signal: 'SIGKILL' });
    const parent = this.processes.get(process.parent);
    if (parent) {
      this.send(parent, 'SIGCHLD');
      this.wake(parent);
    } else {
      this.forget(process);
      process.onExit?.(status);
      if (process.first) this.machines.get(process.machine)?.onExit?.(process.pid, status);
    }
  }

  private send(process: Running, signal: Signal): void {
    if (process.status) return;
    this.unsaved.add(process.id);
    if (signal === 'SIGCONT' && process.stopped) {
      process.stopped = false;
      process.stopReported = false;
      this.wake(process);
    }
    if (signal === 'SIGKILL') return this.end(process, { code: 137, signal });
    if (process.caught.includes(signal)) {
      process.pending.push(signal);
      this.wake(process);
      return;
    }
    if (process.ignored.includes(signal) || HARMLESS.includes(signal)) return;
    // The kernel protects process 1 of a pid namespace from signals that it has no handler for.
    if (process.first && !this.machines.get(process.machine)?.pids && signal !== 'SIGSTOP') return;
    if (STOPPING.includes(signal)) {
      process.stopped = true;
      process.stopReported = false;
      const parent = this.processes.get(process.parent);
      if (parent) this.wake(parent);
      return;
    }
    this.end(process, { code: 128 + SIGNAL_NUMBERS[signal], signal });
  }

  // Scheduling

  private wakeById(id: number): void {
    const process = this.processes.get(id);
    if (process) this.wake(process);
  }

  private wakeReaders(tty: Tty): void {
    for (const process of this.processes.values()) if (process.tty === tty.id && process.call?.op === 'read') this.wake(process);
  }

  private wake(process: Running): void {
    this.runnable.add(process);
    if (this.world.timers.at('kernel', '') === undefined) this.world.timers.set('kernel', '', this.world.now);
  }

  /** Lets every process that can go on do so, at this moment and before anything else that is due. */
  run(): void {
    // A process woken meanwhile joins at the end of the same walk.
    for (const process of this.runnable) {
      if (this.world.held) return;
      this.runnable.delete(process);
      if (process.status || process.stopped || process.stepping) continue;
      this.step(process);
    }
  }

  /** Lets a process go on until it blocks, has used up its share of this moment, or ends. */
  private step(process: Running): void {
    process.stepping = true;
    this.unsaved.add(process.id);
    try {
      if (!process.call && !this.resume(process, () => process.generator.next())) return;
      while (process.call && !process.doomed && !process.stopped) {
        if (this.preempt(process)) return;
        let outcome: unknown;
        try {
          const signal = process.pending.shift();
          if (signal) throw new SysError('EINTR', undefined, signal);
          outcome = this.execute(process, process.call);
        } catch (error) {
          this.interrupt(process);
          if (!(error instanceof SysError)) {
            process.doomed = { code: this.crashed(process, error) };
            return;
          }
          this.note(process, {
            errno: error.errno,
            ...(error.path === undefined ? {} : { path: error.path }),
            ...(error.signal ? { signal: error.signal } : {}),
          });
          if (!this.resume(process, () => process.generator.throw(error))) return;
          continue;
        }
        if (outcome === BLOCKED) return;
        // What was loaded is code: a restored process gets it again.
        if (process.call.op !== 'load') this.note(process, { v: outcome });
        if (!this.resume(process, () => process.generator.next(outcome))) return;
      }
    } finally {
      process.stepping = false;
      if (process.doomed) this.end(process, process.doomed);
    }
  }

  /** Forgets what a failed or interrupted call was waiting for. */
  private interrupt(process: Running): void {
    process.answer?.cancel();
    process.answer = undefined;
    if (process.sleeping) {
      process.sleeping = false;
      this.world.timers.cancel('process', String(process.id));
    }
  }

  /** Runs the program to its next system call. False when it ended. */
  private resume(process: Running, go: () => IteratorResult<Syscall, number>): boolean {
    process.call = undefined;
    let code: number;
    try {
      const next = go();
      if (!next.done) {
        process.call = next.value;
        return true;
      }
      code = next.value & 255;
    } catch (error) {
      code = this.crashed(process, error);
    }
    process.doomed ??= { code };
    return false;
  }

  private crashed(process: Running, error: unknown): number {
    const machine = this.machines.get(process.machine);
    const text =
      error instanceof SysError
        ? `${error.path === undefined ? '' : `${error.path}: `}${error.message}`
        : `internal error: ${error instanceof Error ? error.message : String(error)}`;
    const stderr = process.fds[2];
    if (stderr) this.writeTo(process, stderr, `${process.argv[0] ?? process.program}: ${text}\n`);
    if (error instanceof SysError) return 1;
    if (machine) this.onCrash?.(error, process.own);
    return 70;
  }

  private preempt(process: Running): boolean {
    if (process.sleeping || process.call?.op === 'load') return false;
    if (process.moment !== this.world.now) {
      process.moment = this.world.now;
      process.spent = 0;
    }
    if (process.spent > BUDGET_PER_MS) {
      this.world.timers.set('process', String(process.id), this.world.now + 1);
      this.busy?.(process.machine);
      return true;
    }
    process.spent += process.call?.op === 'yield' ? YIELD_COST : 1;
    return false;
  }

  private note(process: Running, entry: Logged): void {
    if (!isOutside(process.machine)) process.log.push(entry);
  }

  // System calls

  /** The result, or BLOCKED: then the call is made again when the process is woken. */
  private execute(process: Running, call: Syscall): unknown {
    const machine = this.machines.get(process.machine);
    if (!machine) throw new SysError('ENODEV', process.machine);
    switch (call.op) {
      case 'read':
        return this.within(process, call.ms, this.read(process, this.fd(process, call.fd), call.line, call.max));
      case 'write':
        return this.writeTo(process, this.fd(process, call.fd), call.text);
      case 'open':
        return this.open(process, machine, call.path, call.mode);
      case 'close':
        this.release(this.fd(process, call.fd));
        delete process.fds[call.fd];
        return undefined;
      case 'dup':
        return this.dup(process, call.fd, call.to);
      case 'pipe': {
        const id = this.pipes.create(undefined, isOutside(process.machine));
        return [
          this.assign(process, { kind: 'pipe', pipe: id, end: 'read' }),
          this.assign(process, { kind: 'pipe', pipe: id, end: 'write' }),
        ];
      }
      case 'isatty':
        return process.fds[call.fd]?.kind === 'tty';
      case 'files':
        machine.files.umask = process.own.umask ?? 0o022;
        return call.call(machine.files, process.own.cwd);
      case 'sleep':
        if (call.latency && !process.sleeping && (process.instant || this.world.clock.paused)) return undefined;
        return this.sleep(process, call.ms);
      case 'now':
        return this.world.now;
      case 'random':
        return this.world.random.next();
      case 'spawn':
        return this.spawn(process, machine, call.options);
      case 'wait':
        return this.wait(process, call);
      case 'kill':
        if (!this.signal(process.machine, call.target, call.signal)) throw new SysError('ESRCH');
        return undefined;
      case 'signals':
        process.caught = call.caught;
        process.ignored = call.ignored;
        return undefined;
      case 'tty':
        return this.tty(process, call.request);
      case 'receive':
        return this.receive(process, call.channel);
      case 'device': {
        if (process.answer) return this.takeAnswer(process);
        const of = this.devices.get(call.device)?.code;
        const code = typeof of === 'function' ? of(call.request as never) : of;
        if (code && this.loaded(process, code) === BLOCKED) return BLOCKED;
        const answer = this.ask(process, call.device, call.request);
        if (!(answer instanceof Channel)) return answer;
        process.answer = answer;
        return this.takeAnswer(process);
      }
      case 'load':
        return this.loaded(process, call.code);
      case 'processes':
        return this.list(process.machine);
      case 'yield':
        return undefined;
    }
  }

  private fd(process: Running, fd: number): FdTarget {
    const target = process.fds[fd];
    if (!target) throw new SysError('EBADF');
    return target;
  }

  private retain(target: FdTarget): void {
    if (target.kind === 'pipe') this.pipes.retain(target.pipe, target.end);
  }

  private release(target: FdTarget): void {
    if (target.kind === 'pipe') this.pipes.release(target.pipe, target.end);
  }

  private assign(process: Running, target: FdTarget, from = 3): number {
    let fd = from;
    while (process.fds[fd]) fd++;
    process.fds[fd] = target;
    this.retain(target);
    return fd;
  }

  private read(process: Running, target: FdTarget, line: boolean, max: number | undefined): unknown {
    switch (target.kind) {
      case 'null':
        return null;
      case 'endless': {
        const bytes = new Uint8Array(Math.min(max ?? BLOCK, BLOCK));
        if (target.of === 'random') for (let i = 0; i < bytes.length; i++) bytes[i] = this.world.random.next() * 256;
        return textOf(bytes);
      }
      case 'sink':
        throw new SysError('EBADF');
      case 'file': {
        const files = this.machines.get(process.machine)?.files;
        const text = files?.read(target.path) ?? '';
        if (target.offset >= text.length) return null;
        const newline = line ? text.indexOf('\n', target.offset) + 1 : 0;
        const end = Math.min(newline > 0 ? newline : text.length, max === undefined ? text.length : target.offset + max);
        const chunk = text.slice(target.offset, end);
        target.offset = end;
        return chunk;
      }
      case 'pipe': {
        const text = this.pipes.read(target.pipe, process.id, line, max);
        return text === undefined ? BLOCKED : text;
      }
      case 'tty': {
        const tty = this.ttys.get(target.tty);
        if (!tty) return null;
        if (process.tty === tty.id && process.group !== tty.foreground) {
          // As SIGTTIN does: a background job that reads the terminal stops.
          this.send(process, 'SIGSTOP');
          return BLOCKED;
        }
        const text = tty.take(line, max);
        if (text !== undefined) this.onTyped?.(tty, text);
        // In a paused world no millisecond comes that would give it more calls: whoever types does.
        if (text && this.world.clock.paused) process.spent = 0;
        return text === undefined ? BLOCKED : text;
      }
    }
  }

  /** The outcome of a call that may block for `ms` at most. */
  private within(process: Running, ms: number | undefined, outcome: unknown): unknown {
    if (ms === undefined) return outcome;
    const key = String(process.id);
    if (outcome === BLOCKED) {
      if (process.sleeping && this.world.timers.at('process', key) === undefined) throw new SysError('EAGAIN');
      if (!process.sleeping) this.world.timers.set('process', key, this.world.now + Math.max(0, ms));
      process.sleeping = true;
      return BLOCKED;
    }
    if (process.sleeping) this.world.timers.cancel('process', key);
    process.sleeping = false;
    return outcome;
  }

  private writeTo(process: Running, target: FdTarget, text: string): unknown {
    switch (target.kind) {
      case 'null':
        return undefined;
      case 'sink':
        this.sinks.get(target.name)?.(target.id, text);
        return undefined;
      case 'tty':
        this.ttys.get(target.tty)?.output(text);
        return undefined;
      case 'pipe': {
        const outcome = this.pipes.write(target.pipe, process.id, text);
        if (outcome === 'full') return BLOCKED;
        if (outcome === 'broken') {
          if (process.ignored.includes('SIGPIPE') || process.caught.includes('SIGPIPE')) throw new SysError('EPIPE');
          this.end(process, { code: 141, signal: 'SIGPIPE' });
          return BLOCKED;
        }
        return undefined;
      }
      case 'file': {
        const files = this.machines.get(process.machine)?.files;
        if (!files) throw new SysError('EIO');
        const before = files.exists(target.path) ? files.read(target.path) : '';
        if (target.append || target.offset >= before.length) {
          files.write(target.path, text, { append: true });
          target.offset = before.length + text.length;
        } else {
          files.write(target.path, before.slice(0, target.offset) + text + before.slice(target.offset + text.length));
          target.offset += text.length;
        }
        return undefined;
      }
    }
  }

  private open(process: Running, machine: Machine, path: string, mode: 'r' | 'w' | 'a' | 'rw'): number {
    const named = machine.files.resolve(process.own.cwd, path);
    // A link may lead to a device (nginx' access.log is one to /dev/stdout).
    const absolute = machine.files.realPath(named) ?? named;
    if (absolute === '/dev/null') return this.assign(process, { kind: 'null' });
    if (absolute === '/dev/zero') return this.assign(process, { kind: 'endless', of: 'zero' });
    if (absolute === '/dev/urandom' || absolute === '/dev/random') return this.assign(process, { kind: 'endless', of: 'random' });
    if (absolute === '/dev/tty') {
      if (!process.tty) throw new SysError('ENODEV', path);
      return this.assign(process, { kind: 'tty', tty: process.tty });
    }
    const rooted = mode === 'r' ? /^\/proc\/(\d+)\/root(\/.*)$/.exec(absolute) : null;
    const other = rooted && this.among(machine.id).find(({ pid }) => pid === Number(rooted[1]));
    if (rooted && other) {
      const text = (this.machines.get(other.machine) as Machine).files.read(rooted[2] as string);
      const { read, push, end } = this.hostPipe();
      const fd = this.assign(process, read);
      push(text);
      end();
      return fd;
    }
    const descriptor = /^(?:\/proc\/(self|\d+)\/fd\/|\/dev\/fd\/)(\d+)$/.exec(STANDARD[absolute] ?? absolute);
    if (descriptor) {
      const pid = descriptor[1] ?? 'self';
      const owner = pid === 'self' ? process : this.of(machine.id).find((one) => one.pid === Number(pid));
      const target = owner?.fds[Number(descriptor[2])];
      if (!target) throw new SysError('ENOENT', path);
      return this.assign(process, target);
    }
    if (machine.files.isDirectory(absolute)) {
      throw new SysError('EISDIR', path);
    }
    machine.files.umask = process.own.umask ?? 0o022;
    if (mode === 'r') machine.files.read(absolute);
    else if (mode === 'w' || !machine.files.exists(absolute)) machine.files.write(absolute, '');
    return this.assign(process, { kind: 'file', path: absolute, offset: 0, append: mode === 'a', mode: mode === 'a' ? 'w' : mode });
  }

  private dup(process: Running, fd: number, to: number | undefined): number {
    const target = this.fd(process, fd);
    if (to === undefined) return this.assign(process, target, 10);
    if (to === fd) return to;
    this.retain(target);
    const before = process.fds[to];
    if (before) this.release(before);
    process.fds[to] = target;
    return to;
  }

  private sleep(process: Running, ms: number): unknown {
    const key = String(process.id);
    const timers = this.world.timers;
    if (!process.sleeping) {
      process.sleeping = true;
      if (Number.isFinite(ms)) timers.set('process', key, this.world.now + Math.max(0, ms));
      return BLOCKED;
    }
    if (!Number.isFinite(ms) || timers.at('process', key) !== undefined) return BLOCKED;
    process.sleeping = false;
    return undefined;
  }

  private spawn(process: Running, machine: Machine, options: SpawnOptions): number {
    const fds: Record<number, FdTarget> = {};
    for (const [child, own] of Object.entries(options.fds ?? { 0: 0, 1: 1, 2: 2 })) {
      const target = process.fds[own];
      if (target) fds[Number(child)] = target;
    }
    const child = this.create(machine, {
      program: options.program,
      argv: options.argv,
      env: { ...(options.env ?? process.own.env) },
      cwd: options.cwd ?? process.own.cwd,
      umask: process.own.umask,
      init: options.init,
      parent: process.id,
      group: options.group ?? process.group,
      tty: process.tty,
      first: false,
      instant: process.instant,
      fds,
    });
    return child.pid;
  }

  private wait(process: Running, call: Extract<Syscall, { op: 'wait' }>): unknown {
    let any = false;
    for (const child of this.of(process.machine)) {
      if (child.parent !== process.id || (call.pid !== undefined && child.pid !== call.pid)) continue;
      any = true;
      if (child.status) {
        this.forget(child);
        return { pid: child.pid, ...child.status };
      }
      if (call.untraced && child.stopped && !child.stopReported) {
        child.stopReported = true;
        this.unsaved.add(child.id);
        return { pid: child.pid, code: 148, signal: 'SIGTSTP', stopped: true };
      }
    }
    if (!any) throw new SysError('ECHILD');
    return call.hang ? BLOCKED : null;
  }

  private tty(process: Running, request: Extract<Syscall, { op: 'tty' }>['request']): unknown {
    const tty = this.ttys.get(process.tty);
    if (!tty) throw new SysError('ENODEV');
    if ('set' in request) tty.raw = request.set === 'raw';
    else if ('foreground' in request) tty.foreground = request.foreground;
    return { columns: tty.columns, rows: tty.rows, inLine: tty.inLine };
  }

  private receive(process: Running, channel: Channel<unknown>): unknown {
    const value = channel.poll();
    if (value !== undefined) return value;
    channel.onReady = () => this.wake(process);
    return BLOCKED;
  }

  /** What the device answers; a channel when the answer is still to come. */
  private ask(process: Running, name: string, request: unknown): unknown {
    const device = this.devices.get(name);
    if (!device) throw new SysError('ENODEV', name);
    const answer = device.handler(request as never, process.own);
    if (answer instanceof SysError) throw answer;
    return answer;
  }

  private takeAnswer(process: Running): unknown {
    const value = this.receive(process, process.answer as Channel<unknown>);
    if (value === BLOCKED) return BLOCKED;
    process.answer = undefined;
    if (value instanceof SysError) throw value;
    return value;
  }

  // Loading

  private loaded(process: Running, code: Lazy<unknown>): unknown {
    const failure = process.loadFailure;
    process.loadFailure = undefined;
    if (failure) throw failure;
    if (code.value !== undefined) return code.value;
    this.hold(code, (error) => {
      process.loadFailure = error;
      // First in line, as if there had been no wait.
      const others = [...this.runnable];
      this.runnable.clear();
      for (const next of [process, ...others]) if (this.processes.get(next.id) === next) this.runnable.add(next);
    });
    return BLOCKED;
  }

  /** Lets nothing go on before that code is there: for what an answer may need at once. */
  need(code: Lazy<unknown>): void {
    if (code.value === undefined) this.hold(code, () => {});
  }

  /** The world stands still until the code is there, then `go` is called and everything goes on from where it stopped. */
  private hold(code: Lazy<unknown>, go: (failure: SysError | undefined) => void): void {
    const release = this.world.hold();
    const done = (failure?: SysError): void => {
      release();
      go(failure);
      if (this.world.held) return;
      this.run();
      this.world.advance(0);
      if (!this.world.held) for (const settle of this.settlers.splice(0)) settle();
    };
    code.load().then(
      () => done(),
      (error: unknown) => done(new SysError('EIO', error instanceof Error ? error.message : String(error))),
    );
  }

  // Saving and restoring

  private save(): void {
    for (const id of this.unsaved) {
      const process = this.processes.get(id);
      if (!process) this.savedProcesses.delete(String(id));
      else if (!isOutside(process.machine)) this.savedProcesses.set(String(id), dataOf(process));
    }
    this.unsaved.clear();
    this.state().pipes = this.pipes.save();
  }

  private load(): void {
    for (const process of this.processes.values()) {
      if (isOutside(process.machine)) {
        // It goes on, in another time: whatever it slept for is over.
        if (process.sleeping) this.wake(process);
        continue;
      }
      this.forget(process);
      this.runnable.delete(process);
    }
    this.pipes.load(this.state().pipes);
    this.saved = [...this.savedProcesses.peek()];
  }

  private saved: ProcessState[] = [];

  /**
   * After a restore, when all machines are registered again: rebuilds the processes by replaying what they were told. Where their
   * code has to be loaded first, the world stands still meanwhile.
   */
  resumeRestored(): void {
    const resumed: Running[] = [];
    for (const data of this.saved) {
      this.unsaved.add(data.id);
      const machine = this.machines.get(data.machine);
      const program = machine?.program(data.program);
      if (!machine || !program) continue;
      const own = this.view(data, machine);
      const process: Running = {
        ...data,
        own,
        fds: copyOf(data.fds),
        log: [...data.log],
        pending: [...data.pending],
        generator: program(own),
        call: undefined,
        answer: undefined,
        sleeping: this.world.timers.at('process', String(data.id)) !== undefined,
        moment: 0,
        spent: 0,
        stepping: false,
        doomed: undefined,
        loadFailure: undefined,
        onExit: undefined,
      };
      this.add(process);
      if (!data.status) resumed.push(process);
    }
    this.saved = [];
    let left = resumed.length;
    const replayed = (): void => {
      if (--left > 0) return;
      for (const process of resumed) {
        if (this.processes.get(process.id) !== process) continue; // restored once more meanwhile
        if (process.doomed) this.end(process, process.doomed);
        else this.runnable.add(process);
      }
    };
    for (const process of resumed) {
      this.resume(process, () => process.generator.next());
      this.replay(process, 0, replayed);
    }
    // They go back to what they were waiting for: nothing new happens, so no timer is set for it.
    this.run();
  }

  /** Feeds a restored process what it was told, from an entry of its log on; `replayed` is called at the end of the log. */
  private replay(process: Running, from: number, replayed: () => void): void {
    for (let at = from; process.call && at < process.log.length; ) {
      const { call } = process;
      if (call.op === 'load') {
        const code = call.code.value;
        if (code === undefined) {
          this.hold(call.code, (failure) => {
            if (failure) process.doomed = { code: this.crashed(process, failure) };
            this.replay(process, failure ? process.log.length : at, replayed);
          });
          return;
        }
        this.resume(process, () => process.generator.next(code));
        continue;
      }
      const entry = process.log[at++] as Logged;
      this.resume(process, () =>
        'errno' in entry ? process.generator.throw(new SysError(entry.errno, entry.path, entry.signal)) : process.generator.next(entry.v),
      );
    }
    replayed();
  }
}

function copyOf(fds: Readonly<Record<number, FdTarget>>): Record<number, FdTarget> {
  const copy: Record<number, FdTarget> = { ...fds };
  for (const fd in copy) if (copy[fd]?.kind === 'file') copy[fd] = { ...copy[fd] }; // its offset moves
  return copy;
}

/** What is to be kept of a process: all but code and what it is in the middle of. */
function dataOf(process: Running): ProcessState {
  const { id, pid, machine, parent, group, tty, first, instant, startedAt, program, argv, env, cwd, umask, init } = process;
  const { caught, ignored, stopped, stopReported, status } = process;
  const changing = { caught, ignored, pending: [...process.pending], stopped, stopReported, status };
  const open = { fds: copyOf(process.fds), log: [...process.log] };
  return {
    id,
    pid,
    machine,
    parent,
    group,
    tty,
    first,
    instant,
    startedAt,
    program,
    argv,
    env,
    cwd,
    umask,
    init,
    ...open,
    ...changing,
  };
}
