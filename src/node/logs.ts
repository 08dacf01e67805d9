/** What containers wrote: kept per container and restart, with times, as the runtime's log files are. */
import { Channel } from '../kernel/channel.ts';
import type { Entries } from '../world/entries.ts';
import type { World } from '../world/world.ts';

/** A piece of text written at once: whole lines, as a rule. */
interface Chunk {
  /** Virtual ms. */
  readonly t: number;
  readonly s: 'stdout' | 'stderr';
  readonly x: string;
}

interface Log {
  chunks: Chunk[];
  /** Characters in all chunks. */
  size: number;
}

/** A container's log is cut at its old end beyond this size (the kubelet's containerLogMaxSize is 10 MiB; memory is dearer here). */
const MAX_SIZE = 1_000_000;

/** What `kubectl logs` asks for. */
export interface LogOptions {
  readonly tailLines?: number;
  readonly sinceMs?: number;
  readonly limitBytes?: number;
  readonly timestamps?: boolean;
}

export class Logs {
  private readonly world: World;
  /** Live readers by log; not part of the world's state. */
  private readonly followers = new Map<string, Set<(text: string | null, time: number) => void>>();

  constructor(world: World) {
    this.world = world;
  }

  private all(): Entries<Log> {
    return this.world.entries('logs');
  }

  append(id: string, stream: 'stdout' | 'stderr', text: string): void {
    if (text === '') return;
    const log = this.all().of(id, () => ({ chunks: [], size: 0 }));
    const last = log.chunks.at(-1);
    if (last && last.s === stream && !last.x.endsWith('\n')) log.chunks[log.chunks.length - 1] = { ...last, x: last.x + text };
    else log.chunks.push({ t: this.world.now, s: stream, x: text });
    log.size += text.length;
    while (log.size > MAX_SIZE && log.chunks.length > 1) log.size -= (log.chunks.shift() as Chunk).x.length;
    for (const follower of this.followers.get(id) ?? []) follower(text, this.world.now);
  }

  has(id: string): boolean {
    return this.all().has(id);
  }

  /** The container ended: followers are told. */
  end(id: string): void {
    for (const follower of this.followers.get(id) ?? []) follower(null, this.world.now);
    this.followers.delete(id);
  }

  remove(id: string): void {
    this.end(id);
    this.all().delete(id);
  }

  /** The log's text as asked for. */
  read(id: string, options: LogOptions = {}): string {
    const since = options.sinceMs ?? Number.NEGATIVE_INFINITY;
    let lines: string[] = [];
    for (const { t, x } of this.all().get(id)?.chunks ?? []) {
      if (t < since) continue;
      for (const line of linesOf(x)) lines.push(options.timestamps ? `${timestamp(t)} ${line}` : line);
    }
    if (options.tailLines !== undefined) lines = options.tailLines === 0 ? [] : lines.slice(-options.tailLines);
    const text = lines.join('');
    return options.limitBytes === undefined ? text : text.slice(0, options.limitBytes);
  }

  /** The log as the runtime's file has it: each line with its time, its stream, and whether it is a whole one (F) or a part (P). */
  lines(id: string): string {
    const chunks = this.all().get(id)?.chunks ?? [];
    return chunks
      .flatMap(({ t, s, x }) => linesOf(x).map((line) => `${timestamp(t)} ${s} ${line.endsWith('\n') ? `F ${line}` : `P ${line}\n`}`))
      .join('');
  }

  /** When it was last written to, virtual ms; undefined: never. */
  writtenAt(id: string): number | undefined {
    return this.all().get(id)?.chunks.at(-1)?.t;
  }

  /** What `read` gives now, then what is written until the container ends or the reader hangs up. */
  follow(id: string, options: LogOptions = {}): Channel<string> {
    const channel = new Channel<string>();
    const first = this.read(id, options);
    if (first !== '') channel.push(first);
    let left = options.limitBytes === undefined ? Number.POSITIVE_INFINITY : options.limitBytes - first.length;
    const followers = this.followers.get(id) ?? new Set();
    this.followers.set(id, followers);
    const follower = (text: string | null, time: number): void => {
      if (text === null) return channel.close();
      const shown = options.timestamps
        ? linesOf(text)
            .map((line) => `${timestamp(time)} ${line}`)
            .join('')
        : text;
      channel.push(shown.slice(0, left));
      left -= shown.length;
      if (left > 0) return;
      followers.delete(follower);
      channel.close();
    };
    followers.add(follower);
    channel.onCancel = () => followers.delete(follower);
    return channel;
  }
}

/** Lines with their newlines. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** RFC 3339 with nanoseconds, as the runtime writes it. */
function timestamp(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, -1)}000000Z`;
}
