/** Pipes between processes: text buffers with counted ends. A reader blocks on empty, a writer on full. */
import type { FdTarget } from './types.ts';

const CAPACITY = 65_536;

interface Pipe {
  buffer: string;
  readers: number;
  writers: number;
  /** Had a writer at some time: without one yet, a reader waits instead of seeing the end. */
  opened: boolean;
  /** Process ids that blocked on it. */
  readonly waiting: Set<number>;
  /** Drained by code instead of by readers. */
  readonly onData: ((text: string | null) => void) | undefined;
}

export interface SavedPipe {
  readonly id: number;
  readonly buffer: string;
  readonly readers: number;
  readonly writers: number;
}

/** A pipe whose other end is code: `push` and `end` feed its readers. */
export interface HostPipe {
  readonly read: FdTarget;
  readonly write: FdTarget;
  push(text: string): void;
  end(): void;
}

export class Pipes {
  private readonly pipes = new Map<number, Pipe>();
  private readonly wake: (process: number) => void;
  private next = 1;
  private nextOutside = -1;

  constructor(wake: (process: number) => void) {
    this.wake = wake;
  }

  /** `outside`: of processes that are in no snapshot; what is drained by code is that too. Its number is negative. */
  create(onData?: (text: string | null) => void, outside = onData !== undefined): number {
    const id = outside ? this.nextOutside-- : this.next++;
    this.pipes.set(id, { buffer: '', readers: 0, writers: 0, opened: false, waiting: new Set(), onData });
    return id;
  }

  /** `onData` (null at the end) drains its writers; without it, it is for feeding readers. */
  host(onData?: (text: string | null) => void): HostPipe {
    const id = this.create(onData);
    if (!onData) this.retain(id, 'write');
    return {
      read: { kind: 'pipe', pipe: id, end: 'read' },
      write: { kind: 'pipe', pipe: id, end: 'write' },
      push: (text) => this.push(id, text),
      end: () => this.release(id, 'write'),
    };
  }

  retain(id: number, end: 'read' | 'write'): void {
    const pipe = this.pipes.get(id);
    if (!pipe) return;
    if (end === 'read') {
      pipe.readers++;
    } else {
      pipe.writers++;
      pipe.opened = true;
    }
  }

  release(id: number, end: 'read' | 'write'): void {
    const pipe = this.pipes.get(id);
    if (!pipe) return;
    if (end === 'read') pipe.readers--;
    else if (--pipe.writers === 0) pipe.onData?.(null);
    this.wakeAll(pipe);
    if (pipe.readers <= 0 && pipe.writers <= 0) this.pipes.delete(id);
  }

  /** Text, null at the end, undefined when the caller must wait (it is woken). */
  read(id: number, process: number, line: boolean, max: number | undefined): string | null | undefined {
    const pipe = this.pipes.get(id);
    if (!pipe) return null;
    const newline = line ? pipe.buffer.indexOf('\n') + 1 : 0;
    const incomplete = line && newline === 0 && pipe.writers > 0 && (max === undefined || pipe.buffer.length < max);
    if (pipe.buffer === '' || incomplete) {
      if (pipe.writers === 0 && pipe.opened) return null;
      pipe.waiting.add(process);
      return undefined;
    }
    const length = Math.min(newline > 0 ? newline : pipe.buffer.length, max ?? Number.POSITIVE_INFINITY);
    const text = pipe.buffer.slice(0, length);
    pipe.buffer = pipe.buffer.slice(length);
    this.wakeAll(pipe);
    return text;
  }

  write(id: number, process: number, text: string): 'done' | 'full' | 'broken' {
    const pipe = this.pipes.get(id);
    if (!pipe) return 'broken';
    if (pipe.onData) {
      pipe.onData(text);
      return 'done';
    }
    if (pipe.readers === 0) return 'broken';
    if (pipe.buffer.length >= CAPACITY) {
      pipe.waiting.add(process);
      return 'full';
    }
    pipe.buffer += text;
    this.wakeAll(pipe);
    return 'done';
  }

  /** Feeds readers, without a limit. */
  private push(id: number, text: string): void {
    const pipe = this.pipes.get(id);
    if (!pipe) return;
    pipe.buffer += text;
    this.wakeAll(pipe);
  }

  save(): SavedPipe[] {
    return [...this.pipes]
      .filter(([id]) => id > 0)
      .map(([id, pipe]) => ({ id, buffer: pipe.buffer, readers: pipe.readers, writers: pipe.writers }));
  }

  load(saved: readonly SavedPipe[]): void {
    for (const id of this.pipes.keys()) if (id > 0) this.pipes.delete(id);
    for (const { id, ...pipe } of saved) {
      this.pipes.set(id, { ...pipe, opened: true, waiting: new Set(), onData: undefined });
      this.next = Math.max(this.next, id + 1);
    }
  }

  private wakeAll(pipe: Pipe): void {
    const waiting = [...pipe.waiting];
    pipe.waiting.clear();
    for (const process of waiting) this.wake(process);
  }
}
