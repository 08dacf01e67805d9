/**
 * The past of a world. Any moment can be looked at (`view`), and gone back to (`goTo`); from there it is possible to go forward again,
 * until something else happens than did then.
 *
 * Looking reads the journal. Going back restores the last frame before the moment (all state, taken between two timers) and runs the
 * world on from there: without input from outside it takes the same course. Inputs cannot be repeated, so after one a frame is taken as
 * soon as it has changed an object; a moment between such an input and its frame is reached as that frame. What changes no object (a node
 * that is stopped, a file in a container) is in the frame that the next mark takes: so a revision may have several, at other times.
 */
import type { KeptEntries } from './entries.ts';
import type { Change, KubeObject, ResourceName } from './object.ts';
import type { World, WorldSnapshot, WorldState } from './world.ts';

/** The objects at a moment of the past (or of the future, after going back). */
export interface View {
  readonly revision: number;
  get<T extends KubeObject>(resource: ResourceName, namespace: string, name: string): T | undefined;
  /** All, or those of one namespace, in order of namespace and name. */
  list<T extends KubeObject>(resource: ResourceName, namespace?: string): T[];
}

export interface HistoryOptions {
  /** Called after a restore: brings back what is code. */
  readonly resume: () => void;
  /** Slots that do not go back with the rest. */
  readonly kept?: readonly string[];
}

/** What somebody did from outside, as the past is told by it: a line typed into a terminal. */
export interface Mark {
  /** The store's revision when it began. */
  readonly revision: number;
  /** Virtual time, ms since the epoch. */
  readonly time: number;
  readonly text: string;
  /** Where it came from. */
  readonly source: string;
  /** A write came of it. */
  changed: boolean;
  /** What was typed from there into the programs that it ran. */
  readonly typed?: Typed[];
}

/** What a program got: keys as a terminal sends them, or the text that an editor gave back (null: it was left without saving). */
export type Typed = { readonly time: number } & ({ readonly keys: string } | { readonly saved: string | null });

/** What came after a moment that was gone back to. */
export interface Left {
  /** The revision that both have in common, and when it was left, ms since the epoch. */
  readonly base: number;
  readonly at: number;
  readonly frames: readonly Frame[];
  readonly changes: readonly Change[];
  readonly marks: readonly Mark[];
  /** How many of the marks are older. */
  readonly marksBefore: number;
}

/** All state but the objects, between two timers. */
export interface Frame {
  readonly revision: number;
  readonly state: Omit<WorldState, 'slots'>;
  readonly slots: Packed;
  readonly entries: ReadonlyMap<string, KeptEntries>;
  /** The revision before the first input since the frame before; undefined: there was none. */
  readonly inputAfter: number | undefined;
}

const timeOf = (frame: Frame): number => frame.state.clock.now;

/** Whether a frame is of a moment, or of one before it. */
const isUntil = (frame: Frame, revision: number, time: number): boolean =>
  frame.revision < revision || (frame.revision === revision && timeOf(frame) <= time);

/** Without inputs a frame is taken after so many changes: no way from a frame to a moment is longer. */
const CHANGES_PER_FRAME = 250;
const MAX_FRAMES = 100;
/** So many of the newest are not thinned out: what was done last can be undone exactly. */
const NEWEST_FRAMES = 20;
const MAX_LEFT = 20;
const MAX_MARKS = 1000;
const MAX_TYPED = 2000;

export class History {
  readonly world: World;
  private readonly options: HistoryOptions;
  private frames: Frame[] = [];
  /** After going back: the changes that came then, and their frames and marks. */
  private ahead: readonly Change[] = [];
  private framesAhead: readonly Frame[] = [];
  private marksMade: Mark[] = [];
  private marksAhead: readonly Mark[] = [];
  private left: Left[] = [];
  private inputAfter: number | undefined;
  private travelling = false;

