import type { Sys } from '../../kernel/types.ts';
import { type Shell } from '../shell.ts';
/** Runs until `exit`, Ctrl-D or the terminal's end; the exit code. */
export declare function interact(shell: Shell, login: boolean): Sys<number>;
/** True where a line editor can work. */
export declare function hasTerminal(): Sys<boolean>;
