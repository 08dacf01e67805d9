/** od, hexdump, xxd and strings: bytes made visible. */

import { bytesOf, textOf } from '../kernel/bytes.ts';
import { readAll } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import { options, parseCount } from './options.ts';
import { type Call, Failure, type Tool } from './tool.ts';

function* input(call: Call, operands: readonly string[]): Sys<{ bytes: Uint8Array; code: number }> {
  let text = '';
  const code = yield* call.eachFile(operands, function* (fd) {
    text += yield* readAll(fd);
  });
  return { bytes: bytesOf(text), code };
}

const hex = (byte: number, digits = 2): string => byte.toString(16).padStart(digits, '0');
const printable = (byte: number): string => (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '.');
const same = (a: Uint8Array | undefined, b: Uint8Array): boolean =>
  a !== undefined && a.length === b.length && a.every((byte, i) => byte === b[i]);

function count(call: Call, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const number = /^0x/i.test(text) ? Number(text) : parseCount(text);
  if (number === undefined || Number.isNaN(number)) throw new Failure(`invalid number ${call.quote(text)}`);
  return number;
}

export const hexdump: Tool = function* (call) {
  const given = options(call, 'C,canonical n: s: v b c d o x');
  const { bytes: all, code } = yield* input(call, given.operands);
  const skip = count(call, given.get('s'), 0);
  const bytes = all.subarray(skip, skip + count(call, given.get('n'), Number.POSITIVE_INFINITY));
  const canonical = given.has('C');
  let before: Uint8Array | undefined;
  let starred = false;
  for (let at = 0; at < bytes.length; at += 16) {
    const row = bytes.subarray(at, at + 16);
    if (same(before, row) && !given.has('v')) {
      if (!starred) call.put('*\n');
      starred = true;
      continue;
    }
    [before, starred] = [row, false];
    if (canonical) {
      const cells = Array.from({ length: 16 }, (_, i) => (i < row.length ? hex(row[i] as number) : '  '));
      call.put(
        `${hex(skip + at, 8)}  ${cells.slice(0, 8).join(' ')}  ${cells.slice(8).join(' ')}  |${[...row].map(printable).join('')}|\n`,
      );
    } else {
      const words = Array.from({ length: Math.ceil(row.length / 2) }, (_, i) =>
        hex((row[i * 2] as number) | ((row[i * 2 + 1] ?? 0) << 8), 4),
      );
      call.put(`${hex(skip + at, 7)} ${words.join(' ')}${' '.repeat((8 - words.length) * 5)}\n`);
    }
  }
  if (bytes.length > 0) call.put(`${hex(skip + bytes.length, canonical ? 8 : 7)}\n`);
  return code;
};

export const xxd: Tool = function* (call) {
  const given = options(call, 'r,revert p,ps,postscript,plain u c: g: l: s: b i');
  for (const name of ['b', 'i']) if (given.has(name)) throw new Failure(`the option -${name} is not supported here`);
  if (given.has('r')) {
    const { bytes, code } = yield* input(call, given.operands.slice(0, 1));
    const text = textOf(bytes);
    const digits = given.has('p')
      ? text.replace(/[^\da-fA-F]/g, '')
      : text
          .split('\n')
          .map((line) => (/^[\da-fA-F]+:\s((?:[\da-fA-F]{2,} ?)*)/.exec(line)?.[1] ?? '').replace(/ /g, ''))
          .join('');
    call.put(textOf(Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))));
    return code;
  }
  const { bytes: all, code } = yield* input(call, given.operands.slice(0, 1));
  const skip = count(call, given.get('s'), 0);
  const bytes = all.subarray(skip, skip + count(call, given.get('l'), Number.POSITIVE_INFINITY));
  const width = count(call, given.get('c'), given.has('p') ? 30 : 16) || (given.has('p') ? 30 : 16);
  const group = count(call, given.get('g'), 2) || width;
  const upper = (text: string): string => (given.has('u') ? text.toUpperCase() : text);
  for (let at = 0; at < bytes.length; at += width) {
    const row = [...bytes.subarray(at, at + width)];
    if (given.has('p')) {
      call.put(`${upper(row.map((byte) => hex(byte)).join(''))}\n`);
      continue;
    }
    let cells = '';
    for (let i = 0; i < width; i++)
      cells += (i < row.length ? upper(hex(row[i] as number)) : '  ') + ((i + 1) % group === 0 || i === width - 1 ? ' ' : '');
    call.put(`${hex(skip + at, 8)}: ${cells} ${row.map(printable).join('')}\n`);
  }
  return code;
};