  /** Begins with a first frame: what came before cannot be gone back to. */
  constructor(world: World, options: HistoryOptions) {
    this.world = world;
    this.options = options;
    world.onInput(() => {
      if (!this.travelling) this.inputAfter ??= world.store.revision;
    });
    world.afterAdvance(() => this.keep());
    world.store.subscribe(() => {
      if (!this.travelling && this.ahead.length > 0) this.leave();
    });
    this.take();
  }

  /** Remembers nothing from now on: for a world that only shows another one's past. */
  stop(): void {
    this.travelling = true;
    this.frames = [];
  }

  /** Those behind and those ahead, in order. */
  private get allFrames(): readonly Frame[] {
    return [...this.frames, ...this.framesAhead];
  }

  /** Forgets all and begins anew with the world as it is: after a restore from elsewhere. */
  restart(): void {
    this.frames = [];
    this.ahead = [];
    this.framesAhead = [];
    this.marksMade = [];
    this.marksAhead = [];
    this.left = [];
    this.inputAfter = undefined;
    this.take();
  }

  /**
   * What a past that is kept elsewhere is made of (`past.ts`): the frames until now, the input that waits for one, what can be done again,
   * and what never goes back.
   */
  get kept(): {
    readonly frames: readonly Frame[];
    readonly inputAfter: number | undefined;
    readonly ahead: Left | undefined;
    readonly left: readonly Left[];
    readonly outside: readonly string[];
  } {
    const { kept: outside = [] } = this.options;
    return {
      frames: this.frames,
      inputAfter: this.inputAfter,
      ahead: this.ahead.length > 0 ? this.branch() : undefined,
      left: this.left,
      outside,
    };
  }

  /** Goes on from a past that was kept: what led to the world as it is, and what was undone. */
  goOn(past: {
    readonly changes: readonly Change[];
    readonly frames: readonly Frame[];
    readonly marks: readonly Mark[];
    readonly inputAfter: number | undefined;
    readonly ahead: Left | undefined;
    readonly left: readonly Left[];
  }): void {
    this.world.store.remember(past.changes);
    this.frames = [...past.frames];
    this.ahead = past.ahead?.changes ?? [];
    this.framesAhead = past.ahead?.frames ?? [];
    this.marksMade = [...past.marks];
    this.marksAhead = past.ahead?.marks ?? [];
    this.left = [...past.left];
    this.inputAfter = past.inputAfter;
    // In the midst of what can be done again there are frames enough, of the moments when they were taken.
    if (this.ahead.length === 0) this.take();
  }

  /** The oldest revision that can be looked at. */
  get oldest(): number {
    return this.world.store.compacted;
  }

  /** The oldest one that can be gone back to. */
  get first(): number {
    return Math.max(this.oldest, this.frames[0]?.revision ?? 0);
  }

  /** The newest one: after going back, that of the moment from which it was. */
  get newest(): number {
    return this.ahead.at(-1)?.revision ?? this.world.store.revision;
  }

  /** All changes that can be looked at, oldest first: those that happened, and after going back also those that came then. */
  changes(): readonly Change[] {
    const made = this.world.store.changesSince(this.oldest) ?? [];
    return this.ahead.length > 0 ? [...made, ...this.ahead] : made;
  }

  /** Notes that somebody begins to do something. */
  mark(text: string, source: string): void {
    // What was asked for since may have changed what is no object.
    if (this.inputAfter !== undefined) this.take();
    this.marksMade.push({ revision: this.world.store.revision, time: this.world.now, text, source, changed: false });
    if (this.marksMade.length > MAX_MARKS) this.marksMade.shift();
  }

  /** Notes what a program got that the last line from there runs. */
  typed(typed: Typed, source: string): void {
    const at = this.marksMade.findLastIndex((one) => one.source === source);
    const mark = this.marksMade[at];
    if (!mark || (mark.typed?.length ?? 0) >= MAX_TYPED) return;
    // It may have been there before the line was.
    const one = { ...typed, time: Math.max(typed.time, mark.time) };
    if (mark.typed) mark.typed.push(one);
    else this.marksMade[at] = { ...mark, typed: [one] };
  }

  /** What was done until now, oldest first. */
  marks(): readonly Mark[] {
    return this.marksMade;
  }

