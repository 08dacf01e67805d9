/** ls and stat: what files there are. */

import { byteLength } from '../kernel/bytes.ts';
import { BUILT, type FileEntry, type FileSystem, SETGID } from '../kernel/files.ts';
import { files, isatty, now, tty } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import { formatDate } from './datetext.ts';
import { globMatcher } from './glob.ts';
import { namesById } from './identity.ts';
import { missingOperand, options } from './options.ts';
import { byVersion } from './sort.ts';
import type { Call, Tool } from './tool.ts';

const HALF_YEAR = 15_778_476_000;
const SPEC =
  'l a,all A,almost-all 1 R,recursive d,directory h,human-readable t r,reverse S X v,natural F,classify:: p n,numeric-uid-gid g o i,inode s,size C x m color:: group-directories-first full-time time-style: k G,no-group Q,quote-name N,literal q L,dereference H si U f sort: I,ignore: hide: B,ignore-backups w,width: c u';
const SORTS: Readonly<Record<string, string>> = { size: 'S', time: 't', version: 'v', extension: 'X', none: 'U' };

/** Bits whose letter stands in the place of an x: setuid, setgid, and a folder in which nobody may remove what is another's. */
const SPECIAL: readonly (readonly [bit: number, at: number, letter: string])[] = [
  [0o4000, 3, 's'],
  [SETGID, 6, 's'],
  [0o1000, 9, 't'],
];

/** `-rw-r--r--` */
export function modeText({ kind, mode }: Pick<FileEntry, 'kind' | 'mode'>): string {
  let text = { directory: 'd', link: 'l', file: '-' }[kind];
  for (const shift of [6, 3, 0])
    for (const [bit, letter] of [
      [4, 'r'],
      [2, 'w'],
      [1, 'x'],
    ] as const)
      text += (mode >> shift) & bit ? letter : '-';
  for (const [bit, at, letter] of SPECIAL)
    if (mode & bit) text = text.slice(0, at) + (text[at] === 'x' ? letter : letter.toUpperCase()) + text.slice(at + 1);
  return text;
}

/** 1.5K, 20M: at most two significant digits, rounded up. */
export function humanSize(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1024) {
    size /= 1024;
    unit++;
  }
  if (unit === 0) return String(bytes);
  const shown = Math.ceil(size * 10) / 10;
  return `${shown < 10 ? shown.toFixed(1) : Math.ceil(size)}${'KMGTP'[unit - 1]}`;
}

interface Listed {
  /** As it is shown. */
  readonly name: string;
  readonly path: string;
  readonly entry: FileEntry;
  /** What a link leads to, if that is there. */
  readonly target?: FileEntry | undefined;
}

/** The size that is listed: a directory has one block. */
const sizeOf = (entry: FileEntry): number => (entry.kind === 'directory' ? 4096 : byteLength(entry.text));

/** Blocks of 512 bytes on the disk; a link lies in its directory's entry. */
const blocksOf = (entry: FileEntry): number => (entry.kind === 'link' ? 0 : Math.ceil(sizeOf(entry) / 4096) * 8);

/** A number for each file: the same for all names of one, and as good as any other. */
export function inodeOf(path: string, { inode }: FileEntry): number {
  let hash = 2166136261;
  for (const c of inode === undefined ? path : `\0${inode}`) hash = Math.imul(hash ^ c.charCodeAt(0), 16777619) >>> 0;
  return 131072 + (hash % 4_000_000);
}

/** The names in a directory; /bin and /usr/bin also hold the machine's programs. */
function namesIn(call: Call, fs: FileSystem, path: string): string[] {
  const names = fs.list(path);
  if (path !== '/bin' && path !== '/usr/bin') return names;
  return [...new Set([...names, ...call.process.machine.programNames()])].sort();
}

function entryAt(call: Call, fs: FileSystem, path: string, follow: boolean): FileEntry | undefined {
  const [, name] = /^\/(?:usr\/)?bin\/([^/]+)$/.exec(path) ?? [];
  return (
    (follow ? fs.stat(path) : fs.linkStat(path)) ??
    (name && call.process.machine.programNames().includes(name) ? { kind: 'file', text: '', mode: 0o755, modified: BUILT } : undefined)
  );
}

