import type { Sys } from '../../kernel/types.ts';
import type { Shell } from '../shell.ts';
/** How a line ended: Enter, Ctrl-C, or Ctrl-D on an empty line (also: the terminal is gone). */
export type Ending = {
    readonly line: string;
} | 'interrupted' | 'end';
export declare class Editor {
    private readonly shell;
    private readonly reader;
    private readonly buffer;
    private readonly screen;
    /** Keys read and not yet used: text pasted behind an Enter belongs to the next line. */
    private keys;
    private prompt;
    private size;
    /** Place in the history; its length: the new line. */
    private place;
    private readonly edited;
    private search;
    private lastKey;
    private suggestion;
    private lastArgument;
    constructor(shell: Shell);
    /** Reads a line behind the prompt. `suggestion` is offered in grey while the line is empty. */
    read(prompt: string, suggestion?: string): Sys<Ending>;
    /** Puts the terminal back for programs; call after every `read`. */
    release(): Sys<void>;
    private loop;
    private input;
    private get hint();
    private draw;
    /** Leaves the drawn line behind and goes to a new row. */
    private finish;
    private press;
    /** Takes the grey text (or its next word); false when there is none. */
    private acceptHint;
    private walk;
    private insertLastArgument;
    /** True when the key was used by the search; other keys end it and do what they do. */
    private pressInSearch;
    private tab;
    private list;
    private oneKey;
}
