import { type Node, type Part } from './parse.ts';
/** A template with the parts between {range} and {end} put inside the range; `open` is a range without its {end}. */
export type Step = Part | {
    readonly type: 'range';
    readonly nodes: readonly Node[];
    readonly body: Step[];
    open: boolean;
};
/** `parts` as nested ranges; a range without its {end} reaches to the end of the template. */
export declare function nestRanges(parts: readonly Part[]): Step[];
/** The results of each step over `data`, in order; a range gives the results of its body once an element. */
export declare function execute(steps: readonly Step[], data: unknown, allowMissingKeys: boolean): unknown[][];