/** Whose a file is; without a name where the machine knows none for the number. */
interface Whose {
  readonly uid: number;
  readonly gid: number;
  readonly user: string | undefined;
  readonly group: string | undefined;
}

/** Tells of each of these entries whose it is. */
function* owners(call: Call, entries: readonly FileEntry[]): Sys<(entry: FileEntry) => Whose> {
  const user = call.process.env['USER'] ?? 'root';
  const number = user === 'root' ? 0 : 1000;
  const machine: Whose = { uid: number, gid: number, user, group: user };
  if (!entries.some(({ owner }) => owner)) return () => machine;
  const [users, groups] = [yield* namesById('passwd'), yield* namesById('group')];
  return ({ owner }) => (owner ? { ...owner, user: users.get(String(owner.uid)), group: groups.get(String(owner.gid)) } : machine);
}

export const ls: Tool = function* (call) {
  const given = options(call, SPEC, { code: call.busybox ? 1 : 2 });
  const terminal = yield* isatty(1);
  const long = given.has('l') || given.has('n') || given.has('g') || given.has('o') || given.has('full-time');
  const columns = !long && !given.has('1') && (given.has('C') || given.has('x') || terminal);
  const when = given.get('color');
  const colour = given.has('color') && (when === 'always' || (when !== 'never' && terminal));
  const current = yield* now();
  const all = given.has('a') || given.has('f');

  const numbered = given.has('i') && !long;
  const paint = ({ name, path, entry, target }: Listed): string => {
    const before = numbered ? `${inodeOf(path, entry)} ` : '';
    const shown = given.has('Q')
      ? JSON.stringify(name)
      : terminal && !call.busybox && /[\s'"$&*;()|<>?[\]{}\\!`#~]/.test(name)
        ? name.includes("'")
          ? `"${name}"`
          : `'${name}'`
        : name;
    const signed = (one: FileEntry): string => {
      if (one.kind === 'directory') return given.has('F') || given.has('p') ? '/' : '';
      if (!given.has('F')) return '';
      return one.kind === 'link' ? '@' : one.mode & 0o111 ? '*' : '';
    };
    const coloured = (text: string, one: FileEntry | undefined): string => {
      const code = !one ? '' : { directory: '01;34', link: target ? '01;36' : '01;31', file: one.mode & 0o111 ? '01;32' : '' }[one.kind];
      return colour && code ? `\x1b[0m\x1b[${code}m${text}\x1b[0m` : text;
    };
    if (entry.kind !== 'link' || !long) return before + coloured(shown, entry) + signed(entry);
    return `${coloured(shown, entry)} -> ${coloured(entry.text, target)}${target ? signed(target) : ''}`;
  };
  const sort = SORTS[given.get('sort') ?? ''];
  const by = (letter: string): boolean => sort === letter || (sort === undefined && given.has(letter));
  const order = (list: Listed[]): Listed[] => {
    if (by('t')) list.sort((a, b) => b.entry.modified - a.entry.modified);
    else if (by('S')) list.sort((a, b) => sizeOf(b.entry) - sizeOf(a.entry));
    else if (by('v')) list.sort((a, b) => byVersion(a.name, b.name));
    else if (by('X')) {
      const extension = (name: string): string => /\.[^.]*$/.exec(name)?.[0] ?? '';
      list.sort((a, b) => (extension(a.name) < extension(b.name) ? -1 : extension(a.name) > extension(b.name) ? 1 : 0));
    }
    if (given.has('r')) list.reverse();
    if (given.has('group-directories-first'))
      list.sort((a, b) => Number(b.entry.kind === 'directory') - Number(a.entry.kind === 'directory'));
    return list;
  };
  const style = given.get('time-style') ?? '';
  const time = (ms: number): string =>
    style.startsWith('+')
      ? formatDate(style.slice(1), ms)
      : style === 'long-iso'
        ? formatDate('%Y-%m-%d %H:%M', ms)
        : given.has('full-time') || style === 'full-iso'
          ? formatDate('%Y-%m-%d %H:%M:%S.%N %z', ms)
          : formatDate(current - ms > HALF_YEAR || ms > current ? '%b %e  %Y' : '%b %e %H:%M', ms);
  const show = function* (list: readonly Listed[]): Sys<void> {
    if (list.length === 0) return;
    if (long) {
      const links = yield* files((fs) => list.map(({ path, entry }) => linkCount(fs, path, entry)));
      const whose = yield* owners(
        call,
        list.map(({ entry }) => entry),
      );
      const named = (number: number, name: string | undefined): string => (given.has('n') || name === undefined ? String(number) : name);
      const rows = list.map((one, i) => {
        const size = sizeOf(one.entry);
        const { uid, gid, user, group } = whose(one.entry);
        return [
          ...(given.has('i') ? [String(inodeOf(one.path, one.entry))] : []),
          modeText(one.entry),
          String(links[i]),
          ...(given.has('g') ? [] : [named(uid, user)]),
          ...(given.has('o') || given.has('G') ? [] : [named(gid, group)]),
          given.has('h') ? humanSize(size) : String(size),
          time(one.entry.modified),
          paint(one),
        ];
      });
      const width = (column: number): number => Math.max(...rows.map((row) => (row[column] as string).length));
      const last = (rows[0] as string[]).length - 1;
      const widths = Array.from({ length: last }, (_, i) => width(i));
      for (const row of rows)
        call.put(
          `${row.map((cell, i) => (i === (given.has('i') ? 2 : 1) || i === last - 2 || (given.has('i') && i === 0) ? cell.padStart(widths[i] as number) : i === last ? cell : cell.padEnd(widths[i] as number))).join(' ')}\n`,
        );
      return;
    }
    const sizes = list.map(({ entry }) => String(blocksOf(entry) / 2));
    const wide = Math.max(...sizes.map((size) => size.length));
    const names = list.map((one, i) => `${given.has('s') ? `${(sizes[i] as string).padStart(wide)} ` : ''}${paint(one)}`);
    if (given.has('m')) return call.put(`${names.join(', ')}\n`);
    if (!columns) return call.put(names.map((name) => `${name}\n`).join(''));
    let total = Number(given.get('w') ?? 80);
    if (terminal && !given.has('w')) total = (yield* tty({ get: 'size' })).columns || 80;
    call.put(inColumns(names, total, given.has('x')));
  };
  const blocks = (list: readonly Listed[]): string => {
    const kilobytes = list.reduce((sum, { entry }) => sum + blocksOf(entry) / 2, 0);
    return `total ${given.has('h') && kilobytes > 0 ? humanSize(kilobytes * 1024) : kilobytes}\n`;
  };

  const ignored = [...given.all('I'), ...(all || given.has('A') ? [] : given.all('hide')), ...(given.has('B') ? ['*~'] : [])].map(
    (pattern) => globMatcher(pattern),
  );
  let code = 0;
  const plain: Listed[] = [];
  const folders: Listed[] = [];
  for (const operand of given.operands.length > 0 ? given.operands : ['.']) {
    const path = yield* files((fs, cwd) => fs.resolve(cwd, operand));
    // A link that is named is followed to a folder, unless it is to be described itself.
    const follow = given.has('L') || given.has('H') || operand.endsWith('/') || !(long || given.has('d') || given.has('F'));
    const { entry, target } = yield* files((fs) => {
      const itself = entryAt(call, fs, path, false);
      const leads = itself?.kind === 'link' ? fs.stat(path) : undefined;
      return { entry: follow && leads && (given.has('L') || leads.kind === 'directory') ? leads : itself, target: leads };
    });
    if (!entry || (operand.endsWith('/') && entry.kind !== 'directory')) {
      yield* call.warn(
        `${call.busybox ? operand : `cannot access '${operand}'`}: ${entry ? 'Not a directory' : 'No such file or directory'}`,
      );
      code = call.busybox ? 1 : 2;
    } else (entry.kind === 'directory' && !given.has('d') ? folders : plain).push({ name: operand, path, entry, target });
  }
  const byName = (a: Listed, b: Listed): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
  yield* show(order(plain.sort(byName)));
  let headed = plain.length > 0;
  const titles = given.operands.length > 1 || given.has('R');
  const visit = function* (folder: Listed): Sys<void> {
    if (titles) call.put(`${headed ? '\n' : ''}${folder.name}:\n`);
    headed = true;
    const list = yield* files((fs) => {
      const found = namesIn(call, fs, folder.path)
        .filter((name) => (all || given.has('A') || !name.startsWith('.')) && !ignored.some((matches) => matches(name)))
        .map(
          (name): Listed => ({
            name,
            path: fs.resolve(folder.path, name),
            entry: entryAt(call, fs, fs.resolve(folder.path, name), given.has('L')) as FileEntry,
            target: fs.stat(fs.resolve(folder.path, name)),
          }),
        );
      const dots = all
        ? ['.', '..'].map(
            (name): Listed => ({ name, path: fs.resolve(folder.path, name), entry: fs.stat(fs.resolve(folder.path, name)) as FileEntry }),
          )
        : [];
      return [...dots, ...found];
    });
    order(list);
    if (long || given.has('s')) call.put(blocks(list));
    yield* show(list);
    if (!given.has('R')) return;
    for (const one of list)
      if (one.entry.kind === 'directory' && one.name !== '.' && one.name !== '..')
        yield* visit({ ...one, name: `${folder.name.replace(/\/$/, '')}/${one.name}` });
  };
  for (const folder of order(folders.sort(byName))) yield* visit(folder);
  return code;
};

/** Names in as few rows as fit the width, filled by columns, two blanks between them. */
function inColumns(names: readonly string[], total: number, across: boolean): string {
  const widthOf = (name: string): number => [...name.replace(/\x1b\[[\d;]*m/g, '')].length;
  const widths = names.map(widthOf);
  for (let rows = 1; ; rows++) {
    const count = Math.ceil(names.length / rows);
    const at = (row: number, column: number): number => (across ? row * count + column : column * rows + row);
    const cells: number[] = [];
    for (let c = 0; c < count; c++) cells.push(Math.max(...Array.from({ length: rows }, (_, r) => widths[at(r, c)] ?? 0)));
    if (rows < names.length && cells.reduce((sum, width) => sum + width + 2, -2) >= total) continue;
    let text = '';
    for (let r = 0; r < rows; r++) {
      const row: string[] = [];
      for (let c = 0; c < count; c++) {
        const name = names[at(r, c)];
        if (name !== undefined)
          row.push(
            name +
              (names[at(r, c + 1)] !== undefined && c + 1 < count ? ' '.repeat((cells[c] as number) - (widths[at(r, c)] as number)) : ''),
          );
      }
      text += `${row.join('  ')}\n`;
    }
    return text;
  }
}

const unescaped = (text: string): string =>
  text.replace(/\\([ntr0\\])/g, (_, c: string) => ({ n: '\n', t: '\t', r: '\r', '0': '\0' })[c] ?? c);

const rawMode = ({ kind, mode }: FileEntry): number => ({ directory: 0o040000, link: 0o120000, file: 0o100000 })[kind] | mode;

/** How many names a file has, or a directory: its own, `.`, and the `..` of each in it. */
export function linkCount(fs: FileSystem, path: string, { kind }: FileEntry): number {
  if (kind !== 'directory') return fs.namesOf(path).length;
  return 2 + fs.list(path).filter((name) => fs.linkStat(fs.resolve(path, name))?.kind === 'directory').length;
}

/** Kilobytes: one disk, as large as minikube makes its own. */
export const DISK = { total: 61_202_244, used: 9_412_360 } as const;

/** stat -f: of the disk that everything lies on. */
function* fileSystemStatus(call: Call, paths: readonly string[], format: string | undefined, raw: boolean): Sys<number> {
  let code = 0;
  for (const path of paths) {
    if (!(yield* files((fs, cwd) => fs.exists(fs.resolve(cwd, path))))) {
      yield* call.warn(`cannot read file system information for '${path}': No such file or directory`);
      code = 1;
      continue;
    }
    const blocks = DISK.total / 4;
    const free = (DISK.total - DISK.used) / 4;
    const values: Readonly<Record<string, string | number>> = {
      a: free,
      b: blocks,
      c: 3_907_584,
      d: 3_700_216,
      f: free,
      i: '65a2b2c6d1f0e7a3',
      l: 255,
      n: path,
      s: 4096,
      S: 4096,
      t: '794c7630',
      T: 'overlayfs',
      '%': '%',
    };
    if (format !== undefined) {
      const text = format.replace(/%([a-zA-Z%])/g, (whole, letter: string) => String(values[letter] ?? whole));
      call.put(raw ? unescaped(text) : `${text}\n`);
      continue;
    }
    call.put(
      `  File: "${path}"\n    ID: ${values['i']} Namelen: 255     Type: overlayfs\nBlock size: 4096       Fundamental block size: 4096\nBlocks: Total: ${String(blocks).padEnd(10)} Free: ${String(free).padEnd(10)} Available: ${free}\nInodes: Total: ${String(values['c']).padEnd(10)} Free: ${values['d']}\n`,
    );
  }
  return code;
}

export const stat: Tool = function* (call) {
  const given = options(call, 'c,format: printf: t,terse L,dereference f,file-system');
  if (given.operands.length === 0) throw missingOperand(call);
  if (given.has('f')) return yield* fileSystemStatus(call, given.operands, given.get('c') ?? given.get('printf'), given.has('printf'));
  let code = 0;
  for (const path of given.operands) {
    const entry = yield* files((fs, cwd) => entryAt(call, fs, fs.resolve(cwd, path), given.has('L') || path.endsWith('/')));
    if (!entry) {
      yield* call.warn(`${call.busybox ? `can't stat '${path}'` : `cannot statx '${path}'`}: No such file or directory`);
      code = 1;
      continue;
    }
    const absolute = yield* files((fs, cwd) => fs.realPath(fs.resolve(cwd, path), given.has('L')) ?? fs.resolve(cwd, path));
    const size = sizeOf(entry);
    const kind =
      entry.kind === 'link'
        ? 'symbolic link'
        : entry.kind === 'directory'
          ? 'directory'
          : size === 0
            ? 'regular empty file'
            : 'regular file';
    const leads = entry.kind === 'link' ? ` -> '${entry.text}'` : '';
    const { uid, gid, user = 'UNKNOWN', group = 'UNKNOWN' } = (yield* owners(call, [entry]))(entry);
    const stamp = formatDate('%Y-%m-%d %H:%M:%S.%N %z', entry.modified);
    const values: Readonly<Record<string, string | number>> = {
      a: entry.mode.toString(8),
      A: modeText(entry),
      b: blocksOf(entry),
      B: 512,
      F: kind,
      g: gid,
      G: group,
      h: yield* files((fs) => linkCount(fs, absolute, entry)),
      i: inodeOf(absolute, entry),
      d: 2049,
      D: '801',
      f: rawMode(entry).toString(16),
      t: 0,
      T: 0,
      m: '/',
      n: path,
      N: `'${path}'${leads}`,
      o: 4096,
      s: size,
      u: uid,
      U: user,
      x: stamp,
      X: Math.floor(entry.modified / 1000),
      y: stamp,
      Y: Math.floor(entry.modified / 1000),
      z: stamp,
      Z: Math.floor(entry.modified / 1000),
      w: '-',
      W: 0,
      '%': '%',
    };
    const format =
      given.get('c') ?? given.get('printf') ?? (given.has('t') ? '%n %s %b %f %u %g %D %i %h %t %T %X %Y %Z %W %o' : undefined);
    if (format !== undefined) {
      const text = format.replace(/%([a-zA-Z%])/g, (whole, letter: string) => String(values[letter] ?? whole));
      call.put(given.has('printf') ? unescaped(text) : `${text}\n`);
    } else
      call.put(
        `  File: ${path}${leads.replaceAll("'", '')}\n  Size: ${String(size).padEnd(10)}\tBlocks: ${String(values['b']).padEnd(10)} IO Block: 4096   ${kind}\nAccess: (${entry.mode.toString(8).padStart(4, '0')}/${modeText(entry)})  Uid: (${String(uid).padStart(5)}/${user.padStart(8)})   Gid: (${String(gid).padStart(5)}/${group.padStart(8)})\nAccess: ${stamp}\nModify: ${stamp}\nChange: ${stamp}\n Birth: -\n`,
      );
  }
  return code;
};
