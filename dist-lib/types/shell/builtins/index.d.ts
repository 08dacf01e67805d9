/** The shell's builtin commands: one table. */
import type { Sys } from '../../kernel/types.ts';
import type { Shell } from '../shell.ts';
/** Runs in the shell's process. `argv[0]` is its name. */
export type Builtin = (shell: Shell, argv: string[]) => Sys<number>;
/** Builtins whose arguments may be assignments, arrays included. */
export declare const DECLARATIONS: ReadonlySet<string>;
export declare const builtins: Readonly<Record<string, Builtin>>;
