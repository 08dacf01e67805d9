/** minikube's command line: commands and flags as data, read and complained about as cobra does. */
import type { Process, Sys } from '../kernel/types.ts';

export interface Flag {
  readonly name: string;
  readonly short?: string;
  readonly type: 'bool' | 'string' | 'int';
  readonly default?: string;
  readonly usage: string;
}

export interface Command {
  readonly name: string;
  /** What follows the command's path in the usage line. */
  readonly usage?: string;
  readonly short: string;
  readonly flags?: readonly Flag[];
  readonly commands?: readonly Command[];
  /** Heading in `minikube --help`. */
  readonly group?: string;
  /** Everything after it belongs to another program. */
  readonly passThrough?: boolean;
  /** What its arguments may be: for Tab. */
  readonly values?: () => Sys<readonly string[]>;
  readonly run?: (call: Call) => Sys<number>;
}

export interface Call {
  readonly process: Process;
  readonly args: readonly string[];
  /** Values of the flags, defaults included; a bool is `true` or `false`. */
  readonly flags: Readonly<Record<string, string>>;
}

export class UsageError extends Error {}

/** Flags that every command takes. */
export const GLOBAL_FLAGS: readonly Flag[] = [
  { name: 'alsologtostderr', type: 'bool', usage: 'log to standard error as well as files' },
  { name: 'bootstrapper', short: 'b', type: 'string', default: 'kubeadm', usage: 'The name of the cluster bootstrapper' },
  { name: 'help', short: 'h', type: 'bool', usage: 'help for the command' },
  { name: 'logtostderr', type: 'bool', usage: 'log to standard error instead of files' },
  { name: 'profile', short: 'p', type: 'string', default: 'minikube', usage: 'The name of the cluster' },
  { name: 'rootless', type: 'bool', usage: 'Force to use rootless driver' },
  { name: 'skip-audit', type: 'bool', usage: 'Skip recording the command' },
  { name: 'user', type: 'string', usage: 'Who executes the operation' },
  { name: 'v', short: 'v', type: 'int', default: '0', usage: 'number for the log level verbosity' },
];

export interface Parsed {
  readonly path: readonly Command[];
  readonly args: readonly string[];
  readonly flags: Readonly<Record<string, string>>;
}

/** Finds the command and its flags. Throws UsageError with the text that goes to stderr. */
export function parse(root: Command, words: readonly string[]): Parsed {
  const path: Command[] = [root];
  const args: string[] = [];
  const given: Record<string, string> = {};
  const current = () => path[path.length - 1] as Command;
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (current().passThrough) {
      args.push(...(word === '--' ? [] : [word]), ...rest.splice(0));
    } else if (word === '--') {
      args.push(...rest.splice(0));
    } else if (word.startsWith('-') && word !== '-') {
      readFlag(path, word, rest, given);
    } else {
      const command = args.length === 0 ? current().commands?.find((one) => one.name === word) : undefined;
      if (command) path.push(command);
      else if (path.length === 1) throw unknownCommand(root, word);
      else args.push(word);
    }
  }
  const flags: Record<string, string> = {};
  for (const flag of flagsOf(path)) flags[flag.name] = given[flag.name] ?? flag.default ?? (flag.type === 'bool' ? 'false' : '');
  return { path, args, flags };
}

const flagsOf = (path: readonly Command[]): Flag[] => [...path.flatMap((command) => command.flags ?? []), ...GLOBAL_FLAGS];
export const pathText = (path: readonly Command[]): string => path.map((command) => command.name).join(' ');

