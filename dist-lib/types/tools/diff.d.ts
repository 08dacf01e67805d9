import { type Tool } from './tool.ts';
/** What was changed: lines [from, to) of the old file became lines [start, end) of the new one. */
export interface Change {
    readonly from: number;
    readonly to: number;
    readonly start: number;
    readonly end: number;
}
/** The shortest list of changes (Myers), each moved down as far as it goes, as GNU diff has it. */
export declare function changesOf(a: readonly string[], b: readonly string[]): Change[];
export declare const diff: Tool;
export declare const cmp: Tool;
