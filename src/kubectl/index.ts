/** kubectl as a program: reads its words, runs the command, says what went wrong. */
import { SysError } from '../kernel/error.ts';
import { lazy } from '../kernel/lazy.ts';
import { device, files, latency, load, write } from '../kernel/sys.ts';
import type { Process, Sys } from '../kernel/types.ts';
import type { Command, CommandPath } from './cli/command.ts';
import { checkRequired, parseCommandLine } from './cli/parse.ts';
import { commandTree } from './commands/index.ts';
import { CommandError, Exit, explainError } from './errors.ts';
import { Invocation } from './invocation.ts';
import { START_MS } from './latency.ts';

/** The program `kubectl`. Ends with the exit code of the real one. */
export function* kubectl(process: Process): Sys<number> {
  yield* latency(START_MS);
  try {
    return yield* run(process);
  } catch (error) {
    if (error instanceof SysError) {
      if (error.errno === 'EPIPE') return 141;
      yield* write(2, `error: ${error.path === undefined ? '' : `${error.path}: `}${error.message}\n`);
      return 1;
    }
    const { text, code } = explainError(error);
    yield* write(2, text);
    yield* suggestMeant(process, text);
    return code;
  }
}

/** Where one other command was meant, the terminal offers the line with it. */
function* suggestMeant(process: Process, text: string): Sys<void> {
  const [, wrong, meant] = /unknown command "([^"]+)"[^]*Did you mean this\?\n\t(\S+)\n*$/.exec(text) ?? [];
  if (wrong === undefined || meant === undefined) return;
  const words = process.argv.map((word) => (word === wrong ? meant : word));
  try {
    yield* device('suggestion', {
      line: words.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)).join(' '),
    });
  } catch (again) {
    if (!(again instanceof SysError)) throw again;
  }
}

const help = lazy(() => import('./cli/help.ts'));
const completion = lazy(() => import('./completion/protocol.ts'));
const kuberc = lazy(() => import('./kuberc.ts'));

/** The words with the user's preferences applied, where there are any. */
function* preferred(process: Process, words: readonly string[]): Sys<readonly string[]> {
  const flag = words.find((word, index) => word.startsWith('--kuberc=') || words[index - 1] === '--kuberc')?.replace('--kuberc=', '') ?? '';
  const usual = `${process.env['HOME'] ?? '/root'}/.kube/kuberc`;
  if (flag === '' && (process.env['KUBERC'] ?? '') === '' && !(yield* files((tree) => tree.exists(usual)))) return words;
  if (words[0] === 'kuberc') return words;
  const { kubercPlace, readPreference, applyPreference } = yield* load(kuberc);
  const { path, explicit } = kubercPlace(process, flag);
  if (path === '') return words;
  try {
    const preference = yield* readPreference(path);
    if (!preference && explicit) throw new CommandError(`kuberc error kuberc: open ${path}: no such file or directory`);
    if (!preference) return words;
    const applied = applyPreference(preference, words, yield* commandTree(words, process.env));
    yield* write(2, applied.notices);
    return applied.words;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    if (explicit || !error.message.startsWith('no valid preferences'))
      throw new Exit(1, `error occurred while applying preferences ${error.message}`);
    yield* write(2, `kuberc: no preferences loaded from ${path}: ${error.message}`);
    return words;
  }
}

function* run(process: Process): Sys<number> {
  const [, first, ...asked] = process.argv;
  if (first === '__complete' || first === '__completeNoDesc') {
    const { answerCompletion } = yield* load(completion);
    return yield* answerCompletion(process, asked, first === '__complete');
  }
  const typed = yield* preferred(process, process.argv.slice(1));
  const words = typed[0] === 'help' ? [...typed.slice(1), '--help'] : typed;
  const parsed = parseCommandLine(yield* commandTree(words, process.env), words);
  const command = parsed.path[parsed.path.length - 1] as Command;
  for (const notice of parsed.notices) yield* write(2, `${notice}\n`);
  if (parsed.help) {
    yield* write(1, (yield* load(help)).helpText(parsed.path));
    return 0;
  }
  if (!command.run) return yield* needsSubcommand(parsed.path, parsed.args);
  checkRequired(parsed);
  const invocation = new Invocation(process, parsed);
  const code = (yield* command.run(invocation)) ?? 0;
  const { warningCount } = invocation;
  if (code === 0 && warningCount > 0 && parsed.flags.bool('warnings-as-errors')) {
    throw new CommandError(`${warningCount} warning${warningCount === 1 ? '' : 's'} received`);
  }
  return code;
}

/** kubectl alone shows help; a group of commands without its subcommand shows help on stderr and fails. */
function* needsSubcommand(path: CommandPath, args: readonly string[]): Sys<number> {
  const { helpText } = yield* load(help);
  if (path.length === 1) {
    yield* write(1, helpText(path));
    return 0;
  }
  const command = path[path.length - 1] as Command;
  if (command.anyHelp) {
    yield* write(1, helpText(path));
    return 0;
  }
  if (args.length > 0) {
    const name = path.map((command) => command.name).join(' ');
    throw new CommandError(`unknown command ${JSON.stringify(args.join(' '))}\nSee '${name} -h' for help and examples`);
  }
  yield* write(command.helpTo === 'stdout' ? 1 : 2, helpText(path));
  return 1;
}
