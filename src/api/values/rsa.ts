/** RSA: signing with keys, checking what was signed, and the PEM forms of keys (PKCS #1 and #8). */
import { BIT_STRING, element, elements, fromHex, fromPem, hexPairs, INTEGER, NULL, OCTET_STRING, oid, SEQUENCE, toPem } from './der.ts';
import { sha256 } from './sha256.ts';

export interface PublicKey {
  readonly n: bigint;
  readonly e: bigint;
}

export interface PrivateKey extends PublicKey {
  readonly d: bigint;
  readonly p: bigint;
  readonly q: bigint;
}

export const RSA = '1.2.840.113549.1.1.1';
export const EXPONENT = 65537n;

export const bitLength = (n: bigint): number => n.toString(2).length;

/** The power of a number modulo another. */
export function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (const bit of exponent.toString(2)) {
    result = (result * result) % modulus;
    if (bit === '1') result = (result * base) % modulus;
  }
  return result;
}

/** The number whose product with `a` is 1 modulo `m`. */
export function inverse(a: bigint, m: bigint): bigint {
  let [r, next, s, t] = [m, a % m, 0n, 1n];
  while (next !== 0n) {
    const quotient = r / next;
    [r, next] = [next, r - quotient * next];
    [s, t] = [t, s - quotient * t];
  }
  return ((s % m) + m) % m;
}

// DER

export function integer(n: bigint): Uint8Array {
  let digits = n.toString(16);
  if (digits.length % 2 === 1) digits = `0${digits}`;
  const bytes = fromHex(digits);
  return element(INTEGER, (bytes[0] as number) > 127 ? [0, ...bytes] : bytes);
}

export const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${hexPairs(bytes).join('') || '0'}`);

const algorithm = (name: string): Uint8Array => element(SEQUENCE, oid(name), element(NULL));
export const SHA256_RSA = '1.2.840.113549.1.1.11';
export const signatureAlgorithm = algorithm(SHA256_RSA);

/** The key as certificates hold it. */
export function publicInfo({ n, e }: PublicKey): Uint8Array {
  return element(SEQUENCE, algorithm(RSA), element(BIT_STRING, [0], element(SEQUENCE, integer(n), integer(e))));
}

function numbers({ n, e, d, p, q }: PrivateKey): Uint8Array {
  const parts = [0n, n, e, d, p, q, d % (p - 1n), d % (q - 1n), inverse(q, p)];
  return element(SEQUENCE, ...parts.map(integer));
}

export function privatePem(key: PrivateKey, traditional = false): string {
  if (traditional) return toPem(numbers(key), 'RSA PRIVATE KEY');
  return toPem(element(SEQUENCE, integer(0n), algorithm(RSA), element(OCTET_STRING, numbers(key))), 'PRIVATE KEY');
}

/** The private key in a PEM text; undefined when there is none that is RSA's. */
export function readPrivate(text: string): PrivateKey | undefined {
  try {
    let inner = fromPem(text, 'RSA PRIVATE KEY');
    const wrapped = inner ? undefined : fromPem(text, 'PRIVATE KEY');
    if (wrapped) inner = elements(elements(wrapped)[0]?.content ?? wrapped)[2]?.content;
    if (!inner) return undefined;
    const [, n, e, d, p, q] = elements(elements(inner)[0]?.content ?? inner).map(({ content }) => numberOf(content));
    return n && e && d && p && q ? { n, e, d, p, q } : undefined;
  } catch {
    return undefined;
  }
}

/** The RSA key of a SubjectPublicKeyInfo; undefined for other kinds. */
export function readPublic(info: Uint8Array): PublicKey | undefined {
  try {
    const [, bits] = elements(elements(info)[0]?.content ?? info);
    const [n, e] = elements(elements(bits?.content.subarray(1) ?? info)[0]?.content ?? info).map(({ content }) => numberOf(content));
    return n && e && n > e ? { n, e } : undefined;
  } catch {
    return undefined;
  }
}

/** What is signed of a message, as long as the modulus: PKCS #1, version 1.5. */
function padded(message: Uint8Array, size: number): bigint {
  const info = element(SEQUENCE, algorithm('2.16.840.1.101.3.4.2.1'), element(OCTET_STRING, fromHex(sha256(message))));
  return numberOf(Uint8Array.from([0, 1, ...new Array<number>(Math.max(8, size - info.length - 3)).fill(0xff), 0, ...info]));
}

const sizeOf = ({ n }: PublicKey): number => Math.ceil(bitLength(n) / 8);

export function sign(key: PrivateKey, message: Uint8Array): Uint8Array {
  const size = sizeOf(key);
  const digits = power(padded(message, size), key.d, key.n)
    .toString(16)
    .padStart(size * 2, '0');
  return fromHex(digits);
}

export function verifies(key: PublicKey, message: Uint8Array, signature: Uint8Array): boolean {
  return power(numberOf(signature), key.e, key.n) === padded(message, sizeOf(key));
}
