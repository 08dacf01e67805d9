/** Redirections: which descriptors a command gets, and putting them in place around a command that runs in the shell itself. */
import type { HereDoc, Redirection } from 'unbash';
import { SysError } from '../kernel/error.ts';
import { close, dup, files, open, pipe, write } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import { expandParts, expandText, expandWords } from './expand.ts';
import { unescaped } from './parse.ts';
import { type Shell, ShellError } from './shell.ts';

/** What to undo: pairs of a descriptor and where its former target was kept (undefined: it was closed). */
export interface Saved {
  /** Those above 2 that programs inherit. */
  readonly inherited: Set<number>;
  readonly entries: [fd: number, kept: number | undefined][];
}

/** Applies redirections in order. On failure says why, where standard error leads by then, undoes what was applied and throws a ShellError. */
export function* applyRedirects(shell: Shell, redirects: readonly Redirection[]): Sys<Saved> {
  const saved: Saved = { inherited: shell.descriptors, entries: [] };
  try {
    for (const redirect of redirects) yield* applyOne(shell, redirect, saved);
  } catch (error) {
    if (!(error instanceof ShellError)) {
      yield* undoRedirects(saved);
      throw error;
    }
    yield* shell.complain(error.message);
    yield* undoRedirects(saved);
    throw new ShellError('', error);
  }
  return saved;
}

export function* undoRedirects(saved: Saved): Sys<void> {
  for (const [fd, kept] of saved.entries.reverse()) {
    if (kept === undefined) {
      yield* closeQuietly(fd);
      saved.inherited.delete(fd);
    } else {
      yield* dup(kept, fd);
      yield* close(kept);
      if (fd > 2) saved.inherited.add(fd);
    }
  }
  saved.entries.length = 0;
}

/** Keeps what was applied (`exec >file`): only the copies of the former targets go. */
export function* keepRedirects(saved: Saved): Sys<void> {
  for (const [, kept] of saved.entries) if (kept !== undefined) yield* close(kept);
}

function* closeQuietly(fd: number): Sys<void> {
  try {
    yield* close(fd);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
  }
}

/** Makes `fd` the same as `source` (undefined: closed), keeping the former target. */
function* place(source: number | undefined, fd: number, saved: Saved): Sys<void> {
  let kept: number | undefined;
  try {
    kept = yield* dup(fd);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
  }
  saved.entries.push([fd, kept]);
  if (source === undefined) yield* closeQuietly(fd);
  else yield* dup(source, fd);
  if (source === undefined) saved.inherited.delete(fd);
  else if (fd > 2) saved.inherited.add(fd);
}

function* applyOne(shell: Shell, redirect: Redirection, saved: Saved): Sys<void> {
  const descriptor = redirect.descriptor;
  if (redirect.type === 'HereDoc' || redirect.type === 'HereString') {
    const text =
      redirect.type === 'HereString'
        ? `${redirect.target ? yield* expandText(shell, redirect.target) : ''}\n`
        : (yield* hereDocText(shell, redirect)).replace(/(?<=[^\n])$/, '\n'); // a text may end within it
    return yield* placeText(shell, text, descriptor?.type === 'FileDescriptor' ? descriptor.value : 0, saved);
  }
  const { operator } = redirect;
  if (!redirect.target) throw new ShellError('ambiguous redirect');
  const names = yield* expandWords(shell, [redirect.target]);
  if (names.length !== 1) throw new ShellError(`${redirect.target.text}: ambiguous redirect`);
  const target = names[0] as string;
  const variable = descriptor?.type === 'FileDescriptorVariable' ? descriptor.name : undefined;
  const fd = descriptor?.type === 'FileDescriptor' ? descriptor.value : operator.startsWith('<') ? 0 : 1;
  if (operator === '<&' || operator === '>&') {
    if (target === '-') {
      const closed = variable ? Number(shell.variables.get(variable)) : fd;
      return yield* place(undefined, closed, saved);
    }
    const move = /^(\d+)(-?)$/.exec(target);
    if (move) {
      try {
        if (variable) shell.variables.set(variable, String(yield* dup(Number(move[1]))));
        else yield* place(Number(move[1]), fd, saved);
      } catch (error) {
        if (error instanceof SysError) throw new ShellError(`${target}: Bad file descriptor`);
        throw error;
      }
      if (move[2] && Number(move[1]) !== fd) yield* closeQuietly(Number(move[1]));
      return;
    }
    if (operator === '<&' || descriptor) throw new ShellError(`${target}: ambiguous redirect`);
  }
  const mode = operator === '<' ? 'r' : operator === '<>' ? 'rw' : operator.endsWith('>>') ? 'a' : 'w';
  if (mode === 'w' && operator !== '>|' && shell.options.has('noclobber')) {
    const exists = yield* files((fs, cwd) => fs.stat(fs.resolve(cwd, target))?.kind === 'file');
    if (exists && !target.startsWith('/dev/')) throw new ShellError(`${target}: cannot overwrite existing file`);
  }
  const opened = yield* openFor(shell, target, mode);
  if (variable) {
    const high = yield* dup(opened);
    yield* close(opened);
    shell.variables.set(variable, String(high));
    shell.descriptors.add(high);
    return;
  }
  yield* place(opened, fd, saved);
  if (operator.startsWith('&>') || operator === '>&') yield* place(opened, 2, saved);
  if (opened !== fd) yield* close(opened);
}

function* openFor(shell: Shell, path: string, mode: 'r' | 'w' | 'a' | 'rw'): Sys<number> {
  try {
    if (path === '') throw new SysError('ENOENT', path);
    return yield* open(path, mode);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    if (shell.dialect === 'bash') throw new ShellError(`${path}: ${error.message}`);
    const why =
      error.errno === 'ENOENT'
        ? mode === 'r'
          ? shell.dialect === 'dash'
            ? 'No such file'
            : 'no such file'
          : shell.dialect === 'dash'
            ? 'Directory nonexistent'
            : 'nonexistent directory'
        : error.message;
    throw new ShellError(`${shell.dialect === 'dash' ? 'cannot' : "can't"} ${mode === 'r' ? 'open' : 'create'} ${path}: ${why}`, {
      code: mode === 'r' ? 2 : 2,
    });
  }
}

function* hereDocText(shell: Shell, { operator, body, delimiter }: HereDoc): Sys<string> {
  const untab = (text: string, start: boolean): string => (operator === '<<-' ? text.replace(start ? /^\t+/gm : /(?<=\n)\t+/g, '') : text);
  if (delimiter?.quoted) return untab(body.text, true);
  if (!body.parts) return unescaped(untab(body.text, true));
  const parts = body.parts.map((part, i) => (part.type === 'Literal' ? { ...part, value: untab(part.value, i === 0) } : part));
  return yield* expandParts(shell, parts);
}

/** A descriptor from which the text can be read. */
function* placeText(_shell: Shell, text: string, fd: number, saved: Saved): Sys<void> {
  const [reader, writer] = yield* pipe();
  // A pipe takes any single write, so nothing waits here however long the text is.
  yield* write(writer, text);
  yield* close(writer);
  yield* place(reader, fd, saved);
  if (reader !== fd) yield* close(reader);
}
