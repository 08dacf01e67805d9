/** Help in kubectl's layout: description, examples, subcommands, options, usage, hints. */
import { type Command, type CommandPath, defaultText, type Flag, flagsOf, pathText } from './command.ts';

/**
 * The text of `kubectl ... --help`.
 * @param plugins commands that plugins add
 */
export function helpText(path: CommandPath, plugins: readonly string[] = []): string {
  const command = path[path.length - 1] as Command;
  return `${(command.long ?? `${command.short.replace(/\.$/, '')}.`).trim()}\n\n${usageText(path, plugins)}`;
}

/** What cobra's own command `help` says of itself. */
export const HELP_OF_HELP = `Help provides help for any command in the application.
Simply type kubectl help [path to command] for full details.

Usage:
  kubectl help [command] [flags] [options]

Use "kubectl options" for a list of global command-line options (applies to all commands).
`;

export function usageText(path: CommandPath, plugins: readonly string[]): string {
  const root = path.length === 1;
  const command = path[path.length - 1] as Command;
  const visible = (command.commands ?? []).filter((one) => !one.hidden);
  const sections: string[] = [];
  if (command.aliases?.length) sections.push(`Aliases:\n${[command.name, ...command.aliases].join(', ')}`);
  if (command.examples?.length) sections.push(`Examples:\n${examplesText(command.examples)}`);
  if (visible.length > 0)
    sections.push(
      root ? groupsText(visible, plugins) : `Available Commands:\n${commandList([...visible].sort((a, b) => (a.name < b.name ? -1 : 1)))}`,
    );
  const own = flagsOf(path).own.filter((flag) => !flag.hidden && !flag.deprecated);
  if (own.length > 0 && !root) sections.push(`Options:\n${flagsText(own).trimEnd()}`);
  sections.push(`Usage:\n  ${usageLine(path)}`);
  const hints: string[] = [];
  const name = pathText(path);
  if (visible.length > 0) hints.push(`Use "${name} <command> --help" for more information about a given command.`);
  hints.push(`Use "${(path[0] as Command).name} options" for a list of global command-line options (applies to all commands).`);
  return `${sections.join('\n\n')}\n\n${hints.join('\n')}\n`;
}

function usageLine(path: CommandPath): string {
  const command = path[path.length - 1] as Command;
  const usage = path.length === 1 ? 'kubectl [flags]' : `${pathText(path.slice(0, -1))} ${command.usage}`;
  return usage.includes('[options]') ? usage : `${usage} [options]`;
}

function examplesText(examples: NonNullable<Command['examples']>): string {
  return examples.map(([comment, line]) => `  # ${comment}\n  ${line.replaceAll('\n', '\n  ')}`).join('\n  \n');
}

function groupsText(commands: readonly Command[], plugins: readonly string[]): string {
  const groups = new Map<string, Command[]>();
  for (const command of commands) {
    if (command.name === 'options') continue;
    const group = command.group ?? 'Other Commands:';
    groups.set(group, [...(groups.get(group) ?? []), command]);
  }
  const other = groups.get('Other Commands:');
  if (other) {
    groups.delete('Other Commands:');
    groups.set(
      'Subcommands provided by plugins:',
      plugins.map((name) => ({ name, usage: name, short: `The command ${name} is a plugin installed by the user` })),
    );
    groups.set(
      'Other Commands:',
      other.sort((a, b) => (a.name < b.name ? -1 : 1)),
    );
  }
  const width = padding(commands);
  return [...groups].map(([title, list]) => [title, ...(list.length > 0 ? [commandList(list, width)] : [])].join('\n')).join('\n\n');
}

function commandList(commands: readonly Command[], width = padding(commands)): string {
  return commands.map((command) => `  ${command.name.padEnd(width)}   ${command.short}`).join('\n');
}

function padding(commands: readonly Command[]): number {
  return Math.max(11, ...commands.map((command) => command.name.length));
}

/** Each flag as `    -o, --output='':` with its usage on the next line. */
export function flagsText(flags: readonly Flag[]): string {
  return [...flags]
    .filter((flag) => !flag.hidden && !flag.deprecated)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((flag) => {
      const start = flag.shorthand ? `    -${flag.shorthand}, ` : '    ';
      const value = flag.type === 'string' && !flag.unquoted ? `'${defaultText(flag)}'` : defaultText(flag);
      return `${start}--${flag.name}=${value}:\n\t${flag.usage}\n\n`;
    })
    .join('');
}
