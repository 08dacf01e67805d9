/**
 * Runs programs as processes: schedules them, gives them descriptors, pipes, signals and terminals, and keeps those inside
 * containers restorable. Time is the world's: a process that computes without end costs virtual time, so nothing can hang.
 *
 * Restoring: a process's only inputs are the results of its system calls. They are logged for processes of durable machines, and
 * a restored process is its program started again and fed the same results up to where it was.
 */
import type { World } from '../world/world.ts';
import { Channel } from './channel.ts';
import { Descriptors } from './descriptors.ts';
import { SysError } from './error.ts';
import type { Lazy } from './lazy.ts';
import type { HostPipe } from './pipes.ts';
import {
  BLOCKED,
  isOutside,
  type Logged,
  newState,
  type ProcessState,
  ProcessView,
  type Running,
  running,
  type StartedWith,
  stateOf,
} from './process.ts';
import { HARMLESS, STOPPING, signalNumber } from './signals.ts';
import { kernelState, ProcessTable } from './table.ts';
import { Tty } from './tty.ts';
import type { ExitStatus, FdTarget, Machine, Process, ProcessInfo, Program, Signal, SpawnOptions, Syscall } from './types.ts';

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

/** What a process may do in one virtual millisecond: system calls; a yield counts as twenty. */
const BUDGET_PER_MS = 1000;
const YIELD_COST = 20;

export class Kernel {
  private readonly world: World;
  private readonly table: ProcessTable;
  private readonly descriptors: Descriptors;
  private readonly devices = new Map<string, { readonly handler: Device; readonly code: DeviceCode | undefined }>();
  private readonly runnable = new Set<Running>();
  private readonly settlers: (() => void)[] = [];
  /** Processes to be started again after a restore. */
  private saved: ProcessState[] = [];
  private busy: ((machine: string) => void) | undefined;
  /** Told of exceptions that are no SysErrors: bugs in programs. The program ends with code 70. */
  onCrash: ((error: unknown, process: Process) => void) | undefined;

  constructor(world: World) {
    this.world = world;
    this.table = new ProcessTable(world);
    this.descriptors = new Descriptors(world, this.table, {
      wake: (id) => this.wakeById(id),
      send: (process, signal) => this.send(process, signal),
      end: (process, status) => this.end(process, status),
    });
    world.timers.on('kernel', () => this.run());
    world.timers.on('process', (_payload, key) => this.wakeById(Number(key)));
    world.onSnapshot(
      () => this.save(),
      () => this.load(),
    );
  }

  /** Adds a machine (or replaces the one of that id: after a restore its owner registers it again). */
  register(machine: Machine): void {
    this.table.register(machine);
  }

  /** Removes a machine; what runs there is killed. */
  unregister(id: string): void {
    for (const process of this.table.on(id)) this.end(process, { code: 137, signal: 'SIGKILL' });
    this.table.unregister(id);
  }

  machine(id: string): Machine | undefined {
    return this.table.machine(id);
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
    this.descriptors.sinks.set(name, handler);
  }

  /** A new terminal device. `outside`: it belongs to no container. */
  openTty(columns = 80, rows = 24, outside = false): Tty {
    const tty = new Tty(this.table.newId(outside), columns, rows, () => this.world.now);
    tty.onReadable = () => this.wakeReaders(tty);
    tty.onSignal = (signal) => {
      for (const process of this.table.all()) if (process.tty === tty.id && process.group === tty.foreground) this.send(process, signal);
    };
    this.descriptors.ttys.set(tty.id, tty);
    return tty;
  }

  /** Closes a terminal: its programs get SIGHUP. */
  closeTty(tty: Tty): void {
    tty.hangUp();
    for (const process of [...this.table.all()]) if (process.tty === tty.id) this.send(process, 'SIGHUP');
    this.descriptors.ttys.delete(tty.id);
  }

  /** A pipe whose other end is code: `push`/`end` feed its readers, `onData` (null at the end) drains its writers. */
  hostPipe(onData?: (text: string | null) => void): HostPipe {
    return this.descriptors.pipes.host(onData);
  }

  /** Told what programs read from terminals; null: the end of the input. */
  onTyped(listener: (tty: Tty, text: string | null) => void): void {
    this.descriptors.onTyped = listener;
  }

