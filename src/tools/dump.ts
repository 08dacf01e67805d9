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
  const given = options(call, 'C,canonical n,length: s,skip: v,no-squeezing b c,one-byte-char d o x e,format:');
  const { bytes: all, code } = yield* input(call, given.operands);
  const skip = count(call, given.get('s'), 0);
  const bytes = all.subarray(skip, skip + count(call, given.get('n'), Number.POSITIVE_INFINITY));
  const canonical = given.has('C');
  if (given.has('e')) {
    for (const format of given.all('e')) call.put(formatted(format, bytes));
    return code;
  }
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
    } else if (given.has('c')) {
      call.put(`${hex(skip + at, 7)}${`${[...row].map(named).join('')}`.padEnd(64)}\n`);
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

/**
 * A format of hexdump -e: units like `4/1 "%02x"`, each for so many times so many bytes; a text alone is printed as it is. They are gone
 * through until there are no bytes left; of a unit that is repeated the blanks after the last are left out.
 */
function formatted(format: string, bytes: Uint8Array): string {
  const units = [...format.matchAll(/\s*(?:(\d*)\/?(\d*)\s*)"((?:[^"\\]|\\.)*)"/g)].map(([, times = '', size = '', text = '']) => ({
    times: Number(times || 1),
    size: Number(size || 0),
    text: text.replace(/\\(.)/g, (_, c: string) => ({ n: '\n', t: '\t', '0': '\0' })[c] ?? c),
  }));
  if (units.length === 0) throw new Failure(`bad format {${format}}`);
  const one = (text: string, size: number, at: number): { shown: string; used: number } => {
    const found = /%(-?0?\d*)(?:_([cpu])|([xXdiouc]))/.exec(text);
    if (!found) return { shown: text, used: 0 };
    const [whole, flags = '', special, letter] = found;
    const length = special || letter === 'c' ? 1 : size || 4;
    let value = 0;
    for (let i = length - 1; i >= 0; i--) value = value * 256 + (bytes[at + i] ?? 0);
    const signed = (letter === 'd' || letter === 'i') && value >= 2 ** (length * 8 - 1) ? value - 2 ** (length * 8) : value;
    const digits =
      special === 'p'
        ? printable(value)
        : special || letter === 'c'
          ? named(value).trim()
          : letter === 'x'
            ? value.toString(16)
            : letter === 'X'
              ? value.toString(16).toUpperCase()
              : letter === 'o'
                ? value.toString(8)
                : String(signed);
    const width = Number(flags.replace(/^-?0?/, '') || 0);
    const padded = flags.startsWith('-') ? digits.padEnd(width) : digits.padStart(width, flags.startsWith('0') ? '0' : ' ');
    return { shown: text.replace(whole, () => padded), used: length };
  };
  let out = '';
  for (let at = 0; at < bytes.length; ) {
    const start = at;
    for (const { times, size, text } of units)
      for (let i = 0; i < times; i++) {
        const { shown, used } = one(text, size, at);
        if (used > 0 && at >= bytes.length) break;
        at += used;
        out += times > 1 && i === times - 1 ? shown.replace(/\s+$/, '') : shown;
      }
    if (at === start) throw new Failure(`bad format {${format}}`);
  }
  return out;
}

export const xxd: Tool = function* (call) {
  // Its long names have one dash.
  const args = call.args.map((arg) =>
    /^-(?:ps|plain|postscript|revert|include|bits|uppercase|cols|groupsize|len|seek)$/.test(arg) ? `-${arg}` : arg,
  );
  const given = options(
    call,
    'r,revert p,ps,postscript,plain u,uppercase c,cols: g,groupsize: l,len: s,seek: b,bits i,include e,little-endian a,autoskip d',
    { args },
  );
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
  if (code !== 0) return 2;
  const skip = count(call, given.get('s'), 0);
  const bytes = all.subarray(skip, skip + count(call, given.get('l'), Number.POSITIVE_INFINITY));
  if (given.has('i')) {
    const path = given.operands[0];
    const name = path?.replace(/[^a-zA-Z0-9]/g, '_').replace(/^(?=\d)/, '__');
    const rows = [...bytes].map((byte) => `0x${hex(byte)}`);
    const lines = Array.from({ length: Math.ceil(rows.length / 12) }, (_, i) => `  ${rows.slice(i * 12, i * 12 + 12).join(', ')}`);
    if (name === undefined) call.put(`${lines.join(',\n')}\n`);
    else call.put(`unsigned char ${name}[] = {\n${lines.join(',\n')}\n};\nunsigned int ${name}_len = ${bytes.length};\n`);
    return code;
  }
  const bits = given.has('b');
  const wide = given.has('p') ? 30 : bits ? 6 : 16;
  const width = count(call, given.get('c'), wide) || wide;
  const unit = (byte: number | undefined): string =>
    bits ? (byte === undefined ? ' '.repeat(8) : byte.toString(2).padStart(8, '0')) : byte === undefined ? '  ' : hex(byte);
  const little = given.has('e');
  const group = count(call, given.get('g'), bits ? 1 : little ? 4 : 2) || width;
  const upper = (text: string): string => (given.has('u') ? text.toUpperCase() : text);
  for (let at = 0; at < bytes.length; at += width) {
    const row = [...bytes.subarray(at, at + width)];
    if (given.has('p')) {
      call.put(`${upper(row.map((byte) => hex(byte)).join(''))}\n`);
      continue;
    }
    let cells = '';
    if (little) {
      for (let i = 0; i < width; i += group) {
        for (let j = i + group - 1; j >= i; j--) cells += upper(unit(row[j]));
        cells += ' ';
      }
    } else for (let i = 0; i < width; i++) cells += upper(unit(row[i])) + ((i + 1) % group === 0 || i === width - 1 ? ' ' : '');
    call.put(`${hex(skip + at, 8)}: ${cells} ${row.map(printable).join('')}\n`);
  }
  return code;
};

