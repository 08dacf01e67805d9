/** Pending timers as data, each known by kind and key; setting it again moves it. Code for a kind is registered once. */
export interface Timer {
  /** Virtual time, ms since the epoch. */
  readonly at: number;
  /** Order among timers of one moment: first set, first run. */
  readonly sequence: number;
  readonly kind: string;
  readonly key: string;
  readonly payload: unknown;
}

export type TimerHandler = (payload: unknown, key: string) => void;

/** A timer in the heap. Cancelled and moved ones stay there, stale, until they come up. */
interface Entry {
  /** Never changed: snapshots share it. */
  readonly timer: Timer;
  stale: boolean;
}

export class Timers {
  private readonly heap: Entry[] = [];
  /** By kind, then by key. */
  private readonly current = new Map<string, Map<string, Entry>>();
  private readonly handlers = new Map<string, TimerHandler>();
  private sequence = 0;
  /** Called when something is set that is due before all else: for whoever sleeps until then. */
  onSooner: (() => void) | undefined;

  /** Registers the code of a kind of timer. */
  on(kind: string, handler: TimerHandler): void {
    this.handlers.set(kind, handler);
  }

  set(kind: string, key: string, at: number, payload: unknown = null): void {
    this.add({ at, sequence: this.sequence++, kind, key, payload });
  }

  cancel(kind: string, key: string): void {
    const ofKind = this.current.get(kind);
    const entry = ofKind?.get(key);
    if (!entry) return;
    entry.stale = true;
    ofKind?.delete(key);
  }

  /** That timer, if it is set. */
  get(kind: string, key: string): Timer | undefined {
    return this.current.get(kind)?.get(key)?.timer;
  }

  /** When that timer is due, or undefined when it is not set. */
  at(kind: string, key: string): number | undefined {
    return this.current.get(kind)?.get(key)?.timer.at;
  }

  /** When the next timer is due. */
  nextAt(): number | undefined {
    while (this.heap[0]?.stale) this.pop();
    return this.heap[0]?.timer.at;
  }

  /** Runs the next timer's handler; a timer of an unknown kind is a programming error. */
  runNext(): void {
    if (this.nextAt() === undefined) return;
    const { timer } = this.pop() as Entry;
    this.current.get(timer.kind)?.delete(timer.key);
    const handler = this.handlers.get(timer.kind);
    if (!handler) throw new Error(`no handler for timers of kind ${timer.kind}`);
    handler(timer.payload, timer.key);
  }

  snapshot(): { readonly sequence: number; readonly timers: readonly Timer[] } {
    const timers: Timer[] = [];
    for (const ofKind of this.current.values()) for (const { timer } of ofKind.values()) timers.push(timer);
    return { sequence: this.sequence, timers: timers.sort(before) };
  }

  restore(snapshot: { readonly sequence: number; readonly timers: readonly Timer[] }): void {
    this.heap.length = 0;
    this.current.clear();
    this.sequence = snapshot.sequence;
    for (const timer of snapshot.timers) this.add(timer);
  }

  private add(timer: Timer): void {
    const { kind, key } = timer;
    const entry: Entry = { timer, stale: false };
    let ofKind = this.current.get(kind);
    if (!ofKind) this.current.set(kind, (ofKind = new Map()));
    const replaced = ofKind.get(key);
    if (replaced) replaced.stale = true;
    ofKind.set(key, entry);
    this.push(entry);
    if (this.heap[0] === entry) this.onSooner?.();
  }

  private push(entry: Entry): void {
    const heap = this.heap;
    let i = heap.push(entry) - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (before((heap[parent] as Entry).timer, entry.timer) <= 0) break;
      heap[i] = heap[parent] as Entry;
      i = parent;
    }
    heap[i] = entry;
  }

  private pop(): Entry | undefined {
    const heap = this.heap;
    const top = heap[0];
    const last = heap.pop();
    if (!last || heap.length === 0) return top;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && before((heap[child + 1] as Entry).timer, (heap[child] as Entry).timer) < 0) child++;
      if (before(last.timer, (heap[child] as Entry).timer) <= 0) break;
      heap[i] = heap[child] as Entry;
      i = child;
    }
    heap[i] = last;
    return top;
  }
}

function before(a: Timer, b: Timer): number {
  return a.at - b.at || a.sequence - b.sequence;
}