function readFlag(path: readonly Command[], word: string, rest: string[], given: Record<string, string>): void {
  const fail = (message: string): never => {
    throw new UsageError(`Error: ${message}\nSee '${pathText(path)} --help' for usage.\n`);
  };
  const flags = flagsOf(path);
  const set = (flag: Flag, value: string, shown: string) => {
    const bad =
      (flag.type === 'int' && !/^[-+]?\d+$/.test(value)) ||
      (flag.type === 'bool' && !/^(1|0|t|f|T|F|true|false|TRUE|FALSE|True|False)$/.test(value));
    if (bad)
      fail(
        `invalid argument ${JSON.stringify(value)} for "${shown}" flag: strconv.Parse${flag.type === 'int' ? 'Int' : 'Bool'}: parsing ${JSON.stringify(value)}: invalid syntax`,
      );
    given[flag.name] = flag.type === 'bool' ? String(/^(1|t|T|true|TRUE|True)$/.test(value)) : value;
  };
  if (word.startsWith('--')) {
    const [name = '', value] = splitOnce(word.slice(2));
    const flag = flags.find((one) => one.name === name) ?? fail(`unknown flag: --${name}`);
    const shown = flag.short ? `-${flag.short}, --${flag.name}` : `--${flag.name}`;
    if (value !== undefined) set(flag, value, shown);
    else if (flag.type === 'bool') set(flag, 'true', shown);
    else set(flag, rest.shift() ?? fail(`flag needs an argument: --${name}`), shown);
    return;
  }
  for (let letters = word.slice(1); letters !== ''; letters = letters.slice(1)) {
    const letter = letters.charAt(0);
    const flag = flags.find((one) => one.short === letter) ?? fail(`unknown shorthand flag: '${letter}' in -${letters}`);
    const shown = `-${letter}, --${flag.name}`;
    if (flag.type === 'bool') {
      set(flag, 'true', shown);
      continue;
    }
    const value = letters.slice(1).replace(/^=/, '');
    set(flag, value !== '' ? value : (rest.shift() ?? fail(`flag needs an argument: '${letter}' in -${letters}`)), shown);
    return;
  }
}

function splitOnce(text: string): [string, string?] {
  const at = text.indexOf('=');
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function unknownCommand(root: Command, word: string): UsageError {
  const near = (root.commands ?? [])
    .map((one) => one.name)
    .filter((name) => distance(name, word) <= 2 || name.startsWith(word.toLowerCase()));
  const suggestions = near.length > 0 ? `\n\nDid you mean this?\n${near.map((name) => `\t${name}\n`).join('')}` : '';
  return new UsageError(
    `Error: unknown command ${JSON.stringify(word)} for "${root.name}"${suggestions}\nRun '${root.name} --help' for usage.\n`,
  );
}

/** Levenshtein's distance, small and large letters being the same. */
function distance(a: string, b: string): number {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  let row = Array.from({ length: y.length + 1 }, (_, i) => i);
  for (let i = 1; i <= x.length; i++) {
    const next = [i];
    for (let j = 1; j <= y.length; j++) {
      const change = (row[j - 1] as number) + (x[i - 1] === y[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[y.length] as number;
}

/** What `--help` prints. */
export function help(path: readonly Command[]): string {
  const command = path[path.length - 1] as Command;
  const subcommands = command.commands ?? [];
  const longest = Math.max(0, ...subcommands.map((one) => one.name.length));
  const list = (some: readonly Command[]) => some.map((one) => `  ${one.name.padEnd(longest)}   ${one.short}\n`).join('');
  let text = `${command.short}\n`;
  const groups = [...new Set(subcommands.map((one) => one.group ?? 'Available Commands:'))];
  for (const group of groups) text += `\n${group}\n${list(subcommands.filter((one) => (one.group ?? 'Available Commands:') === group))}`;
  const flags = path.flatMap((one) => one.flags ?? []);
  if (flags.length > 0) text += `\nFlags:\n${flags.map(flagText).join('')}`;
  text += `\nUsage:\n  ${pathText(path)} ${command.usage ?? (subcommands.length > 0 ? '[flags] [options]' : '[flags] [options]')}\n`;
  return text;
}

function flagText({ name, short, type, default: value, usage }: Flag): string {
  const shown = value ?? (type === 'bool' ? 'false' : type === 'int' ? '0' : "''");
  return `    ${short ? `-${short}, ` : ''}--${name}=${type === 'string' && value !== undefined ? `'${value}'` : shown}:\n\t${usage}\n`;
}
