/** df, du, tree, file, mount: what lies on the disk. */

import { byteLength } from '../kernel/bytes.ts';
import type { FileEntry, FileSystem } from '../kernel/files.ts';
import { files, isatty } from '../kernel/sys.ts';
import { globMatcher } from './glob.ts';
import { DISK, humanSize } from './ls.ts';
import { missingOperand, options } from './options.ts';
import { Failure, type Tool } from './tool.ts';

export const df: Tool = function* (call) {
  const given = options(call, 'h,human-readable H,si k m T,print-type i,inodes a,all t: x: P,portability B: total output::');
  for (const path of given.operands)
    if (!(yield* files((fs, cwd) => fs.exists(fs.resolve(cwd, path))))) {
      yield* call.warn(call.busybox ? `${path}: can't find mount point` : `${path}: No such file or directory`);
      return 1;
    }
  const show = (kilobytes: number): string =>
    given.has('h') || given.has('H') ? humanSize(kilobytes * 1024) : String(given.has('m') ? Math.ceil(kilobytes / 1024) : kilobytes);
  const rows = [
    { name: 'overlay', type: 'overlay', total: DISK.total, used: DISK.used, at: '/' },
    { name: 'tmpfs', type: 'tmpfs', total: 65_536, used: 0, at: '/dev' },
  ].filter(({ at }) => given.operands.length === 0 || at === '/');
  const table = [
    [
      'Filesystem',
      ...(given.has('T') ? ['Type'] : []),
      given.has('h') || given.has('H') ? 'Size' : given.has('m') ? '1M-blocks' : given.has('P') ? '1024-blocks' : '1K-blocks',
      'Used',
      (given.has('h') || given.has('H')) && !call.busybox ? 'Avail' : 'Available',
      given.has('P') ? 'Capacity' : 'Use%',
      'Mounted on',
    ],
    ...rows.map(({ name, type, total, used, at }) => [
      name,
      ...(given.has('T') ? [type] : []),
      show(total),
      show(used),
      show(total - used),
      `${Math.ceil((used / total) * 100)}%`,
      at,
    ]),
  ];
  const first = given.has('T') ? 2 : 1;
  // Columns are at least that wide.
  const least = call.busybox ? [20, ...(given.has('T') ? [10] : []), 9, 9, 9, 4] : [14, ...(given.has('T') ? [4] : []), 5, 5, 5, 4];
  const widths = (table[0] as string[]).map((_, i) => Math.max(least[i] ?? 0, ...table.map((row) => (row[i] as string).length)));
  for (const row of table)
    call.put(
      `${row.map((cell, i) => (i === row.length - 1 ? cell : i < first ? cell.padEnd(widths[i] as number) : cell.padStart(widths[i] as number))).join(' ')}\n`,
    );
  return 0;
};

/** Bytes that a file takes on the disk: whole blocks; a directory has one. */
const blocks = (entry: FileEntry): number =>
  entry.kind === 'link' ? 0 : entry.kind === 'directory' ? 4096 : Math.ceil(byteLength(entry.text) / 4096) * 4096;

export const du: Tool = function* (call) {
  const given = options(
    call,
    'h,human-readable s,summarize a,all c,total b,bytes k m d,max-depth: x S apparent-size 0 H L,dereference D,dereference-args',
  );
  const depth = given.has('s') ? 0 : Number(given.get('d') ?? Number.POSITIVE_INFINITY);
  if (Number.isNaN(depth)) throw new Failure(`invalid maximum depth ${call.quote(given.get('d') ?? '')}`);
  const show = (bytes: number): string => {
    if (given.has('h')) return humanSize(bytes);
    return String(given.has('b') ? bytes : given.has('m') ? Math.ceil(bytes / 1024 ** 2) : Math.ceil(bytes / 1024));
  };
  let [total, code] = [0, 0];
  for (const operand of given.operands.length > 0 ? given.operands : ['.']) {
    const found = yield* files((fs, cwd) => {
      const start = fs.resolve(cwd, operand);
      if (!fs.linkStat(start)) return undefined;
      const lines: string[] = [];
      const visit = (path: string, name: string, level: number): number => {
        const entry = (given.has('L') || (level === 0 && given.has('D')) ? fs.stat(path) : fs.linkStat(path)) as FileEntry;
        const exact = given.has('b') || given.has('apparent-size');
        let sum = exact && entry.kind !== 'directory' ? byteLength(entry.text) : blocks(entry);
        if (entry.kind === 'directory')
          for (const child of fs.list(path)) sum += visit(fs.resolve(path, child), `${name.replace(/\/$/, '')}/${child}`, level + 1);
        if (level <= depth && (entry.kind === 'directory' || given.has('a') || level === 0)) lines.push(`${show(sum)}\t${name}\n`);
        return sum;
      };
      const sum = visit(start, operand, 0);
      return { lines, sum };
    });
    if (!found) {
      yield* call.warn(call.busybox ? `${operand}: No such file or directory` : `cannot access '${operand}': No such file or directory`);
      code = 1;
      continue;
    }
    call.put(found.lines.join(''));
    total += found.sum;
  }
  if (given.has('c')) call.put(`${show(total)}\ttotal\n`);
  return code;
};

