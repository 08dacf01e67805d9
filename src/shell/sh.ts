/** The shell program: `bash`, `sh` (dash) and busybox `sh` (ash), for scripts, `-c` and terminals. */

import type { Channel } from '../kernel/channel.ts';
import { SysError } from '../kernel/error.ts';
import { readLine, readPath, receive, write } from '../kernel/sys.ts';
import type { Program, Sys } from '../kernel/types.ts';
import { continues, parse } from './parse.ts';
import { hasTerminal, interact } from './readline/interact.ts';
import { runText } from './script.ts';
import { type Dialect, Leave, optionName, SET_OPTIONS, Shell } from './shell.ts';
import { armSignals, withSignals } from './signals.ts';
import { isSubshell, subshell, toTheEnd } from './subshell.ts';

/** The program for a dialect. A process started with subshell data runs that instead. */
export function shellProgram(dialect: Dialect): Program {
  return (process) => {
    if (isSubshell(process.init)) return subshell(process);
    const shell = new Shell(process, dialect);
    return withSignals(shell, main(shell));
  };
}

/** GNU bash. */
export const bash: Program = shellProgram('bash');
/** Debian's `sh`. */
export const dash: Program = shellProgram('dash');
/** busybox's `sh`. */
export const ash: Program = shellProgram('ash');

/**
 * A shell fed with texts from code instead of a terminal: runs each, keeps its state between them, and reports each one's code.
 * It ends at the end of the channel or at `exit`.
 */
export function fedShell(lines: Channel<string>, codes: Channel<number>): Program {
  return (process) => {
    if (isSubshell(process.init)) return subshell(process);
    const shell = new Shell(process, 'bash');
    shell.shopts.add('expand_aliases');
    return withSignals(
      shell,
      toTheEnd(shell, () => feed(shell, lines, codes)),
    );
  };
}

