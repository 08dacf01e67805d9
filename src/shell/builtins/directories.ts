/** cd, pwd and the directory stack. */
import { files, write } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import { type Shell, ShellError } from '../shell.ts';

/** Moves the shell to a directory (`physical`: without links in its path); a ShellError names what is wrong. Returns the new path. */
function* go(shell: Shell, path: string, name: string, physical = shell.options.has('physical')): Sys<string> {
  const found = yield* files((fs, cwd) => {
    const given = fs.resolve(cwd, path);
    const target = physical ? (fs.realPath(given) ?? given) : given;
    const entry = fs.stat(target);
    return { target, kind: entry?.kind, circle: fs.realPath(given) === undefined };
  });
  if (found.kind !== 'directory') {
    const reason = found.circle ? 'Too many levels of symbolic links' : found.kind ? 'Not a directory' : 'No such file or directory';
    if (shell.dialect === 'dash') throw new ShellError(`cd: can't cd to ${path}`, { code: 2 });
    if (shell.dialect === 'ash') throw new ShellError(`cd: can't cd to ${path}: ${reason}`, { code: 2 });
    throw new ShellError(`${name}: ${path}: ${reason}`);
  }
  shell.variables.set('OLDPWD', shell.process.cwd);
  shell.process.cwd = found.target;
  shell.variables.set('PWD', found.target);
  shell.variables.declare('OLDPWD', { add: 'x' });
  return found.target;
}

export function* cd(shell: Shell, argv: string[]): Sys<number> {
  let args = argv.slice(1);
  let physical = shell.options.has('physical');
  for (; args[0] && /^-[LPe@]+$/.test(args[0]); args = args.slice(1)) physical = /P[^L]*$/.test(args[0]);
  if (args[0] === '--') args = args.slice(1);
  if (args[0]?.startsWith('-') && args[0] !== '-') {
    yield* shell.complain(`cd: ${args[0]}: invalid option`);
    yield* write(2, 'cd: usage: cd [-L|[-P [-e]] [-@]] [dir]\n');
    return 2;
  }
  if (args.length > 1 && shell.dialect === 'bash') throw new ShellError('cd: too many arguments');
  if (args[0] === undefined) {
    const home = shell.variables.get('HOME');
    if (home === undefined) throw new ShellError('cd: HOME not set');
    yield* go(shell, home, 'cd', physical);
  } else if (args[0] === '-') {
    const old = shell.variables.get('OLDPWD');
    if (old === undefined) throw new ShellError('cd: OLDPWD not set');
    yield* write(1, `${yield* go(shell, old, 'cd')}\n`);
  } else if (args[0] !== '') {
    const paths = shell.variables.get('CDPATH');
    if (paths && !/^(?:\/|\.{1,2}(?:\/|$))/.test(args[0])) {
      for (const folder of paths.split(':')) {
        const candidate = `${folder || '.'}/${args[0]}`;
        if (yield* files((fs, cwd) => fs.isDirectory(fs.resolve(cwd, candidate)))) {
          const target = yield* go(shell, candidate, 'cd', physical);
          if (folder && folder !== '.') yield* write(1, `${target}\n`);
          return 0;
        }
      }
    }
    yield* go(shell, args[0], 'cd', physical);
  }
  return 0;
}

export function* pwd(shell: Shell, argv: string[] = []): Sys<number> {
  const { cwd } = shell.process;
  const bad = /^-[^LP]*([^LP-])/.exec(argv[1] ?? '')?.[1];
  if (bad !== undefined && shell.dialect === 'bash') {
    yield* shell.complain(`pwd: -${bad}: invalid option`);
    yield* write(2, 'pwd: usage: pwd [-LP]\n');
    return 2;
  }
  const options = argv.slice(1).filter((one) => /^-[LP]+$/.test(one));
  const physical = options.length > 0 ? options.at(-1)?.endsWith('P') : shell.options.has('physical');
  yield* write(1, `${physical ? ((yield* files((fs) => fs.realPath(cwd))) ?? cwd) : cwd}\n`);
  return 0;
}

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
