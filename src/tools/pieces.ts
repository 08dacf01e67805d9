/** split, shuf, expand, unexpand and factor. */

import { byteLength, bytesOf, textOf } from '../kernel/bytes.ts';
import { files, random, readAll } from '../kernel/sys.ts';
import { allLines, eachLine } from './lines.ts';
import { extraOperand, options, parseCount, usageError } from './options.ts';
import { Failure, type Tool } from './tool.ts';

export const split: Tool = function* (call) {
  const given = options(
    call,
    'l,lines: b,bytes: C,line-bytes: n,number: d,numeric-suffixes:: a,suffix-length: additional-suffix: verbose x',
    {
      digits: 'l',
    },
  );
  const [path = '-', prefix = 'x', extra] = given.operands;
  if (extra !== undefined) throw extraOperand(call, extra);
  const number = (name: string, what: string): number => {
    const value = parseCount(given.get(name) ?? '');
    if (value === undefined || value === 0)
      throw new Failure(usageError(call, `invalid number of ${what}: ${call.quote(given.get(name) ?? '')}`));
    return value;
  };
  let text = '';
  const code = yield* call.eachFile([path], function* (fd) {
    text = yield* readAll(fd);
  });
  if (code !== 0) return code;
  const pieces: string[] = [];
  if (given.has('b')) {
    const size = number('b', 'bytes');
    const bytes = bytesOf(text);
    for (let at = 0; at < bytes.length; at += size) pieces.push(textOf(bytes.subarray(at, at + size)));
  } else if (given.has('C')) {
    const size = number('C', 'bytes');
    for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
      const last = pieces.at(-1);
      if (last !== undefined && byteLength(last) + byteLength(line) <= size) pieces[pieces.length - 1] = last + line;
      else {
        const bytes = bytesOf(line);
        for (let at = 0; at < bytes.length; at += size) pieces.push(textOf(bytes.subarray(at, at + size)));
      }
    }
  } else if (given.has('n')) {
    const parts = number('n', 'chunks');
    const bytes = bytesOf(text);
    const size = Math.max(1, Math.floor(bytes.length / parts));
    for (let i = 0; i < parts; i++) pieces.push(textOf(bytes.subarray(i * size, i === parts - 1 ? bytes.length : (i + 1) * size)));
  } else {
    const size = given.has('l') ? number('l', 'lines') : 1000;
    const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
    for (let at = 0; at < lines.length; at += size) pieces.push(lines.slice(at, at + size).join(''));
  }
  const length = Number(given.get('a') ?? 2);
  const letters = given.has('d') ? '0123456789' : 'abcdefghijklmnopqrstuvwxyz';
  if (pieces.length > letters.length ** length) throw new Failure('output file suffixes exhausted');
  for (const [i, piece] of pieces.entries()) {
    let suffix = '';
    for (let rest = i, n = 0; n < length; n++, rest = Math.floor(rest / letters.length)) suffix = letters[rest % letters.length] + suffix;
    const name = `${prefix}${suffix}${given.get('additional-suffix') ?? ''}`;
    if (given.has('verbose')) call.put(`creating file '${name}'\n`);
    yield* files((fs, cwd) => fs.write(fs.resolve(cwd, name), piece));
  }
  return 0;
};

export const shuf: Tool = function* (call) {
  const given = options(call, 'n,head-count: e,echo i,input-range: r,repeat o,output: z,zero-terminated random-source:');
  let lines: string[];
  if (given.has('e')) lines = [...given.operands];
  else if (given.has('i')) {
    const [, from, to] = /^(\d+)-(\d+)$/.exec(given.get('i') ?? '') ?? [];
    if (from === undefined || Number(to) - Number(from) > 1_000_000)
      throw new Failure(`invalid input range: ${call.quote(given.get('i') ?? '')}`);
    lines = Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => String(Number(from) + i));
  } else {
    const [found, code] = yield* allLines(call, given.operands);
    if (code !== 0) return code;
    lines = found;
  }
  const limit = given.has('n') ? parseCount(given.get('n') ?? '') : Number.POSITIVE_INFINITY;
  if (limit === undefined) throw new Failure(`invalid line count: ${call.quote(given.get('n') ?? '')}`);
  const end = given.has('z') ? '\0' : '\n';
  if (given.has('r')) {
    if (lines.length === 0) throw new Failure('no lines to repeat');
    for (let i = 0; i < limit; i++) {
      call.put(`${lines[Math.floor((yield* random()) * lines.length)]}${end}`);
      if (call.buffered > 8192) yield* call.flush();
    }
    return 0;
  }
  for (let i = 0; i < lines.length && i < limit; i++) {
    const j = i + Math.floor((yield* random()) * (lines.length - i));
    [lines[i], lines[j]] = [lines[j] as string, lines[i] as string];
    call.put(`${lines[i]}${end}`);
  }
  return 0;
};

