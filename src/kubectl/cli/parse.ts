/** The command line as cobra and pflag read it: which command, its flags, its arguments; errors in their words. */
import { DurationError, parseGoDuration } from '../../api/values/duration.ts';
import { CommandError, Exit } from '../errors.ts';
import { type Command, type CommandPath, defaultText, type Flag, flagsOf, pathText, valueWithout } from './command.ts';
import { suggestions } from './suggest.ts';

/** The flags of one invocation. Asking for a flag that the command does not have is a mistake in the program. */
export class FlagValues {
  private readonly flags: ReadonlyMap<string, Flag>;
  private readonly own: ReadonlySet<string>;
  private readonly given = new Map<string, string[]>();

  /** @param own the command's flags, which hide inherited ones of the same name (`create rolebinding --user`) */
  constructor(own: readonly Flag[], inherited: readonly Flag[]) {
    this.flags = new Map([...inherited, ...own].map((flag) => [flag.name, flag]));
    this.own = new Set(own.map((flag) => flag.name));
  }

  set(flag: Flag, text: string): void {
    const before = this.given.get(flag.name) ?? [];
    if (flag.type === 'array') this.given.set(flag.name, [...before, text]);
    else if (flag.type === 'slice') this.given.set(flag.name, [...before, ...readCsv(text)]);
    else if (flag.type === 'count') this.given.set(flag.name, [String(Number(before[0] ?? 0) + (text === '+1' ? 1 : Number(text)))]);
    else this.given.set(flag.name, [text]);
  }

  has(name: string): boolean {
    return this.flags.has(name);
  }

  /** True when the flag stands on the command line. */
  changed(name: string): boolean {
    return this.given.has(name);
  }

  string(name: string): string {
    return this.given.get(name)?.[0] ?? defaultText(this.flag(name));
  }

  /** The text of an inherited flag; '' where a flag of the command itself hides it. */
  global(name: string): string {
    return this.has(name) && !this.own.has(name) ? this.string(name) : '';
  }

  bool(name: string): boolean {
    return parseBool(this.string(name)) ?? false;
  }

  int(name: string): number {
    return Number(this.string(name));
  }

  /** Milliseconds. */
  duration(name: string): number {
    return parseGoDuration(this.string(name));
  }

  list(name: string): readonly string[] {
    const flag = this.flag(name);
    return this.given.get(name) ?? (flag.default === undefined || flag.default === '[]' ? [] : readCsv(flag.default.slice(1, -1)));
  }

  /** The text of a flag of any type, as pflag prints a value. */
  text(name: string): string {
    const { type } = this.flag(name);
    return type === 'array' || type === 'slice' ? `[${this.list(name).join(',')}]` : this.string(name);
  }

  private flag(name: string): Flag {
    const flag = this.flags.get(name);
    if (!flag) throw new Error(`no flag --${name}`);
    return flag;
  }
}

