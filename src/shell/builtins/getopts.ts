/** getopts: the next option of a script. */
import { write } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import type { Shell } from '../shell.ts';
import { ReadonlyError } from '../variables.ts';

export function* getopts(shell: Shell, argv: string[]): Sys<number> {
  try {
    return yield* nextOption(shell, argv);
  } catch (error) {
    if (!(error instanceof ReadonlyError)) throw error;
    yield* shell.complain(error.message);
    return 2;
  }
}

function* nextOption(shell: Shell, argv: string[]): Sys<number> {
  const [, spec, name, ...given] = argv;
  if (spec === undefined || name === undefined) {
    yield* write(2, 'getopts: usage: getopts optstring name [arg ...]\n');
    return 2;
  }
  const args = argv.length > 3 ? given : shell.positional;
  const { variables } = shell;
  // Behind the end, as when it was not set back for new arguments, is at the end.
  let index = Math.min(Number(variables.get('OPTIND') ?? 1) || 1, args.length + 1);
  if (index !== shell.getopts.index) shell.getopts = { index, at: 1 };
  const finish = (): number => {
    variables.set(name, '?');
    variables.set('OPTIND', String(index));
    shell.getopts = { index, at: 1 };
    return 1;
  };
  const word = args[index - 1];
  if (word === undefined || !/^-./.test(word)) return finish();
  if (word === '--') {
    index++;
    return finish();
  }
  const letter = word[shell.getopts.at] as string;
  const place = spec.indexOf(letter);
  const silent = spec.startsWith(':');
  const says = variables.get('OPTERR') !== '0';
  let next = shell.getopts.at + 1;
  const advance = (): void => {
    if (next >= word.length) {
      index++;
      next = 1;
    }
  };
  variables.unset('OPTARG');
  if (place < 0 || letter === ':') {
    advance();
    variables.set(name, '?');
    if (silent) variables.set('OPTARG', letter);
    else if (says)
      yield* write(2, shell.dialect === 'bash' ? `${shell.name}: illegal option -- ${letter}\n` : `Illegal option -${letter}\n`);
  } else if (spec[place + 1] === ':') {
    const attached = word.slice(next);
    index++;
    next = 1;
    if (attached !== '') {
      variables.set('OPTARG', attached);
      variables.set(name, letter);
    } else if (args[index - 1] !== undefined) {
      variables.set('OPTARG', args[index - 1] as string);
      variables.set(name, letter);
      index++;
    } else {
      variables.set(name, silent ? ':' : '?');
      if (silent) variables.set('OPTARG', letter);
      else if (says)
        yield* write(
          2,
          shell.dialect === 'bash' ? `${shell.name}: option requires an argument -- ${letter}\n` : `No arg for -${letter} option\n`,
        );
    }
  } else {
    advance();
    variables.set(name, letter);
  }
  variables.set('OPTIND', String(index));
  shell.getopts = { index, at: next };
  return 0;
}
