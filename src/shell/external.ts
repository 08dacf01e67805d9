/** Programs: finding one by name or path, starting it as a child, or going on as it (`exec`). */
import { SysError } from '../kernel/error.ts';
import { EXECUTABLE } from '../kernel/files.ts';
import { device, files, load, signals, spawn, tty, write } from '../kernel/sys.ts';
import type { Program, Sys } from '../kernel/types.ts';
import { builtins } from './builtins/index.ts';
import { addJob, foreground } from './jobs.ts';
import { lateCode } from './late.ts';
import type { Shell } from './shell.ts';
import { nearest } from './suggestion.ts';

interface StartOptions {
  readonly env: Readonly<Record<string, string>>;
  /** Run in this process, which ends with it. */
  readonly replace?: boolean;
  /** What it is told that it is called, where that is not its name. */
  readonly as?: string | undefined;
  /** It gets none of the shell's variables. */
  readonly clean?: boolean;
  /** As typed, for the list of jobs. */
  readonly text: string;
}

type Found = { readonly argv: readonly string[] } | { readonly code: number; readonly why: string };

/** Runs a program in the foreground; its code. 127 and 126 with bash's words when it cannot be run. */
export function* startProgram(shell: Shell, argv: readonly string[], options: StartOptions): Sys<number> {
  const found = yield* locate(shell, argv, options.env['PATH']);
  if ('why' in found) {
    // exec names what has a path by its whole path, and a directory twice.
    const name = argv[0] as string;
    if (options.replace && shell.dialect === 'bash' && name.includes('/') && !name.startsWith('/')) {
      const whole = yield* files((fs, cwd) => fs.resolve(cwd, name));
      const why = found.why.replace(name, whole);
      yield* write(2, `${shell.prefix}${why}\n`);
      if (why.endsWith('Is a directory')) yield* write(2, `${shell.prefix}exec: ${whole}: cannot execute: Is a directory\n`);
      return found.code;
    }
    yield* shell.tell(
      `${shell.prefix}${options.replace ? `exec: ${found.why.replace('command not found', 'not found').replace(/: No such file or directory$/, ': cannot execute: No such file or directory')}` : found.why}\n`,
    );
    if (found.code === 127 && shell.typed && !options.replace) yield* suggestMeant(shell, argv, options.text);
    return found.code;
  }
  const env = { ...(options.clean ? {} : shell.environment()), ...options.env };
  const program = shell.process.machine.program(baseName(found.argv[0] as string)) as Program;
  if (options.replace || shell.tail)
    return yield* become(shell, program, options.as === undefined ? found.argv : [options.as, ...found.argv.slice(1)], env);
  const fds: Record<number, number> = { 0: 0, 1: 1, 2: 2 };
  for (const fd of [...shell.descriptors, ...shell.substitutions]) fds[fd] = fd;
  const pid = yield* spawn({
    program: baseName(found.argv[0] as string),
    argv: found.argv,
    env,
    cwd: shell.process.cwd,
    fds,
    ...(shell.jobControl ? { group: 0 } : {}),
  });
  if (shell.jobControl && shell.process.terminal) yield* tty({ foreground: pid });
  return yield* foreground(shell, addJob(shell, { group: shell.jobControl ? pid : 0, pids: [pid], text: options.text, listed: false }));
}

/** Says what to use instead, or leaves the line with the command that was likely meant for the prompt to offer. */
function* suggestMeant(shell: Shell, [name = '']: readonly string[], text: string): Sys<void> {
  if (name.includes('/')) return;
  if (shell.process.machine.program('kubectl')) {
    const hint = (yield* load(lateCode.absent)).insteadOf(name);
    if (hint !== undefined) return yield* write(2, `${hint}\n`);
  }
  if (!shell.interactive || !text.startsWith(name)) return;
  const known = [...shell.process.machine.programNames(), ...Object.keys(builtins), ...shell.aliases.keys(), ...shell.functions.keys()];
  const meant = nearest(name, known);
  if (meant === undefined) return;
  try {
    yield* device('suggestion', { line: meant + text.slice(name.length) });
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
  }
}

