/** trap. */
import { write } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import { quoted } from '../quote.ts';
import type { Shell } from '../shell.ts';
import { armSignals, numberOfSignal, signalNamed } from '../signals.ts';
import { listSignals } from './jobs.ts';

export function* trap(shell: Shell, argv: string[]): Sys<number> {
  const args = argv.slice(argv[1] === '--' ? 2 : 1);
  if (args[0] === '-l') return yield* listSignals(shell, []);
  if (args.length === 0 || args[0] === '-p') {
    const wanted = args.slice(1).map(signalNamed);
    const names = [...shell.traps.keys()].sort((a, b) => order(a) - order(b));
    for (const name of names)
      if (wanted.length === 0 || wanted.includes(name))
        yield* write(
          1,
          `trap -- ${quoted(shell.traps.get(name) as string)} ${shell.dialect === 'bash' ? name : name.replace(/^SIG/, '')}\n`,
        );
    return 0;
  }
  // With one argument, or a number first, the traps are reset.
  const reset = args.length === 1 || args[0] === '-' || /^\d+$/.test(args[0] as string);
  const targets = args.length === 1 || /^\d+$/.test(args[0] as string) ? args : args.slice(1);
  let code = 0;
  for (const target of targets) {
    const name = signalNamed(target);
    if (!name) {
      yield* shell.complain(`trap: ${target}: invalid signal specification`);
      code = 1;
    } else if (reset) {
      shell.traps.delete(name);
    } else {
      shell.traps.set(name, args[0] as string);
    }
  }
  yield* armSignals(shell);
  return code;
}

function order(name: string): number {
  return name === 'EXIT' ? 0 : name.startsWith('SIG') ? numberOfSignal(name) : 100 + name.charCodeAt(0);
}