  /** Starts a program on a machine with no parent. Returns its pid there. Throws SysError ENOENT when the machine has no such program. */
  spawnOn(machineId: string, options: SpawnOnOptions): number {
    const machine = this.table.machine(machineId);
    if (!machine) throw new SysError('ENODEV', machineId);
    const nothing: FdTarget = { kind: 'null' };
    const [stdin, stdout, stderr] = options.stdio ?? [nothing, nothing, nothing];
    const process = this.create(machine, options.program, {
      argv: options.argv,
      env: options.env ?? {},
      cwd: options.cwd ?? '/',
      umask: undefined,
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
    const targets = this.table
      .among(machineId)
      .filter((process) => (target < 0 ? process.group === -target : this.table.pidOn(machineId, process) === target) && !process.status);
    for (const process of targets) this.send(process, signal);
    return targets.length > 0;
  }

  /** The environment that a process was started with; undefined when there is no such process. */
  environment(machineId: string, pid: number): Readonly<Record<string, string>> | undefined {
    return this.table.on(machineId).find((process) => process.pid === pid)?.env;
  }

  /** The processes of a machine. */
  list(machineId: string): ProcessInfo[] {
    return this.table.list(machineId);
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

  private create(machine: Machine, code: string | Program, start: Omit<StartedWith, 'machine' | 'program'>): Running {
    const name = typeof code === 'string' ? code : (start.argv[0] ?? '');
    const program = typeof code === 'string' ? machine.program(code) : code;
    if (!program) throw new SysError('ENOENT', name);
    const id = this.table.newId(isOutside(machine.id));
    const pid = this.table.newPid(machine, start.parent, id);
    for (const target of Object.values(start.fds)) this.descriptors.retain(target);
    const process = this.begin(newState(id, pid, this.world.now, machine.id, name, start), machine, program);
    this.wake(process);
    return process;
  }

  /** The process of a state, its program at the start. */
  private begin(state: ProcessState, machine: Machine, program: Program): Running {
    const own = new ProcessView(state, this.table.get(state.parent)?.pid ?? 0, machine);
    const sleeping = this.world.timers.at('process', String(state.id)) !== undefined;
    const process = running(state, own, program(own), sleeping);
    this.table.add(process);
    return process;
  }

  private end(process: Running, status: ExitStatus): void {
    if (process.status) return;
    this.table.touch(process);
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
    this.descriptors.closeAll(process);
    for (const child of this.table.children(process)) {
      child.parent = 0;
      this.table.touch(child);
      if (child.status) this.table.remove(child);
    }
    if (process.first)
      for (const other of this.table.on(process.machine)) if (other !== process) this.end(other, { code: 137, signal: 'SIGKILL' });
    const parent = this.table.get(process.parent);
    if (parent) {
      this.send(parent, 'SIGCHLD');
      this.wake(parent);
    } else {
      this.table.remove(process);
      process.onExit?.(status);
    }
    this.table.machine(process.machine)?.onExit?.(process.pid, status, process.first);
  }

  private send(process: Running, signal: Signal): void {
    if (process.status) return;
    this.table.touch(process);
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
    if (process.first && !this.table.machine(process.machine)?.pids && signal !== 'SIGSTOP') return;
    if (STOPPING.includes(signal)) {
      process.stopped = true;
      process.stopReported = false;
      const parent = this.table.get(process.parent);
      if (parent) this.wake(parent);
      return;
    }
    this.end(process, { code: 128 + signalNumber(signal), signal });
  }

  // Scheduling

  private wakeById(id: number): void {
    const process = this.table.get(id);
    if (process) this.wake(process);
  }

  private wakeReaders(tty: Tty): void {
    for (const process of this.table.all()) if (process.tty === tty.id && process.call?.op === 'read') this.wake(process);
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
    this.table.touch(process);
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
    const machine = this.table.machine(process.machine);
    const text =
      error instanceof SysError
        ? `${error.path === undefined ? '' : `${error.path}: `}${error.message}`
        : `internal error: ${error instanceof Error ? error.message : String(error)}`;
    const stderr = process.fds[2];
    if (stderr) this.descriptors.write(process, stderr, `${process.argv[0] ?? process.program}: ${text}\n`);
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
    const { descriptors } = this;
    const machine = this.table.machine(process.machine);
    if (!machine) throw new SysError('ENODEV', process.machine);
    switch (call.op) {
      case 'read':
        return this.within(process, call.ms, descriptors.read(process, descriptors.target(process, call.fd), call.line, call.max));
      case 'write':
        return descriptors.write(process, descriptors.target(process, call.fd), call.text);
      case 'open':
        return descriptors.open(process, machine, call.path, call.mode);
      case 'close':
        return descriptors.close(process, call.fd);
      case 'dup':
        return descriptors.dup(process, call.fd, call.to);
      case 'pipe':
        return descriptors.pipe(process);
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
        return this.spawn(process, this.table.machine(call.options.machine ?? machine.id) ?? machine, call.options);
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

  /** The outcome of a call that may block for `ms` at most. */
  private within(process: Running, ms: number | undefined, outcome: unknown): unknown {
    if (ms === undefined) return outcome;
    const key = String(process.id);
    if (outcome === BLOCKED) {
      if (process.sleeping && this.world.timers.at('process', key) === undefined) throw new SysError('EAGAIN');
      if (!process.sleeping) this.world.timers.set('process', key, this.world.now + wholeMs(ms));
      process.sleeping = true;
      return BLOCKED;
    }
    if (process.sleeping) this.world.timers.cancel('process', key);
    process.sleeping = false;
    return outcome;
  }

  private sleep(process: Running, ms: number): unknown {
    const key = String(process.id);
    const timers = this.world.timers;
    if (!process.sleeping) {
      process.sleeping = true;
      if (Number.isFinite(ms)) timers.set('process', key, this.world.now + wholeMs(ms));
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
    const child = this.create(machine, options.program, {
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
    for (const child of this.table.children(process)) {
      if (call.pid !== undefined && child.pid !== call.pid) continue;
      any = true;
      if (child.status) {
        this.table.remove(child);
        return { pid: child.pid, ...child.status };
      }
      if (call.untraced && child.stopped && !child.stopReported) {
        child.stopReported = true;
        this.table.touch(child);
        return { pid: child.pid, code: 148, signal: 'SIGTSTP', stopped: true };
      }
    }
    if (!any) throw new SysError('ECHILD');
    return call.hang ? BLOCKED : null;
  }

  private tty(process: Running, request: Extract<Syscall, { op: 'tty' }>['request']): unknown {
    const tty = this.descriptors.ttys.get(process.tty);
    if (!tty) throw new SysError('ENODEV');
    if ('set' in request) tty.raw = request.set === 'raw';
    else if ('foreground' in request) tty.foreground = request.foreground;
    return { columns: tty.columns, rows: tty.rows, inLine: tty.inLine, written: tty.written, spoken: tty.spoken };
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
      for (const next of [process, ...others]) if (this.table.get(next.id) === next) this.runnable.add(next);
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
    this.table.save();
    kernelState(this.world).pipes = this.descriptors.pipes.save();
  }

  private load(): void {
    this.saved = this.table.load();
    for (const process of this.runnable) if (!isOutside(process.machine)) this.runnable.delete(process);
    // What is outside goes on, in another time: whatever it slept for is over.
    for (const process of this.table.all()) if (process.sleeping) this.wake(process);
    this.descriptors.pipes.load(kernelState(this.world).pipes);
  }

  /**
   * After a restore, when all machines are registered again: rebuilds the processes by replaying what they were told. Where their
   * code has to be loaded first, the world stands still meanwhile.
   */
  resumeRestored(): void {
    const resumed: Running[] = [];
    for (const state of this.saved) {
      const machine = this.table.machine(state.machine);
      const program = machine?.program(state.program);
      if (!machine || !program) continue;
      const process = this.begin(stateOf(state), machine, program);
      if (!process.status) resumed.push(process);
    }
    this.saved = [];
    let left = resumed.length;
    const replayed = (): void => {
      if (--left > 0) return;
      for (const process of resumed) {
        if (this.table.get(process.id) !== process) continue; // restored once more meanwhile
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

/** A program may ask for any length of time; the world's clock knows whole milliseconds, and nobody sleeps too short. */
function wholeMs(ms: number): number {
  return Math.max(0, Math.ceil(ms - FLOAT_ERROR_MS));
}

/** What 1.1 * 1000 is off by, and more. */
const FLOAT_ERROR_MS = 1e-6;
