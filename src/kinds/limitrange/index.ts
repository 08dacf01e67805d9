import { createdAtColumn, nameColumn } from '../columns.ts';
import { define } from '../define.ts';
import { eachOf, fill, within } from '../fill.ts';
import type { LimitRange } from '../objects.ts';
import type { LimitRangeItem } from '../types.gen.ts';

/** What containers of a namespace get by default, and may ask for. */
export const limitRanges = define<LimitRange>('v1', 'limitranges', {
  defaults: (range) => within(range, 'spec', (spec) => eachOf(spec, 'limits', defaultItem)),
  columns: [nameColumn, createdAtColumn],
});

/** For containers: limits default to the maximum, requests to the limit or else to the minimum. */
function defaultItem(item: LimitRangeItem): LimitRangeItem {
  if (item.type !== 'Container') return item;
  const limits = fill(item.default ?? {}, item.max ?? {});
  const requests = fill(fill(item.defaultRequest ?? {}, limits), item.min ?? {});
  const some = (list: object): boolean => Object.keys(list).length > 0;
  return fill(
    {
      ...item,
      ...(limits !== item.default && some(limits) && { default: limits }),
      ...(requests !== item.defaultRequest && some(requests) && { defaultRequest: requests }),
    },
    {},
  );
}
