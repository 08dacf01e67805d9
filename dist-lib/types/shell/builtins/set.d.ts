import type { Sys } from '../../kernel/types.ts';
import { type Shell } from '../shell.ts';
export declare function set(shell: Shell, argv: string[]): Sys<number>;
export declare function shopt(shell: Shell, argv: string[]): Sys<number>;
export declare function shift(shell: Shell, argv: string[]): Sys<number>;
export declare function getopts(shell: Shell, argv: string[]): Sys<number>;