/** Comma-separated values with CSV's double quotes, as pflag's StringSlice splits them. */
function readCsv(text: string): string[] {
  if (text === '') return [];
  return [...text.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((match) => match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
}

export interface Parsed {
  readonly path: CommandPath;
  readonly args: readonly string[];
  /** How many arguments stand before `--`; -1 without `--`. */
  readonly dashAt: number;
  readonly flags: FlagValues;
  readonly help: boolean;
  /** Lines about deprecated flags, for stderr. */
  readonly notices: readonly string[];
}

const HELP: Flag = { name: 'help', shorthand: 'h', type: 'bool', usage: '' };

/** Finds the command and reads its flags. Throws CommandError in cobra's words. */
export function parseCommandLine(root: Command, words: readonly string[]): Parsed {
  const { path, rest } = findCommand(root, words);
  const command = path[path.length - 1] as Command;
  if (path.length === 1) {
    const [first] = withoutFlags(rest, path);
    // What is no command could be a plugin, and a plugin's name comes first.
    if (first !== undefined && words[0]?.startsWith('-'))
      throw new Exit(1, `Error: flags cannot be placed before plugin name: ${words[0]}`);
    if (first !== undefined)
      throw new CommandError(`unknown command ${JSON.stringify(first)} for "${root.name}"${suggestions(root, first)}`);
  }
  const { own, inherited } = flagsOf(path);
  try {
    return { path, ...parseFlags(own, [...inherited, HELP], rest, command.noInterspersed ?? false) };
  } catch (error) {
    if (!(error instanceof FlagError)) throw error;
    if (command.flagErrorCode)
      throw new Exit(command.flagErrorCode, `error: ${error.message}\nSee '${pathText(path)} -h' for help and examples`);
    throw new CommandError(`${error.message}\nSee '${pathText(path)} --help' for usage.`);
  }
}

/** Follows subcommand names as far as they lead. `rest` is what remains, flags included. */
export function findCommand(root: Command, words: readonly string[]): { path: CommandPath; rest: readonly string[] } {
  let path: CommandPath = [root];
  let rest = words;
  for (;;) {
    const [name] = withoutFlags(rest, path);
    const next = name === undefined ? undefined : subcommand(path[path.length - 1] as Command, name);
    if (!next) return { path, rest };
    rest = dropFirst(rest, name as string, path);
    path = [...path, next];
  }
}

/** The flags that the last command of a path takes. */
export function flagsOfPath(path: CommandPath): Flag[] {
  const { own, inherited } = flagsOf(path);
  return [...own, ...inherited];
}

/** The word that names a command of the root: the first that is no flag or value of one; undefined when there is none. */
export function commandWord(root: Command, words: readonly string[]): string | undefined {
  return withoutFlags(words, [root])[0];
}

export function subcommand(command: Command, name: string): Command | undefined {
  return command.commands?.find((one) => one.name === name || one.aliases?.includes(name));
}

/** The words that are not flags or values of flags, up to `--`. */
function withoutFlags(words: readonly string[], path: CommandPath): string[] {
  const plain: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as string;
    if (word === '--') break;
    if (takesNext(word, path)) index++;
    else if (word !== '' && !word.startsWith('-')) plain.push(word);
  }
  return plain;
}

function takesNext(word: string, path: CommandPath): boolean {
  if (word.includes('=')) return false;
  const { own, inherited } = flagsOf(path);
  const flags = [...own, ...inherited, HELP];
  const flag = word.startsWith('--')
    ? flags.find((one) => one.name === word.slice(2))
    : flags.find((one) => one.shorthand === word.slice(1));
  if (word.startsWith('--')) return !(flag && valueWithout(flag) !== undefined);
  return word.startsWith('-') && word.length === 2 && !(flag && valueWithout(flag) !== undefined);
}

/** The words without the first plain `name`, which was a command. */
function dropFirst(words: readonly string[], name: string, path: CommandPath): string[] {
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as string;
    if (word === '--') break;
    if (takesNext(word, path)) index++;
    else if (word === name) return [...words.slice(0, index), ...words.slice(index + 1)];
  }
  return [...words];
}

class FlagError extends Error {}

