/** cksum, sum, base32, basenc and numfmt: rarer ways of showing bytes and numbers. */
import { bytesOf, textOf } from '../kernel/bytes.ts';
import { readAll } from '../kernel/sys.ts';
import { allLines } from './lines.ts';
import { extraOperand, options, usageError } from './options.ts';
import { Failure, type Tool } from './tool.ts';

/** POSIX's CRC: over the bytes, and then over their number's bytes from the lowest up. */
export const cksum: Tool = function* (call) {
  const given = options(call, '');
  return yield* call.eachFile(given.operands, function* (fd, path) {
    const bytes = bytesOf(yield* readAll(fd));
    let crc = 0;
    const add = (byte: number): void => {
      crc ^= byte << 24;
      for (let bit = 0; bit < 8; bit++) crc = crc & 0x80000000 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
    };
    for (const byte of bytes) add(byte);
    for (let left = bytes.length; left > 0; left = Math.floor(left / 256)) add(left & 255);
    call.put(`${~crc >>> 0} ${bytes.length}${given.operands.length > 0 ? ` ${path}` : ''}\n`);
  });
};

/** BSD's checksum of 16 bits, or with -s System V's, and how many blocks that is. */
export const sum: Tool = function* (call) {
  const given = options(call, 'r s,sysv');
  return yield* call.eachFile(given.operands, function* (fd, path) {
    const bytes = bytesOf(yield* readAll(fd));
    const name = given.operands.length > 0 ? ` ${path}` : '';
    let sum = 0;
    if (given.has('s')) {
      for (const byte of bytes) sum = (sum + byte) >>> 0;
      sum = (sum & 0xffff) + (sum >>> 16);
      return call.put(`${(sum & 0xffff) + (sum >>> 16)} ${Math.ceil(bytes.length / 512)}${name}\n`);
    }
    for (const byte of bytes) sum = (((sum >> 1) | ((sum & 1) << 15)) + byte) & 0xffff;
    call.put(`${String(sum).padStart(5, '0')} ${String(Math.ceil(bytes.length / 1024)).padStart(5)}${name}\n`);
  });
};

