/** base64 and the digests (md5sum, sha256sum, b2sum ...): bytes as text. */
import { sha256 } from '../api/values/sha256.ts';
import { bytesOf, decodeBase64, encodeBase64 } from '../kernel/bytes.ts';
import { SysError } from '../kernel/error.ts';
import { files, readAll } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import { allLines } from './lines.ts';
import { extraOperand, type Options, options, parseCount } from './options.ts';
import { type Call, Failure, type Tool } from './tool.ts';

export const base64: Tool = function* (call) {
  const given = options(call, 'd,D,decode i,ignore-garbage w,wrap:');
  if (given.operands[1] !== undefined) throw extraOperand(call, given.operands[1]);
  const width = parseCount(given.get('w') ?? '76');
  if (width === undefined) throw new Failure(`invalid wrap size: ${call.quote(given.get('w') ?? '')}`);
  return yield* call.eachFile(given.operands, function* (fd) {
    const text = yield* readAll(fd);
    if (!given.has('d')) {
      const encoded = encodeBase64(text);
      if (width === 0) call.put(encoded);
      else for (let i = 0; i < encoded.length; i += width) call.put(`${encoded.slice(i, i + width)}\n`);
      return;
    }
    const clean = given.has('i') ? text.replace(/[^A-Za-z0-9+/=]/g, '') : text.replace(/\n/g, '');
    const decoded = clean.length % 4 === 0 && !/=[^=]/.test(clean) ? decodeBase64(clean) : undefined;
    if (decoded !== undefined) return call.put(decoded);
    // What is right before the mistake is printed, as the real one does.
    const right = /^(?:[A-Za-z0-9+/]{4})*/.exec(clean)?.[0] ?? '';
    const tail = clean.slice(right.length).replace(/[^A-Za-z0-9+/].*$/s, '');
    call.put(decodeBase64(right + (tail.length >= 2 ? tail : '')) ?? '');
    throw new Failure(call.busybox ? 'truncated input' : 'invalid input');
  });
};

// Digests

type Digest = (bytes: Uint8Array) => string;

/** The message with its padding as 32 bit words. */
function words(bytes: Uint8Array, littleEndian: boolean): DataView {
  const padded = new Uint8Array(((bytes.length + 8) >> 6) * 64 + 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - 8, BigInt(bytes.length) * 8n, littleEndian);
  return view;
}

const rotate = (x: number, n: number): number => (x << n) | (x >>> (32 - n));
const hex = (state: readonly number[], littleEndian = false): string =>
  state
    .map((word) => (word >>> 0).toString(16).padStart(8, '0'))
    .map((text) => (littleEndian ? (text.match(/../g) ?? []).reverse().join('') : text))
    .join('');

const MD5_SHIFTS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];

const md5: Digest = (bytes) => {
  const view = words(bytes, true);
  let [a0, b0, c0, d0] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
  for (let block = 0; block < view.byteLength; block += 64) {
    let [a, b, c, d] = [a0, b0, c0, d0];
    for (let i = 0; i < 64; i++) {
      const round = i >> 4;
      const f = round === 0 ? (b & c) | (~b & d) : round === 1 ? (d & b) | (~d & c) : round === 2 ? b ^ c ^ d : c ^ (b | ~d);
      const g = round === 0 ? i : round === 1 ? (5 * i + 1) % 16 : round === 2 ? (3 * i + 5) % 16 : (7 * i) % 16;
      const sum = (f + a + Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32) + view.getUint32(block + g * 4, true)) | 0;
      [a, d, c, b] = [d, c, b, (b + rotate(sum, MD5_SHIFTS[round * 4 + (i % 4)] as number)) | 0];
    }
    [a0, b0, c0, d0] = [(a0 + a) | 0, (b0 + b) | 0, (c0 + c) | 0, (d0 + d) | 0];
  }
  return hex([a0, b0, c0, d0], true);
};

const sha1: Digest = (bytes) => {
  const view = words(bytes, false);
  const state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  const w = new Int32Array(80);
  for (let block = 0; block < view.byteLength; block += 64) {
    for (let i = 0; i < 80; i++)
      w[i] = i < 16 ? view.getInt32(block + i * 4) : rotate((w[i - 3]! ^ w[i - 8]! ^ w[i - 14]! ^ w[i - 16]!) | 0, 1);
    let [a, b, c, d, e] = state as [number, number, number, number, number];
    for (let i = 0; i < 80; i++) {
      const [f, k] =
        i < 20
          ? [(b & c) | (~b & d), 0x5a827999]
          : i < 40
            ? [b ^ c ^ d, 0x6ed9eba1]
            : i < 60
              ? [(b & c) | (b & d) | (c & d), 0x8f1bbcdc]
              : [b ^ c ^ d, 0xca62c1d6];
      [a, b, c, d, e] = [(rotate(a, 5) + f + e + k + w[i]!) | 0, a, rotate(b, 30), c, d];
    }
    [a, b, c, d, e].forEach((value, i) => (state[i] = (state[i]! + value) | 0));
  }
  return hex(state);
};

