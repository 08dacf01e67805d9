/** Tools that change files: mkdir, rmdir, rm, cp, mv, touch, chmod, ln, mktemp, truncate, and realpath, readlink. */
import { SysError } from '../kernel/error.ts';
import type { FileSystem } from '../kernel/files.ts';
import { files, now, random } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import { parseDate } from './date.ts';
import { missingOperand, options, usageError } from './options.ts';
import { type Call, Failure, filesOrFailure, type Tool } from './tool.ts';

/** Messages of failures: GNU's and busybox's; `%` is the path, `#` the reason. */
const MESSAGES: Readonly<Record<string, readonly [string, string]>> = {
  mkdir: ["cannot create directory '%': #", "can't create directory '%': #"],
  rmdir: ["failed to remove '%': #", "'%': #"],
  rm: ["cannot remove '%': #", "can't remove '%': #"],
  cp: ["cannot stat '%': #", "can't stat '%': #"],
  mv: ["cannot stat '%': #", "can't rename '%': #"],
  touch: ["cannot touch '%': #", '%: #'],
  chmod: ["cannot access '%': #", '%: #'],
  truncate: ["cannot open '%' for writing: #", '%: #'],
};

function words(call: Call, path: string, reason: string): string {
  const pattern = MESSAGES[call.name]?.[call.busybox ? 1 : 0] ?? '%: #';
  // mkdir quotes as the locale has it, the others as a shell reads it.
  const quoted = call.name === 'mkdir' && !call.busybox ? pattern.replace("'%'", call.quote('%')) : pattern;
  return quoted.replace(/[%#]/g, (mark) => (mark === '%' ? path : reason));
}

/** Does something with each operand; a failure is reported and makes the exit code 1. A `Failure` of an operand likewise. */
function* each(call: Call, operands: readonly string[], act: (fs: FileSystem, path: string, operand: string) => void): Sys<number> {
  let code = 0;
  for (const operand of operands) {
    try {
      yield* filesOrFailure((fs, cwd) => act(fs, fs.resolve(cwd, operand), operand));
    } catch (error) {
      if (error instanceof SysError) yield* call.warn(words(call, operand, error.message));
      else if (error instanceof Failure) yield* call.warn(error.message);
      else throw error;
      code = 1;
    }
  }
  return code;
}

export const mkdir: Tool = function* (call) {
  const given = options(call, 'p,parents v,verbose m,mode:');
  if (given.operands.length === 0) throw missingOperand(call);
  return yield* each(call, given.operands, (fs, path, operand) => {
    const existed = fs.exists(path);
    fs.mkdir(path, { parents: given.has('p') });
    const mode = Number.parseInt(given.get('m') ?? '', 8);
    if (!Number.isNaN(mode)) fs.chmod(path, mode);
    if (given.has('v') && !existed) call.put(`mkdir: created directory '${operand}'\n`);
  });
};

export const rmdir: Tool = function* (call) {
  const given = options(call, 'p,parents v,verbose ignore-fail-on-non-empty');
  if (given.operands.length === 0) throw missingOperand(call);
  return yield* each(call, given.operands, (fs, path, operand) => {
    if (fs.exists(path) && !fs.isDirectory(path)) throw new SysError('ENOTDIR', path);
    fs.remove(path);
    if (!given.has('p')) return;
    const parts = operand.split('/').filter(Boolean);
    for (let i = parts.length - 1; i > 0; i--) fs.remove(fs.resolve(path, '../'.repeat(parts.length - i)));
  });
};

export const rm: Tool = function* (call) {
  const given = options(call, 'r,R,recursive f,force v,verbose i I d,dir no-preserve-root preserve-root interactive:: one-file-system');
  if (given.operands.length === 0) {
    if (given.has('f')) return 0;
    throw missingOperand(call);
  }
  return yield* each(call, given.operands, (fs, path, operand) => {
    const entry = fs.stat(path);
    if (!entry && given.has('f')) return;
    if (/(^|\/)\.\.?\/*$/.test(operand)) throw new Failure(`refusing to remove '.' or '..' directory: skipping '${operand}'`);
    if (entry?.kind === 'directory' && !given.has('r') && !(given.has('d') && fs.list(path).length === 0))
      throw call.busybox ? new Failure(`'${operand}' is a directory`) : new SysError('EISDIR', path);
    if (path === '/')
      throw new Failure("it is dangerous to operate recursively on '/'\nrm: use --no-preserve-root to override this failsafe");
    fs.remove(path, { recursive: given.has('r') });
    if (given.has('v')) call.put(`removed ${entry?.kind === 'directory' ? 'directory ' : ''}'${operand}'\n`);
  });
};

export const touch: Tool = function* (call) {
  const given = options(call, 'a m c,no-create d,date: r,reference: t: h');
  if (given.operands.length === 0) throw new Failure(usageError(call, 'missing file operand'));
  const text = given.get('d');
  if (text !== undefined) {
    if (parseDate(text, yield* now()) === undefined) throw new Failure(`invalid date format ${call.quote(text)}`);
    throw new Failure("a file's time cannot be set to another (-d) here");
  }
  return yield* each(call, given.operands, (fs, path) => {
    const entry = fs.stat(path);
    if (entry ? entry.kind === 'directory' : given.has('c')) return;
    fs.write(path, '', { append: true });
  });
};

/** The mode after a change like `755`, `u+x,go-w`, `a=r`; undefined when the text is none. */
export function changedMode(text: string, mode: number, directory: boolean): number | undefined {
  if (/^[0-7]{1,4}$/.test(text)) return Number.parseInt(text, 8);
  let result = mode;
  for (const clause of text.split(',')) {
    const match = /^([ugoa]*)((?:[-+=][rwxXst]*)+)$/.exec(clause);
    if (!match) return undefined;
    const who = match[1] === '' || match[1]?.includes('a') ? 'ugo' : (match[1] as string);
    for (const [, operator, letters = ''] of (match[2] as string).matchAll(/([-+=])([rwxXst]*)/g)) {
      let bits = 0;
      for (const letter of letters) bits |= { r: 4, w: 2, x: 1, X: directory || result & 0o111 ? 1 : 0 }[letter] ?? 0;
      for (const [one, shift] of [
        ['u', 6],
        ['g', 3],
        ['o', 0],
      ] as const) {
        if (!who.includes(one)) continue;
        if (operator === '+') result |= bits << shift;
        else if (operator === '-') result &= ~(bits << shift);
        else result = (result & ~(7 << shift)) | (bits << shift);
      }
    }
  }
  return result;
}

export const chmod: Tool = function* (call) {
  // A mode like -x is no option.
  const args = call.args.map((arg) => (/^-[rwxXst]+$/.test(arg) ? `a${arg}` : arg));
  const given = options(call, 'R,recursive v,verbose c,changes f,silent,quiet', { args });
  const [mode, ...paths] = given.operands;
  if (mode === undefined) throw missingOperand(call);
  if (paths.length === 0) throw missingOperand(call, mode);
  if (changedMode(mode, 0, false) === undefined) throw new Failure(usageError(call, `invalid mode: ${call.quote(mode)}`));
  return yield* each(call, paths, (fs, path) => {
    const change = (at: string): void => {
      const entry = fs.stat(at);
      if (!entry) throw new SysError('ENOENT', at);
      fs.chmod(at, changedMode(mode, entry.mode, entry.kind === 'directory') as number);
      if (given.has('R') && entry.kind === 'directory') for (const name of fs.list(at)) change(fs.resolve(at, name));
    };
    change(path);
  });
};

function copyTree(fs: FileSystem, from: string, to: string): void {
  const entry = fs.stat(from);
  if (entry?.kind !== 'directory') return fs.write(to, fs.read(from), { mode: entry?.mode ?? 0o644 });
  const names = fs.list(from);
  fs.mkdir(to, { parents: true });
  for (const name of names) copyTree(fs, fs.resolve(from, name), fs.resolve(to, name));
}

/** cp and mv: the last operand (or -t) is the target, a directory when there are several sources. */
function* transfer(
  call: Call,
  given: ReturnType<typeof options>,
  act: (fs: FileSystem, from: string, to: string, operand: string, target: string) => void,
): Sys<number> {
  const operands = [...given.operands];
  if (operands.length === 0) throw new Failure(usageError(call, 'missing file operand'));
  const target = given.get('t') ?? (operands.length > 1 ? (operands.pop() as string) : undefined);
  if (target === undefined)
    throw new Failure(
      usageError(call, `missing destination file operand after ${call.quote(operands[0] as string).replace(/[‘’]/g, "'")}`),
    );
  const into = yield* files((fs, cwd) => fs.isDirectory(fs.resolve(cwd, target)) && !given.has('T'));
  const exists = yield* files((fs, cwd) => fs.exists(fs.resolve(cwd, target)));
  if (!into && (operands.length > 1 || given.has('t')))
    throw new Failure(`target '${target}'${exists ? ': Not a directory' : ': No such file or directory'}`);
  return yield* each(call, operands, (fs, path, operand) => {
    if (!fs.exists(path)) throw new SysError('ENOENT', path);
    const name = path.slice(path.lastIndexOf('/') + 1);
    const shown = into ? `${target.replace(/\/$/, '')}/${name}` : target;
    const to = fs.resolve(call.process.cwd, shown);
    if (given.has('n') && fs.exists(to)) return;
    if (path === to) throw new Failure(`'${operand}' and '${shown}' are the same file`);
    try {
      act(fs, path, to, operand, shown);
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      const verb = call.busybox
        ? "can't create"
        : call.name === 'mv'
          ? `cannot move '${operand}' to`
          : fs.isDirectory(path)
            ? 'cannot create directory'
            : 'cannot create regular file';
      throw new Failure(`${verb} '${shown}': ${error.message}`);
    }
    if (given.has('v')) call.put(`${call.name === 'mv' ? 'renamed ' : ''}'${operand}' -> '${shown}'\n`);
  });
}

export const cp: Tool = function* (call) {
  const given = options(
    call,
    'r,R,recursive a,archive f,force i n,no-clobber v,verbose p t,target-directory: T,no-target-directory u,update d L P preserve::',
  );
  return yield* transfer(call, given, (fs, from, to, operand, shown) => {
    if (fs.isDirectory(from)) {
      if (!given.has('r') && !given.has('a'))
        throw new Failure(call.busybox ? `omitting directory '${operand}'` : `-r not specified; omitting directory '${operand}'`);
      if (`${to}/`.startsWith(`${from}/`)) throw new Failure(`cannot copy a directory, '${operand}', into itself, '${shown}'`);
      if (fs.exists(to) && !fs.isDirectory(to)) throw new Failure(`cannot overwrite non-directory '${shown}' with directory '${operand}'`);
    } else if (fs.isDirectory(to)) throw new Failure(`cannot overwrite directory '${shown}' with non-directory`);
    copyTree(fs, from, to);
  });
};

export const mv: Tool = function* (call) {
  const given = options(call, 'f,force i,interactive n,no-clobber v,verbose t,target-directory: T,no-target-directory u,update');
  return yield* transfer(call, given, (fs, from, to, operand, shown) => {
    if (to.startsWith(`${from}/`)) throw new Failure(`cannot move '${operand}' to a subdirectory of itself, '${shown}'`);
    if (fs.isDirectory(to)) {
      if (!fs.isDirectory(from)) throw new Failure(`cannot overwrite directory '${shown}' with non-directory`);
      fs.remove(to);
    } else if (fs.exists(to) && fs.isDirectory(from))
      throw new Failure(`cannot overwrite non-directory '${shown}' with directory '${operand}'`);
    fs.rename(from, to);
  });
};

export const ln: Tool = function* (call) {
  yield* call.flush();
  throw new Failure('links are not supported by this file system');
};

export const mktemp: Tool = function* (call) {
  const given = options(call, 'd,directory p,tmpdir:: t u,dry-run q,quiet suffix:');
  const template = given.operands[0] ?? 'tmp.XXXXXXXXXX';
  if (!/XXX+[^/]*$/.test(template)) throw new Failure(`too few X's in template ${call.quote(template)}`);
  const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
  let name = '';
  for (const c of template.replace(/X+(?=[^X]*$)/, (run) => '\0'.repeat(run.length)))
    name += c === '\0' ? letters[Math.floor((yield* random()) * letters.length)] : c;
  const path = given.operands[0] === undefined || given.has('p') || given.has('t') ? `${given.get('p') || '/tmp'}/${name}` : name;
  yield* files((fs, cwd) => {
    const absolute = fs.resolve(cwd, path);
    if (given.has('u')) return;
    if (given.has('d')) fs.mkdir(absolute);
    else fs.write(absolute, '', { mode: 0o600 });
  });
  call.put(`${path}\n`);
  return 0;
};

export const truncate: Tool = function* (call) {
  const given = options(call, 's,size: c,no-create');
  if (given.operands.length === 0) throw new Failure(usageError(call, 'missing file operand'));
  const size = /^(\d+)$/.exec(given.get('s') ?? '');
  if (!size)
    throw new Failure(
      given.has('s')
        ? `Invalid number: ${call.quote(given.get('s') ?? '')}`
        : usageError(call, 'you must specify either ‘--size’ or ‘--reference’'),
    );
  return yield* each(call, given.operands, (fs, path) =>
    fs.write(path, (fs.exists(path) ? fs.read(path) : '').slice(0, Number(size[1])).padEnd(Math.min(Number(size[1]), 1 << 20), '\0')),
  );
};

/** The path without `.` and `..`; there are no links to follow. */
const canonical =
  (missingIsFine: (given: ReturnType<typeof options>) => boolean): Tool =>
  (call) => {
    const given = options(call, 'e,canonicalize-existing m,canonicalize-missing f,canonicalize s,no-symlinks q,quiet z,zero n,no-newline');
    if (given.operands.length === 0) throw missingOperand(call);
    return each(call, given.operands, (fs, path, operand) => {
      const parent = path.slice(0, path.lastIndexOf('/')) || '/';
      if (!missingIsFine(given) && !fs.exists(given.has('e') ? path : parent)) throw new Failure(`${operand}: No such file or directory`);
      call.put(`${path}${given.has('n') ? '' : given.has('z') ? '\0' : '\n'}`);
    });
  };

export const realpath = canonical((given) => given.has('m'));

/** Without -f it names a link's target: nothing is a link here, so it fails in silence. */
export const readlink: Tool = function* (call) {
  const given = options(call, 'f,canonicalize e,canonicalize-existing m,canonicalize-missing n,no-newline q s z v');
  if (given.operands.length === 0) throw missingOperand(call);
  if (!given.has('f') && !given.has('e') && !given.has('m')) return 1;
  return yield* canonical((one) => one.has('m'))(call);
};
