import type { Sys } from '../../kernel/types.ts';
import { type Shell } from '../shell.ts';
export declare function read(shell: Shell, argv: string[]): Sys<number>;
/** Splits a line as `read` does: the last of `limit` words keeps the rest of the line. */
export declare function words(line: string, ifs: string, raw: boolean, limit?: number): string[];
export declare function mapfile(shell: Shell, argv: string[]): Sys<number>;
