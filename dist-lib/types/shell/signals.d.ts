import type { Sys } from '../kernel/types.ts';
import { type Shell } from './shell.ts';
/** Names for `trap` and `kill -l`, by number. */
export declare const SIGNALS: Readonly<Record<number, string>>;
/** The signal's full name from `INT`, `SIGINT`, `2`; `EXIT`, `ERR`, `DEBUG`, `RETURN` as they are. */
export declare function signalNamed(text: string): string | undefined;
export declare function numberOfSignal(name: string): number;
/** Tells the kernel which signals this shell catches and ignores now. */
export declare function armSignals(shell: Shell): Sys<void>;
/**
 * Runs a shell's whole life so that no part of it sees an interrupted call: the signal is noted for its trap and the call made
 * again. At a prompt Ctrl-C throws `Interrupted` into whatever runs.
 */
export declare function withSignals(shell: Shell, body: Sys<number>): Sys<number>;
/** Runs the traps of signals that came in; the status stays. */
export declare function runTraps(shell: Shell): Sys<void>;
/** The EXIT trap, once. */
export declare function runExitTrap(shell: Shell, code: number): Sys<number>;
