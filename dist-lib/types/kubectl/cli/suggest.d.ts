/** "Did you mean this?", by cobra's rules. */
import type { Command } from './command.ts';
/** The suggestion for a mistyped subcommand, or ''. */
export declare function suggestions(command: Command, typed: string): string;
/** Levenshtein distance. */
export declare function distance(a: string, b: string): number;
