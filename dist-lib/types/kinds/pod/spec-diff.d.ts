/** How two Pod specs differ, as the server tells it: its own Go structs as indented JSON, compared line by line. */
import type { PodSpec } from '../types.gen.ts';
/** The unified diff of two specs. */
export declare function podSpecDiff(before: PodSpec, after: PodSpec): string;
