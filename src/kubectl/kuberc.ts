/** ~/.kube/kuberc: the user's own defaults of flags, and aliases of commands. */
import { SysError } from '../kernel/error.ts';
import { files, write } from '../kernel/sys.ts';
import type { Process, Sys } from '../kernel/types.ts';
import type { Command, CommandPath, Flag } from './cli/command.ts';
import { findCommand, flagsOfPath, valueError } from './cli/parse.ts';
import { CommandError, Exit } from './errors.ts';
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
  readonly options?: readonly Option[] | null;
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

export interface Read {
  readonly preference: Preference;
  /** What strict decoding says of it, '' for nothing. */
  readonly strict: string;
}

/** The first preferences in a file; undefined where there is no such file. Throws CommandError when it holds none. */
export function* readPreference(path: string): Sys<Read | undefined> {
  const text = yield* files((tree, cwd) => {
    const full = tree.resolve(cwd, path);
    return tree.exists(full) && !tree.isDirectory(full) ? tree.read(full) : undefined;
  });
  if (text === undefined) return undefined;
  try {
    for (const document of readYaml(text)) {
      const read = isObject(document) ? decode(document) : undefined;
      if (read !== undefined) return read;
    }
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
  }
  throw new CommandError(`no valid preferences found in ${path}, use --v=5 to see details`);
}

/** A Go type of the file: text, a list of one, or a struct with its fields (in JSON, and in ours where they have another name). */
type Shape = 'string' | readonly [Shape] | { readonly [field: string]: Shape };

/** The versions of the file, in which the same things have other names. Source: kubectl's pkg/config. */
function shapeOf(version: string): { [field: string]: Shape } | undefined {
  const [defaults, options] = version === 'v1beta1' ? ['defaults', 'options'] : ['overrides', 'flags'];
  if (version !== 'v1beta1' && version !== 'v1alpha1') return undefined;
  const list: Shape = [{ name: 'string', default: 'string' }];
  return {
    apiVersion: 'string',
    kind: 'string',
    [defaults]: [{ command: 'string', [options]: list }],
    aliases: [{ name: 'string', command: 'string', prependArgs: ['string'], appendArgs: ['string'], [options]: list }],
    ...(version === 'v1beta1' && {
      credentialPluginPolicy: 'string',
      credentialPluginAllowlist: [{ name: 'string', command: 'string' }],
    }),
  };
}

/** An object as preferences, in the names of v1beta1; undefined when it is none, or holds a value of a wrong type. */
function decode(object: JsonObject): Read | undefined {
  const [, version] = /^kubectl\.config\.k8s\.io\/(.*)$/.exec(String(object['apiVersion'])) ?? [];
  const shape = version === undefined || object['kind'] !== 'Preference' ? undefined : shapeOf(version);
  const unknown: string[] = [];
  if (shape === undefined || !fits(object, shape, '', unknown)) return undefined;
  const strict = unknown.map((field) => `unknown field ${JSON.stringify(field)}`).join(', ');
  const renamed = (list: unknown): JsonObject[] | null =>
    Array.isArray(list) ? list.map(({ flags, ...one }: JsonObject) => (flags === undefined ? one : { ...one, options: flags })) : null;
  const { overrides, ...rest } = object;
  const preference = version === 'v1beta1' ? object : { ...rest, aliases: renamed(object['aliases']), defaults: renamed(overrides) };
  return { preference: preference as unknown as Preference, strict: strict === '' ? '' : `strict decoding error: ${strict}` };
}

