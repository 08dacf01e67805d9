/** Up to this length Go's sort.Sort is an insertion sort. */
const INSERTION = 12;

/**
 * Sorts `list` in place as Go's sort.Sort would, which can be seen when `less` is no strict order:
 * equal or missing values, keys that mix digits and letters.
 */
export function goSort<T>(list: T[], less: (a: T, b: T) => boolean): T[] {
  if (list.length > INSERTION) return list.sort((a, b) => Number(less(b, a)) - Number(less(a, b)));
  for (let end = 1; end < list.length; end++) {
    for (let at = end; at > 0 && less(list[at] as T, list[at - 1] as T); at--) {
      [list[at], list[at - 1]] = [list[at - 1] as T, list[at] as T];
    }
  }
  return list;
}
