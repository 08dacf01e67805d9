/** A set of strings kept in order: cheap to add and remove at any place, cheap to walk. The order makes histories repeatable. */
export class SortedKeys {
  private keys: string[] = [];

  add(key: string): void {
    const at = this.find(key);
    if (this.keys[at] === key) return;
    if (at === this.keys.length) this.keys.push(key);
    else this.keys.splice(at, 0, key);
  }

  remove(key: string): void {
    const at = this.find(key);
    if (this.keys[at] === key) this.keys.splice(at, 1);
  }

  get size(): number {
    return this.keys.length;
  }

  /** In order. Do not change the set while walking. */
  all(): readonly string[] {
    return this.keys;
  }

  /** Index of the key, or of the first one after it. */
  find(key: string): number {
    const keys = this.keys;
    let low = 0;
    let high = keys.length;
    // Names made by one owner often come in at the end.
    if (high > 0 && (keys[high - 1] as string) < key) return high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((keys[middle] as string) < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
