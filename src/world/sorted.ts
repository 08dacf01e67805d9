/** Things kept in order of their keys. The order makes histories repeatable; putting in order waits until somebody wants to see it. */
export class Sorted<T extends { readonly key: string }> {
  private sorted: T[] = [];
  /** Added since they were put in order, in any order. */
  private added: T[] = [];

  /** Puts a thing in its place. There must be none of that key. */
  add(thing: T): void {
    this.added.push(thing);
  }

  remove(key: string): void {
    const sorted = this.inOrder();
    const at = position(sorted, key);
    if (sorted[at]?.key === key) sorted.splice(at, 1);
  }

  get size(): number {
    return this.sorted.length + this.added.length;
  }

  /** In order. Do not change the set while walking. */
  all(): readonly T[] {
    return this.inOrder();
  }

  /** Index in `all()` of the thing with the key, or of the first one after it. */
  find(key: string): number {
    return position(this.inOrder(), key);
  }

  private inOrder(): T[] {
    const { sorted, added } = this;
    if (added.length === 0) return sorted;
    if (added.length > 1) added.sort((a, b) => (a.key < b.key ? -1 : 1));
    this.added = [];
    if (added.length === 1) sorted.splice(position(sorted, (added[0] as T).key), 0, added[0] as T);
    else this.sorted = merged(sorted, added);
    return this.sorted;
  }
}

/** Two sorted lists as one. */
function merged<T extends { readonly key: string }>(some: readonly T[], others: readonly T[]): T[] {
  const all: T[] = [];
  let from = 0;
  for (const other of others) {
    const to = position(some, other.key);
    while (from < to) all.push(some[from++] as T);
    all.push(other);
  }
  while (from < some.length) all.push(some[from++] as T);
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