function parseFlags(
  own: readonly Flag[],
  inherited: readonly Flag[],
  words: readonly string[],
  stopAtArgument: boolean,
): Omit<Parsed, 'path'> {
  const values = new FlagValues(own, inherited);
  const flags = [...inherited, ...own];
  const byName = new Map(flags.map((flag) => [flag.name, flag]));
  const byShorthand = new Map(flags.flatMap((flag) => (flag.shorthand ? [[flag.shorthand, flag] as const] : [])));
  const args: string[] = [];
  const notices: string[] = [];
  let dashAt = -1;
  const set = (flag: Flag, text: string): void => {
    checkValue(flag, text);
    values.set(flag, text);
    if (flag.deprecated) notices.push(`Flag --${flag.name} has been deprecated, ${flag.deprecated}`);
  };
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as string;
    if (word === '--') {
      dashAt = args.length;
      args.push(...words.slice(index + 1));
      break;
    }
    if (word.startsWith('--')) {
      const [, name = '', text] = /^--([^=]*)(?:=([\s\S]*))?$/.exec(word) ?? [];
      if (name === '' || name.startsWith('-')) throw new FlagError(`bad flag syntax: ${word}`);
      const flag = byName.get(name);
      if (name === 'help') return { args, dashAt, flags: values, help: true, notices };
      if (!flag) throw new FlagError(`unknown flag: --${name}`);
      const value = text ?? valueWithout(flag) ?? words[++index];
      if (value === undefined) throw new FlagError(`flag needs an argument: --${name}`);
      set(flag, value);
    } else if (word.startsWith('-') && word.length > 1) {
      let letters = word.slice(1);
      while (letters !== '') {
        const letter = [...letters][0] as string;
        const flag = byShorthand.get(letter);
        if (letter === 'h' && flag?.name === 'help') return { args, dashAt, flags: values, help: true, notices };
        if (!flag) throw new FlagError(`unknown shorthand flag: '${letter}' in -${letters}`);
        const rest = letters.slice(letter.length);
        if (rest.length > 0 && rest[0] === '=') {
          set(flag, rest.slice(1));
          break;
        }
        const without = valueWithout(flag);
        if (without !== undefined) {
          set(flag, without);
          letters = rest;
          continue;
        }
        const value = rest !== '' ? rest : words[++index];
        if (value === undefined) throw new FlagError(`flag needs an argument: '${letter}' in -${letters}`);
        set(flag, value);
        break;
      }
    } else {
      args.push(word);
      if (stopAtArgument) {
        args.push(...words.slice(index + 1));
        break;
      }
    }
  }
  return { args, dashAt, flags: values, help: false, notices };
}

/** Go's strconv.ParseBool. */
export function parseBool(text: string): boolean | undefined {
  if (['1', 't', 'T', 'TRUE', 'true', 'True'].includes(text)) return true;
  return ['0', 'f', 'F', 'FALSE', 'false', 'False'].includes(text) ? false : undefined;
}

function checkValue(flag: Flag, text: string): void {
  const wrong = valueError(flag, text);
  if (wrong !== undefined) throw new FlagError(wrong);
}

/** What is wrong with the value of a flag, if anything. */
export function valueError(flag: Flag, text: string): string | undefined {
  const reason = wrong(flag, text);
  if (reason === undefined) return undefined;
  const name = flag.shorthand ? `-${flag.shorthand}, --${flag.name}` : `--${flag.name}`;
  return `invalid argument ${JSON.stringify(text)} for ${JSON.stringify(name)} flag: ${reason}`;
}

function wrong(flag: Flag, text: string): string | undefined {
  if (flag.type === 'bool' && parseBool(text) === undefined) return `strconv.ParseBool: parsing ${JSON.stringify(text)}: invalid syntax`;
  if (flag.pairs && !text.includes('=')) return `${text} must be formatted as key=value`;
  if (flag.type === 'int' && !/^[+-]?\d+$/.test(text)) return `strconv.ParseInt: parsing ${JSON.stringify(text)}: invalid syntax`;
  if (flag.type === 'int' && Math.abs(Number(text)) > 2 ** 31)
    return `strconv.ParseInt: parsing ${JSON.stringify(text)}: value out of range`;
  if (flag.type === 'duration') {
    try {
      parseGoDuration(text);
    } catch (error) {
      if (error instanceof DurationError) return error.message;
      throw error;
    }
  }
  return flag.check?.(text);
}

/** Fails when a required flag is missing, in cobra's words. */
export function checkRequired({ path, flags }: Parsed): void {
  const { own, inherited } = flagsOf(path);
  const missing = [...own, ...inherited].filter((flag) => flag.required && !flags.changed(flag.name)).map((flag) => flag.name);
  if (missing.length > 0)
    throw new CommandError(
      `required flag(s) ${missing
        .sort()
        .map((name) => JSON.stringify(name))
        .join(', ')} not set`,
    );
}
