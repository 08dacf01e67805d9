/** history and help. */
import { files, load, write } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import { lateCode } from '../late.ts';
import type { Shell } from '../shell.ts';

export function* history(shell: Shell, argv: string[]): Sys<number> {
  const [, option, value] = argv;
  if (option === '-c') {
    shell.history.length = 0;
    return 0;
  }
  if (option === '-d') {
    const at = Number(value) < 0 ? shell.history.length + Number(value) : Number(value) - 1;
    if (!(at >= 0 && at < shell.history.length)) {
      yield* shell.complain(`history: ${value}: history position out of range`);
      return 1;
    }
    shell.history.splice(at, 1);
    return 0;
  }
  if (option === '-w' || option === '-a') {
    const path = value ?? shell.variables.get('HISTFILE') ?? `${shell.variables.get('HOME') ?? ''}/.bash_history`;
    yield* files((fs, cwd) => fs.write(fs.resolve(cwd, path), shell.history.map((line) => `${line}\n`).join('')));
    return 0;
  }
  if (option === '-s') {
    shell.history.push(argv.slice(2).join(' '));
    return 0;
  }
  if (option === '-r' || option === '-n') return 0;
  if (option !== undefined && !/^\d+$/.test(option)) {
    yield* shell.complain(`history: ${option}: ${option.startsWith('-') ? 'invalid option' : 'numeric argument required'}`);
    return option.startsWith('-') ? 2 : 1;
  }
  const from = option === undefined ? 0 : Math.max(0, shell.history.length - Number(option));
  for (let i = from; i < shell.history.length; i++) yield* write(1, `${String(i + 1).padStart(5)}  ${shell.history[i]}\n`);
  return 0;
}

export function* help(shell: Shell, argv: string[]): Sys<number> {
  const name = argv[1];
  const { helpText, helpTopics } = yield* load(lateCode.help);
  if (name === undefined) {
    yield* write(
      1,
      `These commands are part of this shell. Type \`help NAME' to read about one, \`man NAME' about a program.\n\n${columns(helpTopics())}`,
    );
    return 0;
  }
  const text = helpText(name);
  if (text === undefined) {
    yield* shell.complain(`help: no help topics match \`${name}'.  Try \`help help' or \`man -k ${name}' or \`info ${name}'.`);
    return 1;
  }
  yield* write(1, `${text}\n`);
  return 0;
}

function columns(names: readonly string[]): string {
  const width = Math.max(...names.map((name) => name.length)) + 2;
  const perLine = Math.max(1, Math.floor(78 / width));
  let out = '';
  for (let i = 0; i < names.length; i += perLine)
    out += `${names
      .slice(i, i + perLine)
      .map((name) => name.padEnd(width))
      .join('')
      .trimEnd()}\n`;
  return out;
}
