import type { Sys } from '../../kernel/types.ts';
import type { Shell } from '../shell.ts';
export declare function aliasBuiltin(shell: Shell, argv: string[]): Sys<number>;
export declare function unalias(shell: Shell, argv: string[]): Sys<number>;
/** The text with the aliases of its command words put in, each once along its own expansion. */
export declare function expandAliases(text: string, aliases: ReadonlyMap<string, string>): string;