  /** A write came of what a source did last. What was left by going back is gone with that. */
  interfere(source: string): void {
    this.left = [];
    const mark = this.marksMade.findLast((one) => one.source === source);
    if (mark) mark.changed = true;
  }

  /** The last mark that changed something and can still be gone back to. */
  get undoable(): Mark | undefined {
    return this.marksMade.findLast(({ changed, revision }) => changed && revision >= this.first);
  }

  get redoable(): boolean {
    return this.ahead.length > 0 || this.left.length > 0;
  }

  /** Goes to just before the last mark that changed something. Answers it. */
  undo(): Mark | undefined {
    const mark = this.undoable;
    if (mark) this.goTo(mark.revision, mark.time);
    return mark;
  }

  /** Goes forward to where the world was before it went back, as long as nobody interfered. What it did by itself since is gone. */
  redo(): boolean {
    if (this.ahead.length > 0) {
      this.goTo(this.newest);
      return true;
    }
    const left = this.left.pop();
    const frame = left?.frames.at(-1);
    if (!left || !frame) return false;
    this.travelling = true;
    try {
      this.world.travel(() => this.restore(this.world, this.options.resume, frame, left.base, left.changes));
    } finally {
      this.travelling = false;
    }
    this.frames = [...this.frames.filter((one) => isUntil(one, left.base, left.at)), ...left.frames];
    this.marksMade = [...this.marksMade.slice(0, left.marksBefore), ...left.marks];
    this.inputAfter = undefined;
    return true;
  }

  /** The objects as they were when the store had that revision. A revision that is not there is taken for the nearest one that is. */
  view(revision: number): View {
    const wanted = Math.min(Math.max(revision, this.oldest), this.newest);
    return this.viewOf(wanted, this.world.store.revision, this.ahead);
  }

  /** @param then the changes after the revision `base` of the store as it is */
  private viewOf(wanted: number, base: number, then: readonly Change[]): View & { unsorted(resource: ResourceName): KubeObject[] } {
    const { store } = this.world;
    const other = new Map<ResourceName, Map<string, KubeObject | undefined>>();
    /** Objects as they are in the store, and were not then. */
    const notThen = new Set<KubeObject>();
    const note = (resource: ResourceName, { metadata: { namespace = '', name } }: KubeObject, object: KubeObject | undefined): void => {
      let objects = other.get(resource);
      if (!objects) other.set(resource, (objects = new Map()));
      const now = store.get(resource, namespace, name);
      if (now) notThen.add(now);
      objects.set(keyOf(namespace, name), object);
    };
    for (const { resource, object, previous } of store.changesSince(Math.min(wanted, base))?.toReversed() ?? [])
      note(resource, object, previous);
    for (const { revision: at, resource, object, type } of then)
      if (at <= wanted) note(resource, object, type === 'DELETED' ? undefined : object);
    const unsorted = (resource: ResourceName, namespace?: string): KubeObject[] => {
      const found = store.list(resource, namespace).filter((object) => !notThen.has(object));
      for (const object of other.get(resource)?.values() ?? [])
        if (object && (namespace === undefined || object.metadata.namespace === namespace)) found.push(object);
      return found;
    };
    return {
      revision: wanted,
      get: <T extends KubeObject>(resource: ResourceName, namespace: string, name: string) => {
        const [objects, key] = [other.get(resource), keyOf(namespace, name)];
        return (objects?.has(key) ? objects.get(key) : store.get(resource, namespace, name)) as T | undefined;
      },
      list: <T extends KubeObject>(resource: ResourceName, namespace?: string) =>
        other.has(resource) ? (unsorted(resource, namespace).sort(byKey) as T[]) : store.list<T>(resource, namespace),
      unsorted,
    };
  }