/** Goes on as that program in this very process. */
function* become(shell: Shell, program: Program, argv: readonly string[], env: Record<string, string>): Sys<number> {
  const { process } = shell;
  const ignored = [...shell.traps].filter(([, action]) => action === '').map(([name]) => name);
  yield* signals([], ignored as never);
  for (const key of Object.keys(process.env)) delete process.env[key];
  Object.assign(process.env, env);
  shell.replaced = true;
  process.startedWith = env;
  process.argv = argv;
  process.title = argv;
  process.init = undefined;
  return yield* program(process);
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Where the PATH has a name: `/usr/bin/cat`, or undefined. */
export function* findInPath(shell: Shell, name: string): Sys<string | undefined> {
  return (yield* allInPath(shell, name))[0];
}

/** All files and programs of that name in the PATH (or in what stands in its place), the one that runs first. */
export function* allInPath(shell: Shell, name: string, folderList = shell.variables.get('PATH') ?? ''): Sys<string[]> {
  const path = folderList.split(':');
  const scripts = yield* files((fs, cwd) =>
    path
      .map((folder) => fs.resolve(cwd, `${folder || '.'}/${name}`))
      .filter((file) => fs.stat(file)?.kind === 'file' && ((fs.stat(file)?.mode ?? 0) & 0o111) !== 0),
  );
  if (!shell.process.machine.program(name)) return scripts;
  const folders = ['/usr/bin', '/bin', '/usr/local/bin'].filter((one) => path.includes(one));
  // `/bin` is `/usr/bin`, under another name.
  const programs = folders.slice(0, folders[0] === '/usr/bin' && folders[1] === '/bin' ? 2 : 1).map((folder) => `${folder}/${name}`);
  return [...new Set([...scripts, ...programs])];
}

function* locate(shell: Shell, argv: readonly string[], folders?: string): Sys<Found> {
  const name = argv[0] as string;
  const { machine } = shell.process;
  if (!name.includes('/')) {
    if (name !== '' && name !== '.' && name !== '..') {
      const known = folders === undefined ? shell.hashed.get(name) : undefined;
      const path = known?.path ?? (yield* allInPath(shell, name, folders))[0];
      if (path !== undefined) {
        if (folders === undefined) shell.hashed.set(name, { path, hits: (known?.hits ?? 0) + 1 });
        if (baseName(path) !== name) return yield* locate(shell, [path, ...argv.slice(1)]);
        return machine.program(name) && (yield* isProgramPath(path)) ? { argv } : yield* script(shell, path, argv);
      }
    }
    return { code: 127, why: shell.dialect === 'bash' ? `${name}: command not found` : `${name}: not found` };
  }
  const [path, entry] = yield* files((fs, cwd) => [fs.resolve(cwd, name), fs.stat(fs.resolve(cwd, name))] as const);
  const program = baseName(name);
  if (!entry && /^\/(?:usr\/(?:local\/)?)?s?bin\/[^/]+$/.test(path) && machine.program(program)) return { argv };
  if (!entry) return { code: 127, why: shell.dialect === 'bash' ? `${name}: No such file or directory` : `${name}: not found` };
  if (entry.kind === 'directory')
    return { code: 126, why: shell.dialect === 'bash' ? `${name}: Is a directory` : `${name}: Permission denied` };
  if (entry.text === EXECUTABLE)
    return machine.program(program) ? { argv } : { code: 126, why: `${name}: cannot execute binary file: Exec format error` };
  return yield* script(shell, name, argv);
}

/** Paths of the machine's own programs hold no file (or a token one). */
function* isProgramPath(path: string): Sys<boolean> {
  return yield* files((fs) => fs.stat(path)?.text.startsWith('#!') !== true || fs.stat(path)?.text === '');
}

/** A script file runs by the interpreter that its first line names. */
function* script(shell: Shell, path: string, argv: readonly string[]): Sys<Found> {
  const { machine } = shell.process;
  const entry = yield* files((fs, cwd) => fs.stat(fs.resolve(cwd, path)));
  if (!entry || (entry.mode & 0o111) === 0) return { code: 126, why: `${path}: Permission denied` };
  const line = /^#!\s*(\S+)(?:[ \t]+(.*?))?[ \t]*(?:\n|$)/.exec(entry.text);
  if (!line) return { argv: [shell.dialect === 'bash' ? 'bash' : 'sh', path, ...argv.slice(1)] };
  let interpreter = baseName(line[1] as string);
  let options = line[2] ? [line[2]] : [];
  if (interpreter === 'env' && line[2]) {
    const words = line[2].replace(/^-S\s*/, '').split(/\s+/);
    interpreter = words[0] as string;
    options = words.slice(1);
    if (!machine.program(interpreter)) return { code: 127, why: `/usr/bin/env: '${interpreter}': No such file or directory` };
  }
  if (!machine.program(interpreter)) return { code: 127, why: `${path}: cannot execute: required file not found` };
  return { argv: [interpreter, ...options, path, ...argv.slice(1)] };
}
