/** What could stand at the cursor of a kubectl command line: commands, flags, their values, kinds, names, fields of jsonpath. */
import type { Process, Sys } from '../../kernel/types.ts';
import { type Command, type CommandPath, type Flag, flagsOf, valueWithout } from '../cli/command.ts';
import { FlagValues, findCommand, parseCommandLine } from '../cli/parse.ts';
import { commandTree } from '../commands/index.ts';
import { CommandError, Exit } from '../errors.ts';
import { Invocation } from '../invocation.ts';
import type { Candidate, CompletionContext } from './candidates.ts';
import { jsonPathFields } from './fields.ts';
import { quietly } from './quietly.ts';

/** @param words the command line without `kubectl`; the last word is the one being typed. Undefined: file names. */
export function* completeKubectl(process: Process, words: readonly string[]): Sys<readonly Candidate[] | undefined> {
  const before = words.slice(0, -1);
  const word = words.at(-1) ?? '';
  const root = yield* commandTree(before, process.env);
  const { path, rest } = findCommand(root, before);
  const command = path[path.length - 1] as Command;
  const context: CompletionContext = { invocation: invocationOf(process, root, path, before, rest), word };
  if (rest.includes('--')) return undefined;
  const { own, inherited } = flagsOf(path);
  const flags = [...own, ...inherited];
  const open = flagOf(flags, before.at(-1) ?? '');
  if (open) return yield* valuesOf(open, context, '');
  const inWord = /^(--[\w-]+=|-[a-zA-Z]=)/.exec(word)?.[1];
  if (inWord !== undefined) {
    const flag = flags.find((one) => `--${one.name}=` === inWord || `-${one.shorthand}=` === inWord);
    return flag && (yield* valuesOf(flag, { ...context, word: word.slice(inWord.length) }, inWord));
  }
  if (word.startsWith('-')) return flagCandidates(flags, before);
  if (command.commands && context.invocation.args.length === 0)
    return command.commands.filter(({ hidden }) => !hidden).map(({ name, short }) => ({ value: name, description: short }));
  return command.complete ? yield* quietly(() => (command.complete as NonNullable<Command['complete']>)(context)) : undefined;
}

/** The flag that the word before the cursor leaves without its value. */
function flagOf(flags: readonly Flag[], word: string): Flag | undefined {
  const flag = word.startsWith('--')
    ? flags.find(({ name }) => name === word.slice(2))
    : /^-[^-]+$/.test(word)
      ? flags.find(({ shorthand }) => shorthand === word.at(-1))
      : undefined;
  return flag && valueWithout(flag) === undefined ? flag : undefined;
}

function* valuesOf(flag: Flag, context: CompletionContext, prefix: string): Sys<readonly Candidate[] | undefined> {
  const { values } = flag;
  const put = (found: readonly Candidate[]): readonly Candidate[] => found.map((one) => ({ ...one, value: prefix + one.value }));
  if (flag.name === 'output' || flag.name === 'template') {
    const fields = yield* quietly(() => jsonPathFields(context));
    if (fields) return put(fields);
  }
  if (values === undefined) return undefined;
  // Formats that go on: `jsonpath=`.
  if (typeof values !== 'function') return put(values.map((value) => ({ value, ...(value.endsWith('=') && { open: true }) })));
  return put((yield* quietly(() => values(context))) ?? []);
}

function flagCandidates(flags: readonly Flag[], before: readonly string[]): Candidate[] {
  const repeats = (flag: Flag): boolean => flag.type === 'array' || flag.type === 'slice' || flag.type === 'count';
  const given = (flag: Flag): boolean => before.some((one) => one === `--${flag.name}` || one.startsWith(`--${flag.name}=`));
  return flags
    .filter((flag) => !flag.hidden && !flag.deprecated && (repeats(flag) || !given(flag)))
    .flatMap((flag) => [
      { value: `--${flag.name}`, description: flag.usage },
      ...(flag.shorthand ? [{ value: `-${flag.shorthand}`, description: flag.usage }] : []),
    ])
    .sort((a, b) => (a.value < b.value ? -1 : 1));
}

/** The line as far as it can be read; a half-typed one may be wrong anywhere. */
function invocationOf(process: Process, root: Command, path: CommandPath, before: readonly string[], rest: readonly string[]): Invocation {
  const { own, inherited } = flagsOf(path);
  try {
    return new Invocation(process, parseCommandLine(root, before), true);
  } catch (error) {
    if (!(error instanceof CommandError) && !(error instanceof Exit)) throw error;
    const flags = new FlagValues(own, inherited);
    const args = rest.filter((word, i) => !word.startsWith('-') && !flagOf([...own, ...inherited], rest[i - 1] ?? ''));
    for (const [i, word] of rest.entries()) {
      const flag = flagOf([...own, ...inherited], word);
      const value = rest[i + 1];
      if (flag && value !== undefined) flags.set(flag, value);
    }
    return new Invocation(process, { path, args, dashAt: -1, flags, help: false, notices: [] }, true);
  }
}