const MASK = (1n << 64n) - 1n;
/** The first 64 bits of the fractional parts of roots of the first primes: square roots for the state, cube roots for the rounds. */
function roots(count: number, power: 2n | 3n): bigint[] {
  const found: bigint[] = [];
  for (let n = 2n; found.length < count; n++) {
    let prime = true;
    for (let d = 2n; d * d <= n && prime; d++) prime = n % d !== 0n;
    if (!prime) continue;
    const target = n << (64n * power);
    let [low, high] = [0n, n << 64n];
    while (low < high) {
      const middle = (low + high + 1n) >> 1n;
      if (middle ** power <= target) low = middle;
      else high = middle - 1n;
    }
    found.push(low & MASK);
  }
  return found;
}

const sha512: Digest = (bytes) => longDigest(bytes, roots(8, 2n)).join('');

/** sha512's words: of another start they are another digest's. */
function longDigest(bytes: Uint8Array, state: bigint[]): string[] {
  const padded = new Uint8Array(((bytes.length + 16) >> 7) * 128 + 128);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - 8, BigInt(bytes.length) * 8n);
  const turn = (x: bigint, n: bigint): bigint => ((x >> n) | (x << (64n - n))) & MASK;
  const rounds = roots(80, 3n);
  const w: bigint[] = [];
  for (let block = 0; block < padded.length; block += 128) {
    for (let i = 0; i < 80; i++) {
      if (i < 16) {
        w[i] = view.getBigUint64(block + i * 8);
        continue;
      }
      const [x, y] = [w[i - 15] as bigint, w[i - 2] as bigint];
      const s0 = turn(x, 1n) ^ turn(x, 8n) ^ (x >> 7n);
      const s1 = turn(y, 19n) ^ turn(y, 61n) ^ (y >> 6n);
      w[i] = ((w[i - 16] as bigint) + s0 + (w[i - 7] as bigint) + s1) & MASK;
    }
    let [a, b, c, d, e, f, g, h] = state as [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint];
    for (let i = 0; i < 80; i++) {
      const s1 = turn(e, 14n) ^ turn(e, 18n) ^ turn(e, 41n);
      const t1 = h + s1 + ((e & f) ^ (~e & MASK & g)) + (rounds[i] as bigint) + (w[i] as bigint);
      const s0 = turn(a, 28n) ^ turn(a, 34n) ^ turn(a, 39n);
      const t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) & MASK, c, b, a, (t1 + t2) & MASK];
    }
    for (const [i, value] of [a, b, c, d, e, f, g, h].entries()) state[i] = ((state[i] as bigint) + value) & MASK;
  }
  return state.map((word) => word.toString(16).padStart(16, '0'));
}

/** The roots of the ninth to sixteenth prime begin it, and six of its eight words are kept. */
const sha384: Digest = (bytes) => longDigest(bytes, roots(16, 2n).slice(8)).slice(0, 6).join('');

/** Its start is the second half of sha384's words, and seven of its eight words are kept. */
const sha224: Digest = (bytes) => {
  const start = roots(16, 2n)
    .slice(8)
    .map((word) => Number(word & 0xffffffffn));
  return sha256(bytes, start).slice(0, 56);
};

/** Which word of a block goes where in each of BLAKE2b's rounds (RFC 7693). */
const BLAKE_ORDER = [
  '0123456789abcdef',
  'ea489fd61c02b753',
  'b8c052fdae367194',
  '7931dcbe265a40f8',
  '905724afe1bc683d',
  '2c6a0b834d75fe19',
  'c51fed4a0763928b',
  'db7ec13950f4862a',
  '6fe9b308c2d714a5',
  'a2847615fb9e3cd0',
];

/** BLAKE2b with 64 bytes. */
const blake2b: Digest = (bytes) => {
  const start = roots(8, 2n);
  const state = start.map((word, i) => (i === 0 ? word ^ 0x01010040n : word));
  const turn = (x: bigint, n: bigint): bigint => ((x >> n) | (x << (64n - n))) & MASK;
  const padded = new Uint8Array(Math.max(1, Math.ceil(bytes.length / 128)) * 128);
  padded.set(bytes);
  const view = new DataView(padded.buffer);
  for (let block = 0; block < padded.length; block += 128) {
    const v = [...state, ...start];
    v[12] = (v[12] as bigint) ^ BigInt(Math.min(bytes.length, block + 128));
    if (block + 128 >= padded.length) v[14] = (v[14] as bigint) ^ MASK;
    const mix = (a: number, b: number, c: number, d: number, x: bigint, y: bigint): void => {
      for (const [word, one, two] of [
        [x, 32n, 24n],
        [y, 16n, 63n],
      ] as const) {
        v[a] = ((v[a] as bigint) + (v[b] as bigint) + word) & MASK;
        v[d] = turn((v[d] as bigint) ^ (v[a] as bigint), one);
        v[c] = ((v[c] as bigint) + (v[d] as bigint)) & MASK;
        v[b] = turn((v[b] as bigint) ^ (v[c] as bigint), two);
      }
    };
    for (let round = 0; round < 12; round++) {
      const order = BLAKE_ORDER[round % 10] as string;
      const word = (i: number): bigint => view.getBigUint64(block + Number.parseInt(order[i] as string, 16) * 8, true);
      for (let i = 0; i < 4; i++) mix(i, 4 + i, 8 + i, 12 + i, word(2 * i), word(2 * i + 1));
      for (let i = 0; i < 4; i++) mix(i, 4 + ((i + 1) % 4), 8 + ((i + 2) % 4), 12 + ((i + 3) % 4), word(8 + 2 * i), word(9 + 2 * i));
    }
    for (let i = 0; i < 8; i++) state[i] = (state[i] as bigint) ^ (v[i] as bigint) ^ (v[i + 8] as bigint);
  }
  return state.map((word) => (word.toString(16).padStart(16, '0').match(/../g) ?? []).reverse().join('')).join('');
};

