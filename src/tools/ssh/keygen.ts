/** ssh-keygen: makes Ed25519 and RSA keys without a passphrase, and shows keys (source of the words: OpenSSH 9.6). */
import { fromHex } from '../../api/values/der.ts';
import { bitLength, numberOf, integer as signed } from '../../api/values/rsa.ts';
import { sha256 } from '../../api/values/sha256.ts';
import { bytesOf, decodeBase64, encodeBase64, textOf } from '../../kernel/bytes.ts';
import { SysError } from '../../kernel/error.ts';
import { files, random, readLine } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import { digests } from '../bytes.ts';
import { options } from '../options.ts';
import { type Call, Failure, filesOrFailure, type Tool } from '../tool.ts';
import { generateKey } from '../x509/primes.ts';
import { publicOf } from './ed25519.ts';

const TYPES: Readonly<Record<string, string>> = { ed25519: 'ssh-ed25519', rsa: 'ssh-rsa' };
const USAGE = 'usage: ssh-keygen [-q] [-t ed25519 | rsa] [-b bits] [-C comment] [-f output_keyfile] [-N new_passphrase]';

/** A key pair as it is written. */
interface Pair {
  /** `ssh-ed25519` */
  readonly type: string;
  /** What the public file holds, before base64. */
  readonly blob: Uint8Array;
  /** The fields of the private part behind the type. */
  readonly secret: readonly Uint8Array[];
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const uint32 = (n: number): Uint8Array => Uint8Array.from([n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255]);
const field = (bytes: Uint8Array): Uint8Array => joined([uint32(bytes.length), bytes]);
const text = (value: string): Uint8Array => field(bytesOf(value));
/** An integer with its sign; what DER calls it has two bytes or more before it. */
function mpint(n: bigint): Uint8Array {
  const der = signed(n);
  const short = (der[1] as number) < 128;
  return field(der.subarray(short ? 2 : 2 + ((der[1] as number) & 127)));
}

/** The fields that follow each other. */
function fields(bytes: Uint8Array): Uint8Array[] {
  const found: Uint8Array[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 0; at + 4 <= bytes.length; ) {
    const length = view.getUint32(at);
    found.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return found;
}

function* make(type: string, bits: number): Sys<Pair> {
  if (type === 'rsa') {
    const { n, e, d, p, q } = yield* generateKey(bits);
    const blob = joined([text('ssh-rsa'), mpint(e), mpint(n)]);
    return { type: 'ssh-rsa', blob, secret: [mpint(n), mpint(e), mpint(d), mpint(inverse(q, p)), mpint(p), mpint(q)] };
  }
  const seed = new Uint8Array(32);
  for (let i = 0; i < seed.length; i++) seed[i] = Math.floor((yield* random()) * 256);
  const open = publicOf(fromHex((digests['sha512'] as (bytes: Uint8Array) => string)(seed)));
  return { type: 'ssh-ed25519', blob: joined([text('ssh-ed25519'), field(open)]), secret: [field(open), field(joined([seed, open]))] };
}

/** Of q modulo p, by Fermat: p is prime. */
function inverse(q: bigint, p: bigint): bigint {
  let [result, base] = [1n, q % p];
  for (let exponent = p - 2n; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = (result * base) % p;
    base = (base * base) % p;
  }
  return result;
}

function privateText({ type, blob, secret }: Pair, comment: string, check: number): string {
  const inner = [uint32(check), uint32(check), text(type), ...secret, text(comment)];
  const { length } = joined(inner);
  const padding = Uint8Array.from({ length: (8 - (length % 8)) % 8 }, (_, i) => i + 1);
  const all = joined([
    bytesOf('openssh-key-v1\0'),
    text('none'),
    text('none'),
    text(''),
    uint32(1),
    field(blob),
    field(joined([...inner, padding])),
  ]);
  const lines = encodeBase64(textOf(all)).replace(/.{1,70}/g, '$&\n');
  return `-----BEGIN OPENSSH PRIVATE KEY-----\n${lines}-----END OPENSSH PRIVATE KEY-----\n`;
}

/** The public part and the comment of a private key's file. */
function ofPrivate(content: string): { readonly blob: Uint8Array; readonly comment: string } | undefined {
  const body = /-----BEGIN OPENSSH PRIVATE KEY-----\n([^-]*)-----END/.exec(content)?.[1];
  const bytes = body === undefined ? undefined : bytesOf(decodeBase64(body.replace(/\s/g, '')) ?? '');
  if (!bytes) return undefined;
  const [, , , blob, secret] = fieldsOfFile(bytes);
  if (!blob || !secret) return undefined;
  const parts = fields(secret.subarray(8));
  const type = textOf(parts[0] ?? new Uint8Array());
  return { blob, comment: textOf(parts[type === 'ssh-rsa' ? 7 : 3] ?? new Uint8Array()) };
}

function fieldsOfFile(bytes: Uint8Array): Uint8Array[] {
  const rest = bytes.subarray('openssh-key-v1\0'.length);
  const [cipher, kdf, none] = fields(rest);
  const head = 12 + (cipher?.length ?? 0) + (kdf?.length ?? 0) + (none?.length ?? 0) + 4;
  return [...[cipher, kdf, none].map((one) => one ?? new Uint8Array()), ...fields(rest.subarray(head))];
}

const fingerprint = (blob: Uint8Array): string => `SHA256:${encodeBase64(textOf(sha256Bytes(blob))).replace(/=+$/, '')}`;
const sha256Bytes = (bytes: Uint8Array): Uint8Array => fromHex(sha256(bytes));

function sizeOf(blob: Uint8Array): number {
  const [type, , n] = fields(blob);
  return textOf(type ?? new Uint8Array()) === 'ssh-rsa' ? bitLength(numberOf(n ?? new Uint8Array())) : 256;
}

const shortType = (blob: Uint8Array): string =>
  textOf(fields(blob)[0] ?? new Uint8Array())
    .replace('ssh-', '')
    .toUpperCase();

/** The picture of a key: where a bishop walks that the fingerprint leads. */
function randomArt(blob: Uint8Array): string {
  const [width, height, signs] = [17, 9, ' .o+=*BOX@%&#/^SE'];
  const visits = Array.from({ length: height }, () => new Array<number>(width).fill(0));
  let [x, y] = [8, 4];
  for (const byte of sha256Bytes(blob))
    for (let shift = 0; shift < 8; shift += 2) {
      const move = (byte >> shift) & 3;
      x = Math.min(width - 1, Math.max(0, x + (move & 1 ? 1 : -1)));
      y = Math.min(height - 1, Math.max(0, y + (move & 2 ? 1 : -1)));
      const row = visits[y] as number[];
      if ((row[x] as number) < signs.length - 3) row[x] = (row[x] as number) + 1;
    }
  (visits[4] as number[])[8] = signs.length - 2;
  (visits[y] as number[])[x] = signs.length - 1;
  const framed = (word: string): string => {
    const left = Math.floor((width - word.length) / 2);
    return `+${'-'.repeat(left)}${word}${'-'.repeat(width - left - word.length)}+\n`;
  };
  const rows = visits.map((row) => `|${row.map((count) => signs[count]).join('')}|\n`);
  return `${framed(`[${shortType(blob)} ${sizeOf(blob)}]`)}${rows.join('')}${framed('[SHA256]')}`;
}

export const sshKeygen: Tool = function* (call) {
  const given = options(call, 't: b: f: N: C: P: m: a: q y l v E: p R: e i', { code: 1, hint: USAGE });
  if (given.has('y') || given.has('l')) return yield* show(call, given.get('f'), given.has('l'));
  for (const other of ['p', 'R', 'e', 'i', 'm'])
    if (given.has(other)) throw new Failure(`ssh-keygen: -${other} is not supported here: only making and showing keys is`, 1, true);
  const type = given.get('t') ?? 'ed25519';
  if (!Object.hasOwn(TYPES, type))
    throw new Failure(
      /^(?:ecdsa|dsa)/.test(type) ? `keys of the type ${type} cannot be made here: only ed25519 and rsa` : `unknown key type ${type}`,
      255,
      true,
    );
  const bits = Number(given.get('b') ?? (type === 'rsa' ? 3072 : 256));
  if (type === 'rsa' && !(bits >= 1024 && bits <= 4096)) throw new Failure(`Invalid RSA key length: ${given.get('b')}`, 255, true);
  const { env, machine } = call.process;
  const say = (line: string): void => {
    if (!given.has('q')) call.put(line);
  };
  say(`Generating public/private ${type} key pair.\n`);
  const usual = `${env['HOME'] ?? '/root'}/.ssh/id_${type}`;
  const path = given.get('f') ?? ((yield* question(call, `Enter file in which to save the key (${usual}): `)) || usual);
  const there = yield* files((fs, cwd) => fs.exists(fs.resolve(cwd, path)));
  if (there) {
    call.put(`${path} already exists.\n`);
    if (!/^y/i.test(yield* question(call, 'Overwrite (y/n)? '))) return 1;
  }
  const passphrase = given.get('N') ?? (yield* question(call, 'Enter passphrase (empty for no passphrase): '));
  if (given.get('N') === undefined) yield* question(call, 'Enter same passphrase again: ');
  if (passphrase !== '') throw new Failure('keys with a passphrase cannot be made here: give an empty one (-N "")', 255, true);
  const comment = given.get('C') ?? `${env['USER'] ?? 'root'}@${machine.hostname}`;
  const pair = yield* make(type, bits);
  const check = Math.floor((yield* random()) * 2 ** 32);
  yield* filesOrFailure((fs, cwd) => {
    const full = fs.resolve(cwd, path);
    if (given.get('f') === undefined) fs.mkdir(full.slice(0, full.lastIndexOf('/')), { parents: true });
    try {
      fs.write(full, privateText(pair, comment, check), { mode: 0o600 });
      fs.chmod(full, 0o600);
      fs.write(`${full}.pub`, `${pair.type} ${encodeBase64(textOf(pair.blob))}${comment === '' ? '' : ` ${comment}`}\n`);
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      throw new Failure(`Saving key "${path}" failed: ${error.message}`, 255, true);
    }
  });
  say(`Your identification has been saved in ${path}\nYour public key has been saved in ${path}.pub\n`);
  say(`The key fingerprint is:\n${fingerprint(pair.blob)} ${comment}\nThe key's randomart image is:\n${randomArt(pair.blob)}`);
  return 0;
};

/** What is typed after a question; nothing where the input is over. */
function* question(call: Call, words: string): Sys<string> {
  call.put(words);
  yield* call.flush();
  const line = (yield* readLine(0)) ?? '';
  return line.replace(/\n$/, '');
}

/** -y: the public key of a private one; -l: a fingerprint. */
function* show(call: Call, given: string | undefined, list: boolean): Sys<number> {
  const path = given ?? `${call.process.env['HOME'] ?? '/root'}/.ssh/id_ed25519`;
  const content = yield* files((fs, cwd) => fs.stat(fs.resolve(cwd, path))?.text);
  if (content === undefined)
    throw new Failure(list ? `${path}: No such file or directory` : `${path}: No such file or directory`, 255, true);
  const [, base64, ...comment] = content.split('\n')[0]?.split(' ') ?? [];
  const open = /^ssh-\S+ \S/.test(content) ? { blob: bytesOf(decodeBase64(base64 ?? '') ?? ''), comment: comment.join(' ') } : undefined;
  const key = open ?? ofPrivate(content);
  if (!key || (open && !list))
    throw new Failure(list ? `${path} is not a public key file.` : `Load key "${path}": error in libcrypto`, 255, true);
  if (list) call.put(`${sizeOf(key.blob)} ${fingerprint(key.blob)} ${key.comment || 'no comment'} (${shortType(key.blob)})\n`);
  else
    call.put(
      `${textOf(fields(key.blob)[0] ?? new Uint8Array())} ${encodeBase64(textOf(key.blob))}${key.comment ? ` ${key.comment}` : ''}\n`,
    );
  return 0;
}
