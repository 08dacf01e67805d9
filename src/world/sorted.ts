/** Things kept in order of their keys. The order makes histories repeatable; putting in order waits until somebody wants to see it. */
export class Sorted<T extends { readonly key: string }> {
  private sorted: T[] = [];
  /** What was added and removed since they were put in order. */
  private readonly added = new Set<T>();
  private readonly removed = new Set<T>();

  /** Puts a thing in its place. There must be none of that key. */
  add(thing: T): void {
    this.added.add(thing);
  }

  /** Removes a thing, which must be there. */
  remove(thing: T): void {
    if (!this.added.delete(thing)) this.removed.add(thing);
  }

  get size(): number {
    return this.sorted.length - this.removed.size + this.added.size;
  }

  /** In order. Do not change the set while walking. */
  all(): readonly T[] {
    if (this.removed.size > 0) {
      this.sorted = without(this.sorted, this.removed);
      this.removed.clear();
    }
    if (this.added.size > 0) {
      this.sorted = merged(this.sorted, [...this.added]);
      this.added.clear();
    }
    return this.sorted;
  }

  /** Index in `all()` of the thing with the key, or of the first one after it. */
  find(key: string): number {
    return position(this.all(), key);
  }
}

/** Up to so many are looked for one by one. */
const FEW = 8;

function without<T extends { readonly key: string }>(sorted: T[], removed: ReadonlySet<T>): T[] {
  if (removed.size > FEW) return sorted.filter((thing) => !removed.has(thing));
  for (const { key } of removed) sorted.splice(position(sorted, key), 1);
  return sorted;
}

/** A sorted list with others in their places. */
function merged<T extends { readonly key: string }>(sorted: T[], others: T[]): T[] {
  if (others.length > 1) others.sort((a, b) => (a.key < b.key ? -1 : 1));
  if (others.length <= FEW) {
    for (const other of others) sorted.splice(position(sorted, other.key), 0, other);
    return sorted;
  }
  const all: T[] = [];
  let from = 0;
  for (const other of others) {
    const to = position(sorted, other.key);
    while (from < to) all.push(sorted[from++] as T);
    all.push(other);
  }
  while (from < sorted.length) all.push(sorted[from++] as T);
  return all;
}

/** Index of the key in a sorted list, or of the first one after it. */
function position(things: readonly { readonly key: string }[], key: string): number {
  let [low, high] = [0, things.length];
  // Names made by one owner often come in at the end.
  if (high > 0 && (things[high - 1] as { readonly key: string }).key < key) return high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((things[middle] as { readonly key: string }).key < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
