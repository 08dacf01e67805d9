/** Help in kubectl's layout: description, examples, subcommands, options, usage, hints. */
import { type CommandPath, type Flag } from './command.ts';
/** The text of `kubectl ... --help`. */
export declare function helpText(path: CommandPath): string;
/** Each flag as `    -o, --output='':` with its usage on the next line. */
export declare function flagsText(flags: readonly Flag[]): string;
