/** Redirections: which descriptors a command gets, and putting them in place around a command that runs in the shell itself. */
import type { Redirection } from 'unbash';
import type { Sys } from '../kernel/types.ts';
import { type Shell } from './shell.ts';
/** What to undo: pairs of a descriptor and where its former target was kept (undefined: it was closed). */
export interface Saved {
    readonly entries: [fd: number, kept: number | undefined][];
}
/** Applies redirections in order. On failure what was applied is undone and a ShellError says why. */
export declare function applyRedirects(shell: Shell, redirects: readonly Redirection[]): Sys<Saved>;
export declare function undoRedirects(saved: Saved): Sys<void>;
/** Keeps what was applied (`exec >file`): only the copies of the former targets go. */
export declare function keepRedirects(shell: Shell, saved: Saved): Sys<void>;
