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
export declare class Timers {
    private readonly heap;
    /** By kind, then by key. */
    private readonly current;
    private readonly handlers;
    private sequence;
    /** Registers the code of a kind of timer. */
    on(kind: string, handler: TimerHandler): void;
    set(kind: string, key: string, at: number, payload?: unknown): void;
    cancel(kind: string, key: string): void;
    /** That timer, if it is set. */
    get(kind: string, key: string): Timer | undefined;
    /** When that timer is due, or undefined when it is not set. */
    at(kind: string, key: string): number | undefined;
    /** When the next timer is due. */
    nextAt(): number | undefined;
    /** Runs the next timer's handler; a timer of an unknown kind is a programming error. */
    runNext(): void;
    snapshot(): {
        readonly sequence: number;
        readonly timers: readonly Timer[];
    };
    restore(snapshot: {
        readonly sequence: number;
        readonly timers: readonly Timer[];
    }): void;
    private add;
    private push;
    private pop;
}
