import { createdAtColumn, nameColumn } from '../columns.ts';
import { define } from '../define.ts';
import type { LimitRange } from '../objects.ts';

/** What containers of a namespace get by default, and may ask for. */
export const limitRanges = define<LimitRange>('v1', 'limitranges', { columns: [nameColumn, createdAtColumn] });
