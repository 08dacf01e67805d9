/** A set of strings kept in order: cheap to add and remove at any place, cheap to walk. The order makes histories repeatable. */
export class SortedKeys {
  /** Sorted runs of at most LIMIT keys, all before those of the next run: a change moves the keys of one run only. */
  private readonly runs: string[][] = [[]];
  private count = 0;
  /** All keys in one list, made when asked for. */
  private flat: readonly string[] | undefined;

  add(key: string): void {
    const index = this.runOf(key);
    const run = this.runs[index] as string[];
    const at = position(run, key);
    if (run[at] === key) return;
    if (at === run.length) run.push(key);
    else run.splice(at, 0, key);
    this.count++;
    this.flat = undefined;
    if (run.length > LIMIT) this.runs.splice(index + 1, 0, run.splice(LIMIT >> 1));
  }

  remove(key: string): void {
    const index = this.runOf(key);
    const run = this.runs[index] as string[];
    const at = position(run, key);
    if (run[at] !== key) return;
    run.splice(at, 1);
    this.count--;
    this.flat = undefined;
    if (run.length === 0 && this.runs.length > 1) this.runs.splice(index, 1);
  }

  get size(): number {
    return this.count;
  }

  /** In order. Do not change the set while walking. */
  all(): readonly string[] {
    if (!this.flat) this.flat = this.runs.length === 1 ? [...(this.runs[0] as string[])] : this.runs.flat();
    return this.flat;
  }

  /** Index in `all()` of the key, or of the first one after it. */
  find(key: string): number {
    return position(this.all(), key);
  }

  /** Index of the run that has the key, or would have it. */
  private runOf(key: string): number {
    const { runs } = this;
    let [low, high] = [0, runs.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      const run = runs[middle] as string[];
      if ((run[run.length - 1] as string) < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const LIMIT = 256;

/** Index of the key in a sorted list, or of the first one after it. */
function position(keys: readonly string[], key: string): number {
  let [low, high] = [0, keys.length];
  // Names made by one owner often come in at the end.
  if (high > 0 && (keys[high - 1] as string) < key) return high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] as string) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