function* feed(shell: Shell, lines: Channel<string>, codes: Channel<number>): Sys<number> {
  for (let text = yield* receive(lines); text !== null; text = yield* receive(lines)) {
    try {
      yield* runText(shell, text);
    } catch (error) {
      // A syntax error or failed expansion ends only this text; `exit` ends the shell.
      if (!(error instanceof Leave)) throw error;
      shell.status = error.count;
      if (error.how === 'exit' && /(?:^|[\s;&|({])(?:exit|exec|logout)\b/.test(text)) {
        codes.push(shell.status);
        return shell.status;
      }
    }
    codes.push(shell.status);
  }
  return shell.status;
}

interface Start {
  code: string | undefined;
  script: string | undefined;
  args: string[];
  interactive: boolean;
  login: boolean;
  stdin: boolean;
}

function* main(shell: Shell): Sys<number> {
  const start = yield* readArguments(shell, shell.process.argv.slice(1));
  if (typeof start === 'number') return start;
  shell.startTime = 0;
  if (start.code !== undefined) {
    shell.name = start.args[0] ?? shell.process.argv[0] ?? 'bash';
    shell.isCommand = true;
    shell.positional = start.args.slice(1);
    const [only, ...more] = parse(start.code).script.commands;
    shell.tail = more.length === 0 && only?.command.type === 'Command' && !only.background;
    return yield* toTheEnd(shell, () => runText(shell, start.code as string, 0, shell.dialect === 'bash' ? '-c:' : ''));
  }
  shell.positional = start.args;
  if (start.script !== undefined) {
    shell.name = start.script;
    return yield* toTheEnd(shell, () => runFile(shell, start.script as string));
  }
  if (yield* hasTerminal()) {
    shell.interactive = true;
    shell.jobControl = true;
    for (const option of ['histexpand', 'monitor', 'emacs', 'history']) shell.options.add(option);
    shell.shopts.add('expand_aliases');
    yield* armSignals(shell);
    return yield* toTheEnd(shell, () => interact(shell, start.login));
  }
  return yield* toTheEnd(shell, () => fromInput(shell));
}

const USAGE = `Usage:\tbash [GNU long option] [option] ...
\tbash [GNU long option] [option] script-file ...
GNU long options:
${'debug debugger dump-po-strings dump-strings help init-file login noediting noprofile norc posix pretty-print rcfile restricted verbose version'
  .split(' ')
  .map((name) => `\t--${name}\n`)
  .join('')}Shell options:
\t-ilrsD or -c command or -O shopt_option\t\t(invocation only)
\t-abefhkmnptuvxBCEHPT or -o option
`;

function* readArguments(shell: Shell, argv: readonly string[]): Sys<Start | number> {
  const start: Start = {
    code: undefined,
    script: undefined,
    args: [],
    interactive: false,
    login: shell.process.argv[0]?.startsWith('-') ?? false,
    stdin: false,
  };
  let command = false;
  let i = 0;
  for (; i < argv.length && /^(?:-|[-+].+)$/s.test(argv[i] as string); i++) {
    const word = argv[i] as string;
    if (word === '--' || word === '-') {
      i++;
      break;
    }
    if (word.startsWith('--')) {
      if (word === '--version' && shell.dialect === 'bash') {
        yield* write(1, 'GNU bash, version 5.2.37(1)-release (x86_64-pc-linux-gnu)\n');
        return 0;
      }
      if (word === '--login') start.login = true;
      else if (!['--norc', '--noprofile', '--posix', '--noediting', '--rcfile', '--init-file'].includes(word)) {
        yield* write(2, `${shell.name}: ${word}: invalid option\n${shell.dialect === 'bash' ? USAGE : ''}`);
        return 2;
      }
      if (word === '--rcfile' || word === '--init-file') i++;
      continue;
    }
    for (const letter of word.slice(1)) {
      if (letter === 'c') command = true;
      else if (letter === 'i') start.interactive = true;
      else if (letter === 'l') start.login = true;
      else if (letter === 's') start.stdin = true;
      else if (letter === 'o' || letter === 'O') {
        const name = argv[++i] ?? '';
        if (letter === 'o' && !SET_OPTIONS.includes(name)) {
          yield* write(2, `${shell.name}: line 0: ${shell.name}: ${name}: invalid option name\n`);
          return 2;
        }
        const store = letter === 'o' ? shell.options : shell.shopts;
        if (word.startsWith('-')) store.add(name);
        else store.delete(name);
      } else {
        const name = optionName(letter);
        if (!name) {
          yield* write(
            2,
            shell.dialect === 'bash'
              ? `${shell.name}: -${letter}: invalid option\n${USAGE}`
              : `${shell.name}: 0: Illegal option -${letter}\n`,
          );
          return 2;
        }
        if (word.startsWith('-')) shell.options.add(name);
        else shell.options.delete(name);
      }
    }
  }
  if (command) {
    if (argv[i] === undefined) {
      yield* write(
        2,
        shell.dialect === 'bash' ? `${shell.name}: -c: option requires an argument\n` : `${shell.name}: 0: -c requires an argument\n`,
      );
      return 2;
    }
    start.code = argv[i++];
    start.args = argv.slice(i);
  } else if (argv[i] !== undefined && !start.stdin) {
    start.script = argv[i];
    start.args = argv.slice(i + 1);
  } else {
    start.args = argv.slice(i);
  }
  return start;
}

function* runFile(shell: Shell, path: string): Sys<number> {
  let text: string;
  try {
    text = yield* readPath(path);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    const name = shell.process.argv[0] ?? 'bash';
    if (shell.dialect === 'dash')
      yield* write(2, `${name}: 0: cannot open ${path}: ${error.errno === 'ENOENT' ? 'No such file' : error.message}\n`);
    else if (shell.dialect === 'ash') yield* write(2, `${name}: can't open '${path}': ${error.message}\n`);
    else yield* write(2, error.errno === 'EISDIR' ? `${path}: ${path}: Is a directory\n` : `${name}: ${path}: ${error.message}\n`);
    return error.errno === 'EISDIR' ? 126 : shell.dialect === 'bash' ? 127 : 2;
  }
  return yield* runText(shell, text);
}

/** Commands from standard input, one complete command at a time: what it starts may read the rest. */
function* fromInput(shell: Shell): Sys<number> {
  let text = '';
  let line = 0;
  let lines = 0;
  for (;;) {
    const next = yield* readLine(0);
    if (next !== null) {
      text += next;
      lines++;
      if (continues(text) || parse(text).problem?.kind === 'unfinished') continue;
    }
    if (text.trim() !== '') yield* runText(shell, text, line);
    text = '';
    line = lines;
    if (next === null) return shell.status;
  }
}