/** Ways of writing bytes: the digits, how many bits one holds, and how many make a whole group. */
const BASES: Readonly<Record<string, { readonly digits: string; readonly bits: number; readonly group: number }>> = {
  base64: { digits: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/', bits: 6, group: 4 },
  base64url: { digits: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_', bits: 6, group: 4 },
  base32: { digits: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', bits: 5, group: 8 },
  base32hex: { digits: '0123456789ABCDEFGHIJKLMNOPQRSTUV', bits: 5, group: 8 },
  base16: { digits: '0123456789ABCDEF', bits: 4, group: 2 },
  base2msbf: { digits: '01', bits: 1, group: 8 },
};

const baseTool = (fixed?: string): Tool =>
  function* (call) {
    const given = options(call, `d,decode i,ignore-garbage w,wrap:${fixed ? '' : ` ${Object.keys(BASES).join(' ')}`}`);
    const base = BASES[fixed ?? given.given.findLast(([name]) => name in BASES)?.[0] ?? ''];
    if (!base) throw new Failure(usageError(call, 'missing encoding type'));
    if (given.operands[1] !== undefined) throw extraOperand(call, given.operands[1]);
    const width = Number(given.get('w') ?? 76);
    const { digits, bits: size, group } = base;
    return yield* call.eachFile(given.operands, function* (fd) {
      const text = yield* readAll(fd);
      let [bits, value] = [0, 0];
      if (given.has('d')) {
        const plain = given.has('i') ? [...text].filter((letter) => digits.includes(letter)).join('') : text.replace(/\n/g, '');
        const bytes: number[] = [];
        for (const letter of plain.replace(/=+$/, '')) {
          const digit = digits.indexOf(letter);
          if (digit < 0) {
            call.put(textOf(Uint8Array.from(bytes)));
            throw new Failure('invalid input');
          }
          value = ((value << size) | digit) & 0x3fff;
          bits += size;
          if (bits < 8) continue;
          bits -= 8;
          bytes.push((value >> bits) & 255);
        }
        return call.put(textOf(Uint8Array.from(bytes)));
      }
      let encoded = '';
      for (const byte of bytesOf(text)) {
        value = ((value << 8) | byte) & 0x3fff;
        bits += 8;
        for (; bits >= size; bits -= size) encoded += digits[(value >> (bits - size)) & (digits.length - 1)];
      }
      if (bits > 0) encoded += digits[(value << (size - bits)) & (digits.length - 1)];
      encoded = encoded.padEnd(Math.ceil(encoded.length / group) * group, '=');
      if (width === 0) call.put(encoded);
      else for (let at = 0; at < encoded.length; at += width) call.put(`${encoded.slice(at, at + width)}\n`);
    });
  };

export const base32 = baseTool('base32');
export const basenc = baseTool();

const UNITS = 'KMGTPEZY';
const SCALES = ['none', 'si', 'iec', 'iec-i', 'auto'];

/** Numbers as people read them, and back: 1048576 and 1.0M. What has to be rounded is rounded away from zero. */
export const numfmt: Tool = function* (call) {
  const given = options(call, 'to: from: suffix: padding: field: d,delimiter: header:: round: grouping format: invalid:');
  const format = /^([^%]*)%([-0' +]*)(\d*)(?:\.(\d+))?f(.*)$/s.exec(given.get('format') ?? '%f');
  if (!format) throw new Failure(`format ${call.quote(given.get('format') ?? '')} has no % directive`);
  const [, before, marks = '', wide, decimals, after] = format;
  const scale = (name: 'to' | 'from'): string => {
    const text = given.get(name) ?? 'none';
    if (!SCALES.includes(text) || (name === 'to' && text === 'auto'))
      throw new Failure(`invalid argument ${call.quote(text)} for ‘--${name}’`);
    return text;
  };
  const [to, from] = [scale('to'), scale('from')];
  const suffix = given.get('suffix') ?? '';
  const padding = Number(given.get('padding') ?? 0);
  const round = { up: Math.ceil, down: Math.floor, nearest: Math.round, 'towards-zero': Math.trunc }[given.get('round') ?? ''];
  const rounded = (value: number): number => (round ? round(value) : value < 0 ? Math.floor(value) : Math.ceil(value));
  const read = (text: string): number => {
    const plain = suffix !== '' && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text;
    const match = /^([-+]?(?:\d+\.?\d*|\.\d+))(?:([KMGTPEZY])(i?))?$/.exec(plain);
    if (!match)
      throw new Failure(`${/^[-+]?[\d.]+[a-zA-Z]/.test(plain) ? 'invalid suffix in input' : 'invalid number'}: ${call.quote(text)}`, 2);
    const [, digits = '', unit, i] = match;
    if (unit === undefined) return Number(digits);
    if (from === 'none') throw new Failure(`rejecting suffix in input: ${call.quote(text)} (consider using --from)`, 2);
    if (from === 'iec-i' && !i) throw new Failure(`missing 'i' suffix in input: ${call.quote(text)} (e.g Ki/Mi/Gi)`, 2);
    const base = from === 'si' || (from === 'auto' && !i) ? 1000 : 1024;
    return Number(digits) * base ** (UNITS.indexOf(unit) + 1);
  };
  /** With so many decimals as the format says, away from zero. */
  const upTo = (value: number): string => {
    const unit = 10 ** Number(decimals);
    return ((Math.sign(value) * Math.ceil(Math.abs(value) * unit)) / unit).toFixed(Number(decimals));
  };
  const show = (value: number): string => {
    if (to === 'none') return decimals === undefined ? String(Number.isInteger(value) ? value : rounded(value)) : upTo(value);
    const base = to === 'si' ? 1000 : 1024;
    let [size, power] = [value, 0];
    while (Math.abs(size) >= base) {
      size /= base;
      power++;
    }
    const short = (one: number): number => (Math.abs(one) < 10 ? rounded(one * 10) / 10 : rounded(one));
    size = power === 0 ? rounded(size) : short(size);
    if (Math.abs(size) >= base) [size, power] = [1, power + 1];
    const unit = power === 0 ? '' : `${to === 'si' && power === 1 ? 'K' : UNITS[power - 1]}${to === 'iec-i' ? 'i' : ''}`;
    if (decimals !== undefined) return `${upTo(value / base ** power)}${unit}`;
    return `${power > 0 && Math.abs(size) < 10 ? size.toFixed(1) : size}${unit}`;
  };
  const field = Number(given.get('field') ?? 1);
  const separator = given.get('d');
  const convert = (line: string): string => {
    const parts = separator === undefined ? (line.match(/[ \t]*[^ \t]+/g) ?? ['']) : line.split(separator);
    const cell = parts[field - 1];
    if (cell === undefined) return line;
    const number = show(read(cell.trim())) + suffix;
    const zeros = marks.includes('0') ? number.replace(/^[\d.]+/, (digits) => digits.padStart(Number(wide), '0')) : number;
    const filled = marks.includes('-') ? zeros.padEnd(Number(wide)) : zeros.padStart(Number(wide));
    const text = before + filled + after;
    const width = padding !== 0 ? padding : separator === undefined && /^\s/.test(cell) ? cell.length : 0;
    const lead = separator === undefined && field > 1 && padding === 0 && !/^\s\s/.test(cell) ? ' ' : '';
    const padded = width < 0 ? text.padEnd(-width) : text.padStart(lead ? 0 : width);
    return parts.map((part, i) => (i === field - 1 ? lead + padded : part)).join(separator ?? '');
  };
  if (given.operands.length > 0) {
    for (const operand of given.operands) call.put(`${convert(operand)}\n`);
    return 0;
  }
  const [lines, code] = yield* allLines(call, []);
  const header = given.has('header') ? Number(given.get('header') || 1) : 0;
  for (const [i, line] of lines.entries()) call.put(`${i < header ? line : convert(line)}\n`);
  return code;
};
