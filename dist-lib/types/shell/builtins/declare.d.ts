import type { Sys } from '../../kernel/types.ts';
import type { Shell } from '../shell.ts';
/** `declare -ax NAME=([0]="a")`, as `declare -p` prints. */
export declare function declarationOf(shell: Shell, name: string): string;
export declare function declare(shell: Shell, args: string[]): Sys<number>;
export declare function local(shell: Shell, args: string[]): Sys<number>;
export declare function readonly(shell: Shell, args: string[]): Sys<number>;
export declare function exportBuiltin(shell: Shell, args: string[]): Sys<number>;
export declare function unset(shell: Shell, args: string[]): Sys<number>;
