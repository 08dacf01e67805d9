import { canonicalQuantity } from '../../api/values/quantity.ts';
import type { Describer, DescribeWriter } from '../describe.ts';
import type { LimitRange } from '../objects.ts';

const TITLES = 'Type\tResource\tMin\tMax\tDefault Request\tDefault Limit\tMax Limit/Request Ratio\n';
const RULE = '----\t--------\t---\t---\t---------------\t-------------\t-----------------------\n';

// biome-ignore lint/correctness/useYield: describers are generators
export const describeLimitRange: Describer<LimitRange> = function* (range, w) {
  w.write(0, `Name:\t${range.metadata.name}\n`);
  w.write(0, `Namespace:\t${range.metadata.namespace ?? ''}\n`);
  w.write(0, TITLES);
  w.write(0, RULE);
  writeLimits(w, range, '');
};

/** The section of a Namespace's description. */
export function writeLimitRanges(w: DescribeWriter, ranges: readonly LimitRange[]): void {
  if (ranges.length === 0) {
    w.write(0, 'No LimitRange resource.\n');
    return;
  }
  w.write(0, `Resource Limits\n ${TITLES}`);
  w.write(0, ` ${RULE}`);
  for (const range of ranges) writeLimits(w, range, ' ');
}

function writeLimits(w: DescribeWriter, { spec }: LimitRange, prefix: string): void {
  for (const limit of spec.limits) {
    const columns = [limit.min, limit.max, limit.defaultRequest, limit.default, limit.maxLimitRequestRatio] as (
      | Readonly<Record<string, string | number>>
      | undefined
    )[];
    const names = [...new Set(columns.flatMap((column) => Object.keys(column ?? {})))].sort();
    for (const name of names) {
      const cells = columns.map((column) => (column?.[name] === undefined ? '-' : canonicalQuantity(column[name])));
      w.write(0, `${prefix}${limit.type}\t${name}\t${cells.join('\t')}\n`);
    }
  }
}
