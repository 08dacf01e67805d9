/** gzip, gunzip, zcat and tar. */
import { gunzipSync, gzipSync } from 'fflate';
import { bytesOf, textOf } from '../kernel/bytes.ts';
import { SysError } from '../kernel/error.ts';
import type { FileEntry } from '../kernel/files.ts';
import { files, isatty, readAll, readPath } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import { formatDate } from './datetext.ts';
import { globMatcher } from './glob.ts';
import { modeText } from './ls.ts';
import { options, usageError } from './options.ts';
import { compile } from './regex/match.ts';
import { type Call, Failure, filesOrFailure, type Tool } from './tool.ts';

const LARGEST = 32 * 1024 * 1024;

export function compressed(bytes: Uint8Array, level = 6, filename?: string): Uint8Array {
  return gzipSync(bytes, { level: level as 6, mtime: 0, ...(filename === undefined ? {} : { filename }) });
}

/** Bytes of gzip data that are not the compressed ones: head, name and tail. */
const overhead = (bytes: Uint8Array): number => 18 + ((bytes[3] ?? 0) & 8 ? bytes.indexOf(0, 10) - 9 : 0);

/** The content of gzip data; undefined when it is none, or too large. */
export function uncompressed(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b || bytes.length < 18) return undefined;
  const size = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 4).getUint32(0, true);
  if (size > LARGEST) return undefined;
  try {
    return gunzipSync(bytes);
  } catch {
    return undefined;
  }
}

const GZIP =
  'd,decompress,uncompress c,stdout,to-stdout k,keep f,force l,list t,test v,verbose q,quiet n,no-name N r S: 1,fast 2 3 4 5 6 7 8 9,best';