/** Where the next tab stop after a column is: every so many columns, or at those of a list; past its last, the next column. */
function tabStops(text = '8'): (column: number) => number {
  const stops = text.split(/[, ]+/).map((one) => {
    if (!/^\d+$/.test(one)) throw new Failure(`tab size contains invalid character(s): ‘${one.replace(/^\d+/, '')}’`);
    if (Number(one) === 0) throw new Failure('tab size cannot be 0');
    return Number(one);
  });
  if (stops.some((stop, i) => i > 0 && stop <= (stops[i - 1] as number))) throw new Failure('tab sizes must be ascending');
  const size = stops[0] as number;
  if (stops.length === 1) return (column) => column + size - (column % size);
  return (column) => stops.find((stop) => stop > column) ?? column + 1;
}

export const expand: Tool = function* (call) {
  const given = options(call, 't,tabs: i,initial', { digits: 't' });
  const next = tabStops(given.get('t'));
  return yield* call.eachFile(given.operands, function* (fd) {
    yield* eachLine(call, fd, (line, terminated) => {
      let column = 0;
      let [out, initial] = ['', true];
      for (const c of line) {
        if (c === '\t' && (initial || !given.has('i'))) {
          const blanks = next(column) - column;
          out += ' '.repeat(blanks);
          column += blanks;
          continue;
        }
        if (c !== ' ') initial = false;
        out += c;
        column = c === '\b' ? Math.max(0, column - 1) : column + 1;
      }
      call.put(terminated ? `${out}\n` : out);
    });
  });
};

export const unexpand: Tool = function* (call) {
  const given = options(call, 't,tabs: a,all first-only', { digits: 't' });
  const next = tabStops(given.get('t'));
  const everywhere = (given.has('a') || given.has('t')) && !given.has('first-only');
  return yield* call.eachFile(given.operands, function* (fd) {
    yield* eachLine(call, fd, (line, terminated) => {
      let [out, column, blanks, initial] = ['', 0, 0, true];
      for (const c of line) {
        if (c === ' ' && (initial || everywhere)) {
          blanks++;
          column++;
          if (next(column - 1) === column) {
            out += blanks > 1 || initial ? '\t' : ' ';
            blanks = 0;
          }
          continue;
        }
        out += ' '.repeat(c === '\t' ? 0 : blanks) + c;
        blanks = 0;
        column = c === '\t' ? next(column) : column + 1;
        if (c !== '\t') initial = false;
      }
      out += ' '.repeat(blanks);
      call.put(terminated ? `${out}\n` : out);
    });
  });
};

export const factor: Tool = function* (call) {
  const { operands } = options(call, 'h,exponents');
  const one = (text: string): number => {
    if (!/^\+?\d{1,15}$/.test(text)) return 1;
    let rest = Number(text);
    const parts: number[] = [];
    for (let p = 2; p * p <= rest; p += p === 2 ? 1 : 2)
      while (rest % p === 0) {
        parts.push(p);
        rest /= p;
      }
    if (rest > 1) parts.push(rest);
    call.put(`${Number(text)}:${parts.map((part) => ` ${part}`).join('')}\n`);
    return 0;
  };
  let code = 0;
  const words = operands.length > 0 ? operands : (yield* readAll(0)).split(/\s+/).filter(Boolean);
  for (const word of words) {
    if (one(word) === 0) continue;
    yield* call.warn(`${call.quote(word)} is not a valid positive integer, or too large`);
    code = 1;
  }
  return code;
};