/** Whether a value can be read as of a Go type; notes the fields that it does not have. */
function fits(value: unknown, shape: Shape, path: string, unknown: string[]): boolean {
  if (value === null || value === undefined) return true;
  if (shape === 'string') return typeof value === 'string';
  if (Array.isArray(shape)) return Array.isArray(value) && value.every((one, index) => fits(one, shape[0], `${path}[${index}]`, unknown));
  if (!isObject(value)) return false;
  return Object.entries(value).every(([field, one]) => {
    const at = path === '' ? field : `${path}.${field}`;
    const known = (shape as { readonly [field: string]: Shape })[field];
    if (known === undefined) unknown.push(at);
    return known === undefined || fits(one, known, at, unknown);
  });
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

/** The file that the line names itself, '' for none. */
function kubercFlag(words: readonly string[]): string {
  for (const [index, word] of words.entries()) {
    if (word === '--') break;
    const value = word === '--kuberc' ? words[index + 1] : word.includes('--kuberc=') ? word.split('=')[1] || undefined : '';
    if (value === undefined) throw new CommandError('kuberc file is not found');
    if (value !== '') return value;
  }
  return '';
}

/** The words of a command line with the preferences applied that there are. */
export function* preferredWords(process: Process, words: readonly string[], whole: WholeTree): Sys<readonly string[]> {
  try {
    const preference = yield* preferenceFor(process, words);
    if (!preference) return words;
    const applied = yield* applyPreference(preference, words, whole);
    yield* write(2, applied.notices);
    return applied.words;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    throw new Exit(1, `error occurred while applying preferences ${error.message}`);
  }
}

function* preferenceFor(process: Process, words: readonly string[]): Sys<Preference | undefined> {
  const flag = kubercFlag(words);
  let prefix = 'kuberc error ';
  try {
    const { path, explicit } = kubercPlace(process, flag);
    if (path === '') return undefined;
    if (explicit) prefix += 'kuberc: ';
    try {
      const read = yield* readPreference(path);
      if (read?.strict) yield* write(2, `kuberc: ignoring strict decoding error in ${path}: ${read.strict}`);
      if (!read && explicit) throw new CommandError(`open ${path}: no such file or directory`);
      return read?.preference;
    } catch (error) {
      if (explicit || !(error instanceof CommandError)) throw error;
      yield* write(2, `kuberc: no preferences loaded from ${path}: ${error.message}`);
      return undefined;
    }
  } catch (error) {
    if (error instanceof CommandError) throw new CommandError(prefix + error.message);
    throw error;
  }
}

/** The tree of commands, with the code of the one that some words name. */
type WholeTree = (words: readonly string[]) => Sys<Command>;

interface Applied {
  readonly words: readonly string[];
  /** Lines for stderr. */
  readonly notices: string;
}

/**
 * The words of a command line with aliases replaced and the user's defaults put in for flags that are not given.
 * @param whole the tree with a command's own code, for the words that name it
 * Source: kubectl's pkg/kuberc/kuberc.go.
 */
function* applyPreference(preference: Preference, words: readonly string[], whole: WholeTree): Sys<Applied> {
  validate(preference);
  const aliased = yield* withAlias(preference.aliases ?? [], words, whole);
  const { path, rest } = findCommand(yield* whole(words), words);
  // What the line names is no command: nothing is preset.
  if (aliased === words && path.length === 1 && rest.some((word) => !word.startsWith('-'))) return { words, notices: '' };
  const given: string[] = [];
  let notices = '';
  for (const { command, options } of preference.defaults ?? []) {
    const wanted = command.split(/\s+/).filter((word) => word !== '');
    const found = findCommand(yield* whole(wanted), wanted).path;
    if (found.length === 1 && wanted.length > 0)
      notices += `Warning: command ${JSON.stringify(command)} not found to set kuberc override\n`;
    else if (aliased === words && nameOf(found) === nameOf(path))
      given.push(
        ...optionWords(options ?? [], path, words, { flag: 'flag', of: 'for', value: 'override value', place: `command ${command}` }),
      );
  }
  if (given.length === 0) return { words: aliased, notices };
  const at = words.findIndex((word) => path[path.length - 1]?.name === word || path[path.length - 1]?.aliases?.includes(word)) + 1;
  return { words: [...words.slice(0, at), ...given, ...words.slice(at)], notices };
}

function* withAlias(aliases: readonly Alias[], words: readonly string[], whole: WholeTree): Sys<readonly string[]> {
  const name = words.find((word) => !word.startsWith('-') && !word.startsWith('__complete'));
  const alias = aliases.find((one) => one.name === name);
  const tree = yield* whole(words);
  if (!alias || findCommand(tree, words).path.length > 1) return words;
  const command = alias.command.split(/\s+/).filter((word) => word !== '');
  const { path } = findCommand(yield* whole(command), command);
  if (path.length === 1)
    throw new CommandError(
      `command ${JSON.stringify(alias.command)} not found to set alias ${JSON.stringify(alias.name)}: [${command.join(' ')}]`,
    );
  const at = words.indexOf(alias.name);
  const given = optionWords(alias.options ?? [], path, words, {
    flag: 'alias flag',
    of: 'in',
    value: 'value',
    place: 'alias kubectl',
  });
  const rest = [...(alias.prependArgs ?? []), ...words.slice(at + 1), ...(alias.appendArgs ?? [])];
  return [...words.slice(0, at), ...command, ...given, ...rest];
}

const nameOf = (path: CommandPath): string | undefined => path[path.length - 1]?.name;

function validate({ aliases, defaults, ...policy }: Preference): void {
  const longForm = (options: readonly Option[] | null | undefined): void => {
    for (const { name } of options ?? [])
      if (name.startsWith('-')) throw new CommandError(`flag name ${name} should be in long form without dashes`);
  };
  const names = new Set<string>();
  for (const { name, options } of aliases ?? []) {
    if (!/^[a-zA-Z]+$/.test(name)) throw new CommandError('invalid alias name, can only include alphabetical characters');
    longForm(options);
    if (names.has(name)) throw new CommandError(`duplicate alias name ${name}`);
    names.add(name);
  }
  for (const { options } of defaults ?? []) longForm(options);
  validatePolicy(policy['credentialPluginPolicy'], policy['credentialPluginAllowlist']);
}

/** Source: client-go's plugin/pkg/client/auth/exec. */
function validatePolicy(type: unknown = '', list: unknown = undefined): void {
  if (type === '' || type === 'AllowAll' || type === 'DenyAll') {
    if (Array.isArray(list))
      throw new CommandError(
        `misconfigured credential plugin allowlist: plugin policy is ${JSON.stringify(type)} but allowlist is non-nil`,
      );
  } else if (type !== 'Allowlist') throw new CommandError(`unknown plugin policy: ${JSON.stringify(type)}`);
  else if (!Array.isArray(list)) throw new CommandError('credential plugin policy set to "Allowlist", but allowlist is unspecified');
  else if (list.length === 0)
    throw new CommandError('credential plugin policy set to "Allowlist", but allowlist is empty; use "DenyAll" policy instead');
}

/** How mistakes in options are told. */
interface Wording {
  readonly flag: string;
  readonly of: string;
  readonly value: string;
  readonly place: string;
}

/** The options as flags, without those that the line has itself. */
function optionWords(options: readonly Option[], path: CommandPath, words: readonly string[], says: Wording): string[] {
  const flags = flagsOfPath(path);
  const shorthands = new Set(flags.flatMap(({ shorthand }) => (shorthand ? [shorthand] : [])));
  return options.flatMap(({ name, default: value }) => {
    const flag = flags.find((one) => one.name === name);
    if (!flag) throw new CommandError(`invalid ${says.flag} ${name} ${says.of} ${says.place}`);
    if (isGiven(flag, shorthands, words)) return [];
    const wrong = valueError(flag, value);
    if (wrong !== undefined)
      throw new CommandError(`could not apply ${says.value} ${value} to flag ${name} in ${says.place} err: ${wrong}`);
    return [`--${name}=${value}`];
  });
}

/** Whether a line gives a flag: by its name, by its letter, or by its letter among others. */
function isGiven({ name, shorthand }: Flag, shorthands: ReadonlySet<string>, words: readonly string[]): boolean {
  return words.some((word) => {
    if (word === `--${name}` || word.startsWith(`--${name}=`)) return true;
    if (!shorthand) return false;
    if (word.startsWith(`-${shorthand}`)) return true;
    const letters = /^-([a-zA-Z]+)$/.exec(word)?.[1];
    return letters !== undefined && [...letters].every((letter) => shorthands.has(letter)) && letters.includes(shorthand);
  });
}
