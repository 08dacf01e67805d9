/** The shell program: `bash`, `sh` (dash) and busybox `sh` (ash), for scripts, `-c` and terminals. */
import type { Channel } from '../kernel/channel.ts';
import type { Program } from '../kernel/types.ts';
import { type Dialect } from './shell.ts';
/** The program for a dialect. A process started with subshell data runs that instead. */
export declare function shellProgram(dialect: Dialect): Program;
/** GNU bash. */
export declare const bash: Program;
/** Debian's `sh`. */
export declare const dash: Program;
/** busybox's `sh`. */
export declare const ash: Program;
/**
 * A shell fed with texts from code instead of a terminal: runs each, keeps its state between them, and reports each one's code.
 * It ends at the end of the channel or at `exit`.
 */
export declare function fedShell(lines: Channel<string>, codes: Channel<number>): Program;
