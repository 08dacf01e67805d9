import type { Sys } from '../../kernel/types.ts';
import type { Shell } from '../shell.ts';
export declare function jobs(shell: Shell, argv: string[]): Sys<number>;
export declare function fg(shell: Shell, argv: string[]): Sys<number>;
export declare function bg(shell: Shell, argv: string[]): Sys<number>;
export declare function wait(shell: Shell, argv: string[]): Sys<number>;
export declare function disown(shell: Shell, argv: string[]): Sys<number>;
export declare function kill(shell: Shell, argv: string[]): Sys<number>;