export const tree: Tool = function* (call) {
  const given = options(call, 'a d f L: I: P: s h C n F i p noreport dirsfirst r');
  const level = Number(given.get('L') ?? Number.POSITIVE_INFINITY);
  if (!(level > 0)) throw new Failure('Invalid level, must be greater than 0.');
  const colour = !given.has('n') && (given.has('C') || (yield* isatty(1)));
  const hidden = (given.get('I') ?? '')
    .split('|')
    .filter(Boolean)
    .map((one) => globMatcher(one));
  const wanted = given.has('P') ? (given.get('P') as string).split('|').map((one) => globMatcher(one)) : undefined;
  let [folders, plain] = [0, 0];
  for (const operand of given.operands.length > 0 ? given.operands : ['.']) {
    const lines = yield* files((fs: FileSystem, cwd) => {
      const start = fs.resolve(cwd, operand);
      const out: string[] = [];
      const title = (name: string, entry: FileEntry | undefined): string => {
        if (entry?.kind === 'link') return `${colour ? `\x1b[01;36m${name}\x1b[0m` : name} -> ${entry.text}`;
        const folder = entry?.kind === 'directory';
        const size =
          entry && given.has('h')
            ? `[${humanSize(folder ? 4096 : byteLength(entry.text)).padStart(4)}]  `
            : entry && given.has('s')
              ? `[${String(folder ? 4096 : byteLength(entry.text)).padStart(11)}]  `
              : '';
        const mark = given.has('F') && folder ? '/' : '';
        return size + (colour && folder ? `\x1b[01;34m${name}\x1b[0m` : name) + mark;
      };
      if (!fs.isDirectory(start)) return [`${operand}  [error opening dir]`];
      out.push(title(operand, fs.stat(start)));
      const visit = (path: string, name: string, lead: string, at: number): void => {
        if (at > level) return;
        let names = fs.list(path).filter((one) => (given.has('a') || !one.startsWith('.')) && !hidden.some((pattern) => pattern(one)));
        const isFolder = (one: string): boolean => fs.isDirectory(fs.resolve(path, one));
        if (given.has('d')) names = names.filter(isFolder);
        if (wanted) names = names.filter((one) => isFolder(one) || wanted.some((pattern) => pattern(one)));
        if (given.has('r')) names.reverse();
        if (given.has('dirsfirst')) names.sort((a, b) => Number(isFolder(b)) - Number(isFolder(a)));
        for (const [i, one] of names.entries()) {
          const last = i === names.length - 1;
          const below = fs.resolve(path, one);
          const full = `${name.replace(/\/$/, '')}/${one}`;
          out.push(`${given.has('i') ? '' : `${lead}${last ? '└── ' : '├── '}`}${title(given.has('f') ? full : one, fs.linkStat(below))}`);
          if (fs.linkStat(below)?.kind === 'link' && isFolder(one)) {
            folders++;
            continue;
          }
          if (!isFolder(one)) {
            plain++;
            continue;
          }
          folders++;
          visit(below, full, `${lead}${last ? '    ' : '│\u00a0\u00a0 '}`, at + 1);
        }
      };
      folders++;
      visit(start, operand, '', 1);
      return out;
    });
    call.put(lines.map((line) => `${line}\n`).join(''));
  }
  if (!given.has('noreport'))
    call.put(`\n${folders} director${folders === 1 ? 'y' : 'ies'}${given.has('d') ? '' : `, ${plain} file${plain === 1 ? '' : 's'}`}\n`);
  return 0;
};

/** What a text looks like, in the words of file(1). */
function describe(entry: FileEntry): readonly [text: string, mime: string] {
  const { text } = entry;
  if (entry.kind === 'directory') return ['directory', 'inode/directory'];
  if (entry.kind === 'link') return [`symbolic link to ${text}`, 'inode/symlink'];
  if (text === '') return ['empty', 'inode/x-empty'];
  if (text.startsWith('\x1f\udc8b')) return ['gzip compressed data, from Unix', 'application/gzip'];
  if (/^.{257}ustar/s.test(text)) return ['POSIX tar archive', 'application/x-tar'];
  const script = /^#!\s*(\S+)/.exec(text)?.[1];
  const kind = /[^\x00-\x7f]/.test(text) ? 'Unicode text, UTF-8 text' : 'ASCII text';
  if (/[\udc80-\udcff\0]/.test(text)) return ['data', 'application/octet-stream'];
  const crlf = /\r\n/.test(text) ? ', with CRLF line terminators' : '';
  if (script) {
    const name = script.replace(/^.*\//, '');
    const shell = name === 'bash' ? 'Bourne-Again shell' : name === 'sh' ? 'POSIX shell' : `a ${script}`;
    return [`${shell} script, ${kind} executable${crlf}`, name === 'sh' || name === 'bash' ? 'text/x-shellscript' : 'text/plain'];
  }
  if (/^\s*[[{]/.test(text)) {
    try {
      JSON.parse(text);
      return ['JSON text data', 'application/json'];
    } catch {
      // No JSON: text like any other.
    }
  }
  if (/^-----BEGIN CERTIFICATE-----/.test(text)) return ['PEM certificate', 'text/plain'];
  return [`${kind}${crlf}${text.endsWith('\n') || text.includes('\n') ? '' : ', with no line terminators'}`, 'text/plain'];
}

export const file: Tool = function* (call) {
  const given = options(call, 'b,brief i,mime mime-type L z N F:');
  if (given.operands.length === 0) throw missingOperand(call);
  const width = Math.max(...given.operands.map((path) => path.length));
  for (const path of given.operands) {
    const { entry, broken } = yield* files((fs, cwd) => {
      const at = fs.resolve(cwd, path);
      const itself = fs.linkStat(at);
      return { entry: given.has('L') ? fs.stat(at) : itself, broken: itself?.kind === 'link' && !fs.exists(at) };
    });
    const [text, mime] =
      broken && entry
        ? [`broken ${describe(entry)[0]}`, 'inode/symlink']
        : entry
          ? describe(entry)
          : [`cannot open \`${path}' (No such file or directory)`, ''];
    const charset = given.has('i')
      ? `; charset=${text.startsWith('Unicode') ? 'utf-8' : entry?.kind === 'directory' ? 'binary' : 'us-ascii'}`
      : '';
    const shown = (given.has('i') || given.has('mime-type')) && mime ? mime + charset : text;
    call.put(given.has('b') ? `${shown}\n` : `${`${path}:`.padEnd(width + 1)} ${shown}\n`);
  }
  return 0;
};

/** What is mounted where nobody says so. */
const ELSEWHERE = `overlay / overlay rw,relatime
proc /proc proc rw,nosuid,nodev,noexec,relatime
tmpfs /dev tmpfs rw,nosuid,size=65536k,mode=755`;

export const mount: Tool = function* (call) {
  const { operands } = options(call, 't: o: a r w l');
  if (operands.length > 0)
    throw new Failure(call.busybox ? 'permission denied (are you root?)' : `${operands.at(-1)}: must be superuser to use mount.`, 1);
  const table = yield* files((tree) => (tree.exists('/proc/mounts') ? tree.read('/proc/mounts') : ELSEWHERE));
  for (const line of table.trim().split('\n')) {
    const [device, path, type, how] = line.split(' ');
    call.put(`${device} on ${path} type ${type} (${how})\n`);
  }
  yield* call.flush();
  return 0;
};
