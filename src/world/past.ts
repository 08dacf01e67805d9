/**
 * The past as data, to be kept beside a saved world and brought back with it: of each change what undoes it, from the newest back, and
 * the frames, whose parts are written once however many share them. The newest changes only. What was undone and can be done again is
 * kept as what each change makes of the object before it.
 */
import { type KeptEntries, noBuckets } from './entries.ts';
import type { Frame, History, Left, Mark, Packed } from './history.ts';
import type { Change, ChangeType, KubeObject } from './object.ts';
import type { Timer } from './timers.ts';

const CHANGES_KEPT = 2000;

/** @throws when it is not what `pastPieces` wrote, or of another state than the world's; then nothing has changed */
export function adoptPast(history: History, data: unknown): void {
  const past = data as Past;
  const { world } = history;
  if (past.revision !== world.store.revision) throw new Error('the past of another moment');
  const changes = changesOf(past, (resource, namespace, name) => world.store.get(resource, namespace, name));
  const read = new Reader(past.parts);
  const oldest = past.revision - changes.length;
  const frames = past.frames.map((frame) => read.frame(frame)).filter(({ revision }) => revision >= oldest);
  if (frames.length === 0 && changes.length > 0) throw new Error('a past without a beginning');
  const line = new Line(changes, (resource, namespace, name) => world.store.get(resource, namespace, name));
  const branch = (one: SavedLeft): Left => ({ ...one, changes: line.branch(one), frames: one.frames.map((frame) => read.frame(frame)) });
  const ahead = past.ahead ? branch(past.ahead) : undefined;
  const left = past.left.toReversed().map(branch).reverse();
  history.goOn({ changes, frames, marks: past.marks, inputAfter: past.inputAfter ?? undefined, ahead, left });
}

/** The JSON of a history's past, in pieces that are made when they are asked for; what happens meanwhile is not in it. */
export function pastPieces(history: History): Iterator<string> {
  const { world } = history;
  const { revision, compacted } = world.store;
  const changes = world.store.changesSince(Math.max(compacted, revision - CHANGES_KEPT)) ?? [];
  const { frames, ahead, left, ...rest } = history.kept;
  const reached = frames.filter((frame) => frame.revision >= revision - changes.length);
  const marks = JSON.stringify(history.marks());
  // An older one may begin in the midst of the one after it.
  let room = CHANGES_KEPT - (ahead?.changes.length ?? 0);
  const first = reached[0]?.revision ?? revision;
  const last = left.findLastIndex((one) => one.base < first || (room -= one.changes.length) < 0);
  return pieces({ ...rest, revision, changes, frames: reached, marks, ahead, left: left.slice(last + 1) });
}

interface Written extends Omit<History['kept'], 'frames'> {
  readonly revision: number;
  readonly changes: readonly Change[];
  readonly frames: readonly Frame[];
  /** As JSON. */
  readonly marks: string;
}

function* pieces({ revision, changes, frames, marks, inputAfter, ahead, left, outside }: Written): Generator<string, void> {
  // Before the first frame nothing can be gone back to.
  const first = frames[0]?.revision ?? revision;
  yield `{"revision":${revision},"inputAfter":${inputAfter ?? null},"marks":${marks},"changes":[`;
  let between = '';
  for (const change of changes.toReversed()) {
    if (change.revision <= first) break;
    yield between + JSON.stringify(saved(change));
    between = ',';
  }
  yield '],"frames":[';
  const parts: Part[] = [];
  const write = new Writer(parts, outside);
  // Bit by bit: the first frame may be as large as the cluster.
  const branches = ahead ? [...left, ahead] : left;
  for (const { entries } of [...frames, ...branches.flatMap((branch) => branch.frames)])
    for (const { buckets } of entries.values())
      for (const bucket of buckets) {
        write.bucket(bucket);
        yield '';
      }
  for (const [index, frame] of frames.entries()) yield `${index > 0 ? ',' : ''}${JSON.stringify(write.frame(frame))}`;
  const branch = (one: Left): SavedLeft => ({
    ...one,
    changes: one.changes.map(savedAhead),
    frames: one.frames.map((frame) => write.frame(frame)),
  });
  yield `],"ahead":${ahead ? JSON.stringify(branch(ahead)) : null},"left":[`;
  for (const [index, one] of left.entries()) yield `${index > 0 ? ',' : ''}${JSON.stringify(branch(one))}`;
  yield '],"parts":[';
  for (const [index, part] of parts.entries()) yield `${index > 0 ? ',' : ''}${JSON.stringify(part)}`;
  yield ']}';
}

