/** A child shell: `(...)`, a stage of a pipeline, `$(...)`, a background command. It starts from its parent's state as data. */
import type { Process, Sys } from '../kernel/types.ts';
import { Shell, type SubshellInit } from './shell.ts';
export declare function isSubshell(init: unknown): init is SubshellInit;
export declare function subshell(process: Process): Sys<number>;
/** Runs the shell's work and its EXIT trap; its code. */
export declare function toTheEnd(shell: Shell, work: () => Sys<number>): Sys<number>;