const NAMED: Readonly<Record<number, string>> = { 0: '\\0', 7: '\\a', 8: '\\b', 9: '\\t', 10: '\\n', 11: '\\v', 12: '\\f', 13: '\\r' };

/** The names of control characters, as `od -a` has them. */
const CONTROLS =
  'nul soh stx etx eot enq ack bel bs ht nl vt ff cr so si dle dc1 dc2 dc3 dc4 nak syn etb can em sub esc fs gs rs us sp'.split(' ');

/** A byte as `od -c` and `hexdump -c` show it. */
function named(byte: number): string {
  return (NAMED[byte] ?? (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : byte.toString(8).padStart(3, '0'))).padStart(4);
}

export const od: Tool = function* (call) {
  const given = options(call, 'A,address-radix: t,format: N,read-bytes: j,skip-bytes: v,output-duplicates w,width:: a b c d o x s i l');
  const short: Readonly<Record<string, string>> = { a: 'a', b: 'o1', c: 'c', d: 'u2', i: 'd4', l: 'd8', o: 'o2', s: 'd2', x: 'x2' };
  const type = given.get('t') ?? short[given.given.findLast(([key]) => short[key] !== undefined)?.[0] ?? 'o'] ?? 'o2';
  const found = /^([acdoux])([1248CSIL]?)(z?)$/.exec(type);
  if (!found)
    throw new Failure(
      /^[acdfoux]/.test(type)
        ? `invalid type string ${call.quote(type)}`
        : `invalid character '${type[0] ?? ''}' in type string ${call.quote(type)}`,
    );
  const { bytes: all, code } = yield* input(call, given.operands);
  if (code !== 0 && all.length === 0) return code;
  const skip = count(call, given.get('j'), 0);
  const bytes = all.subarray(skip, skip + count(call, given.get('N'), Number.POSITIVE_INFINITY));
  const [, letter = 'o', digits, ascii] = found;
  const size = letter === 'c' || letter === 'a' ? 1 : Number({ C: 1, S: 2, I: 4, L: 8 }[digits ?? ''] ?? (digits || 4));
  const width = Number(given.get('w') || 16);
  const radix = given.get('A') ?? 'o';
  const address = (at: number): string =>
    radix === 'n' ? '' : radix === 'x' ? hex(at, 6) : radix === 'd' ? String(at).padStart(7, '0') : at.toString(8).padStart(7, '0');
  const cell = (row: Uint8Array, at: number): string => {
    if (letter === 'a') {
      const byte = (row[at] as number) & 127;
      return (byte === 127 ? 'del' : (CONTROLS[byte] ?? String.fromCharCode(byte))).padStart(4);
    }
    if (letter === 'c') {
      return named(row[at] as number);
    }
    let value = 0n;
    for (let i = size - 1; i >= 0; i--) value = value * 256n + BigInt(row[at + i] ?? 0);
    if (letter === 'x') return ` ${value.toString(16).padStart(size * 2, '0')}`;
    if (letter === 'o') return ` ${value.toString(8).padStart([0, 3, 6, 0, 11][size] ?? 22, '0')}`;
    return String(letter === 'd' ? BigInt.asIntN(size * 8, value) : value)
      .padStart({ 1: 5, 2: 7, 4: 12 }[size] ?? 21)
      .slice(letter === 'u' && size < 8 ? 1 : 0);
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
    const shown = ascii
      ? `${' '.repeat(Math.floor((width - row.length) / size) * cell(row, 0).length)}  >${[...row].map(printable).join('')}<`
      : '';
    call.put(`${address(skip + at)}${line}${shown}\n`);
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
