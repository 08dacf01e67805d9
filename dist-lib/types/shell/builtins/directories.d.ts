import type { Sys } from '../../kernel/types.ts';
import { type Shell } from '../shell.ts';
export declare function cd(shell: Shell, argv: string[]): Sys<number>;
export declare function pwd(shell: Shell): Sys<number>;
export declare function dirs(shell: Shell, argv: string[]): Sys<number>;
export declare function pushd(shell: Shell, argv: string[]): Sys<number>;
export declare function popd(shell: Shell, argv: string[]): Sys<number>;
