/** Tools on files: ls, mkdir, rm, cp, mv, touch, base64. */
import { SysError } from '../kernel/error.ts';
import type { FileSystem } from '../kernel/files.ts';
import { files, isatty, readAll } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import { missingOperand, options } from './options.ts';
import { type Call, Failure, type Tool } from './tool.ts';

/** Does something with each operand; an error of the files is reported with the given start and makes the code 1. */
function* each(
  call: Call,
  operands: readonly string[],
  verb: string,
  act: (fs: FileSystem, path: string, operand: string) => void,
): Sys<number> {
  if (operands.length === 0) throw missingOperand(call);
  let code = 0;
  for (const operand of operands) {
    try {
      yield* files((fs, cwd) => act(fs, fs.resolve(cwd, operand), operand));
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      yield* call.warn(`${verb} '${operand}': ${error.message}`);
      code = 1;
    }
  }
  return code;
}

export const mkdir: Tool = function* (call) {
  const { operands, has } = options(call, 'p,parents v,verbose m,mode:');
  return yield* each(call, operands, 'cannot create directory', (fs, path) => fs.mkdir(path, { parents: has('p') }));
};

export const rm: Tool = function* (call) {
  const { operands, has } = options(call, 'r,recursive R f,force v,verbose i');
  const deep = has('r') || has('R');
  if (operands.length === 0 && has('f')) return 0;
  return yield* each(call, operands, 'cannot remove', (fs, path) => {
    if (!fs.exists(path) && has('f')) return;
    if (fs.isDirectory(path) && !deep) throw new SysError('EISDIR', path);
    fs.remove(path, { recursive: deep });
  });
};

export const rmdir: Tool = function* (call) {
  return yield* each(call, options(call, 'p,parents').operands, 'failed to remove', (fs, path) => {
    if (fs.exists(path) && !fs.isDirectory(path)) throw new SysError('ENOTDIR', path);
    fs.remove(path);
  });
};

export const touch: Tool = function* (call) {
  const { operands, has } = options(call, 'c,no-create a m');
  return yield* each(call, operands, 'cannot touch', (fs, path) => {
    if (fs.isDirectory(path) || (has('c') && !fs.exists(path))) return;
    fs.write(path, '', { append: true });
  });
};

function copy(fs: FileSystem, from: string, to: string): void {
  if (!fs.isDirectory(from)) return fs.write(to, fs.read(from));
  fs.mkdir(to, { parents: true });
  for (const name of fs.list(from)) copy(fs, `${from}/${name}`, `${to}/${name}`);
}

