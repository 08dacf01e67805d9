import type { LimitRange } from '../objects.ts';
/** What containers of a namespace get by default, and may ask for. */
export declare const limitRanges: import("../../api/kind.ts").Kind<LimitRange>;
