/**
 * Sorting as Go's sort.Sort does. Its order among equals is no promise, but it is always the same one, and can be seen: events of one
 * second, values that are missing, keys that mix digits and letters.
 *
 * Up to twelve elements it is an insertion sort; above, a pattern-defeating quicksort (Go's sort/zsortinterface.go says how pivots are
 * chosen). Where that one falls back to a heap sort, after many bad pivots, this one goes on.
 */

type Less<T> = (a: T, b: T) => boolean;

const INSERTION = 12;
/** From here on a pivot is the median of three medians. */
const NINTHER = 50;
const MOST_SWAPS = 12;
/** How often, and in lists of what length, a list that is nearly sorted is mended. */
const MENDINGS = 5;
const MENDED_FROM = 50;

/** Sorts `list` in place, and returns it. */
export function goSort<T>(list: T[], less: Less<T>): T[] {
  new Sorter(list, less).sort(0, list.length);
  return list;
}

class Sorter<T> {
  private readonly list: T[];
  private readonly isLess: Less<T>;

  constructor(list: T[], less: Less<T>) {
    this.list = list;
    this.isLess = less;
  }

  /** The elements from `from` to before `to`. */
  sort(from: number, to: number): void {
    let [start, end] = [from, to];
    let [balanced, partitioned] = [true, true];
    for (;;) {
      const length = end - start;
      if (length <= INSERTION) return this.insertionSort(start, end);
      if (!balanced) this.shuffle(start, end);
      let { pivot, hint } = this.choosePivot(start, end);
      if (hint === 'decreasing') {
        this.reverse(start, end);
        pivot = end - 1 - (pivot - start);
        hint = 'increasing';
      }
      if (balanced && partitioned && hint === 'increasing' && this.mend(start, end)) return;
      // The pivot equals what lies before: it is among the smallest.
      if (start > 0 && !this.less(start - 1, pivot)) {
        start = this.partitionEqual(start, end, pivot);
        continue;
      }
      const { middle, already } = this.partition(start, end, pivot);
      partitioned = already;
      const [left, right] = [middle - start, end - middle];
      balanced = Math.min(left, right) >= Math.floor(length / 8);
      if (left < right) {
        this.sort(start, middle);
        start = middle + 1;
      } else {
        this.sort(middle + 1, end);
        end = middle;
      }
    }
  }

  private less(a: number, b: number): boolean {
    return this.isLess(this.list[a] as T, this.list[b] as T);
  }

  private swap(a: number, b: number): void {
    [this.list[a], this.list[b]] = [this.list[b] as T, this.list[a] as T];
  }

  private insertionSort(start: number, end: number): void {
    for (let next = start + 1; next < end; next++) for (let at = next; at > start && this.less(at, at - 1); at--) this.swap(at, at - 1);
  }

  private reverse(start: number, end: number): void {
    for (let [a, b] = [start, end - 1]; a < b; a++, b--) this.swap(a, b);
  }

  /** Three elements of the middle change places with others, by numbers that depend on the length alone. */
  private shuffle(start: number, end: number): void {
    const length = end - start;
    const mask = 2n ** BigInt(length.toString(2).length) - 1n;
    const middle = start + Math.floor(length / 4) * 2;
    let random = BigInt(length);
    for (let at = middle - 1; at <= middle + 1; at++) {
      random = BigInt.asUintN(64, random ^ (random << 13n));
      random ^= random >> 7n;
      random = BigInt.asUintN(64, random ^ (random << 17n));
      const other = Number(random & mask);
      this.swap(at, start + (other >= length ? other - length : other));
    }
  }

  /** The median of some elements; the hint says whether they were in order, or in the opposite one. */
  private choosePivot(start: number, end: number): { pivot: number; hint: 'increasing' | 'decreasing' | 'none' } {
    const quarter = Math.floor((end - start) / 4);
    let swaps = 0;
    const median = (...three: [number, number, number]): number => {
      for (const [a, b] of [
        [0, 1],
        [1, 2],
        [0, 1],
      ] as const)
        if (this.less(three[b], three[a])) {
          swaps++;
          [three[a], three[b]] = [three[b], three[a]];
        }
      return three[1];
    };
    const around = (at: number): number => (end - start >= NINTHER ? median(at - 1, at, at + 1) : at);
    const pivot = median(around(start + quarter), around(start + quarter * 2), around(start + quarter * 3));
    return { pivot, hint: swaps === 0 ? 'increasing' : swaps === MOST_SWAPS ? 'decreasing' : 'none' };
  }

  /** What is less than the pivot comes before it; `already` if all of it did. */
  private partition(start: number, end: number, pivot: number): { middle: number; already: boolean } {
    this.swap(start, pivot);
    let [left, right, swapped] = [start + 1, end - 1, false];
    for (;;) {
      while (left <= right && this.less(left, start)) left++;
      while (left <= right && !this.less(right, start)) right--;
      if (left > right) break;
      this.swap(left++, right--);
      swapped = true;
    }
    this.swap(right, start);
    return { middle: right, already: !swapped };
  }

  /** What equals the pivot comes first; where the rest begins. */
  private partitionEqual(start: number, end: number, pivot: number): number {
    this.swap(start, pivot);
    let [left, right] = [start + 1, end - 1];
    for (;;) {
      while (left <= right && !this.less(start, left)) left++;
      while (left <= right && this.less(start, right)) right--;
      if (left > right) return left;
      this.swap(left++, right--);
    }
  }

  /** Puts the few elements of a nearly sorted list that are out of order where they belong; whether the list is sorted then. */
  private mend(start: number, end: number): boolean {
    let next = start + 1;
    for (let mended = 0; mended < MENDINGS; mended++) {
      while (next < end && !this.less(next, next - 1)) next++;
      if (next === end) return true;
      if (end - start < MENDED_FROM) return false;
      this.swap(next, next - 1);
      if (next - start >= 2) for (let at = next - 1; at >= 1 && this.less(at, at - 1); at--) this.swap(at, at - 1);
      if (end - next >= 2) for (let at = next + 1; at < end && this.less(at, at - 1); at++) this.swap(at, at - 1);
    }
    return false;
  }
}
