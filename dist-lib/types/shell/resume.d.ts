import type { Sys } from '../kernel/types.ts';
import type { Shell } from './shell.ts';
/** Start data of a terminal's shell: its name for the device `shell-state`, and the text of the shell before it. */
export interface TerminalInit {
    readonly terminal: string;
    readonly resume: string;
}
export declare function isTerminal(init: unknown): init is TerminalInit;
/** Tells the state before each prompt; only what changed since the shell began. */
export declare class StateTeller {
    private readonly shell;
    private readonly terminal;
    private readonly variables;
    private readonly aliases;
    private readonly functions;
    private told;
    constructor(shell: Shell, { terminal }: TerminalInit);
    tell(): Sys<void>;
    private declarations;
}
/** Goes on from an earlier shell's state. */
export declare function resume(shell: Shell, { resume: text }: TerminalInit): Sys<void>;
