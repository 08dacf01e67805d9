/**
 * The world: all state of a simulation, and the only place that remembers anything.
 * Code (timer handlers, queues, listeners) is registered on it; state is plain data, so that a snapshot restores to the same future.
 */
import { Clock } from './clock.ts';
import { Entries, type EntriesOptions, type KeptEntries, keptParts } from './entries.ts';
import { JsonEntries, JsonText } from './json-text.ts';
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
  readonly clock: { readonly now: number; readonly paused: boolean; readonly speed: number };
  readonly random: readonly number[];
  readonly store: StoreSnapshot;
  readonly timers: { readonly sequence: number; readonly timers: readonly Timer[] };
  readonly queues: Readonly<Record<string, readonly (readonly [string, number])[]>>;
  readonly slots: Readonly<Record<string, unknown>>;
}

/** A snapshot without the objects and their journal, and without what is kept in `entries`. */
export type WorldState = Omit<WorldSnapshot, 'version' | 'store'>;

/** Midnight-free default, so that ages and times read naturally. */
const DEFAULT_START = Date.UTC(2026, 10, 24, 9, 0, 0);

export class World {
  readonly clock: Clock;
  readonly random: Random;
  readonly store: Store;
  readonly timers: Timers;
  readonly queues: Queues;
  private slots: Record<string, unknown> = {};
  private readonly parted = new Map<string, Entries<unknown>>();
  /** How each slot begins. */
  private readonly inits = new Map<string, () => object>();
  private readonly beforeSnapshot: (() => void)[] = [];
  private readonly afterRestore: (() => void)[] = [];
  private readonly beforeTravel: (() => () => void)[] = [];
  private readonly inputListeners: (() => void)[] = [];
  private readonly advanceListeners: (() => void)[] = [];
  /** Who is writing now, for the journal. */
  private acting = { actor: 'system', cause: 0 };
  private holds = 0;

  constructor(options: WorldOptions = {}) {
    this.clock = new Clock(options.startTime ?? DEFAULT_START);
    this.random = new Random(options.seed ?? 1);
    this.timers = new Timers();
    this.store = new Store(
      () => this.clock.now,
      () => this.acting,
    );
    this.queues = new Queues(
      this.timers,
      () => this.clock.now,
      (actor, cause, run) => this.as(actor, cause, run),
    );
  }

  /** Virtual time, ms since the epoch. */
  get now(): number {
    return this.clock.now;
  }

  /** Runs with an actor (and the revision that made it act) recorded on every write. */
  as<T>(actor: string, cause: number, run: () => T): T {
    const before = this.acting;
    this.acting = { actor, cause };
    try {
      return run();
    } finally {
      this.acting = before;
    }
  }

  get actor(): string {
    return this.acting.actor;
  }

  /**
   * A named piece of state, made on first use: a plain JSON object that its owner changes in place.
   * Ask for it each time (do not keep the reference across a restore).
   */
  slot<T extends object>(name: string, init: () => T): T {
    this.inits.set(name, init);
    const found = this.slots[name];
    if (found !== undefined) return found as T;
    const made = init();
    this.slots[name] = made;
    return made;
  }

  /** As `slot`, for state of many parts of which few change at a time. Asked for with the same options each time. */
  entries<T>(name: string, options?: EntriesOptions): Entries<T> {
    const found = this.parted.get(name);
    if (found) return found as Entries<T>;
    const entries = new Entries<T>(options);
    this.parted.set(name, entries as Entries<unknown>);
    // What a snapshot brought is among the slots.
    for (const [key, part] of Object.entries(this.slots[name] ?? {})) entries.set(key, part as T);
    delete this.slots[name];
    return entries;
  }

  /**
   * Stops the world in the middle of what it is doing: until the function returned is called, no timer runs and no way to move time
   * does anything. For code that is still on its way: nobody in the world can tell that it was not there.
   */
  hold(): () => void {
    this.holds++;
    return () => {
      this.holds--;
    };
  }

  get held(): boolean {
    return this.holds > 0;
  }

  /** Runs everything due up to now + ms, in order of time. Stops early, after a timer, when `until` answers true or the world is held. */
  advance(ms: number, until?: () => boolean): void {
    this.run(this.clock.now + ms, until);
    if (!this.held) for (const listener of this.advanceListeners) listener();
  }

  private run(end: number, until: (() => boolean) | undefined): void {
    while (!this.held && !until?.()) {
      const due = this.timers.nextAt();
      if (due === undefined || due > end) {
        this.clock.now = Math.max(this.clock.now, end);
        return;
      }
      this.clock.now = Math.max(this.clock.now, due);
      this.timers.runNext();
    }
  }

