import type { Sys } from '../../kernel/types.ts';
import { type Call } from '../tool.ts';
import type { Script } from './parse.ts';
export interface SedOptions {
    readonly quiet: boolean;
    readonly separate: boolean;
    /** Files are changed; the suffix of the copy that is kept ('' for none). */
    readonly inPlace: string | undefined;
    readonly end: string;
    readonly lineLength: number;
}
export declare class Sed {
    private readonly call;
    private readonly script;
    private readonly options;
    private readonly input;
    private space;
    private hold;
    private terminated;
    private line;
    private substituted;
    private lastPattern;
    private code;
    private jumps;
    /** Where a range that has begun ends: a line, or Infinity while its end is looked for. */
    private readonly ranges;
    private appended;
    private readonly writers;
    private readonly readers;
    private edited;
    private missingNewline;
    constructor(call: Call, script: Script, options: SedOptions, paths: readonly string[]);
    run(): Sys<number>;
    private take;
    private openWriter;
    private saveEdited;
    private output;
    private writeFile;
    private print;
    private flushAppended;
    private fileText;
    private reader;
    private pattern;
    private matches;
    private selected;
    private begins;
    private cycle;
    private done;
    private substitute;
    /** `l`: the pattern space in visible characters, folded. */
    private list;
}
