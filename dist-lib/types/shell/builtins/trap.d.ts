import type { Sys } from '../../kernel/types.ts';
import type { Shell } from '../shell.ts';
export declare function trap(shell: Shell, argv: string[]): Sys<number>;