  /** For the page: real milliseconds that passed, turned into virtual ones by the clock's speed (0 while paused). `until` as in advance. */
  tick(realMs: number, until?: () => boolean): void {
    const ms = this.clock.virtual(realMs);
    if (ms > 0) this.advance(ms, until);
  }

  /** Advances to the next timer (and all others of that moment), also while paused. False when nothing is pending. */
  step(): boolean {
    const due = this.timers.nextAt();
    if (due === undefined) return false;
    this.advance(Math.max(0, due - this.clock.now));
    return true;
  }

  /** Owners of state outside slots (live generators) write it to their slot here, and rebuild it after a restore. */
  onSnapshot(before: () => void, after: () => void): void {
    this.beforeSnapshot.push(before);
    this.afterRestore.push(after);
  }

  /** `leave` is called before the world goes to another moment, and what it returns when it is there: the way there is no news. */
  onTravel(leave: () => () => void): void {
    this.beforeTravel.push(leave);
  }

  /** Goes to another moment of its past, on a way that is no news. */
  travel(way: () => void): void {
    const arrivals = this.beforeTravel.map((leave) => leave());
    try {
      way();
    } finally {
      for (const arrive of arrivals) arrive();
    }
  }

  snapshot(): WorldSnapshot {
    const state = this.state();
    return {
      version: 1,
      ...state,
      store: { ...this.store.snapshot(), journal: this.store.changesSince(this.store.compacted) ?? [] },
      slots: this.changedSlots(),
    };
  }

  /**
   * A snapshot without the journal, cheap to take and to be written as JSON later (`jsonPieces`): nothing that happens changes it.
   * What is JSON already is there as `JsonText`, what is kept in parts as `JsonEntries`.
   */
  frozen(): Record<keyof WorldSnapshot, unknown> {
    const { slots, ...state } = this.state();
    const texts = Object.entries(slots).map(([name, slot]) => [name, new JsonText(JSON.stringify(slot))] as const);
    const parts = [...this.keepEntries()].map(([name, kept]) => [name, new JsonEntries(() => keptParts(kept))] as const);
    const { revision, objects } = this.store.snapshot();
    return {
      version: 1,
      ...state,
      store: { revision, compacted: revision, objects, journal: [] },
      slots: Object.fromEntries([...texts, ...parts]),
    };
  }

  /** Its slots are not a copy: read them at once. */
  state(): WorldState {
    for (const prepare of this.beforeSnapshot) prepare();
    return {
      clock: { now: this.clock.now, paused: this.clock.paused, speed: this.clock.speed },
      random: this.random.state(),
      timers: this.timers.snapshot(),
      queues: this.queues.snapshot(),
      slots: this.slots,
    };
  }

  /** All entries as they are after `state`, by name. */
  keepEntries(): ReadonlyMap<string, KeptEntries> {
    return new Map([...this.parted].map(([name, entries]) => [name, entries.keep()]));
  }

  /** Somebody outside is about to change something: what follows is no longer the world's own doing. */
  input(): void {
    for (const listener of this.inputListeners) listener();
  }

  /** Told of every input. */
  onInput(listener: () => void): void {
    this.inputListeners.push(listener);
  }

  /** Called whenever the world has been moved on and stands between two timers. */
  afterAdvance(listener: () => void): void {
    this.advanceListeners.push(listener);
  }

  /**
   * A copy of the slots and entries, in order of name. One that is as it began is no state: who asks for it next makes it again,
   * whether it was there or not.
   */
  private changedSlots(): Record<string, unknown> {
    const changed: [string, unknown][] = [];
    for (const [name, value] of Object.entries(this.slots)) {
      const text = JSON.stringify(value);
      const init = this.inits.get(name);
      if (!init || text !== JSON.stringify(init())) changed.push([name, JSON.parse(text)]);
    }
    for (const [name, entries] of this.parted) {
      const data = entries.data();
      if (Object.keys(data).length > 0) changed.push([name, clone(data)]);
    }
    return Object.fromEntries(changed.sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /**
   * Replaces all state by the snapshot's (which is not changed by what follows). Registered code stays.
   * @param entries what `keepEntries` gave; without it, the entries are among the snapshot's slots
   */
  restore(snapshot: WorldSnapshot, entries?: ReadonlyMap<string, KeptEntries>): void {
    this.clock.now = snapshot.clock.now;
    this.clock.paused = snapshot.clock.paused;
    this.clock.speed = snapshot.clock.speed;
    this.random.restore(snapshot.random);
    this.store.restore(snapshot.store);
    this.timers.restore(snapshot.timers);
    this.queues.restore(snapshot.queues);
    this.slots = clone(snapshot.slots) as Record<string, unknown>;
    this.parted.clear();
    for (const [name, kept] of entries ?? []) this.parted.set(name, Entries.from(kept));
    for (const rebuild of this.afterRestore) rebuild();
  }
}

function clone<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
