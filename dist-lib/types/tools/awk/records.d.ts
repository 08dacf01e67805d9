import type { Sys } from '../../kernel/types.ts';
import type { Pattern } from '../regex/match.ts';
import type { Call } from '../tool.ts';
export declare class Records {
    readonly fd: number;
    private readonly call;
    private text;
    private ended;
    constructor(call: Call, fd: number);
    private more;
    /** The next record; undefined at the end. `separator`: one character, '' for paragraphs, or a pattern. */
    next(separator: string | Pattern): Sys<string | undefined>;
    private rest;
    private paragraph;
}
