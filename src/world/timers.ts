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

export class Timers {
  private readonly heap: Timer[] = [];
  private readonly current = new Map<string, Timer>();
  private readonly handlers = new Map<string, TimerHandler>();
  private sequence = 0;

  /** Registers the code of a kind of timer. */
  on(kind: string, handler: TimerHandler): void {
    this.handlers.set(kind, handler);
  }

  set(kind: string, key: string, at: number, payload: unknown = null): void {
    const timer: Timer = { at, sequence: this.sequence++, kind, key, payload };
    this.current.set(`${kind} ${key}`, timer);
    this.push(timer);
  }

  cancel(kind: string, key: string): void {
    this.current.delete(`${kind} ${key}`);
  }

  /** When that timer is due, or undefined when it is not set. */
  at(kind: string, key: string): number | undefined {
    return this.current.get(`${kind} ${key}`)?.at;
  }

  /** When the next timer is due. */
  nextAt(): number | undefined {
    this.dropStale();
    return this.heap[0]?.at;
  }

  /** Runs the next timer's handler; a timer of an unknown kind is a programming error. */
  runNext(): void {
    this.dropStale();
    const timer = this.pop();
    if (!timer) return;
    this.current.delete(`${timer.kind} ${timer.key}`);
    const handler = this.handlers.get(timer.kind);
    if (!handler) throw new Error(`no handler for timers of kind ${timer.kind}`);
    handler(timer.payload, timer.key);
  }

  snapshot(): { readonly sequence: number; readonly timers: readonly Timer[] } {
    return { sequence: this.sequence, timers: [...this.current.values()].sort(before) };
  }

  restore(snapshot: { readonly sequence: number; readonly timers: readonly Timer[] }): void {
    this.heap.length = 0;
    this.current.clear();
    this.sequence = snapshot.sequence;
    for (const timer of snapshot.timers) {
      this.current.set(`${timer.kind} ${timer.key}`, timer);
      this.push(timer);
    }
  }

  /** Cancelled and moved timers stay in the heap until they come up. */
  private dropStale(): void {
    for (let top = this.heap[0]; top && this.current.get(`${top.kind} ${top.key}`) !== top; top = this.heap[0]) this.pop();
  }

  private push(timer: Timer): void {
    const heap = this.heap;
    let i = heap.push(timer) - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (before(heap[parent] as Timer, timer) <= 0) break;
      heap[i] = heap[parent] as Timer;
      i = parent;
    }
    heap[i] = timer;
  }

  private pop(): Timer | undefined {
    const heap = this.heap;
    const top = heap[0];
    const last = heap.pop();
    if (!last || heap.length === 0) return top;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && before(heap[child + 1] as Timer, heap[child] as Timer) < 0) child++;
      if (before(last, heap[child] as Timer) <= 0) break;
      heap[i] = heap[child] as Timer;
      i = child;
    }
    heap[i] = last;
    return top;
  }
}

function before(a: Timer, b: Timer): number {
  return a.at - b.at || a.sequence - b.sequence;
}
