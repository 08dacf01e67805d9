/**
 * Work queues of the controllers: a dirty key is reconciled once, a little later, however often it was made dirty until then.
 * Each queue is one timer while it has keys, so a burst of changes costs one pass.
 */
import type { Timers } from './timers.ts';

/** So many passes run without a break: a page has to draw its frames meanwhile. */
const MAX_PASSES = 20;

/** A key, and the revision of the change that first made it dirty. */
type Dirty = readonly [key: string, cause: number];

interface Queue {
  readonly latencyMs: number;
  /** Least time from one pass of a key to the next. */
  readonly spacingMs: number;
  readonly handler: (key: string) => void;
  /** Key to the revision of the change that first made it dirty. */
  keys: Map<string, number>;
}

export class Queues {
  private readonly queues = new Map<string, Queue>();
  private readonly timers: Timers;
  private readonly now: () => number;
  private readonly as: (actor: string, cause: number, run: () => void) => void;

  constructor(timers: Timers, now: () => number, as: (actor: string, cause: number, run: () => void) => void) {
    this.timers = timers;
    this.now = now;
    this.as = as;
    timers.on('queue', (_payload, name) => this.run(name));
    timers.on('passes', (dirty, name) => this.pass(name, dirty as readonly Dirty[]));
    timers.on('spacing', (cause, id) => {
      const space = id.indexOf(' ');
      if (cause !== null) this.add(id.slice(0, space), id.slice(space + 1), cause as number);
    });
    timers.on('requeue', (payload, key) => this.add(payload as string, key.slice((payload as string).length + 1), 0));
  }

  /** Registers a queue; its name (one word) is the actor of what its handler writes. */
  register(name: string, latencyMs: number, handler: (key: string) => void, spacingMs = 0): void {
    this.queues.set(name, { latencyMs, spacingMs, handler, keys: new Map() });
  }

  /** Makes a key dirty because of the change with that revision. */
  add(name: string, key: string, cause: number): void {
    const queue = this.queues.get(name);
    if (!queue) throw new Error(`no queue ${name}`);
    if (queue.keys.has(key)) return;
    if (queue.spacingMs > 0 && this.isTooSoon(`${name} ${key}`, cause)) return;
    queue.keys.set(key, cause);
    if (queue.keys.size === 1) this.timers.set('queue', name, this.now() + queue.latencyMs);
  }

  /** Makes a key dirty after a delay; a later call for the same key replaces an earlier one. */
  addAfter(name: string, key: string, ms: number): void {
    this.timers.set('requeue', `${name} ${key}`, this.now() + ms, name);
  }

  private run(name: string): void {
    const queue = this.queues.get(name);
    if (!queue) return;
    const dirty = queue.keys;
    queue.keys = new Map();
    this.pass(name, [...dirty]);
  }

  /** Some passes; the others have their turn at the same moment, by a timer of their own: whoever moves time may stop between the two. */
  private pass(name: string, dirty: readonly Dirty[]): void {
    const queue = this.queues.get(name);
    if (!queue) return;
    for (const [key, cause] of dirty.slice(0, MAX_PASSES)) {
      this.as(name, cause, () => queue.handler(key));
      if (queue.spacingMs > 0) {
        const id = `${name} ${key}`;
        // What made the key dirty during this pass (often a write of its own) is not forgotten.
        this.timers.set('spacing', id, this.now() + queue.spacingMs, this.timers.get('spacing', id)?.payload ?? null);
      }
    }
    if (dirty.length > MAX_PASSES) this.timers.set('passes', name, this.now(), dirty.slice(MAX_PASSES));
  }

  /** The key had its last pass a moment ago: the timer that says so remembers that it is dirty again, and why first. */
  private isTooSoon(id: string, cause: number): boolean {
    const spacing = this.timers.get('spacing', id);
    if (spacing && spacing.payload === null) this.timers.set('spacing', id, spacing.at, cause);
    return spacing !== undefined;
  }

  snapshot(): Record<string, readonly Dirty[]> {
    const all: Record<string, readonly Dirty[]> = {};
    for (const [name, queue] of this.queues) if (queue.keys.size > 0) all[name] = [...queue.keys];
    return all;
  }

  restore(snapshot: Readonly<Record<string, readonly Dirty[]>>): void {
    for (const [name, queue] of this.queues) queue.keys = new Map(snapshot[name] ?? []);
  }
}