interface Past {
  readonly revision: number;
  readonly inputAfter: number | null;
  readonly marks: readonly Mark[];
  /** Newest first. */
  readonly changes: readonly SavedChange[];
  readonly frames: readonly SavedFrame[];
  readonly ahead: SavedLeft | null;
  readonly left: readonly SavedLeft[];
  readonly parts: readonly Part[];
}

interface SavedLeft extends Pick<Left, 'base' | 'at' | 'marks' | 'marksBefore'> {
  /** Oldest first. */
  readonly changes: readonly SavedChange[];
  readonly frames: readonly SavedFrame[];
}

// ---- changes

/**
 * `undo`: of a write what it was before; of a deletion the object that was deleted; of a new object nothing. Of what is ahead the reverse:
 * what a write makes of the object, the new object, of a deletion nothing.
 */
type SavedChange = readonly [
  type: ChangeType,
  time: number,
  resource: string,
  namespace: string,
  name: string,
  actor: string,
  cause: number,
  undo?: Undo | KubeObject,
];

function saved({ type, time, resource, object, previous, actor, cause }: Change): SavedChange {
  const { namespace = '', name } = object.metadata;
  const undo = type === 'DELETED' ? previous : previous && (undoOf(object, previous) ?? {});
  const made = [type, time, resource, namespace, name, actor, cause] as const;
  return undo ? [...made, undo] : made;
}

/** Changes in order, from the objects as they are now back. */
function changesOf(
  { revision, changes }: Past,
  now: (resource: string, namespace: string, name: string) => KubeObject | undefined,
): readonly Change[] {
  const before = new Map<string, KubeObject | undefined>();
  const found: Change[] = [];
  for (const [index, [type, time, resource, namespace, name, actor, cause, undo]] of changes.entries()) {
    const at = revision - index;
    const key = keyOf(resource, namespace, name);
    let object = before.has(key) ? before.get(key) : now(resource, namespace, name);
    let previous: KubeObject | undefined;
    if (type === 'DELETED') {
      if (object) throw new Error(`${key} was deleted and is there`);
      previous = undo as KubeObject;
      object = { ...previous, metadata: { ...previous.metadata, resourceVersion: String(at) } };
    } else if (type === 'MODIFIED') previous = undone(object, undo as Undo) as KubeObject;
    if (object?.metadata.resourceVersion !== String(at)) throw new Error(`${key} is not of ${at}`);
    before.set(key, previous);
    found.push({ revision: at, time, type, resource, object, previous, actor, cause });
  }
  return found.reverse();
}

function savedAhead({ type, time, resource, object, previous, actor, cause }: Change): SavedChange {
  const { namespace = '', name } = object.metadata;
  const made = [type, time, resource, namespace, name, actor, cause] as const;
  if (type === 'DELETED') return made;
  return [...made, type === 'MODIFIED' ? (undoOf(previous, object) ?? {}) : object];
}

/** One course of the world, and the objects at its end, as far as they are others than those that are there now. */
class Line {
  private readonly now: (resource: string, namespace: string, name: string) => KubeObject | undefined;
  private readonly changes: Change[];
  private readonly other = new Map<string, KubeObject | undefined>();

  /** @param changes those that led to what is there now */
  constructor(changes: readonly Change[], now: Line['now']) {
    this.changes = [...changes];
    this.now = now;
  }

  /** Goes back to where a branch begins, and along it to its end. Answers the branch's changes in order. */
  branch({ base, changes }: SavedLeft): readonly Change[] {
    for (let last = this.changes.at(-1); last && last.revision > base; last = this.changes.at(-1)) {
      this.other.set(keyOf(last.resource, last.object.metadata.namespace, last.object.metadata.name), last.previous);
      this.changes.pop();
    }
    const found = changes.map((change, index) => this.next(change, base + 1 + index));
    this.changes.push(...found);
    return found;
  }