  /**
   * Goes to the moment when the store had that revision, and answers the revision that was reached: a later one where several writes
   * belong together. Speed and pause stay as they are.
   * @param time where the clock goes on to as long as nothing is written, ms since the epoch; without it, it stands at the write
   */
  goTo(revision: number, time = 0): number {
    const { world } = this;
    const wanted = Math.min(revision, this.newest);
    if (wanted === world.store.revision) return wanted;
    if (this.ahead.length === 0) this.take();
    const [all, frames] = [this.changes(), this.allFrames];
    this.travelling = true;
    try {
      world.travel(() => this.reach(world, this.options.resume, wanted, time, all));
    } finally {
      this.travelling = false;
    }
    this.inputAfter = undefined;
    this.ahead = all.filter((change) => change.revision > world.store.revision);
    const isBehind = (frame: Frame): boolean => isUntil(frame, world.store.revision, world.now);
    this.frames = frames.filter(isBehind);
    this.framesAhead = this.ahead.length > 0 ? frames.filter((frame) => !isBehind(frame)) : [];
    this.splitMarks();
    return world.store.revision;
  }

  /**
   * Brings another world, on which the same code is registered, to that moment, and answers the revision that was reached. This one stays
   * where it is.
   */
  show(revision: number, time: number, other: World, resume: () => void): number {
    this.reach(other, resume, Math.min(Math.max(revision, this.oldest), this.newest), time, this.changes());
    return other.store.revision;
  }

  private reach(world: World, resume: () => void, wanted: number, time: number, all: readonly Change[]): void {
    const frames = this.allFrames;
    const at = Math.max(0, this.lastFrameUntil(wanted, time));
    const [frame, next] = [frames[at] as Frame, frames[at + 1]];
    const repeatable = next?.inputAfter === undefined || wanted <= next.inputAfter;
    const from = repeatable || frame.revision === wanted ? frame : (next as Frame);
    this.restore(world, resume, from, this.world.store.revision, this.ahead);
    if (world.store.revision < wanted) world.advance(Number.MAX_SAFE_INTEGER - world.now, () => world.store.revision >= wanted);
    const after = all.find(({ revision }) => revision > world.store.revision)?.time ?? Number.MAX_SAFE_INTEGER;
    const rest = Math.min(time, after - 1) - world.now;
    if (rest > 0) world.advance(rest);
  }

  /** Index of the frame to run on from; without a time: to a revision as it came to it, and to the newest as it was last. */
  private lastFrameUntil(revision: number, time: number): number {
    const isLast = revision === this.newest;
    const exact = time > 0 || isLast ? -1 : this.allFrames.findIndex((one) => one.revision === revision);
    if (exact >= 0) return exact;
    const until = time > 0 || !isLast ? time : Number.POSITIVE_INFINITY;
    return this.allFrames.findLastIndex((one) => isUntil(one, revision, until));
  }

  /** Marks from the first on that is not yet made at this moment are ahead. */
  private splitMarks(): void {
    const { now, store } = this.world;
    const all = [...this.marksMade, ...this.marksAhead];
    const isAhead = ({ revision, time, changed }: Mark): boolean =>
      revision > store.revision || (revision === store.revision && (changed || time >= now));
    const first = this.ahead.length > 0 ? all.findIndex(isAhead) : -1;
    this.marksMade = first < 0 ? all : all.slice(0, first);
    this.marksAhead = first < 0 ? [] : all.slice(first);
  }

  /** Something else happens than did then: what was ahead is put aside. */
  private leave(): void {
    const branch = this.branch();
    this.left.push(branch);
    if (this.left.length > MAX_LEFT) this.left.shift();
    this.ahead = [];
    this.framesAhead = [];
    this.marksAhead = [];
  }

  /** What is ahead. */
  private branch(): Left {
    return {
      base: (this.ahead[0] as Change).revision - 1,
      at: this.world.now,
      frames: this.framesAhead,
      changes: this.ahead,
      marks: this.marksAhead,
      marksBefore: this.marksMade.length,
    };
  }

