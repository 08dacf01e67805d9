import type { Describer, DescribeWriter } from '../describe.ts';
import type { LimitRange } from '../objects.ts';
export declare const describeLimitRange: Describer<LimitRange>;
/** The section of a Namespace's description. */
export declare function writeLimitRanges(w: DescribeWriter, ranges: readonly LimitRange[]): void;
