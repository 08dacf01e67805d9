/** ~/.kube/kuberc: the user's own defaults of flags, and aliases of commands. */
import { SysError } from '../kernel/error.ts';
import { files } from '../kernel/sys.ts';
import type { Process, Sys } from '../kernel/types.ts';
import type { Command } from './cli/command.ts';
import { findCommand, flagsOfPath } from './cli/parse.ts';
import { CommandError } from './errors.ts';
import { isObject, type JsonObject } from './json.ts';
import { printYaml, readYaml, YamlError } from './output/yaml.ts';

export interface Option {
  readonly name: string;
  readonly default: string;
}
export interface Alias {
  readonly name: string;
  readonly command: string;
  readonly prependArgs?: readonly string[];
  readonly appendArgs?: readonly string[];
  readonly options?: readonly Option[];
}
export interface Defaults {
  readonly command: string;
  readonly options?: readonly Option[];
}
export interface Preference {
  readonly apiVersion: string;
  readonly kind: string;
  readonly aliases?: readonly Alias[] | null;
  readonly defaults?: readonly Defaults[] | null;
  readonly [key: string]: unknown;
}

export const EMPTY: Preference = { apiVersion: 'kubectl.config.k8s.io/v1beta1', kind: 'Preference', aliases: null, defaults: null };

/** What `kuberc view` offers to write where there is no file yet. */
export const RECOMMENDED: Preference = {
  ...EMPTY,
  defaults: [
    { command: 'apply', options: [{ name: 'server-side', default: 'true' }] },
    { command: 'delete', options: [{ name: 'interactive', default: 'true' }] },
  ],
};

export interface Place {
  /** '' when switched off by KUBERC=off. */
  readonly path: string;
  /** Named by the flag or by KUBERC, so it must be there. */
  readonly explicit: boolean;
}

/** @param flag the value of --kuberc, '' for none */
export function kubercPlace(process: Process, flag: string): Place {
  const env = process.env['KUBERC'] ?? '';
  if (env === 'off') {
    if (flag !== '') throw new CommandError('disabling kuberc via KUBERC=off and passing kuberc flag are mutually exclusive');
    return { path: '', explicit: false };
  }
  const path = flag || env;
  return path === '' ? { path: `${process.env['HOME'] ?? '/root'}/.kube/kuberc`, explicit: false } : { path, explicit: true };
}

/** The preferences in a file; undefined where there is no such file. Throws CommandError when it holds none. */
export function* readPreference(path: string): Sys<Preference | undefined> {
  const text = yield* files((tree, cwd) => {
    const full = tree.resolve(cwd, path);
    return tree.exists(full) && !tree.isDirectory(full) ? tree.read(full) : undefined;
  });
  if (text === undefined) return undefined;
  try {
    const found = readYaml(text).find((one) => isObject(one) && one['kind'] === 'Preference');
    if (found !== undefined) return found as unknown as Preference;
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
  }
  throw new CommandError(`no valid preferences found in ${path}, use --v=5 to see details`);
}

export function* writePreference(path: string, preference: Preference): Sys<void> {
  try {
    yield* files((tree, cwd) => {
      const full = tree.resolve(cwd, path);
      tree.mkdir(full.slice(0, full.lastIndexOf('/')) || '/', { parents: true });
      tree.write(full, printYaml(preference as unknown as JsonObject));
    });
  } catch (error) {
    if (error instanceof SysError) throw new CommandError(`failed to write kuberc file: open ${path}: ${error.message.toLowerCase()}`);
    throw error;
  }
}

export interface Applied {
  readonly words: readonly string[];
  /** Lines for stderr. */
  readonly notices: string;
}

/** The words of a command line with aliases replaced and the user's defaults put in for flags that are not given. */
export function applyPreference(preference: Preference, words: readonly string[], tree: Command): Applied {
  const name = words.find((word) => !word.startsWith('-') && !word.startsWith('__complete'));
  const builtIn = tree.commands?.some((one) => one.name === name || one.aliases?.includes(name ?? ''));
  const alias = (preference.aliases ?? []).find((one) => one.name === name);
  for (const one of preference.aliases ?? [])
    if (!/^[a-zA-Z]+$/.test(one.name)) throw new CommandError('invalid alias name, can only include alphabetical characters');
  if (alias && !builtIn) {
    const at = words.indexOf(alias.name);
    const rest = [...(alias.prependArgs ?? []), ...words.slice(at + 1), ...(alias.appendArgs ?? [])];
    const given = optionWords(alias.options ?? [], words);
    return { words: [...words.slice(0, at), ...alias.command.split(/\s+/), ...given, ...rest], notices: '' };
  }
  const { path } = findCommand(tree, words);
  const command = path
    .slice(1)
    .map((one) => one.name)
    .join(' ');
  const defaults = (preference.defaults ?? []).filter((one) => one.command.split(/\s+/).join(' ') === command && command !== '');
  const options = defaults.flatMap((one) => one.options ?? []);
  const known = flagsOfPath(path);
  for (const option of options)
    if (!known.includes(option.name)) throw new CommandError(`invalid flag ${option.name} for command ${command}`);
  const notices = alias ? `Warning: Setting alias ${JSON.stringify(alias.name)} to a built-in command is not supported\n` : '';
  if (options.length === 0) return { words, notices };
  const last = command.split(' ').pop() as string;
  const at = words.indexOf(last) + 1;
  return { words: [...words.slice(0, at), ...optionWords(options, words), ...words.slice(at)], notices };
}

/** The options as flags, without those that the line has itself. */
function optionWords(options: readonly Option[], words: readonly string[]): string[] {
  return options
    .filter(({ name }) => !words.some((word) => word === `--${name}` || word.startsWith(`--${name}=`)))
    .filter(({ name }) => !(name === 'output' && words.some((word) => word.startsWith('-o'))))
    .map(({ name, default: value }) => `--${name}=${value}`);
}
