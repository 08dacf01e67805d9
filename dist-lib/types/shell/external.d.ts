import type { Sys } from '../kernel/types.ts';
import type { Shell } from './shell.ts';
interface StartOptions {
    readonly env: Readonly<Record<string, string>>;
    /** Run in this process, which ends with it. */
    readonly replace?: boolean;
    /** As typed, for the list of jobs. */
    readonly text: string;
}
/** Runs a program in the foreground; its code. 127 and 126 with bash's words when it cannot be run. */
export declare function startProgram(shell: Shell, argv: readonly string[], options: StartOptions): Sys<number>;
export declare function baseName(path: string): string;
/** Where the PATH has a name: `/usr/bin/cat`, or undefined. */
export declare function findInPath(shell: Shell, name: string): Sys<string | undefined>;
export {};
