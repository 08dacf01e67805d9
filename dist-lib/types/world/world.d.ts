/**
 * The world: all state of a simulation, and the only place that remembers anything.
 * Code (timer handlers, queues, listeners) is registered on it; state is plain data, so that a snapshot restores to the same future.
 */
import { Clock } from './clock.ts';
import { Queues } from './queues.ts';
import { Random } from './random.ts';
import { Store, type StoreSnapshot } from './store.ts';
import { type Timer, Timers } from './timers.ts';
export interface WorldOptions {
    /** Same seed and same inputs: same history. */
    readonly seed?: number;
    /** Virtual time at the start, ms since the epoch. */
    readonly startTime?: number;
}
/** A world as plain JSON data. */
export interface WorldSnapshot {
    readonly version: 1;
    readonly clock: {
        readonly now: number;
        readonly paused: boolean;
        readonly speed: number;
    };
    readonly random: readonly number[];
    readonly store: StoreSnapshot;
    readonly timers: {
        readonly sequence: number;
        readonly timers: readonly Timer[];
    };
    readonly queues: Readonly<Record<string, readonly (readonly [string, number])[]>>;
    readonly slots: Readonly<Record<string, unknown>>;
}
export declare class World {
    readonly clock: Clock;
    readonly random: Random;
    readonly store: Store;
    readonly timers: Timers;
    readonly queues: Queues;
    private slots;
    /** How each slot begins. */
    private readonly inits;
    private readonly beforeSnapshot;
    private readonly afterRestore;
    /** Who is writing now, for the journal. */
    private acting;
    private holds;
    constructor(options?: WorldOptions);
    /** Virtual time, ms since the epoch. */
    get now(): number;
    /** Runs with an actor (and the revision that made it act) recorded on every write. */
    as<T>(actor: string, cause: number, run: () => T): T;
    get actor(): string;
    /**
     * A named piece of state, made on first use: a plain JSON object that its owner changes in place.
     * Ask for it each time (do not keep the reference across a restore).
     */
    slot<T extends object>(name: string, init: () => T): T;
    /**
     * Stops the world in the middle of what it is doing: until the function returned is called, no timer runs and no way to move time
     * does anything. For code that is still on its way: nobody in the world can tell that it was not there.
     */
    hold(): () => void;
    get held(): boolean;
    /** Runs everything due up to now + ms, in order of time. Stops early, after a timer, when `until` answers true or the world is held. */
    advance(ms: number, until?: () => boolean): void;
    /** For the page: real milliseconds that passed, turned into virtual ones by the clock's speed (0 while paused). `until` as in advance. */
    tick(realMs: number, until?: () => boolean): void;
    /** Advances to the next timer (and all others of that moment), also while paused. False when nothing is pending. */
    step(): boolean;
    /** Owners of state outside slots (live generators) write it to their slot here, and rebuild it after a restore. */
    onSnapshot(before: () => void, after: () => void): void;
    snapshot(): WorldSnapshot;
    /** A copy of the slots. One that is as it began is no state: who asks for it next makes it again, whether it was there or not. */
    private changedSlots;
    /** Replaces all state by the snapshot's (which is not changed by what follows). Registered code stays. */
    restore(snapshot: WorldSnapshot): void;
}
