/** kubectl as a program: reads its words, runs the command, says what went wrong. */
import { SysError } from '../kernel/error.ts';
import { lazy } from '../kernel/lazy.ts';
import { device, files, latency, load, write } from '../kernel/sys.ts';
import type { Process, Sys } from '../kernel/types.ts';
import type { Command } from './cli/command.ts';
import { checkRequired, commandWord, findCommand, parseCommandLine } from './cli/parse.ts';
import { commandTree } from './commands/index.ts';
import { CommandError, explainError } from './errors.ts';
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

const help = lazy(() => import('./help.ts'));
const completion = lazy(() => import('./completion/protocol.ts'));
const kuberc = lazy(() => import('./kuberc.ts'));
const plugins = lazy(() => import('./plugins.ts'));

/** The words with the user's preferences applied, where there are any. */
function* preferred(process: Process, words: readonly string[]): Sys<readonly string[]> {
  const usual = `${process.env['HOME'] ?? '/root'}/.kube/kuberc`;
  const named = (process.env['KUBERC'] ?? '') !== '' || words.some((word) => word.startsWith('--kuberc'));
  if (words.length === 0 || process.env['KUBECTL_KUBERC'] === 'false' || (!named && !(yield* files((tree) => tree.exists(usual)))))
    return words;
  return yield* (yield* load(kuberc)).preferredWords(process, words, (some) => commandTree(some, process.env));
}

function* run(process: Process): Sys<number> {
  const [, first, ...asked] = process.argv;
  if (first === '__complete' || first === '__completeNoDesc') {
    const { answerCompletion } = yield* load(completion);
    return yield* answerCompletion(process, asked, first === '__complete');
  }
  const words = yield* preferred(process, process.argv.slice(1));
  if (words[0] === 'help') return yield* (yield* load(help)).helpCommand(process, words.slice(1));
  const tree = yield* commandTree(words, process.env);
  const { path: found, rest } = findCommand(tree, words);
  if (
    found.length === 1
      ? commandWord(tree, words) !== undefined
      : found[1]?.name === 'create' && found.length === 2 && !rest[0]?.startsWith('-')
  ) {
    const code = yield* (yield* load(plugins)).runPlugin(process, words, words.length - rest.length);
    if (code !== undefined) return code;
  }
  const parsed = parseCommandLine(tree, words);
  const command = parsed.path[parsed.path.length - 1] as Command;
  for (const notice of parsed.notices) yield* write(2, `${notice}\n`);
  if (parsed.help) {
    yield* write(1, yield* (yield* load(help)).helpOf(process, parsed.path));
    return 0;
  }
  if (!command.run) return yield* (yield* load(help)).needsSubcommand(process, parsed.path, parsed.args);
  checkRequired(parsed);
  const invocation = new Invocation(process, parsed);
  const code = (yield* command.run(invocation)) ?? 0;
  const { warningCount } = invocation;
  if (code === 0 && warningCount > 0 && parsed.flags.bool('warnings-as-errors')) {
    throw new CommandError(`${warningCount} warning${warningCount === 1 ? '' : 's'} received`);
  }
  return code;
}
