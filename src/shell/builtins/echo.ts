/** echo. */
import { write } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import { unescape } from '../quote.ts';
import type { Shell } from '../shell.ts';

export function* echo(shell: Shell, argv: string[]): Sys<number> {
  let newline = true;
  let escapes = shell.dialect === 'dash' || shell.shopts.has('xpg_echo');
  let i = 1;
  for (; i < argv.length; i++) {
    const flags = /^-([neE]+)$/.exec(argv[i] as string)?.[1];
    if (!flags || (shell.dialect === 'dash' && flags !== 'n')) break;
    for (const flag of flags) {
      if (flag === 'n') newline = false;
      else escapes = flag === 'e';
    }
  }
  const text = argv.slice(i).join(' ');
  if (!escapes) {
    yield* write(1, newline ? `${text}\n` : text);
  } else {
    const result = unescape(text, { octal: shell.dialect === 'dash' ? 'both' : 'zero', stop: true, quotes: false });
    yield* write(1, newline && !result.stopped ? `${result.text}\n` : result.text);
  }
  return 0;
}
