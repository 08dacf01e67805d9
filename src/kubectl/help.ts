/** Where kubectl shows help instead of doing something. */
import { write } from '../kernel/sys.ts';
import type { Process, Sys } from '../kernel/types.ts';
import type { Command, CommandPath } from './cli/command.ts';
import { HELP_OF_HELP, helpText, usageText } from './cli/help.ts';
import { findCommand } from './cli/parse.ts';
import { commandTree } from './commands/index.ts';
import { CommandError } from './errors.ts';
import { addedCommands } from './plugins.ts';

/** The help of a command; of kubectl itself with what plugins add. */
export function* helpOf(process: Process, path: CommandPath, usageOnly = false): Sys<string> {
  const added = path.length === 1 ? yield* addedCommands(process, path[0] as Command) : [];
  return (usageOnly ? usageText : helpText)(path, added);
}

/** kubectl alone shows help; a group of commands without its subcommand shows help on stderr and fails. */
export function* needsSubcommand(process: Process, path: CommandPath, args: readonly string[]): Sys<number> {
  const command = path[path.length - 1] as Command;
  if (path.length > 1 && !command.anyHelp && args.length > 0) {
    const name = path.map((command) => command.name).join(' ');
    throw new CommandError(`unknown command ${JSON.stringify(args.join(' '))}\nSee '${name} -h' for help and examples`);
  }
  const well = path.length === 1 || command.anyHelp;
  yield* write(well || command.helpTo === 'stdout' ? 1 : 2, yield* helpOf(process, path));
  return well ? 0 : 1;
}

/** `kubectl help [COMMAND]`; of what is no command it lists those that there are. */
export function* helpCommand(process: Process, words: readonly string[]): Sys<number> {
  if (words.length === 1 && (words[0] === 'help' || words[0]?.startsWith('-'))) {
    yield* write(1, HELP_OF_HELP);
    return 0;
  }
  const tree = yield* commandTree(words, process.env);
  const { path } = findCommand(tree, words);
  const unknown = path.length === 1 && words.length > 0;
  if (unknown) yield* write(2, `Unknown help topic ${JSON.stringify(words).replaceAll('"', '`').replaceAll(',', ' ')}\n\n\n`);
  yield* write(unknown ? 2 : 1, yield* helpOf(process, path, unknown));
  return 0;
}
