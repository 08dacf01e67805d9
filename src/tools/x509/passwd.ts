/** openssl passwd: the hashes of passwords that are made of MD5 (-1, and Apache's -apr1), as basic authentication of an Ingress takes them. */
import { fromHex } from '../../api/values/der.ts';
import { bytesOf } from '../../kernel/bytes.ts';
import { random, readAll } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import { digests } from '../bytes.ts';
import { type Call, Failure } from '../tool.ts';

const DIGITS = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const ROUNDS = 1000;
/** Which bytes of the digest three by three give four digits. */
const ORDER = [
  [0, 6, 12],
  [1, 7, 13],
  [2, 8, 14],
  [3, 9, 15],
  [4, 10, 5],
] as const;

const md5 = (bytes: readonly number[]): number[] => [...fromHex((digests['md5'] as (bytes: Uint8Array) => string)(Uint8Array.from(bytes)))];

/** @param magic `1` or `apr1`  @param salt at most eight characters */
export function md5Crypt(password: string, magic: string, salt: string): string {
  const [key, grain] = [[...bytesOf(password)], [...bytesOf(salt)]];
  const inner = md5([...key, ...grain, ...key]);
  const first = [...key, ...bytesOf(`$${magic}$`), ...grain];
  for (let left = key.length; left > 0; left -= 16) first.push(...inner.slice(0, Math.min(16, left)));
  for (let bits = key.length; bits > 0; bits >>= 1) first.push(bits & 1 ? 0 : (key[0] as number));
  let sum = md5(first);
  for (let round = 0; round < ROUNDS; round++)
    sum = md5([
      ...(round % 2 === 1 ? key : sum),
      ...(round % 3 === 0 ? [] : grain),
      ...(round % 7 === 0 ? [] : key),
      ...(round % 2 === 1 ? sum : key),
    ]);
  const digits = (value: number, count: number): string =>
    Array.from({ length: count }, (_, i) => DIGITS[(value >> (6 * i)) & 63]).join('');
  const byte = (at: number): number => sum[at] as number;
  const body = ORDER.map(([a, b, c]) => digits((byte(a) << 16) | (byte(b) << 8) | byte(c), 4)).join('');
  return `$${magic}$${salt}$${body}${digits(byte(11), 2)}`;
}

/** The passwords are the operands, or lines of standard input. */
export function* passwd(call: Call, has: ReadonlySet<string>, get: ReadonlyMap<string, string>, rest: readonly string[]): Sys<number> {
  const magic = has.has('apr1') ? 'apr1' : has.has('1') ? '1' : undefined;
  if (magic === undefined) throw new Failure('openssl passwd: only -1 and -apr1 are supported here', 1, true);
  let salt = get.get('salt')?.slice(0, 8);
  if (salt === undefined) {
    salt = '';
    while (salt.length < 8) salt += DIGITS[Math.floor((yield* random()) * 64)];
  }
  const words = rest.length > 0 ? rest : (yield* readAll(0)).split('\n').filter((line) => line !== '');
  for (const word of words) call.put(`${md5Crypt(word, magic, salt)}\n`);
  return 0;
}