/** Digests by name: hex text of bytes. */
export const digests: Readonly<Record<string, Digest>> = { md5, sha1, sha256, sha384, sha512 };

const digestTool =
  (digest: Digest): Tool =>
  (call) => {
    const given = options(call, 'b,binary t,text c,check tag z,zero quiet status ignore-missing w,warn s');
    if (given.has('c')) return check(call, given, digest);
    return call.eachFile(given.operands, function* (fd, path) {
      const sum = digest(bytesOf(yield* readAll(fd)));
      const mark = given.given.findLast(([key]) => key === 'b' || key === 't')?.[0] === 'b' ? '*' : ' ';
      const line = given.has('tag')
        ? `${call.name === 'b2sum' ? 'BLAKE2b' : call.name.replace(/sum$/, '').toUpperCase()} (${path}) = ${sum}`
        : `${sum} ${mark}${path}`;
      call.put(line + (given.has('z') ? '\0' : '\n'));
    });
  };

/** A line as `--tag` writes it. */
function tagged(line: string): [string, string?, string?] {
  const [all = '', path, sum] = /^[\w-]+ \((.*)\) = ([\da-fA-F]+)$/.exec(line) ?? [];
  return [all, sum, path];
}

/** -c: do the files have the sums that a list says? */
function* check(call: Call, given: Options, digest: Digest): Sys<number> {
  let [wrong, missing, right, bad] = [0, 0, 0, 0];
  const silent = given.has('status') || (call.busybox && given.has('s'));
  const [lines, code] = yield* allLines(call, given.operands);
  if (code !== 0) return code;
  for (const line of lines) {
    const [, sum, path = ''] = /^\\?([\da-fA-F]{32,})[ ][ *](.*)$/.exec(line) ?? tagged(line);
    if (sum === undefined) {
      bad++;
      continue;
    }
    const text = yield* files((fs, cwd) => fs.stat(fs.resolve(cwd, path))?.text);
    if (text === undefined) {
      if (given.has('ignore-missing')) continue;
      yield* call.warn(call.unreadable(path, new SysError('ENOENT')));
      if (!silent) call.put(`${path}: FAILED open or read\n`);
      missing++;
    } else if (digest(bytesOf(text)) === sum.toLowerCase()) {
      right++;
      if (!silent && !given.has('quiet')) call.put(`${path}: OK\n`);
    } else {
      wrong++;
      if (!silent) call.put(`${path}: FAILED\n`);
    }
  }
  const plural = (count: number, one: string, many: string): string => `WARNING: ${count} ${count === 1 ? one : many}`;
  if (right + wrong + missing === 0)
    throw new Failure(
      `${given.operands[0] === undefined || given.operands[0] === '-' ? "'standard input'" : given.operands[0]}: no properly formatted checksum lines found`,
    );
  if (!silent) {
    if (bad > 0) yield* call.warn(plural(bad, 'line is improperly formatted', 'lines are improperly formatted'));
    if (missing > 0) yield* call.warn(plural(missing, 'listed file could not be read', 'listed files could not be read'));
    if (wrong > 0) yield* call.warn(plural(wrong, 'computed checksum did NOT match', 'computed checksums did NOT match'));
  }
  return wrong + missing > 0 ? 1 : 0;
}

export const md5sum = digestTool(md5);
export const sha1sum = digestTool(sha1);
export const sha224sum = digestTool(sha224);
export const sha256sum = digestTool((bytes) => sha256(bytes));
export const sha384sum = digestTool(sha384);
export const sha512sum = digestTool(sha512);
export const b2sum = digestTool(blake2b);

/** Perl's: the digest is an option. */
export const shasum: Tool = (call) => {
  const given = options(call, 'a,algorithm: b,binary t,text c,check q,quiet s,status w,warn');
  const wanted = given.get('a') ?? '1';
  const digest = { '1': sha1, '224': sha224, '256': sha256, '384': sha384, '512': sha512 }[wanted];
  if (!digest) throw new Failure(`Unrecognized algorithm ${call.quote(wanted)}`);
  if (given.has('c')) return check(call, given, digest);
  return call.eachFile(given.operands, function* (fd, path) {
    call.put(`${digest(bytesOf(yield* readAll(fd)))} ${given.has('b') ? '*' : ' '}${path}\n`);
  });
};
