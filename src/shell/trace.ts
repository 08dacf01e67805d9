/** What happens around commands: the DEBUG and ERR traps, `set -e`, and what `set -x` shows. */
import type { SyntaxNode } from 'unbash';
import { write } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import type { AssignedValue } from './assign.ts';
import { expandQuoted } from './expand.ts';
import { quoted, traced } from './quote.ts';
import { Leave, type Shell } from './shell.ts';
import { runTrap } from './signals.ts';

/** What comes before a command: BASH_COMMAND says what it is, and the DEBUG trap runs. */
export function* before(shell: Shell, node: SyntaxNode, text = shell.source.slice(node.pos, node.end)): Sys<void> {
  if (shell.trapping) return;
  shell.position = node.pos;
  shell.command = text;
  const trap = shell.traps.get('DEBUG');
  if (trap && (shell.variables.frames.length === 0 || shell.options.has('functrace'))) yield* runTrap(shell, trap);
}

/** After a command that may end the shell: `set -e` and the ERR trap. */
export function* failed(shell: Shell): Sys<void> {
  if (shell.status === 0 || shell.tested > 0) return;
  const trap = shell.traps.get('ERR');
  if (trap && !shell.trapping && (shell.variables.frames.length === 0 || shell.options.has('errtrace'))) yield* runTrap(shell, trap);
  if (shell.options.has('errexit')) throw new Leave('exit', shell.status);
}

export function* trace(shell: Shell, text: string): Sys<void> {
  const prompt = shell.variables.get('PS4') ?? '+ ';
  const before = /[$`\\]/.test(prompt) ? yield* expandQuoted(shell, prompt) : prompt;
  const deep = shell.dialect === 'bash' ? before.slice(0, 1).repeat(Math.max(0, shell.indirection - 1)) : '';
  yield* write(2, `${deep}${before}${text}\n`);
}

export function* traceCommand(shell: Shell, values: readonly AssignedValue[], args: readonly (string | AssignedValue)[]): Sys<void> {
  const shown = ({ name, text, append }: AssignedValue): string => `${name}${append ? '+' : ''}=${traced(text ?? '')}`;
  // A list that is declared is shown on a line of its own.
  for (const arg of args)
    if (typeof arg !== 'string' && arg.elements)
      yield* trace(shell, `${arg.name}=(${arg.elements.map(({ text }) => quoted(text)).join(' ')})`);
  const words = args.map((arg) => (typeof arg === 'string' ? traced(arg) : arg.elements ? arg.name : shown(arg)));
  if (shell.dialect === 'bash') for (const value of values) yield* trace(shell, shown(value));
  else words.unshift(...values.map(shown));
  yield* trace(shell, words.join(' '));
  // These two assign as if the words stood alone.
  if (words[0] === 'export' || words[0] === 'readonly')
    for (const arg of args)
      if (typeof arg !== 'string' && arg.text !== undefined && shell.dialect === 'bash') yield* trace(shell, shown(arg));
}
