/** Ed25519's public keys (RFC 8032): the curve -x² + y² = 1 + dx²y² over the integers modulo 2^255 - 19. */
import { inverse } from '../../api/values/rsa.ts';

const P = 2n ** 255n - 19n;
const D = 37095705934669439343138083508754565189542113879843219016388785533085940283555n;
/** The base point. */
const BASE: Point = [
  15112221349535400772501151409588531511454012693041857206046113283949847762202n,
  46316835694926478169428394003475163141307993866256225615783033603165251855960n,
];

type Point = readonly [x: bigint, y: bigint];
/** X, Y, Z and T of extended coordinates: x = X/Z, y = Y/Z, xy = T/Z. */
type Extended = readonly [bigint, bigint, bigint, bigint];

const mod = (a: bigint): bigint => ((a % P) + P) % P;

function add([x1, y1, z1, t1]: Extended, [x2, y2, z2, t2]: Extended): Extended {
  const a = mod((y1 - x1) * (y2 - x2));
  const b = mod((y1 + x1) * (y2 + x2));
  const c = mod(2n * t1 * t2 * D);
  const d = mod(2n * z1 * z2);
  const [e, f, g, h] = [b - a, d - c, d + c, b + a];
  return [mod(e * f), mod(g * h), mod(f * g), mod(e * h)];
}

const littleEndian = (bytes: Uint8Array): bigint => [...bytes].reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n);

/**
 * The public key of a seed.
 * @param hash SHA-512 of the seed: 64 bytes
 * @returns 32 bytes
 */
export function publicOf(hash: Uint8Array): Uint8Array {
  const clamped = hash.slice(0, 32);
  clamped[0] = (clamped[0] as number) & 248;
  clamped[31] = ((clamped[31] as number) & 127) | 64;
  let scalar = littleEndian(clamped);
  let result: Extended = [0n, 1n, 1n, 0n];
  for (let point: Extended = [BASE[0], BASE[1], 1n, mod(BASE[0] * BASE[1])]; scalar > 0n; scalar >>= 1n) {
    if (scalar & 1n) result = add(result, point);
    point = add(point, point);
  }
  const [x, y, z] = result;
  const shrunk = inverse(z, P);
  let text = mod(y * shrunk);
  const bytes = new Uint8Array(32);
  for (let i = 0; i < 32; i++, text >>= 8n) bytes[i] = Number(text & 255n);
  if (mod(x * shrunk) & 1n) bytes[31] = (bytes[31] as number) | 128;
  return bytes;
}
