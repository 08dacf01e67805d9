/** head and tail. */

import { bytesOf, textOf } from '../kernel/bytes.ts';
import { SysError } from '../kernel/error.ts';
import { close, files, needMemory, open, read, readAll, readLine, sleep, write } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import { options, parseCount } from './options.ts';
import { type Call, Failure, type Tool } from './tool.ts';

/** How much: a number of lines or bytes, and the sign before it. */
interface Amount {
  readonly bytes: boolean;
  readonly sign: string;
  readonly count: number;
}

function amountOf(call: Call, given: readonly (readonly [string, string])[]): Amount {
  const [kind, text] = given.findLast(([key]) => key === 'n' || key === 'c') ?? ['n', '10'];
  const [, sign = '', digits = ''] = /^([-+]?)(.*)$/s.exec(text) as RegExpExecArray;
  const count = parseCount(digits);
  if (count === undefined) throw new Failure(`invalid number of ${kind === 'c' ? 'bytes' : 'lines'}: ${call.quote(text)}`);
  return { bytes: kind === 'c', sign, count };
}

/** Lines with their newlines. */
function splitLines(text: string, end = '\n'): string[] {
  const lines = text.split(end).map((line) => line + end);
  const last = (lines.pop() as string).slice(0, -1);
  return last === '' ? lines : [...lines, last];
}

/** Writes `==> name <==` before each file when there are several. */
function* banner(call: Call, path: string, first: boolean): Sys<void> {
  call.put(`${first ? '' : '\n'}==> ${path === '-' ? 'standard input' : path} <==\n`);
  yield* call.flush();
}

export const head: Tool = function* (call) {
  const given = options(call, 'n,lines: c,bytes: q,quiet,silent v,verbose z,zero-terminated', { digits: 'n' });
  const amount = amountOf(call, given.given);
  const banners = given.has('v') || (given.operands.length > 1 && !given.has('q'));
  const end = given.has('z') ? '\0' : '\n';
  let first = true;
  return yield* call.eachFile(given.operands, function* (fd, path) {
    if (banners) yield* banner(call, path, first);
    first = false;
    if (amount.sign === '-') {
      const text = yield* readAll(fd);
      if (amount.bytes) call.put(textOf(bytesOf(text).slice(0, -amount.count || undefined)));
      else
        call.put(
          splitLines(text, end)
            .slice(0, -amount.count || undefined)
            .join(''),
        );
    } else if (amount.bytes) {
      let left = amount.count;
      while (left > 0) {
        const text = yield* read(fd, left);
        if (text === null) break;
        const bytes = bytesOf(text);
        yield* write(1, bytes.length > left ? textOf(bytes.slice(0, left)) : text);
        left -= bytes.length;
      }
    } else {
      if (given.has('z')) {
        call.put(
          splitLines(yield* readAll(fd), end)
            .slice(0, amount.count)
            .join(''),
        );
        return;
      }
      for (let left = amount.count; left > 0; left--) {
        const line = yield* readLine(fd);
        if (line === null) break;
        yield* write(1, line);
      }
    }
  });
};

function lastPart(text: string, { bytes, sign, count }: Amount): string {
  const start = sign === '+' ? Math.max(0, count - 1) : undefined;
  if (bytes) {
    const all = bytesOf(text);
    return textOf(all.slice(start ?? Math.max(0, all.length - count)));
  }
  const lines = splitLines(text);
  return lines.slice(start ?? Math.max(0, lines.length - count)).join('');
}

const ENDLESS = '/dev/zero';

export const tail: Tool = function* (call) {
  const plus = /^\+(\d+)$/.exec(call.args[0] ?? '');
  const args = plus ? ['-n', `+${plus[1]}`, ...call.args.slice(1)] : call.args;
  const spec = 'n,lines: c,bytes: f follow:: F q,quiet,silent v,verbose s,sleep-interval: retry pid: z,zero-terminated';
  const given = options(call, spec, { digits: 'n', args });
  const amount = amountOf(call, given.given);
  const byName = given.has('F') || given.get('follow') === 'name';
  const follow = given.has('f') || given.has('follow') || given.has('F');
  const paths = given.operands.length > 0 ? given.operands : ['-'];
  const banners = given.has('v') || (paths.length > 1 && !given.has('q'));
  const interval = Number(given.get('s') ?? 1) * 1000 || 1000;
  if (paths.includes(ENDLESS)) {
    // The last lines of what never ends: it is kept until there is no memory left.
    yield* needMemory(Number.MAX_SAFE_INTEGER);
    throw new Failure('memory exhausted');
  }
  const followed: { path: string; seen: number }[] = [];
  let shown = '';
  const code = yield* call.eachFile(paths, function* (fd, path) {
    if (banners) yield* banner(call, path, shown === '');
    shown = path;
    if (fd === 0 && amount.sign === '+' && !amount.bytes) {
      for (let left = amount.count - 1; left > 0; left--) if ((yield* readLine(fd)) === null) return;
      for (let text = yield* read(fd); text !== null; text = yield* read(fd)) yield* write(1, text);
      return;
    }
    const text = yield* readAll(fd);
    call.put(lastPart(text, amount));
    yield* call.flush();
    if (fd !== 0) followed.push({ path, seen: text.length });
  });
  if (!follow) return code;
  if (byName) for (const path of paths) if (path !== '-' && !followed.some((file) => file.path === path)) followed.push({ path, seen: -1 });
  if (followed.length === 0) {
    if (code !== 0) throw new Failure('no files remaining');
    return code;
  }
  for (;;) {
    yield* sleep(interval);
    for (const file of followed) {
      const text = yield* contents(file.path);
      if (text === undefined) {
        if (file.seen >= 0 && byName) yield* call.warn(`'${file.path}' has become inaccessible: No such file or directory`);
        if (byName) file.seen = -1;
        continue;
      }
      if (file.seen < 0) yield* call.warn(`'${file.path}' has appeared;  following new file`);
      if (file.seen > text.length) yield* call.warn(`${file.path}: file truncated`);
      const from = file.seen < 0 || file.seen > text.length ? 0 : file.seen;
      file.seen = text.length;
      if (from === text.length) continue;
      if (banners && shown !== file.path) yield* banner(call, file.path, false);
      shown = file.path;
      yield* write(1, text.slice(from));
    }
  }
};

function* contents(path: string): Sys<string | undefined> {
  try {
    return yield* files((fs, cwd) => fs.read(fs.resolve(cwd, path)));
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    // What only `open` knows (/dev/...) does not grow.
    try {
      yield* close(yield* open(path, 'r'));
      return '';
    } catch {
      return undefined;
    }
  }
}
