/**
 * A queue between the kernel and whatever produces or consumes (watch events, log lines, exec streams).
 * Values are plain data. One reader at a time blocks on it by `receive`; a producer pushes and never blocks.
 */
export class Channel<T> {
  private readonly queue: T[] = [];
  private head = 0;
  private ended = false;
  /** Called after every push and close: the kernel wakes the blocked reader, or an adapter (HTTP) drains it. */
  onReady: (() => void) | undefined;
  /** Called once when the reader hangs up, so that the producer can stop. */
  onCancel: (() => void) | undefined;

  /** Appends a value; a value pushed after close or cancel is dropped. */
  push(value: T): void {
    if (this.ended) return;
    this.queue.push(value);
    this.onReady?.();
  }

  /** No more values will come; what is queued can still be read. */
  close(): void {
    if (this.ended) return;
    this.ended = true;
    this.onReady?.();
  }

  /** The reader is gone: drops what is queued and tells the producer. */
  cancel(): void {
    if (!this.ended) {
      this.ended = true;
      this.onCancel?.();
    }
    this.queue.length = 0;
    this.head = 0;
  }

  /** The next value; `undefined` when none is there yet; `null` at the end. */
  poll(): T | undefined | null {
    if (this.head < this.queue.length) {
      const value = this.queue[this.head++] as T;
      if (this.head > 64 && this.head * 2 > this.queue.length) {
        this.queue.splice(0, this.head);
        this.head = 0;
      }
      return value;
    }
    return this.ended ? null : undefined;
  }

  get closed(): boolean {
    return this.ended;
  }
}
