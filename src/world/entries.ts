/**
 * State of many parts, each known by a key: a slot whose parts can be looked at, changed and kept one by one. Who gets a part may change
 * it in place, so getting counts as changing, and what must be kept of a moment is only what somebody had in hand since the one before.
 */

/** A part as it was at a moment, and its place in the order of coming. */
interface Kept {
  readonly serial: number;
  /** A copy of the part, or itself where parts are not changed in place. */
  readonly value: unknown;
}

/** Kept parts by key, oldest first. */
export function keptParts({ buckets }: KeptEntries): [key: string, value: unknown][] {
  const all = buckets.flatMap((bucket) => [...bucket]).sort(([, a], [, b]) => a.serial - b.serial);
  return all.map(([key, { value }]) => [key, value]);
}

/** All parts as they were at a moment, in buckets by key, of which later moments share those that stayed the same. */
export interface KeptEntries {
  readonly fixed: boolean;
  readonly buckets: readonly ReadonlyMap<string, Kept>[];
  readonly serial: number;
}

/** Many, since a bucket is copied whole when one of its parts changes. */
const BUCKETS = 256;

const EMPTY: ReadonlyMap<string, Kept> = new Map();

export const noBuckets = (): ReadonlyMap<string, Kept>[] => new Array<ReadonlyMap<string, Kept>>(BUCKETS).fill(EMPTY);

export interface EntriesOptions {
  /** Parts are replaced, never changed in place. */
  readonly fixed?: boolean;
}

export class Entries<T> {
  private readonly parts = new Map<string, T>();
  private readonly fixed: boolean;
  private kept: KeptEntries;
  /** Keys of what may be different from what was kept; true: the part was not there before it was last set, and so is the youngest. */
  private readonly changed = new Map<string, boolean>();

  constructor({ fixed = false }: EntriesOptions = {}) {
    this.fixed = fixed;
    this.kept = { fixed, buckets: noBuckets(), serial: 0 };
  }

  /** As they were at that moment. */
  static from(kept: KeptEntries): Entries<unknown> {
    const entries = new Entries<unknown>(kept);
    entries.kept = kept;
    for (const [key, value] of keptParts(kept)) entries.parts.set(key, kept.fixed ? value : copyOf(value));
    return entries;
  }

  /** For whoever may change it, until the world moves on. */
  get(key: string): T | undefined {
    const part = this.parts.get(key);
    if (!this.fixed && part !== undefined && !this.changed.has(key)) this.changed.set(key, false);
    return part;
  }

  has(key: string): boolean {
    return this.parts.has(key);
  }

  /** The part of that key, made on first use. */
  of(key: string, init: () => T): T {
    const found = this.get(key);
    if (found !== undefined) return found;
    const made = init();
    this.set(key, made);
    return made;
  }

  set(key: string, part: T): void {
    if (!this.parts.has(key)) {
      this.changed.delete(key);
      this.changed.set(key, true);
    } else if (!this.changed.has(key)) this.changed.set(key, false);
    this.parts.set(key, part);
  }

  delete(key: string): void {
    if (this.parts.delete(key) && !this.changed.has(key)) this.changed.set(key, false);
  }

  keys(): Iterable<string> {
    return this.parts.keys();
  }

  /** All parts, oldest first, only to look at: change one after `get`. */
  peek(): Iterable<Readonly<T>> {
    return this.parts.values();
  }

  /** As plain data: the parts themselves, not copies. */
  data(): Record<string, T> {
    return Object.fromEntries(this.parts);
  }

  /** All parts as they are now. */
  keep(): KeptEntries {
    if (this.changed.size === 0) return this.kept;
    const buckets = [...this.kept.buckets];
    const copied = new Set<number>();
    let { serial } = this.kept;
    for (const [key, added] of this.changed) {
      const at = bucketOf(key);
      if (!copied.has(at)) buckets[at] = new Map(buckets[at]);
      copied.add(at);
      const bucket = buckets[at] as Map<string, Kept>;
      const part = this.parts.get(key);
      if (part === undefined) bucket.delete(key);
      else
        bucket.set(key, {
          serial: added ? serial++ : (bucket.get(key)?.serial ?? serial++),
          value: this.fixed ? part : copyOf(part),
        });
    }
    this.changed.clear();
    this.kept = { fixed: this.fixed, buckets, serial };
    return this.kept;
  }
}

function bucketOf(key: string): number {
  let hash = 0;
  for (let at = 0; at < key.length; at++) hash = (hash * 31 + key.charCodeAt(at)) | 0;
  return (hash >>> 0) % BUCKETS;
}

/** A copy of plain data, to its depth. Texts are shared, and what is frozen. */
function copyOf<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  if (Array.isArray(value)) return value.map(copyOf) as T;
  const copy = { ...value };
  for (const key in copy) if (typeof copy[key] === 'object') copy[key] = copyOf(copy[key]);
  return copy;
}
