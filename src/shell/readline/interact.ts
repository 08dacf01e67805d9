/** The interactive loop: prompt, read, run. */
import { SysError } from '../../kernel/error.ts';
import { device, files, isatty, load, tty, write } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import { notify, warnedOfStopped } from '../jobs.ts';
import { lateCode } from '../late.ts';
import { continues, parse } from '../parse.ts';
import { report } from '../report.ts';
import { isTerminal, resume, StateTeller } from '../resume.ts';
import { runText } from '../script.ts';
import { Interrupted, Leave, type Shell } from '../shell.ts';
import { runTraps } from '../signals.ts';
import { Editor } from './editor.ts';
import { expandHistory, joinLines, loadHistory, remember } from './history.ts';
import { promptText } from './prompt.ts';

/** Runs until `exit`, Ctrl-D or the terminal's end; the exit code. */
export function* interact(shell: Shell, login: boolean): Sys<number> {
  const { variables } = shell;
  if (shell.dialect === 'bash' && variables.raw('HISTCONTROL') === undefined) variables.set('HISTCONTROL', 'ignoreboth');
  yield* loadHistory(shell);
  const keys = variables.get('INPUTRC') ?? `${variables.get('HOME')}/.inputrc`;
  if (yield* files((fs, cwd) => fs.exists(fs.resolve(cwd, keys)))) yield* (yield* load(lateCode.bindings)).readInputrc(shell, keys);
  yield* startFiles(shell, login);
  const { init } = shell.process;
  const teller = isTerminal(init) ? new StateTeller(shell, init) : undefined;
  if (isTerminal(init)) yield* safely(shell, () => resume(shell, init));
  const editor = new Editor(shell, teller && ((line) => teller.types(line)));
  /** Read so far. */
  let lines = 0;
  for (;;) {
    yield* safely(shell, function* () {
      yield* notify(shell);
      yield* runTraps(shell);
      const command = variables.get('PROMPT_COMMAND');
      if (command) {
        const status = shell.status;
        yield* runText(shell, command);
        shell.status = status;
      }
    });
    if (teller) yield* teller.tell();
    const command = yield* readCommand(shell, editor);
    if (command === 'interrupted') {
      shell.status = 130;
      continue;
    }
    if (command === 'end') {
      yield* write(2, shell.dialect === 'bash' ? (login ? 'logout\n' : 'exit\n') : '');
      if (yield* warnedOfStopped(shell)) continue;
      return shell.status;
    }
    if (teller && command.trim() !== '') yield* teller.runs(command.trim());
    const before = lines;
    lines += command.split('\n').length - 1;
    const { warned } = shell;
    yield* safely(shell, () => runText(shell, command, before));
    // Who does something else meanwhile is warned again.
    if (warned === shell.warned) shell.warned = false;
  }
}

/** Whatever a command does, the prompt comes back: only `exit` (thrown on) ends the shell. */
function* safely(shell: Shell, run: () => Sys<unknown>): Sys<void> {
  const { tested, loops, depth, sourcing, substitutions } = shell;
  const frames = shell.variables.frames.length;
  try {
    yield* run();
  } catch (error) {
    if (error instanceof Leave && error.how === 'exit') throw error;
    if (error instanceof Leave) {
      if (error.how === 'return') shell.status = error.count;
    } else if (error instanceof Interrupted) {
      shell.status = 130;
      yield* tty({ foreground: shell.process.pid });
      yield* tty({ set: 'cooked' });
    } else {
      try {
        yield* report(shell, error);
      } catch (again) {
        if (!(again instanceof Leave)) throw again;
      }
    }
    while (shell.variables.frames.length > frames) shell.variables.pop();
    Object.assign(shell, { tested, loops, depth, sourcing, substitutions });
  }
}

function* startFiles(shell: Shell, login: boolean): Sys<void> {
  const home = shell.variables.get('HOME');
  if (!home || shell.dialect !== 'bash') return;
  for (const name of login ? ['.bash_profile', '.bashrc'] : ['.bashrc']) {
    const path = `${home}/${name}`;
    const text = yield* files((fs, cwd) => fs.stat(fs.resolve(cwd, path))?.text);
    if (text === undefined) continue;
    yield* safely(shell, () => runText(shell, text));
    return;
  }
}

/** A whole command, over as many lines as it takes. */
function* readCommand(shell: Shell, editor: Editor): Sys<string | 'interrupted' | 'end'> {
  const lines: string[] = [];
  let text = '';
  const suggestion = yield* suggested();
  try {
    for (;;) {
      const ending = yield* editor.read(yield* promptText(shell, lines.length === 0 ? 'PS1' : 'PS2'), lines.length === 0 ? suggestion : '');
      if (ending === 'interrupted') return 'interrupted';
      if (ending === 'end') {
        if (lines.length === 0) return 'end';
        break;
      }
      let { line } = ending;
      if (shell.dialect === 'bash' && shell.options.has('histexpand') && /!|^\^/.test(line)) {
        const expanded = expandHistory(line, shell.history);
        if ('error' in expanded) {
          yield* write(2, `${shell.prefix}${expanded.error}\n`);
          return 'interrupted';
        }
        if (expanded.changed) yield* write(1, `${expanded.text}\n`);
        if (expanded.shown) {
          yield* remember(shell, expanded.text);
          return '';
        }
        line = expanded.text;
      }
      lines.push(line);
      text += `${line}\n`;
      if (!continues(line) && parse(text).problem?.kind !== 'unfinished') break;
    }
  } finally {
    yield* editor.release();
  }
  yield* remember(shell, joinLines(lines));
  return text;
}

/** The corrected line that the last command left, if any. */
function* suggested(): Sys<string> {
  try {
    return (yield* device<string | null>('suggestion', { take: true })) ?? '';
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    return '';
  }
}

/** True where a line editor can work. */
export function* hasTerminal(): Sys<boolean> {
  if (!(yield* isatty(0))) return false;
  try {
    yield* tty({ get: 'size' });
    return true;
  } catch (error) {
    if (error instanceof SysError) return false;
    throw error;
  }
}