  /** @param then the changes after the revision `base` of the store as it is */
  private restore(world: World, resume: () => void, frame: Frame, base: number, then: readonly Change[]): void {
    const { revision, state, slots, entries } = frame;
    const { paused, speed } = world.clock;
    const kept = Object.fromEntries((this.options.kept ?? []).map((name) => [name, world.slot(name, () => ({}))]));
    const before = (this.world.store.changesSince(this.oldest) ?? []).filter((change) => change.revision <= base);
    const journal = [...before, ...then].filter((change) => change.revision <= revision);
    const resources = new Set([...this.world.store.resources(), ...then.map(({ resource }) => resource)]);
    const view = this.viewOf(revision, base, then);
    const objects = Object.fromEntries([...resources].map((resource) => [resource, view.unsorted(resource)]));
    const snapshot: WorldSnapshot = {
      version: 1,
      ...state,
      clock: { ...state.clock, paused, speed },
      store: { revision, compacted: this.oldest, objects, journal },
      slots: { ...(unpack(slots) as Record<string, unknown>), ...kept },
    };
    world.restore(snapshot, entries);
    resume();
  }

  /** Between two timers: takes a frame when one is due. */
  private keep(): void {
    if (this.travelling) return;
    const { store } = this.world;
    const since = store.revision - (this.frames.at(-1)?.revision ?? 0);
    if (since > 0 && (this.inputAfter !== undefined || since >= CHANGES_PER_FRAME)) this.take();
  }

  /** The world as it is, in place of a frame of the same revision where nothing came from outside since. */
  private take(): void {
    const { store, now } = this.world;
    const { revision } = store;
    const same = this.frames.findLast((one) => one.revision === revision && (this.inputAfter === undefined || timeOf(one) === now));
    const earlier = this.frames.filter((one) => one !== same);
    const { slots, ...state } = this.world.state();
    const entries = this.world.keepEntries();
    const inputAfter = same?.inputAfter ?? this.inputAfter;
    this.inputAfter = undefined;
    this.frames = [...earlier, { revision, state, slots: pack(slots, 2, earlier.at(-1)?.slots), entries, inputAfter }];
    this.thin();
  }

  /** Forgets frames from before the journal, and where there are too many, the one that is missed least. */
  private thin(): void {
    this.frames = this.frames.filter(({ revision }, index, all) => revision >= this.oldest || index === all.length - 1);
    if (this.frames.length <= MAX_FRAMES) return;
    let least = 1;
    const gap = (index: number): number => (this.frames[index + 1] as Frame).revision - (this.frames[index - 1] as Frame).revision;
    for (let index = 2; index < this.frames.length - NEWEST_FRAMES; index++) if (gap(index) < gap(least)) least = index;
    const [gone] = this.frames.splice(least, 1);
    const after = this.frames[least];
    const inputAfter = gone?.inputAfter ?? after?.inputAfter;
    if (after) this.frames[least] = { ...after, inputAfter };
  }
}

const keyOf = (namespace = '', name: string): string => `${namespace}/${name}`;

function byKey({ metadata: a }: KubeObject, { metadata: b }: KubeObject): number {
  const [x, y] = a.namespace === b.namespace ? [a.name, b.name] : [keyOf(a.namespace, a.name), keyOf(b.namespace, b.name)];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** JSON data as texts, cut so that frames can share the parts that did not change. */
export type Packed = string | { readonly list: boolean; readonly parts: ReadonlyMap<string, Packed> };

function pack(value: unknown, depth: number, before: Packed | undefined): Packed {
  if (depth === 0 || typeof value !== 'object' || value === null) {
    const text = JSON.stringify(value) ?? 'null';
    return before === text ? before : text;
  }
  const known = typeof before === 'object' ? before.parts : undefined;
  const parts = new Map<string, Packed>();
  for (const [key, part] of Object.entries(value)) if (part !== undefined) parts.set(key, pack(part, depth - 1, known?.get(key)));
  return { list: Array.isArray(value), parts };
}

function unpack(packed: Packed): unknown {
  if (typeof packed === 'string') return JSON.parse(packed);
  if (packed.list) return [...packed.parts.values()].map(unpack);
  return Object.fromEntries([...packed.parts].map(([key, part]) => [key, unpack(part)]));
}