  private next([type, time, resource, namespace, name, actor, cause, redo]: SavedChange, revision: number): Change {
    const key = keyOf(resource, namespace, name);
    const previous = this.other.has(key) ? this.other.get(key) : this.now(resource, namespace, name);
    let object = type === 'ADDED' ? (redo as KubeObject) : (undone(previous, (redo ?? {}) as Undo) as KubeObject);
    if (type === 'DELETED') object = { ...object, metadata: { ...object.metadata, resourceVersion: String(revision) } };
    if (object.metadata.resourceVersion !== String(revision)) throw new Error(`${key} is not of ${revision}`);
    this.other.set(key, type === 'DELETED' ? undefined : object);
    return { revision, time, type, resource, object, previous, actor, cause };
  }
}

const keyOf = (resource: string, namespace = '', name: string): string => `${resource} ${namespace} ${name}`;

/**
 * How one value becomes another: by a whole one, of a map by some of its fields (0: it had none) in an order of keys where that is not
 * plain, of a list by some of its elements, or by others in place of `count` of them.
 */
type Undo =
  | readonly [whole: unknown]
  | { readonly keys?: readonly string[]; readonly fields?: Readonly<Record<string, Undo | 0>> }
  | { readonly items: Readonly<Record<number, Undo>> }
  | { readonly from: number; readonly count: number; readonly others: readonly unknown[] };

type Data = Readonly<Record<string, unknown>>;

const isMap = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Undefined: they are the same. */
function undoOf(now: unknown, before: unknown): Undo | undefined {
  if (now === before) return undefined;
  if (isMap(now) && isMap(before)) return undoOfMap(now, before);
  if (Array.isArray(now) && Array.isArray(before)) return undoOfList(now, before);
  return [before];
}

const keysOf = (map: Data): string[] => Object.keys(map).filter((key) => map[key] !== undefined);

function undoOfMap(now: Data, before: Data): Undo | undefined {
  const fields: Record<string, Undo | 0> = {};
  const keys = keysOf(before);
  for (const key of keysOf(now)) if (before[key] === undefined) fields[key] = 0;
  for (const key of keys) {
    const undo = now[key] === undefined ? ([before[key]] as const) : undoOf(now[key], before[key]);
    if (undo) fields[key] = undo;
  }
  // Fields that are there stay where they are, those that come back stand behind them.
  const plain = [...keysOf(now).filter((key) => fields[key] !== 0), ...keys.filter((key) => now[key] === undefined)];
  const ordered = plain.every((key, index) => key === keys[index]);
  if (ordered && Object.keys(fields).length === 0) return undefined;
  return { ...(!ordered && { keys }), fields };
}

function undoOfList(now: readonly unknown[], before: readonly unknown[]): Undo | undefined {
  const undos: Record<number, Undo> = {};
  if (now.length === before.length) {
    for (const [index, one] of now.entries()) {
      const undo = undoOf(one, before[index]);
      if (undo) undos[index] = undo;
    }
    return Object.keys(undos).length === 0 ? undefined : { items: undos };
  }
  const least = Math.min(now.length, before.length);
  let from = 0;
  while (from < least && !undoOf(now[from], before[from])) from++;
  let same = 0;
  while (same < least - from && !undoOf(now.at(-1 - same), before.at(-1 - same))) same++;
  return { from, count: now.length - same - from, others: before.slice(from, before.length - same) };
}

const isWhole = (undo: Undo): undo is readonly [unknown] => Array.isArray(undo);

function undone(now: unknown, undo: Undo): unknown {
  if (isWhole(undo)) return undo[0];
  if ('items' in undo) {
    const { items } = undo;
    return (now as readonly unknown[]).map((one, index) => (items[index] ? undone(one, items[index]) : one));
  }
  if ('others' in undo) return (now as readonly unknown[]).toSpliced(undo.from, undo.count, ...undo.others);
  const { keys, fields = {} } = undo;
  const was = { ...(now as Data) } as Record<string, unknown>;
  for (const key in was) if (was[key] === undefined) delete was[key];
  for (const [key, one] of Object.entries(fields)) {
    if (one === 0) delete was[key];
    else was[key] = undone(was[key], one);
  }
  return keys ? Object.fromEntries(keys.map((key) => [key, was[key]])) : was;
}

// ---- frames

