/** The interactive loop: prompt, line, run, until Ctrl-D or `exit`. */
import { SysError } from '../../kernel/error.ts';
import { files, tty, write } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import { expandAliases } from '../builtins/alias.ts';
import { report, runText } from '../execute.ts';
import { notify } from '../jobs.ts';
import { continues } from '../parse.ts';
import { Interrupted, Leave, type Shell } from '../shell.ts';
import { editLine } from './edit.ts';

const RC = '.bashrc';
const PROMPT = '\x1b[32m$\x1b[0m ';
const CONTINUATION = '> ';

/** Reads and runs commands until the end of input. Returns the last exit code. */
export function* interact(shell: Shell, _login: boolean): Sys<number> {
  yield* readStartFile(shell);
  for (;;) {
    yield* notify(shell);
    const text = yield* readCommand(shell);
    if (text === undefined) {
      yield* write(2, 'exit\n');
      return shell.status;
    }
    if (text.trim() === '') continue;
    shell.history.push(text);
    try {
      yield* runText(shell, expandAliases(text, shell.aliases));
    } catch (error) {
      if (error instanceof Leave && error.how === 'exit') throw error;
      if (error instanceof Interrupted || (error instanceof SysError && error.errno === 'EINTR')) shell.status = 130;
      else if (error instanceof Leave) shell.status = error.count;
      else yield* report(shell, error);
    }
  }
}

/** Lines until they make a whole command; '' after Ctrl-C, undefined at the end of input. */
function* readCommand(shell: Shell): Sys<string | undefined> {
  let text = '';
  for (;;) {
    const line = yield* editLine(text === '' ? PROMPT : CONTINUATION, shell);
    if (line.kind === 'end') {
      if (text === '') return undefined;
      continue;
    }
    if (line.kind === 'interrupt') {
      shell.status = 130;
      return '';
    }
    text += `${line.text}\n`;
    if (!continues(text)) return text.replace(/\n$/, '');
  }
}

function* readStartFile(shell: Shell): Sys<void> {
  const home = shell.process.env['HOME'];
  if (home === undefined || shell.dialect !== 'bash') return;
  const text = yield* files((fs, cwd) => {
    const path = fs.resolve(cwd, `${home}/${RC}`);
    return fs.exists(path) ? fs.read(path) : '';
  });
  if (text !== '') yield* runText(shell, text);
}

/** The terminal's width; 80 without one. */
export function* columns(): Sys<number> {
  try {
    return (yield* tty({ get: 'size' })).columns || 80;
  } catch {
    return 80;
  }
}
