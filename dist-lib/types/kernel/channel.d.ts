/**
 * A queue between the kernel and whatever produces or consumes (watch events, log lines, exec streams).
 * Values are plain data. One reader at a time blocks on it by `receive`; a producer pushes and never blocks.
 */
export declare class Channel<T> {
    private readonly queue;
    private head;
    private ended;
    /** Called after every push and close: the kernel wakes the blocked reader, or an adapter (HTTP) drains it. */
    onReady: (() => void) | undefined;
    /** Called once when the reader hangs up, so that the producer can stop. */
    onCancel: (() => void) | undefined;
    /** Appends a value; a value pushed after close or cancel is dropped. */
    push(value: T): void;
    /** No more values will come; what is queued can still be read. */
    close(): void;
    /** The reader is gone: drops what is queued and tells the producer. */
    cancel(): void;
    /** The next value; `undefined` when none is there yet; `null` at the end. */
    poll(): T | undefined | null;
    get closed(): boolean;
}
