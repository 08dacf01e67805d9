/** The directory stack: dirs, pushd, popd. */
import { write } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import { type Shell, ShellError } from '../shell.ts';
import { go } from './directories.ts';

function short(shell: Shell, path: string): string {
  const home = shell.variables.get('HOME');
  return home && (path === home || path.startsWith(`${home}/`)) ? `~${path.slice(home.length)}` : path;
}

export function* dirs(shell: Shell, argv: string[]): Sys<number> {
  const all = [shell.process.cwd, ...shell.directories];
  if (argv.includes('-c')) {
    shell.directories = [];
    return 0;
  }
  const shown = argv.includes('-l') ? all : all.map((path) => short(shell, path));
  const which = argv
    .slice(1)
    .map((arg) => /^([-+])(\d+)$/.exec(arg))
    .find((match) => match);
  if (which) {
    const at = which[1] === '+' ? Number(which[2]) : all.length - 1 - Number(which[2]);
    if (shown[at] === undefined) throw new ShellError(`dirs: ${which[2]}: directory stack index out of range`);
    yield* write(1, `${argv.includes('-v') ? `${String(at).padStart(2)}  ` : ''}${shown[at]}\n`);
    return 0;
  }
  if (argv.includes('-v')) yield* write(1, shown.map((path, i) => `${String(i).padStart(2)}  ${path}\n`).join(''));
  else yield* write(1, `${shown.join(argv.includes('-p') ? '\n' : ' ')}\n`);
  return 0;
}

export function* pushd(shell: Shell, argv: string[]): Sys<number> {
  const [target] = argv.slice(1).filter((arg) => arg !== '-n' && arg !== '--');
  const all = [shell.process.cwd, ...shell.directories];
  const stays = argv.includes('-n');
  const rotate = /^([-+])(\d+)$/.exec(target ?? '');
  if (target === undefined) {
    const [next, ...rest] = shell.directories;
    if (next === undefined) throw new ShellError('pushd: no other directory');
    const here = shell.process.cwd;
    yield* go(shell, next, 'pushd');
    shell.directories = [here, ...rest];
  } else if (rotate) {
    const at = rotate[1] === '+' ? Number(rotate[2]) : all.length - 1 - Number(rotate[2]);
    if (at < 0 || at >= all.length) throw new ShellError(`pushd: ${target}: directory stack index out of range`);
    const turned = [...all.slice(at), ...all.slice(0, at)];
    if (!stays) yield* go(shell, turned[0] as string, 'pushd');
    shell.directories = turned.slice(1);
  } else {
    if (!stays) yield* go(shell, target, 'pushd');
    shell.directories = stays ? [target, ...shell.directories] : all;
  }
  return yield* dirs(shell, ['dirs']);
}

export function* popd(shell: Shell, argv: string[]): Sys<number> {
  const all = [shell.process.cwd, ...shell.directories];
  const stays = argv[1] === '-n';
  const which = /^([-+])(\d+)$/.exec(argv[stays ? 2 : 1] ?? '');
  if (all.length < 2) throw new ShellError('popd: directory stack empty');
  const at = which ? (which[1] === '+' ? Number(which[2]) : all.length - 1 - Number(which[2])) : stays ? 1 : 0;
  if (at < 0 || at >= all.length) throw new ShellError(`popd: ${argv[1]}: directory stack index out of range`);
  all.splice(at, 1);
  if (at === 0 && !stays) yield* go(shell, all[0] as string, 'popd');
  shell.directories = all.slice(1);
  return yield* dirs(shell, ['dirs']);
}
