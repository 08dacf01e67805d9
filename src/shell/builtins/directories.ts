/** cd and pwd. */
import { files, write } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import { type Shell, ShellError } from '../shell.ts';

/** Moves the shell to a directory (`physical`: without links in its path); a ShellError names what is wrong. Returns the new path. */
export function* go(shell: Shell, path: string, name: string, physical = shell.options.has('physical')): Sys<string> {
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