const NAMED: Readonly<Record<number, string>> = { 0: '\\0', 7: '\\a', 8: '\\b', 9: '\\t', 10: '\\n', 11: '\\v', 12: '\\f', 13: '\\r' };

export const od: Tool = function* (call) {
  const given = options(call, 'A,address-radix: t,format: N,read-bytes: j,skip-bytes: v,output-duplicates w,width:: a b c d o x s i l');
  const { bytes: all, code } = yield* input(call, given.operands);
  const skip = count(call, given.get('j'), 0);
  const bytes = all.subarray(skip, skip + count(call, given.get('N'), Number.POSITIVE_INFINITY));
  const type = given.get('t') ?? (given.has('c') ? 'c' : given.has('x') ? 'x2' : given.has('b') ? 'o1' : given.has('d') ? 'u2' : 'o2');
  const found = /^([acdoux])([124]?)(z?)$/.exec(type);
  if (!found) throw new Failure(`invalid type string ${call.quote(type)}`);
  const [, letter = 'o', digits] = found;
  const size = letter === 'c' || letter === 'a' ? 1 : Number(digits || 4);
  const width = Number(given.get('w') || 16);
  const radix = given.get('A') ?? 'o';
  const address = (at: number): string =>
    radix === 'n' ? '' : radix === 'x' ? hex(at, 6) : radix === 'd' ? String(at).padStart(7, '0') : at.toString(8).padStart(7, '0');
  const cell = (row: Uint8Array, at: number): string => {
    if (letter === 'c' || letter === 'a') {
      const byte = row[at] as number;
      return (NAMED[byte] ?? (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : byte.toString(8).padStart(3, '0'))).padStart(4);
    }
    let value = 0;
    for (let i = size - 1; i >= 0; i--) value = value * 256 + (row[at + i] ?? 0);
    if (letter === 'x') return ` ${hex(value, size * 2)}`;
    if (letter === 'o') return ` ${value.toString(8).padStart([0, 3, 6, 0, 11][size] ?? 11, '0')}`;
    const signed = letter === 'd' && value >= 2 ** (size * 8 - 1) ? value - 2 ** (size * 8) : value;
    return String(signed)
      .padStart({ 1: 5, 2: 7, 4: 12 }[size] ?? 12)
      .slice(letter === 'u' ? 1 : 0);
  };
  let before: Uint8Array | undefined;
  let starred = false;
  for (let at = 0; at < bytes.length; at += width) {
    const row = bytes.subarray(at, at + width);
    if (same(before, row) && row.length === width && !given.has('v')) {
      if (!starred) call.put('*\n');
      starred = true;
      continue;
    }
    [before, starred] = [row, false];
    let line = '';
    for (let i = 0; i < row.length; i += size) line += cell(row, i);
    call.put(`${address(skip + at)}${line}\n`);
  }
  if (radix !== 'n') call.put(`${address(skip + bytes.length)}\n`);
  return code;
};

export const strings: Tool = function* (call) {
  const given = options(call, 'n,bytes: a f t: o', { digits: 'n' });
  const least = count(call, given.get('n'), 4);
  const { bytes, code } = yield* input(call, given.operands);
  for (const run of textOf(bytes).match(/[\x20-\x7e\t]+/g) ?? []) if (run.length >= least) call.put(`${run}\n`);
  return code;
};
