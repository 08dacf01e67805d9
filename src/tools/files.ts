/** Tools that change files: mkdir, rmdir, rm, cp, mv, install, touch, chmod, ln, mktemp, truncate, and realpath, readlink. */
import { SysError } from '../kernel/error.ts';
import type { FileSystem } from '../kernel/files.ts';
import { files, now, random, readLine } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import { parseDate } from './date.ts';
import { modeText } from './ls.ts';
import { missingOperand, options, usageError } from './options.ts';
import { type Call, Failure, filesOrFailure, type Tool } from './tool.ts';

/** Messages of failures: GNU's and busybox's; `%` is the path, `#` the reason. */
const MESSAGES: Readonly<Record<string, readonly [string, string]>> = {
  mkdir: ["cannot create directory '%': #", "can't create directory '%': #"],
  rmdir: ["failed to remove '%': #", "'%': #"],
  rm: ["cannot remove '%': #", "can't remove '%': #"],
  cp: ["cannot stat '%': #", "can't stat '%': #"],
  mv: ["cannot stat '%': #", "can't rename '%': #"],
  install: ["cannot stat '%': #", "can't stat '%': #"],
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
    const parts = operand.replace(/\/+$/, '').split('/');
    // With -p each folder on the way is one of its own.
    const missing = parts
      .map((_, left) => ({ name: parts.slice(0, parts.length - left).join('/'), path: fs.resolve(path, '../'.repeat(left) || '.') }))
      .filter(({ name, path: at }, left) => name !== '' && (left === 0 || given.has('p')) && !fs.exists(at))
      .reverse();
    fs.mkdir(path, { parents: given.has('p') });
    const mode = Number.parseInt(given.get('m') ?? '', 8);
    if (!Number.isNaN(mode)) fs.chmod(path, mode);
    if (given.has('v') && !existed)
      for (const { name } of missing) call.put(`${call.busybox ? '' : 'mkdir: '}created directory${call.busybox ? ':' : ''} '${name}'\n`);
  });
};

export const rmdir: Tool = function* (call) {
  const given = options(call, 'p,parents v,verbose ignore-fail-on-non-empty');
  if (given.operands.length === 0) throw missingOperand(call);
  return yield* each(call, given.operands, (fs, path, operand) => {
    const entry = fs.linkStat(path);
    if (entry && entry.kind !== 'directory') throw new SysError('ENOTDIR', path);
    if (given.has('v')) call.put(`rmdir: removing directory, '${operand}'\n`);
    fs.remove(path);
    if (!given.has('p')) return;
    const parts = operand.split('/').filter(Boolean);
    for (let i = parts.length - 1; i > 0; i--) fs.remove(fs.resolve(path, '../'.repeat(parts.length - i)));
  });
};

/** The operands that may go, each asked for (-i). */
function* agreed(call: Call, operands: readonly string[]): Sys<string[]> {
  const kept: string[] = [];
  for (const operand of operands) {
    const entry = yield* files((fs, cwd) => fs.linkStat(fs.resolve(cwd, operand)));
    if (entry) {
      const kind = { directory: 'directory', link: 'symbolic link', file: entry.text === '' ? 'regular empty file' : 'regular file' }[
        entry.kind
      ];
      yield* call.note(call.busybox ? `rm: remove '${operand}'? ` : `rm: remove ${kind} '${operand}'? `);
      if (!/^\s*[yY]/.test((yield* readLine(0)) ?? '')) continue;
    }
    kept.push(operand);
  }
  return kept;
}

