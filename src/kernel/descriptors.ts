/** What processes read from and write to: their descriptors, and the pipes, terminals, files and devices that these are connected to. */
import type { World } from '../world/world.ts';
import { textOf } from './bytes.ts';
import { SysError } from './error.ts';
import { Pipes } from './pipes.ts';
import { BLOCKED, isOutside, type Running } from './process.ts';
import type { ProcessTable } from './table.ts';
import type { Tty } from './tty.ts';
import type { ExitStatus, FdTarget, Machine, Signal } from './types.ts';

/** Names of a process's own descriptors. */
const STANDARD: Readonly<Record<string, string>> = { '/dev/stdin': '/dev/fd/0', '/dev/stdout': '/dev/fd/1', '/dev/stderr': '/dev/fd/2' };

/** Files of every machine that are no files. */
const DEVICES: Readonly<Record<string, FdTarget>> = {
  '/dev/null': { kind: 'null' },
  '/dev/zero': { kind: 'endless', of: 'zero' },
  '/dev/random': { kind: 'endless', of: 'random' },
  '/dev/urandom': { kind: 'endless', of: 'random' },
};

/** Bytes that one read of an endless device gives. */
const BLOCK = 4096;

/** What the kernel does to processes because of what they read or write. */
interface Effects {
  wake(id: number): void;
  send(process: Running, signal: Signal): void;
  end(process: Running, status: ExitStatus): void;
}

export class Descriptors {
  readonly pipes: Pipes;
  readonly ttys = new Map<number, Tty>();
  /** What gets the text written to descriptors of kind `sink`, by name. */
  readonly sinks = new Map<string, (id: string, text: string) => void>();
  /** Told what a program reads from a terminal; null: the end of its input. */
  onTyped: ((tty: Tty, text: string | null) => void) | undefined;
  private readonly world: World;
  private readonly table: ProcessTable;
  private readonly effects: Effects;

  constructor(world: World, table: ProcessTable, effects: Effects) {
    this.world = world;
    this.table = table;
    this.effects = effects;
    this.pipes = new Pipes(effects.wake);
  }

  /** What a descriptor is connected to. Throws EBADF. */
  target(process: Running, fd: number): FdTarget {
    const target = process.fds[fd];
    if (!target) throw new SysError('EBADF');
    return target;
  }

  /** Connects the lowest free descriptor from `from` on. */
  assign(process: Running, target: FdTarget, from = 3): number {
    let fd = from;
    while (process.fds[fd]) fd++;
    process.fds[fd] = target;
    this.retain(target);
    return fd;
  }

  retain(target: FdTarget): void {
    if (target.kind === 'pipe') this.pipes.retain(target.pipe, target.end);
  }

  private release(target: FdTarget): void {
    if (target.kind === 'pipe') this.pipes.release(target.pipe, target.end);
  }

  close(process: Running, fd: number): void {
    this.release(this.target(process, fd));
    delete process.fds[fd];
  }

  closeAll(process: Running): void {
    for (const target of Object.values(process.fds)) this.release(target);
    process.fds = {};
  }

  /** As dup2; without `to`, the lowest free descriptor from 10 on. */
  dup(process: Running, fd: number, to: number | undefined): number {
    const target = this.target(process, fd);
    if (to === undefined) return this.assign(process, target, 10);
    if (to === fd) return to;
    this.retain(target);
    const before = process.fds[to];
    if (before) this.release(before);
    process.fds[to] = target;
    return to;
  }

  /** Descriptors of a new pipe: its read end, its write end. */
  pipe(process: Running): [number, number] {
    const pipe = this.pipes.create(undefined, isOutside(process.machine));
    return [this.assign(process, { kind: 'pipe', pipe, end: 'read' }), this.assign(process, { kind: 'pipe', pipe, end: 'write' })];
  }

  /** A descriptor of the file, device, or other process's descriptor or file, of that path. */
  open(process: Running, machine: Machine, path: string, mode: 'r' | 'w' | 'a' | 'rw'): number {
    const named = machine.files.resolve(process.own.cwd, path);
    // A link may lead to a device (nginx' access.log is one to /dev/stdout).
    const absolute = machine.files.realPath(named) ?? named;
    const device = DEVICES[absolute];
    if (device) return this.assign(process, device);
    if (absolute === '/dev/tty') {
      if (!process.tty) throw new SysError('ENODEV', path);
      return this.assign(process, { kind: 'tty', tty: process.tty });
    }
    const rooted = mode === 'r' ? /^\/proc\/(\d+)\/root(\/.*)$/.exec(absolute) : null;
    const other = rooted && this.table.among(machine.id).find((one) => this.table.pidOn(machine.id, one) === Number(rooted[1]));
    if (rooted && other) {
      const text = (this.table.machine(other.machine) as Machine).files.read(rooted[2] as string);
      const { read, push, end } = this.pipes.host();
      const fd = this.assign(process, read);
      push(text);
      end();
      return fd;
    }
    const descriptor = /^(?:\/proc\/(self|\d+)\/fd\/|\/dev\/fd\/)(\d+)$/.exec(STANDARD[absolute] ?? absolute);
    if (descriptor) {
      const pid = descriptor[1] ?? 'self';
      const owner = pid === 'self' ? process : this.table.on(machine.id).find((one) => one.pid === Number(pid));
      const target = owner?.fds[Number(descriptor[2])];
      if (!target) throw new SysError('ENOENT', path);
      // Opened anew, a file is read from its beginning.
      return this.assign(process, target.kind === 'file' && mode === 'r' ? { ...target, offset: 0 } : target);
    }
    if (machine.files.isDirectory(absolute)) throw new SysError('EISDIR', path);
    machine.files.umask = process.own.umask ?? 0o022;
    if (mode === 'r') machine.files.read(absolute);
    else if (mode === 'w' || !machine.files.exists(absolute)) machine.files.write(absolute, '');
    return this.assign(process, { kind: 'file', path: absolute, offset: 0, append: mode === 'a', mode: mode === 'a' ? 'w' : mode });
  }

  /** Text, null at the end, or BLOCKED. `line`: up to the end of a line; `max`: characters. */
  read(process: Running, target: FdTarget, line: boolean, max: number | undefined): string | null | typeof BLOCKED {
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
        const files = this.table.machine(process.machine)?.files;
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
          this.effects.send(process, 'SIGSTOP');
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

  /** Nothing when it is written, or BLOCKED. A pipe that nobody reads ends the process, or fails with EPIPE where it takes SIGPIPE. */
  write(process: Running, target: FdTarget, text: string): undefined | typeof BLOCKED {
    switch (target.kind) {
      case 'null':
      case 'endless':
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
          this.effects.end(process, { code: 141, signal: 'SIGPIPE' });
          return BLOCKED;
        }
        return undefined;
      }
      case 'file': {
        const files = this.table.machine(process.machine)?.files;
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
}
