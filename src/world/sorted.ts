/** Things kept in order of their keys: cheap to add and remove at any place, cheap to walk. The order makes histories repeatable. */
export class Sorted<T extends { readonly key: string }> {
  /** Sorted runs of at most LIMIT things, all before those of the next run: a change moves the things of one run only. */
  private readonly runs: T[][] = [[]];
  private count = 0;
  /** All in one list, made when asked for. */
  private flat: readonly T[] | undefined;

  /** Puts a thing in its place, unless there is one of that key. */
  add(thing: T): void {
    const { key } = thing;
    const index = this.runOf(key);
    const run = this.runs[index] as T[];
    const at = position(run, key);
    if (run[at]?.key === key) return;
    if (at === run.length) run.push(thing);
    else run.splice(at, 0, thing);
    this.count++;
    this.flat = undefined;
    if (run.length > LIMIT) this.runs.splice(index + 1, 0, run.splice(LIMIT >> 1));
  }

  remove(key: string): void {
    const index = this.runOf(key);
    const run = this.runs[index] as T[];
    const at = position(run, key);
    if (run[at]?.key !== key) return;
    run.splice(at, 1);
    this.count--;
    this.flat = undefined;
    if (run.length === 0 && this.runs.length > 1) this.runs.splice(index, 1);
  }

  get size(): number {
    return this.count;
  }

  /** In order. Do not change the set while walking. */
  all(): readonly T[] {
    if (!this.flat) this.flat = this.runs.length === 1 ? [...(this.runs[0] as T[])] : this.runs.flat();
    return this.flat;
  }

  /** Index in `all()` of the thing with the key, or of the first one after it. */
  find(key: string): number {
    return position(this.all(), key);
  }

  /** Index of the run that has the key, or would have it. */
  private runOf(key: string): number {
    const { runs } = this;
    let [low, high] = [0, runs.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      const run = runs[middle] as T[];
      if ((run[run.length - 1] as T).key < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const LIMIT = 256;

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