/** What frames share, each known by its place in the list: a value, and what is made of others. */
type Part = unknown;

interface SavedFrame extends Pick<Frame, 'revision'> {
  readonly inputAfter: number | null;
  /** Clock, random numbers, queues. */
  readonly rest: Omit<Frame['state'], 'timers'>;
  readonly sequence: number;
  readonly timers: readonly number[];
  readonly slots: number;
  readonly entries: readonly (readonly [name: string, kept: number])[];
}

type SavedEntries = Pick<KeptEntries, 'fixed' | 'serial'> & { readonly buckets: readonly (readonly [index: number, bucket: number])[] };
type SavedBucket = readonly (readonly [key: string, serial: number, value: number])[];
type SavedSlots = { readonly list: boolean; readonly parts: readonly (readonly [key: string, part: number])[] };

class Writer {
  private readonly parts: Part[];
  private readonly outside: readonly string[];
  private readonly known = new Map<unknown, number>();

  constructor(parts: Part[], outside: readonly string[]) {
    this.parts = parts;
    this.outside = outside;
  }

  frame({ revision, inputAfter, state: { timers, ...rest }, slots, entries }: Frame): SavedFrame {
    return {
      revision,
      inputAfter: inputAfter ?? null,
      rest,
      sequence: timers.sequence,
      // Each by itself: after going back, another course gives the same numbers to others.
      timers: timers.timers.map((timer) => this.part(timer, () => timer)),
      slots: this.slots(slots, this.outside),
      entries: [...entries].map(([name, kept]) => [name, this.part(kept, () => this.entries(kept))] as const),
    };
  }

  private slots(packed: Packed, without: readonly string[] = []): number {
    return this.part(packed, () =>
      typeof packed === 'string'
        ? packed
        : {
            list: packed.list,
            parts: [...packed.parts].filter(([key]) => !without.includes(key)).map(([key, part]) => [key, this.slots(part)]),
          },
    );
  }

  private entries({ fixed, serial, buckets }: KeptEntries): SavedEntries {
    const filled = [...buckets.entries()].filter(([, bucket]) => bucket.size > 0);
    return { fixed, serial, buckets: filled.map(([index, bucket]) => [index, this.bucket(bucket)] as const) };
  }

  bucket(bucket: KeptEntries['buckets'][number]): number {
    return this.part(
      bucket,
      (): SavedBucket => [...bucket].map(([key, kept]) => [key, kept.serial, this.part(kept, () => kept.value)] as const),
    );
  }

  private part(of: unknown, make: () => Part): number {
    const known = this.known.get(of);
    if (known !== undefined) return known;
    const part = make();
    this.parts.push(part);
    this.known.set(of, this.parts.length - 1);
    return this.parts.length - 1;
  }
}

class Reader {
  private readonly parts: readonly Part[];
  private readonly made = new Map<number, unknown>();

  constructor(parts: readonly Part[]) {
    this.parts = parts;
  }

  frame({ revision, inputAfter, rest, sequence, timers, slots, entries }: SavedFrame): Frame {
    return {
      revision,
      inputAfter: inputAfter ?? undefined,
      state: { ...rest, timers: { sequence, timers: timers.map((index) => this.parts[index] as Timer) } },
      slots: this.slots(slots),
      entries: new Map(entries.map(([name, index]) => [name, this.once(index, () => this.entries(this.parts[index] as SavedEntries))])),
    };
  }

  private slots(index: number): Packed {
    const part = this.parts[index] as string | SavedSlots;
    if (typeof part === 'string') return part;
    return this.once(index, () => ({ list: part.list, parts: new Map(part.parts.map(([key, one]) => [key, this.slots(one)])) }));
  }

  private entries({ fixed, serial, buckets }: SavedEntries): KeptEntries {
    const all = noBuckets();
    for (const [index, bucket] of buckets)
      all[index] = this.once(bucket, () => {
        const kept = this.parts[bucket] as SavedBucket;
        return new Map(kept.map(([key, number, value]) => [key, this.once(value, () => ({ serial: number, value: this.parts[value] }))]));
      });
    return { fixed, serial, buckets: all };
  }

  private once<T>(index: number, make: () => T): T {
    if (!this.made.has(index)) this.made.set(index, make());
    return this.made.get(index) as T;
  }
}