/** cp and mv: to a file, or into a directory. */
function* transfer(
  call: Call,
  operands: readonly string[],
  verb: string,
  act: (fs: FileSystem, from: string, to: string) => void,
): Sys<number> {
  const target = operands.at(-1);
  if (target === undefined) throw new Failure(`missing file operand\nTry '${call.name} --help' for more information.`);
  if (operands.length === 1)
    throw new Failure(`missing destination file operand after '${target}'\nTry '${call.name} --help' for more information.`);
  return yield* each(call, operands.slice(0, -1), verb, (fs, path, operand) => {
    const to = fs.resolve(call.process.cwd, target);
    act(fs, path, fs.isDirectory(to) ? fs.resolve(to, operand.replace(/\/+$/, '').replace(/^.*\//, '')) : to);
  });
}

export const cp: Tool = function* (call) {
  const { operands, has } = options(call, 'r,recursive R a,archive f,force v p');
  return yield* transfer(call, operands, 'cannot stat', (fs, from, to) => {
    if (fs.isDirectory(from) && !has('r') && !has('R') && !has('a')) throw new SysError('EISDIR', from);
    copy(fs, from, to);
  });
};

export const mv: Tool = function* (call) {
  const { operands } = options(call, 'f,force v n');
  return yield* transfer(call, operands, 'cannot stat', (fs, from, to) => fs.rename(from, to));
};

export const ls: Tool = function* (call) {
  const { operands, has } = options(call, 'l a,all A,almost-all 1 d,directory h,human-readable R,recursive t r,reverse F color::');
  const wide = !has('l') && !has('1') && (yield* isatty(1));
  let code = 0;
  const plain: string[] = [];
  const folders: string[] = [];
  for (const operand of operands.length > 0 ? operands : ['.']) {
    const entry = yield* files((fs, cwd) => fs.stat(fs.resolve(cwd, operand)));
    if (!entry) {
      yield* call.warn(call.busybox ? `${operand}: No such file or directory` : `cannot access '${operand}': No such file or directory`);
      code = call.busybox ? 1 : 2;
    } else if (entry.kind === 'directory' && !has('d')) folders.push(operand);
    else plain.push(operand);
  }
  const show = function* (names: readonly string[], folder: string): Sys<void> {
    const ordered = has('r') ? [...names].reverse() : names;
    if (!has('l')) return call.put(ordered.length === 0 ? '' : `${ordered.join(wide ? '  ' : '\n')}\n`);
    for (const name of ordered) {
      const entry = yield* files((fs, cwd) => fs.stat(fs.resolve(fs.resolve(cwd, folder), name)));
      const mode = [6, 3, 0]
        .map((shift) => ['r', 'w', 'x'].map((letter, i) => (((entry?.mode ?? 0o755) >> shift) & (4 >> i) ? letter : '-')).join(''))
        .join('');
      const time = new Date(entry?.modified ?? 0).toUTCString();
      call.put(
        `${entry?.kind === 'directory' ? 'd' : '-'}${mode} 1 root root ${String(entry?.text.length ?? 0).padStart(6)} ${time.slice(8, 11)} ${String(Number(time.slice(5, 7))).padStart(2)} ${time.slice(17, 22)} ${name}\n`,
      );
    }
  };
  yield* show(plain, '.');
  for (const [index, folder] of folders.entries()) {
    if (operands.length > 1) call.put(`${index > 0 || plain.length > 0 ? '\n' : ''}${folder}:\n`);
    const names = yield* files((fs, cwd) => fs.list(fs.resolve(cwd, folder)));
    const dots = has('a') ? ['.', '..'] : [];
    yield* show([...dots, ...names.filter((name) => has('a') || has('A') || !name.startsWith('.'))], folder);
  }
  return code;
};

export const base64: Tool = function* (call) {
  const { operands, has, get } = options(call, 'd,decode w,wrap: i,ignore-garbage');
  let text = '';
  const code = yield* call.eachFile(operands, function* (fd) {
    text += yield* readAll(fd);
  });
  if (has('d')) {
    try {
      call.put(new TextDecoder().decode(Uint8Array.from(atob(text.replace(/\s/g, '')), (c) => c.charCodeAt(0))));
    } catch {
      throw new Failure('invalid input');
    }
    return code;
  }
  const encoded = btoa(String.fromCharCode(...new TextEncoder().encode(text)));
  const width = Number(get('w') ?? 76);
  call.put(width > 0 ? encoded.replace(new RegExp(`.{1,${width}}`, 'g'), '$&\n') : encoded);
  return code;
};

export const chmod: Tool = function* (call) {
  const [mode, ...paths] = call.args.filter((arg) => !/^-[RvfcR]+$/.test(arg));
  if (mode === undefined) throw missingOperand(call);
  if (paths.length === 0) throw missingOperand(call, mode);
  return yield* each(call, paths, 'cannot access', (fs, path) => {
    const before = fs.stat(path);
    if (!before) throw new SysError('ENOENT', path);
    const after = modeOf(mode, before.mode);
    if (after === undefined) throw new Failure(`invalid mode: ${call.quote(mode)}\nTry 'chmod --help' for more information.`);
    fs.chmod(path, after);
  });
};

/** `755`, `+x`, `u+x,go-w`, `a=r` applied to permission bits; undefined when it is no mode. */
function modeOf(text: string, before: number): number | undefined {
  if (/^[0-7]{1,4}$/.test(text)) return Number.parseInt(text, 8);
  let mode = before;
  for (const clause of text.split(',')) {
    const [, who = '', operator, what = ''] = /^([ugoa]*)([-+=])([rwx]*)$/.exec(clause) ?? [];
    if (operator === undefined) return undefined;
    const bits = (what.includes('r') ? 4 : 0) | (what.includes('w') ? 2 : 0) | (what.includes('x') ? 1 : 0);
    const all = who === '' || who.includes('a');
    for (const [letter, shift] of [
      ['u', 6],
      ['g', 3],
      ['o', 0],
    ] as const) {
      if (!all && !who.includes(letter)) continue;
      if (operator === '+') mode |= bits << shift;
      else if (operator === '-') mode &= ~(bits << shift);
      else mode = (mode & ~(7 << shift)) | (bits << shift);
    }
  }
  return mode;
}
