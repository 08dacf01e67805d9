import type { Sys } from '../../kernel/types.ts';
import type { Command } from '../cli/command.ts';
/** kubectl with its commands: in full the one that a command line names, of the others what lists and suggestions show. */
export declare function commandTree(words: readonly string[]): Sys<Command>;