export const rm: Tool = function* (call) {
  const given = options(call, 'r,R,recursive f,force v,verbose i I d,dir no-preserve-root preserve-root interactive:: one-file-system');
  if (given.operands.length === 0) {
    if (given.has('f')) return 0;
    throw missingOperand(call);
  }
  const asks = given.given.findLast(([name]) => name === 'i' || name === 'f')?.[0] === 'i';
  const operands = asks ? yield* agreed(call, given.operands) : given.operands;
  return yield* each(call, operands, (fs, path, operand) => {
    const entry = fs.linkStat(path);
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
  const current = yield* now();
  const text = given.get('d');
  const stamp = given.get('t');
  const reference = given.get('r');
  let time: number | undefined = current;
  if (text !== undefined) time = parseDate(text, current);
  else if (stamp !== undefined) time = stampTime(stamp, current);
  else if (reference !== undefined) {
    time = (yield* files((fs, cwd) => fs.stat(fs.resolve(cwd, reference))))?.modified;
    if (time === undefined) throw new Failure(`failed to get attributes of '${reference}': No such file or directory`);
  }
  if (time === undefined) throw new Failure(`invalid date format ${call.quote(text ?? (stamp as string))}`);
  const at = time;
  return yield* each(call, given.operands, (fs, path) => {
    if (!fs.exists(path)) {
      if (given.has('c')) return;
      fs.write(path, '');
    }
    fs.setTime(path, at);
  });
};

/** `[[CC]YY]MMDDhhmm[.ss]` */
function stampTime(text: string, current: number): number | undefined {
  const match = /^(\d\d)?(\d\d)?(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d\d))?$/.exec(text);
  if (!match) return undefined;
  const [century, years, month, day, hour, minute, second = 0] = match.slice(1).map((one) => (one === undefined ? undefined : Number(one)));
  // Of eight and ten digits the first two are the month's and the year's.
  const year =
    years !== undefined
      ? (century as number) * 100 + years
      : century !== undefined
        ? century + (century < 69 ? 2000 : 1900)
        : new Date(current).getUTCFullYear();
  return Date.UTC(year, (month as number) - 1, day, hour, minute, second);
}

/** The mode after a change like `755`, `u+x,go-w`, `a=r`; undefined when the text is none. */
export function changedMode(text: string, mode: number, directory: boolean): number | undefined {
  // Of a folder setuid and setgid stay, unless five digits say otherwise.
  if (/^[0-7]{1,5}$/.test(text)) return Number.parseInt(text, 8) | (directory && text.length < 5 ? mode & 0o6000 : 0);
  let result = mode;
  for (const clause of text.split(',')) {
    const match = /^([ugoa]*)((?:[-+=][rwxXst]*)+)$/.exec(clause);
    if (!match) return undefined;
    const who = match[1] === '' || match[1]?.includes('a') ? 'ugo' : (match[1] as string);
    for (const [, operator, letters = ''] of (match[2] as string).matchAll(/([-+=])([rwxXst]*)/g)) {
      let bits = 0;
      for (const letter of letters) bits |= { r: 4, w: 2, x: 1, X: directory || result & 0o111 ? 1 : 0 }[letter] ?? 0;
      for (const [one, shift, special, bit] of [
        ['u', 6, 's', 0o4000],
        ['g', 3, 's', 0o2000],
        ['o', 0, 't', 0o1000],
      ] as const) {
        if (!who.includes(one)) continue;
        const set = (bits << shift) | (letters.includes(special) ? bit : 0);
        if (operator === '+') result |= set;
        else if (operator === '-') result &= ~set;
        else result = (result & ~((7 << shift) | (directory && special === 's' ? 0 : bit))) | set;
      }
    }
  }
  return result;
}

export const chmod: Tool = function* (call) {
  // A mode like -x is no option.
  const args = call.args.map((arg) => (/^-[rwxXst]+$/.test(arg) ? `a${arg}` : arg));
  const given = options(call, 'R,recursive v,verbose c,changes f,silent,quiet reference:', { args });
  const reference = given.get('reference');
  let [mode, ...paths] = given.operands;
  if (reference !== undefined) {
    const like = yield* files((fs, cwd) => fs.stat(fs.resolve(cwd, reference))?.mode);
    if (like === undefined) throw new Failure(`failed to get attributes of '${reference}': No such file or directory`);
    [mode, paths] = [like.toString(8), [...given.operands]];
    if (paths.length === 0) throw missingOperand(call);
  }
  if (mode === undefined) throw missingOperand(call);
  if (paths.length === 0) throw missingOperand(call, mode);
  if (changedMode(mode, 0, false) === undefined)
    throw new Failure(call.busybox ? `invalid mode '${mode}'` : usageError(call, `invalid mode: ${call.quote(mode)}`));
  const wanted = mode;
  return yield* each(call, paths, (fs, path, operand) => {
    const change = (at: string, shown: string): void => {
      const entry = fs.stat(at);
      if (!entry) throw new SysError('ENOENT', at);
      const next = changedMode(wanted, entry.mode, entry.kind === 'directory') as number;
      fs.chmod(at, next);
      const text = (bits: number): string => `${bits.toString(8).padStart(4, '0')} (${modeText({ ...entry, mode: bits }).slice(1)})`;
      if (next !== entry.mode && (given.has('v') || given.has('c')))
        call.put(`mode of '${shown}' changed from ${text(entry.mode)} to ${text(next)}\n`);
      else if (given.has('v')) call.put(`mode of '${shown}' retained as ${text(next)}\n`);
      if (given.has('R') && entry.kind === 'directory')
        for (const name of fs.list(at))
          if (fs.linkStat(fs.resolve(at, name))?.kind !== 'link') change(fs.resolve(at, name), `${shown.replace(/\/$/, '')}/${name}`);
    };
    change(path, operand);
  });
};

/** Copies what is at a path with all below it; links as links (`linked`: the first too), or what they lead to. */
function copyTree(
  fs: FileSystem,
  from: string,
  to: string,
  { asLinks, linked }: { asLinks: boolean; linked: boolean },
  tell: (below: string) => void,
  below = '',
): void {
  tell(below);
  const entry = linked ? fs.linkStat(from) : fs.stat(from);
  if (entry?.kind === 'link') {
    if (fs.linkStat(to)) fs.remove(to);
    return fs.symlink(entry.text, to);
  }
  if (entry?.kind !== 'directory') return fs.write(to, fs.read(from), { mode: entry?.mode ?? 0o644 });
  const names = fs.list(from);
  fs.mkdir(to, { parents: true });
  for (const name of names)
    copyTree(fs, fs.resolve(from, name), fs.resolve(to, name), { asLinks, linked: asLinks }, tell, `${below}/${name}`);
}

/** Asks whether what is at the target may be replaced (-i); true where nothing is there. */
function* mayReplace(call: Call, from: string, to: string): Sys<boolean> {
  const asked = yield* files((fs, cwd) => fs.exists(fs.resolve(cwd, from)) && fs.exists(fs.resolve(cwd, to)));
  if (!asked) return true;
  yield* call.note(`${call.name}: overwrite '${to}'? `);
  return /^\s*[yY]/.test((yield* readLine(0)) ?? '');
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
  const place = (operand: string): string =>
    into ? `${target.replace(/\/$/, '')}/${operand.replace(/\/+$/, '').replace(/^.*\//s, '')}` : target;
  const asks = given.given.findLast(([name]) => (call.name === 'cp' ? 'in' : 'ifn').includes(name))?.[0] === 'i';
  const chosen: string[] = [];
  for (const operand of operands) if (!asks || (yield* mayReplace(call, operand, place(operand)))) chosen.push(operand);
  return yield* each(call, chosen, (fs, path, operand) => {
    const nothing = call.name === 'cp' && path === '/dev/null';
    if (!nothing && !(call.name === 'mv' ? fs.linkStat(path) : fs.stat(path))) throw new SysError('ENOENT', path);
    const shown = place(path);
    const to = fs.resolve(call.process.cwd, shown);
    if (given.has('n') && fs.exists(to)) return;
    const [source, there] = [fs.stat(path), fs.stat(to)];
    if (given.has('u') && source && there && source.kind === 'file' && there.modified >= source.modified) return;
    if (path === to) throw new Failure(`'${operand}' and '${shown}' are the same file`);
    try {
      if (nothing) fs.write(to, '');
      else act(fs, path, to, operand, shown);
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
    // cp tells of all that it copies, as it does so.
    if (given.has('v') && call.name !== 'cp') call.put(`${call.name === 'mv' ? 'renamed ' : ''}'${operand}' -> '${shown}'\n`);
  });
}

export const cp: Tool = function* (call) {
  const given = options(
    call,
    'r,R,recursive a,archive f,force i,interactive n,no-clobber v,verbose p t,target-directory: T,no-target-directory u,update d l,link L,dereference P,no-dereference H preserve:: s,symbolic-link',
  );
  return yield* transfer(call, given, (fs, from, to, operand, shown) => {
    const asLinks = !given.has('L') && !given.has('H') && (given.has('r') || given.has('a') || given.has('d') || given.has('P'));
    if (given.has('s')) return fs.symlink(operand, to);
    if (given.has('l') && !fs.isDirectory(from)) return fs.link(from, to);
    if (fs.isDirectory(from) && !(asLinks && fs.linkStat(from)?.kind === 'link')) {
      if (!given.has('r') && !given.has('a'))
        throw new Failure(call.busybox ? `omitting directory '${operand}'` : `-r not specified; omitting directory '${operand}'`);
      if (`${to}/`.startsWith(`${from}/`)) throw new Failure(`cannot copy a directory, '${operand}', into itself, '${shown}'`);
      if (fs.exists(to) && !fs.isDirectory(to)) throw new Failure(`cannot overwrite non-directory '${shown}' with directory '${operand}'`);
    } else if (fs.isDirectory(to)) throw new Failure(`cannot overwrite directory '${shown}' with non-directory`);
    copyTree(fs, from, to, { asLinks, linked: asLinks }, (below) => {
      if (given.has('v')) call.put(`'${operand}${below}' -> '${shown}${below}'\n`);
    });
  });
};

export const mv: Tool = function* (call) {
  const given = options(call, 'f,force i,interactive n,no-clobber v,verbose t,target-directory: T,no-target-directory u,update');
  return yield* transfer(call, given, (fs, from, to, operand, shown) => {
    if (to.startsWith(`${from}/`)) throw new Failure(`cannot move '${operand}' to a subdirectory of itself, '${shown}'`);
    const folder = fs.linkStat(from)?.kind === 'directory';
    if (fs.isDirectory(to)) {
      if (!folder) throw new Failure(`cannot overwrite directory '${shown}' with non-directory`);
      fs.remove(to);
    } else if (fs.exists(to) && folder) throw new Failure(`cannot overwrite non-directory '${shown}' with directory '${operand}'`);
    fs.rename(from, to);
  });
};

export const ln: Tool = function* (call) {
  const given = options(call, 's,symbolic f,force n,no-dereference v,verbose i r,relative t,target-directory: T,no-target-directory b L P');
  const operands = [...given.operands];
  if (operands.length === 0) throw new Failure(usageError(call, 'missing file operand'));
  const last = given.get('t') ?? (operands.length > 1 ? (operands.pop() as string) : '.');
  const into = yield* files((fs, cwd) => {
    const path = fs.resolve(cwd, last);
    return !given.has('T') && fs.isDirectory(path) && !(given.has('n') && fs.linkStat(path)?.kind === 'link');
  });
  if (!into && (operands.length > 1 || given.has('t')))
    throw new Failure(
      `target '${last}'${(yield* files((fs, cwd) => fs.exists(fs.resolve(cwd, last)))) ? ' is not a directory' : ': No such file or directory'}`,
    );
  return yield* each(call, operands, (fs, path, operand) => {
    const name = operand.replace(/\/+$/, '').replace(/^.*\//s, '');
    const shown = into
      ? `${last === '.' && !given.has('t') && given.operands.length === 1 ? './' : `${last.replace(/\/$/, '')}/`}${name}`
      : last;
    const to = fs.resolve(call.process.cwd, shown);
    if (!given.has('s')) {
      const entry = given.has('L') ? fs.stat(path) : fs.linkStat(path);
      if (!entry)
        throw new Failure(
          call.busybox ? `${shown}: No such file or directory` : `failed to access '${operand}': No such file or directory`,
        );
      if (entry.kind === 'directory') throw new Failure(`${operand}: hard link not allowed for directory`);
      try {
        if (given.has('f') && fs.linkStat(to) && fs.realPath(to, false) !== fs.realPath(path, false)) fs.remove(to);
        fs.link(given.has('L') ? (fs.realPath(path) ?? path) : path, to);
      } catch (error) {
        if (!(error instanceof SysError)) throw error;
        throw new Failure(
          call.busybox
            ? `${shown}: ${error.message}`
            : `failed to create hard link '${shown}'${error.errno === 'EEXIST' ? '' : ` => '${operand}'`}: ${error.message}`,
        );
      }
      if (given.has('v')) call.put(`'${shown}' => '${operand}'\n`);
      return;
    }
    const target = given.has('r') ? relativePath(to.slice(0, to.lastIndexOf('/')), path) : operand;
    try {
      if (given.has('f') && fs.linkStat(to)) fs.remove(to);
      fs.symlink(target, to);
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      throw new Failure(call.busybox ? `${shown}: ${error.message}` : `failed to create symbolic link '${shown}': ${error.message}`);
    }
    if (given.has('v')) call.put(`'${shown}' -> '${target}'\n`);
  });
};

/** A path as seen from a folder, both absolute. */
export function relativePath(folder: string, path: string): string {
  const [from, to] = [folder, path].map((one) => one.split('/').filter(Boolean)) as [string[], string[]];
  let same = 0;
  while (same < from.length && same < to.length && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/') || '.';
}

/** Copies files with a mode, or makes folders. */
export const install: Tool = function* (call) {
  const given = options(call, 'd,directory m,mode: D t,target-directory: T v,verbose o,owner: g,group: p c b C s');
  const text = given.get('m') ?? '755';
  const mode = changedMode(text, 0, false);
  if (mode === undefined) throw new Failure(`invalid mode ${call.quote(text)}`);
  if (given.has('d')) {
    if (given.operands.length === 0) throw new Failure(usageError(call, 'missing file operand'));
    return yield* each(call, given.operands, (fs, path, operand) => {
      const parts = operand.split('/').filter(Boolean);
      const missing = parts.map((_, i) => `${operand.startsWith('/') ? '/' : ''}${parts.slice(0, i + 1).join('/')}`);
      for (const one of given.has('v') ? missing : [])
        if (!fs.exists(fs.resolve(call.process.cwd, one))) call.put(`install: creating directory '${one}'\n`);
      fs.mkdir(path, { parents: true });
      fs.chmod(path, mode);
    });
  }
  if (given.has('D')) {
    const last = given.operands.at(-1) ?? '';
    const folder = given.get('t') ?? (last.includes('/') ? last.replace(/\/[^/]*$/, '') : '.');
    yield* files((fs, cwd) => fs.mkdir(fs.resolve(cwd, folder), { parents: true }));
  }
  return yield* transfer(call, given, (fs, from, to, operand) => {
    if (fs.isDirectory(from)) throw new Failure(`omitting directory '${operand}'`);
    fs.write(to, fs.read(from), { mode });
  });
};

export const mktemp: Tool = function* (call) {
  const given = options(call, 'd,directory p,tmpdir:: t u,dry-run q,quiet suffix:');
  // -p may stand without a folder, so what follows it is the folder all the same: as getopt has it for the short one.
  const short = call.args.findIndex((arg) => /^-[dquV]*p$/.test(arg));
  const operands = [...given.operands];
  const folder = short >= 0 ? operands.splice(operands.indexOf(call.args[short + 1] ?? ''), 1)[0] : given.get('p');
  const template = operands[0] ?? 'tmp.XXXXXXXXXX';
  const suffix = given.get('suffix') ?? '';
  if (!(suffix === '' ? /XXX[^/]*$/ : /XXX$/).test(template)) throw new Failure(`too few X's in template ${call.quote(template)}`);
  const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
  let name = '';
  for (const c of (template + suffix).replace(/X+(?=[^X]*$)/, (run) => '\0'.repeat(run.length)))
    name += c === '\0' ? letters[Math.floor((yield* random()) * letters.length)] : c;
  const path =
    operands[0] === undefined || given.has('p') || given.has('t') ? `${folder || call.process.env['TMPDIR'] || '/tmp'}/${name}` : name;
  try {
    yield* files((fs, cwd) => {
      const absolute = fs.resolve(cwd, path);
      if (given.has('u')) return;
      if (given.has('d')) fs.mkdir(absolute);
      else fs.write(absolute, '', { mode: 0o600 });
    });
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    const what = given.has('d') ? 'directory' : 'file';
    const shown = path.slice(0, path.length - name.length) + template + suffix;
    throw new Failure(
      call.busybox ? `${shown}: ${error.message}` : `failed to create ${what} via template ${call.quote(shown)}: ${error.message}`,
    );
  }
  call.put(`${path}\n`);
  return 0;
};

export const truncate: Tool = function* (call) {
  const given = options(call, 's,size: c,no-create');
  if (given.operands.length === 0) throw new Failure(usageError(call, 'missing file operand'));
  const text = given.get('s');
  if (text === undefined) throw new Failure(usageError(call, 'you must specify either ‘--size’ or ‘--reference’'));
  const [, sign = '', digits, unit = ''] = /^([-+]?)(\d+)([kKMG]?)$/.exec(text) ?? [];
  if (digits === undefined) throw new Failure(`Invalid number: ${call.quote(text)}`);
  const size = Number(digits) * 1024 ** ['', 'K', 'M', 'G'].indexOf(unit.toUpperCase());
  return yield* each(call, given.operands, (fs, path) => {
    const before = fs.exists(path) ? fs.read(path) : '';
    const wanted = Math.max(0, sign === '' ? size : before.length + (sign === '+' ? size : -size));
    fs.write(path, before.slice(0, wanted).padEnd(Math.min(wanted, 1 << 20), '\0'));
  });
};

type Missing = 'none' | 'last' | 'any';

/** Prints paths in full, without links; how much of them may be missing is up to the options. */
function* canonical(call: Call, given: ReturnType<typeof options>, fallback: Missing): Sys<number> {
  if (given.operands.length === 0) throw missingOperand(call);
  const missing: Missing = given.has('e') ? 'none' : given.has('m') ? 'any' : given.has('f') || fallback === 'last' ? 'last' : fallback;
  const silent = given.has('q') || (call.name === 'readlink' && !given.has('v'));
  let code = 0;
  for (const operand of given.operands) {
    const found = yield* files((fs, cwd) => {
      const path = fs.resolve(cwd, operand);
      const real = given.has('s') ? path : fs.realPath(path);
      if (real === undefined) return { error: 'Too many levels of symbolic links' };
      const parent = real.slice(0, real.lastIndexOf('/')) || '/';
      if (missing !== 'any' && !fs.exists(missing === 'none' ? real : parent)) return { error: 'No such file or directory' };
      const full = (one: string): string => {
        const at = fs.resolve(cwd, one);
        return given.has('s') ? at : (fs.realPath(at) ?? at);
      };
      const base = given.get('relative-to');
      return { shown: base === undefined ? real : relativePath(full(base), real) };
    });
    if (found.shown !== undefined) call.put(`${found.shown}${given.has('n') ? '' : given.has('z') ? '\0' : '\n'}`);
    else {
      code = 1;
      if (!silent) yield* call.warn(`${operand}: ${found.error}`);
    }
  }
  return code;
}

export const realpath: Tool = (call) =>
  canonical(
    call,
    options(call, 'e,canonicalize-existing m,canonicalize-missing f s,strip,no-symlinks q,quiet z,zero relative-to: L,logical P,physical'),
    'last',
  );

/** Without -f it names a link's target; of what is no link it says nothing, and fails. */
export const readlink: Tool = function* (call) {
  const given = options(
    call,
    'f,canonicalize e,canonicalize-existing m,canonicalize-missing n,no-newline q,quiet s,silent z,zero v,verbose',
  );
  if (given.has('f') || given.has('e') || given.has('m')) return yield* canonical(call, given, 'last');
  if (given.operands.length === 0) throw missingOperand(call);
  let code = 0;
  for (const operand of given.operands) {
    const entry = yield* files((fs, cwd) => fs.linkStat(fs.resolve(cwd, operand)));
    if (entry?.kind === 'link')
      call.put(`${entry.text}${given.has('n') && given.operands.length === 1 ? '' : given.has('z') ? '\0' : '\n'}`);
    else {
      code = 1;
      if (given.has('v')) yield* call.warn(`${operand}: ${entry ? 'Invalid argument' : 'No such file or directory'}`);
    }
  }
  return code;
};
