/**
 * Work queues of the controllers: a dirty key is reconciled once, a little later, however often it was made dirty until then.
 * Each queue is one timer while it has keys, so a burst of changes costs one pass.
 */
import type { Timers } from './timers.ts';
/** A key, and the revision of the change that first made it dirty. */
type Dirty = readonly [key: string, cause: number];
export declare class Queues {
    private readonly queues;
    private readonly timers;
    private readonly now;
    private readonly as;
    constructor(timers: Timers, now: () => number, as: (actor: string, cause: number, run: () => void) => void);
    /** Registers a queue; its name (one word) is the actor of what its handler writes. */
    register(name: string, latencyMs: number, handler: (key: string) => void, spacingMs?: number): void;
    /** Makes a key dirty because of the change with that revision. */
    add(name: string, key: string, cause: number): void;
    /** Makes a key dirty after a delay; a later call for the same key replaces an earlier one. */
    addAfter(name: string, key: string, ms: number): void;
    private run;
    /** Some passes; the others have their turn at the same moment, by a timer of their own: whoever moves time may stop between the two. */
    private pass;
    /** The key had its last pass a moment ago: the timer that says so remembers that it is dirty again, and why first. */
    private isTooSoon;
    snapshot(): Record<string, readonly Dirty[]>;
    restore(snapshot: Readonly<Record<string, readonly Dirty[]>>): void;
}
export {};