const gzipTool = (defaults: { readonly decompress: boolean; readonly stdout: boolean }): Tool =>
  function* (call) {
    const given = options(call, GZIP);
    const decompress = defaults.decompress || given.has('d') || given.has('t');
    const level = Number(given.given.findLast(([key]) => /^[1-9]$/.test(key))?.[0] ?? 6);
    const convert = (bytes: Uint8Array, name: string): Uint8Array => {
      if (!decompress) return compressed(bytes, level, name === 'stdin' || given.has('n') ? undefined : name.replace(/^.*\//s, ''));
      const content = uncompressed(bytes);
      // -cdf hands on what is not packed, as cat does.
      if (!content && given.has('f') && (given.has('c') || defaults.stdout)) return bytes;
      if (!content && bytes.length === 0 && !call.busybox) throw new Failure(`\ngzip: ${name}: unexpected end of file`, 1, true);
      if (!content)
        throw new Failure(
          call.busybox ? `${name === 'stdin' ? '' : `${name}: `}invalid magic` : `\ngzip: ${name}: not in gzip format`,
          1,
          !call.busybox,
        );
      return content;
    };
    let code = 0;
    const notes: string[] = [];
    for (const path of given.operands.length > 0 ? given.operands : ['-']) {
      if (path === '-') {
        const terminal = yield* isatty(decompress ? 0 : 1);
        if (terminal && !given.has('f') && !given.has('c'))
          throw new Failure(
            call.busybox
              ? 'compressed data not written to terminal'
              : `compressed data not ${decompress ? 'read from' : 'written to'} a terminal. Use -f to force ${decompress ? 'de' : ''}compression.\nFor help, type: ${call.name} -h`,
          );
        call.put(textOf(convert(bytesOf(yield* readAll(0)), 'stdin')));
        continue;
      }
      try {
        yield* filesOrFailure((fs, cwd) => {
          const from = fs.resolve(cwd, path);
          const source = decompress && !fs.exists(from) && fs.exists(`${from}.gz`) ? `${from}.gz` : from;
          if (fs.isDirectory(source)) throw new Failure(`${path} is a directory -- ignored`, 2);
          const bytes = bytesOf(fs.read(source));
          if (!decompress && !given.has('l') && path.endsWith('.gz') && !given.has('f'))
            throw new Failure(`${path} already has .gz suffix -- unchanged`, 2);
          if (decompress && !/\.t?gz$/.test(source) && !given.has('c') && !defaults.stdout && !given.has('t'))
            throw new Failure(
              call.busybox ? `${path}: unknown suffix -- ignored` : `gzip: ${path}: unknown suffix -- ignored`,
              2,
              !call.busybox,
            );
          if (given.has('l')) {
            const size = uncompressed(bytes)?.length ?? 0;
            call.put(
              `         compressed        uncompressed  ratio uncompressed_name\n${String(bytes.length).padStart(19)} ${String(size).padStart(19)} ${(size === 0 ? 0 : (1 - (bytes.length - overhead(bytes)) / size) * 100).toFixed(1).padStart(5)}% ${path.replace(/\.gz$/, '')}\n`,
            );
            return;
          }
          const result = convert(bytes, path);
          if (given.has('t')) return;
          if (given.has('c') || defaults.stdout) return call.put(textOf(result));
          const to = decompress ? source.replace(/\.tgz$/, '.tar').replace(/\.gz$/, '') : `${source}.gz`;
          if (fs.exists(to) && !given.has('f')) {
            const shown = path.replace(/[^/]*$/, '') + to.replace(/^.*\//s, '');
            throw new Failure(
              call.busybox ? `can't open '${shown}': File exists` : `${shown} already exists;\tnot overwritten`,
              call.busybox ? 1 : 2,
            );
          }
          if (given.has('v')) {
            const [small, large] = decompress ? [bytes, result] : [result, bytes];
            const saved = large.length === 0 ? 0 : (1 - (small.length - overhead(small)) / large.length) * 100;
            notes.push(
              `${path}:\t${saved.toFixed(1).padStart(5)}% -- ${given.has('k') ? 'created' : 'replaced with'} ${to.replace(/^.*\//s, '')}\n`,
            );
          }
          fs.write(to, textOf(result), { mode: fs.stat(source)?.mode ?? 0o644 });
          if (!given.has('k')) fs.remove(source);
        });
      } catch (error) {
        if (error instanceof SysError) yield* call.warn(`${path}: ${error.message}`);
        else if (error instanceof Failure) yield* error.bare ? call.note(`${error.message}\n`) : call.warn(error.message);
        else throw error;
        code = Math.max(code, error instanceof Failure ? error.code : 1);
      }
    }
    for (const note of notes) yield* call.note(note);
    return code;
  };

export const gzip = gzipTool({ decompress: false, stdout: false });
export const gunzip = gzipTool({ decompress: true, stdout: false });
export const zcat = gzipTool({ decompress: true, stdout: true });

// tar

interface Member {
  readonly name: string;
  readonly entry: FileEntry;
  readonly bytes: Uint8Array;
}

const BLOCK = 512;

/** One member as tar blocks: POSIX ustar. */
function blocksOf({ name, entry, bytes }: Member): Uint8Array {
  const block = new Uint8Array(BLOCK + Math.ceil(bytes.length / BLOCK) * BLOCK);
  const put = (at: number, text: string): void => block.set(bytesOf(text), at);
  const octal = (value: number, width: number): string => value.toString(8).padStart(width, '0');
  const path = bytesOf(name);
  if (path.length > 100) {
    const cut = name.lastIndexOf('/', name.length - 2);
    const at = name.slice(0, cut).length > 155 ? -1 : cut;
    if (at <= 0 || name.length - at - 1 > 100) throw new Failure(`${name}: file name is too long (cannot be split); not dumped`, 2);
    put(345, name.slice(0, at));
    put(0, name.slice(at + 1));
  } else block.set(path, 0);
  put(100, `${octal(entry.mode & 0o7777, 7)}\0${octal(1000, 7)}\0${octal(1000, 7)}\0`);
  put(124, `${octal(bytes.length, 11)}\0${octal(Math.floor(entry.modified / 1000), 11)}\0        `);
  put(156, { directory: '5', link: '2', file: '0' }[entry.kind]);
  if (entry.kind === 'link') put(157, entry.text);
  put(257, 'ustar\x0000learner');
  put(297, 'learner');
  const sum = block.subarray(0, BLOCK).reduce((total, byte) => total + byte, 0);
  put(148, `${octal(sum, 6)}\0 `);
  block.set(bytes, BLOCK);
  return block;
}

export function packed(members: readonly Member[]): Uint8Array {
  const parts = members.map(blocksOf);
  const size = parts.reduce((sum, part) => sum + part.length, 0);
  const all = new Uint8Array(Math.ceil((size + 2 * BLOCK) / 10_240) * 10_240);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** The members of an archive; undefined when it is none. */
export function unpacked(bytes: Uint8Array): Member[] | undefined {
  const members: Member[] = [];
  const text = (from: number, length: number): string => textOf(bytes.subarray(from, from + length)).replace(/\0.*$/s, '');
  for (let at = 0; at + BLOCK <= bytes.length; ) {
    if (bytes[at] === 0) break;
    const size = Number.parseInt(text(at + 124, 12).trim(), 8);
    const mode = Number.parseInt(text(at + 100, 8).trim(), 8);
    if (Number.isNaN(size) || Number.isNaN(mode) || text(at + 257, 5) !== 'ustar') return undefined;
    const prefix = text(at + 345, 155);
    const name = `${prefix === '' ? '' : `${prefix}/`}${text(at, 100)}`;
    const kind = bytes[at + 156] === 50 ? 'link' : bytes[at + 156] === 53 || name.endsWith('/') ? 'directory' : 'file';
    const content = bytes.subarray(at + BLOCK, at + BLOCK + size);
    const modified = Number.parseInt(text(at + 136, 12).trim(), 8) * 1000 || 0;
    members.push({
      name,
      bytes: content,
      entry: { kind, mode: mode & 0o7777, modified, text: kind === 'link' ? text(at + 157, 100) : '' },
    });
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return members.length > 0 || bytes.length >= 2 * BLOCK ? members : undefined;
}

const TAR =
  'c,create x,extract,get t,list r,append u f,file: v,verbose z,gzip,gunzip,ungzip j J a,auto-compress C,directory: O,to-stdout p,same-permissions,preserve-permissions ' +
  'k,keep-old-files strip-components: exclude: m,touch P,absolute-names h no-same-owner no-same-permissions o T: X: numeric-owner owner: group: wildcards transform,xform: delete no-recursion';

export const tar: Tool = function* (call) {
  // The first word may do without its dash: tar czf x.tgz .
  const args = call.args[0] && !call.args[0].startsWith('-') ? bundled(call.args) : call.args;
  const given = options(call, TAR, { args, code: call.busybox ? 1 : 64, hint: "Try 'tar --help' or 'tar --usage' for more information." });
  const modes = ['c', 'x', 't', 'r', 'u', 'delete'].filter((name) => given.has(name));
  for (const [flag, format] of [
    ['j', 'bzip2'],
    ['J', 'xz'],
  ] as const)
    if (given.has(flag)) throw new Failure(`${format} (-${flag}) is not supported here: only gzip (-z) is`, 2);
  if (modes.length !== 1)
    throw new Failure(
      call.busybox
        ? usageError(call, '').trimStart()
        : modes.length === 0
          ? `You must specify one of the '-Acdtrux', '--delete' or '--test-label' options\nTry 'tar --help' or 'tar --usage' for more information.`
          : "You may not specify more than one '-Acdtrux', '--delete' or  '--test-label' option\nTry 'tar --help' or 'tar --usage' for more information.",
      call.busybox ? 1 : 2,
      call.busybox,
    );
  const folder = given.get('C') ?? '.';
  if (!(yield* files((fs, cwd) => fs.isDirectory(fs.resolve(cwd, folder)))))
    throw new Failure(
      call.busybox
        ? `can't change directory to '${folder}': No such file or directory`
        : `${folder}: Cannot open: No such file or directory\ntar: Error is not recoverable: exiting now`,
      call.busybox ? 1 : 2,
    );
  if (given.has('delete')) return yield* remove(call, given);
  return given.has('x') || given.has('t') ? yield* extract(call, given, folder) : yield* create(call, given, folder);
};

/** `czf a b` as `-czf a b`: letters that take an argument take the next words in turn. */
function bundled([first = '', ...rest]: readonly string[]): string[] {
  const out: string[] = [];
  const words = [...rest];
  for (const letter of first) {
    out.push(`-${letter}`);
    if ('fCTX'.includes(letter) && words.length > 0) out.push(words.shift() as string);
  }
  return [...out, ...words];
}

type Given = ReturnType<typeof options>;

function* create(call: Call, given: Given, folder: string): Sys<number> {
  const operands = [...given.operands, ...(yield* listed(given))];
  if (operands.length === 0)
    throw new Failure("Cowardly refusing to create an empty archive\nTry 'tar --help' or 'tar --usage' for more information.", 2);
  const excluded = given.all('exclude').map((one) => globMatcher(one));
  const renamed = transform(given);
  const target = given.get('f') ?? '-';
  const members: Member[] = given.has('c') ? [] : yield* present(target);
  const newest = given.has('u') ? new Map(members.map((member) => [member.name, member.entry.modified])) : undefined;
  let code = 0;
  let stripped = false;
  for (const operand of operands) {
    const found = yield* files((fs, cwd) => {
      const base = fs.resolve(cwd, folder);
      const output = fs.resolve(cwd, target);
      const list: Member[] = [];
      const visit = (path: string, name: string): void => {
        if (path === output || excluded.some((test) => test(name) || test(name.replace(/^.*\//, '')) || test(name.replace(/^\.\//, ''))))
          return;
        const entry = (given.has('h') ? fs.stat(path) : fs.linkStat(path)) as FileEntry;
        const isFolder = entry.kind === 'directory';
        list.push({
          name: isFolder ? `${name.replace(/\/$/, '')}/` : name,
          entry,
          bytes: entry.kind === 'file' ? bytesOf(fs.read(path)) : new Uint8Array(),
        });
        if (isFolder) for (const child of fs.list(path)) visit(fs.resolve(path, child), `${name.replace(/\/$/, '')}/${child}`);
      };
      const start = fs.resolve(base, operand);
      if (!(given.has('h') ? fs.stat(start) : fs.linkStat(start))) return undefined;
      visit(start, operand);
      return list;
    });
    if (!found) {
      yield* call.warn(call.busybox ? `${operand}: No such file or directory` : `${operand}: Cannot stat: No such file or directory`);
      code = call.busybox ? 1 : 2;
      continue;
    }
    for (const member of found) {
      const plain = given.has('P') ? member.name : member.name.replace(/^\/+/, '');
      const name = renamed(plain);
      if (plain !== member.name && !stripped) {
        stripped = true;
        yield* call.warn(call.busybox ? "removing leading '/' from member names" : "Removing leading `/' from member names");
      }
      if (name === '' || (newest?.get(name) ?? Number.NEGATIVE_INFINITY) >= Math.floor(member.entry.modified / 1000) * 1000) continue;
      members.push({ ...member, name });
      if (given.has('v')) yield* target === '-' ? call.note(`${member.name}\n`) : put(call, `${member.name}\n`);
    }
  }
  const archive = packed(members);
  const text = textOf(given.has('z') || (given.has('a') && /\.t?gz$/.test(target)) ? compressed(archive) : archive);
  if (target === '-') call.put(text);
  else
    try {
      yield* files((fs, cwd) => fs.write(fs.resolve(cwd, target), text));
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      throw new Failure(
        call.busybox
          ? `can't open '${target}': ${error.message}`
          : `${target}: Cannot open: ${error.message}\ntar: Error is not recoverable: exiting now`,
        call.busybox ? 1 : 2,
      );
    }
  if (code !== 0)
    yield* call.warn(call.busybox ? 'error exit delayed from previous errors' : 'Exiting with failure status due to previous errors');
  return code;
}

/** The names in the files of -T, a line each; `-`: standard input. */
function* listed(given: Given): Sys<string[]> {
  const names: string[] = [];
  for (const path of given.all('T')) {
    try {
      const text = path === '-' ? yield* readAll(0) : yield* readPath(path);
      names.push(...text.split('\n').filter((line) => line !== ''));
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      throw new Failure(`${path}: Cannot open: ${error.message}\ntar: Error is not recoverable: exiting now`, 2);
    }
  }
  return names;
}

/** What --transform makes of a name: sed's `s`, one or several. */
function transform(given: Given): (name: string) => string {
  const rules = given.all('transform').flatMap((text) =>
    text.split(/;(?=s\W)/).map((one) => {
      const [, , from, to, flags] = /^s(.)((?:\\.|(?!\1).)*)\1((?:\\.|(?!\1).)*)\1([a-zA-Z\d]*)$/s.exec(one) ?? [];
      if (from === undefined || to === undefined)
        throw new Failure('Invalid transform expression\ntar: Error is not recoverable: exiting now', 2);
      const pattern = compile(from, flags?.includes('x') ? 'extended' : 'basic', { ignoreCase: flags?.includes('i') ?? false });
      return { pattern, to, all: flags?.includes('g') ?? false };
    }),
  );
  return (name) =>
    rules.reduce((text, { pattern, to, all }) => {
      let [out, at] = ['', 0];
      for (let match = pattern.exec(text, 0); match; match = at < text.length && all ? pattern.exec(text, at) : null) {
        const { groups, start, end } = match;
        out +=
          text.slice(at, start) +
          to.replace(/\\(.)|&/g, (whole, c?: string) =>
            c === undefined ? (groups[0] ?? '') : /\d/.test(c) ? (groups[Number(c)] ?? '') : whole.slice(1),
          );
        at = end;
        if (end === start) break;
      }
      return out + text.slice(at);
    }, name);
}

/** --delete: the archive without the named members. */
function* remove(call: Call, given: Given): Sys<number> {
  const target = given.get('f') ?? '-';
  const members = yield* present(target);
  const names = given.operands.map((one) => one.replace(/\/$/, ''));
  const of = ({ name }: Member): string | undefined => names.find((one) => name.replace(/\/$/, '') === one || name.startsWith(`${one}/`));
  const found = new Set(members.map(of));
  yield* files((fs, cwd) => fs.write(fs.resolve(cwd, target), textOf(packed(members.filter((member) => of(member) === undefined)))));
  const missing = names.filter((one) => !found.has(one));
  for (const one of missing) yield* call.warn(`${one}: Not found in archive`);
  if (missing.length > 0) yield* call.warn('Exiting with failure status due to previous errors');
  return missing.length > 0 ? 2 : 0;
}

/** What is in the archive that -r and -u add to. */
function* present(target: string): Sys<Member[]> {
  if (target === '-')
    throw new Failure("Options '-Aru' are incompatible with '-f -'\nTry 'tar --help' or 'tar --usage' for more information.", 2);
  const text = yield* files((fs, cwd) => (fs.exists(fs.resolve(cwd, target)) ? fs.read(fs.resolve(cwd, target)) : ''));
  if (text === '') return [];
  const bytes = bytesOf(text);
  if (uncompressed(bytes)) throw new Failure('Cannot update compressed archives\ntar: Error is not recoverable: exiting now', 2);
  const members = unpacked(bytes);
  if (!members) throw new Failure('This does not look like a tar archive\ntar: Exiting with failure status due to previous errors', 2);
  return members;
}

// biome-ignore lint/correctness/useYield: stands beside a call that waits
function* put(call: Call, text: string): Sys<void> {
  call.put(text);
}

function* extract(call: Call, given: Given, folder: string): Sys<number> {
  const source = given.get('f') ?? '-';
  let text: string;
  try {
    text = source === '-' ? yield* readAll(0) : yield* files((fs, cwd) => fs.read(fs.resolve(cwd, source)));
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    throw new Failure(
      call.busybox
        ? `can't open '${source}': ${error.message}`
        : `${source}: Cannot open: ${error.message}\ntar: Error is not recoverable: exiting now`,
      call.busybox ? 1 : 2,
    );
  }
  const raw = bytesOf(text);
  const bytes = uncompressed(raw) ?? raw;
  const members = given.has('z') && bytes === raw ? undefined : unpacked(bytes);
  if (!members)
    throw new Failure(
      call.busybox
        ? given.has('z')
          ? 'invalid magic'
          : 'short read'
        : given.has('z')
          ? 'Child returned status 1\ntar: Error is not recoverable: exiting now'
          : 'This does not look like a tar archive\ntar: Exiting with failure status due to previous errors',
      call.busybox ? 1 : 2,
    );
  const strip = Number(given.get('strip-components') ?? 0);
  const excluded = given.all('exclude').map((one) => globMatcher(one));
  const wanted = [...given.operands, ...(yield* listed(given))].map((one) => one.replace(/\/$/, ''));
  const renamed = transform(given);
  const seen = new Set<string>();
  for (const { name, entry, bytes: content } of members) {
    const plain = name.replace(/\/$/, '');
    const match = wanted.find((one) => plain === one || plain.startsWith(`${one}/`) || (given.has('wildcards') && globMatcher(one)(plain)));
    if (wanted.length > 0 && match === undefined) continue;
    if (match !== undefined) seen.add(match);
    if (excluded.some((test) => test(plain) || test(plain.replace(/^.*\//, '')))) continue;
    if (given.has('t')) {
      call.put(
        given.has('v')
          ? `${modeText(entry)} learner/learner ${String(content.length).padStart(9)} ${formatDate('%Y-%m-%d %H:%M', entry.modified)} ${name}${entry.kind === 'link' ? ` -> ${entry.text}` : ''}\n`
          : `${name}\n`,
      );
      continue;
    }
    const shown = renamed(plain).split('/').slice(strip).join('/');
    if (shown === '') continue;
    // A name that leads out of the folder is not followed.
    if (shown.split('/').includes('..')) {
      yield* call.warn(`${name}: Member name contains '..', skipping`);
      continue;
    }
    if (given.has('v')) call.put(`${name}\n`);
    if (given.has('O')) {
      if (entry.kind === 'file') call.put(textOf(content));
      continue;
    }
    yield* filesOrFailure((fs, cwd) => {
      const path = fs.resolve(fs.resolve(cwd, folder), shown.replace(/^\/+/, ''));
      if (entry.kind === 'directory') return fs.mkdir(path, { parents: true });
      fs.mkdir(path.slice(0, path.lastIndexOf('/')) || '/', { parents: true });
      if (given.has('k') && fs.exists(path)) throw new Failure(`${shown}: Cannot open: File exists`, 2);
      if (entry.kind === 'link') {
        if (fs.linkStat(path)) fs.remove(path);
        return fs.symlink(entry.text, path);
      }
      fs.write(path, textOf(content), { mode: entry.mode });
    });
  }
  const missing = wanted.filter((one) => !seen.has(one));
  for (const one of missing) yield* call.warn(call.busybox ? `${one}: not found in archive` : `${one}: Not found in archive`);
  if (missing.length > 0 && !call.busybox) yield* call.warn('Exiting with failure status due to previous errors');
  return missing.length > 0 ? (call.busybox ? 1 : 2) : 0;
}
