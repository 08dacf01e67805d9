/** The indexes of a Job as a text: `0-3,7` (source: pkg/apis/batch/validation, validateIndexesFormat). */
import { goQuote } from '../../api/go-json.ts';

type Interval = readonly [first: number, last: number];

/** The intervals of a text, or what is wrong with it. */
function read(text: string, completions: number): readonly Interval[] | string {
  const intervals: Interval[] = [];
  for (const interval of text === '' ? [] : text.split(',')) {
    const limits = interval.split('-');
    if (limits.length > 2)
      return `the fragment ${goQuote(interval)} violates the requirement that an index interval can have at most two parts separated by '-'`;
    for (const limit of limits) {
      if (!/^\+?\d+$/.test(limit)) return `cannot convert string to integer for index: ${goQuote(limit)}`;
      if (Number(limit) >= completions) return `too large index: ${goQuote(limit)}`;
    }
    const [first, last] = [Number(limits[0]), Number(limits.at(-1))];
    if (limits.length === 2 && first >= last) return `non-increasing order, previous: ${first}, current: ${last}`;
    const before = intervals.at(-1);
    if (before && before[1] >= first) return `non-increasing order, previous: ${before[1]}, current: ${first}`;
    intervals.push([first, last]);
  }
  return intervals;
}

/** What is wrong with a text; undefined: nothing. */
export function wrongIndexes(text: string, completions: number): string | undefined {
  const found = read(text, completions);
  return typeof found === 'string' ? found : undefined;
}

/** The intervals that a text names; none where it makes no sense. */
export function indexesOf(text: string, completions: number): readonly Interval[] {
  const found = read(text, completions);
  return typeof found === 'string' ? [] : found;
}

/** How many indexes a text names. */
export function countIndexes(text: string, completions: number): number {
  return indexesOf(text, completions).reduce((total, [first, last]) => total + last - first + 1, 0);
}
