import type { Sys } from '../../kernel/types.ts';
import type { Shell } from '../shell.ts';
export declare function history(shell: Shell, argv: string[]): Sys<number>;
export declare function help(shell: Shell, argv: string[]): Sys<number>;
/** Programmable completion is built in here: scripts that set it up (`source <(kubectl completion bash)`) are taken as done. */
export declare function complete(): Sys<number>;
export declare function times(): Sys<number>;
export declare function umask(shell: Shell, argv: string[]): Sys<number>;
export declare function ulimit(shell: Shell, argv: string[]): Sys<number>;
