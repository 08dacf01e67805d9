/** Making RSA keys. */

import { EXPONENT, inverse, type PrivateKey, power } from '../../api/values/rsa.ts';
import { random } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';

const SMALL = (() => {
  const primes: number[] = [];
  for (let n = 3; n < 8000; n += 2) if (primes.every((p) => p * p > n || n % p !== 0)) primes.push(n);
  return primes;
})();

/** Miller and Rabin's test. */
function isPrime(n: bigint): boolean {
  let [odd, twos] = [n - 1n, 0];
  while (odd % 2n === 0n) {
    odd /= 2n;
    twos++;
  }
  return [2n, 3n, 5n].every((base) => {
    let x = power(base, odd, n);
    if (x === 1n || x === n - 1n) return true;
    for (let i = 1; i < twos; i++) {
      x = (x * x) % n;
      if (x === n - 1n) return true;
    }
    return false;
  });
}

/** A random number of so many bits, the two highest and the lowest set. */
function* oddNumber(bits: number): Sys<bigint> {
  let n = 0n;
  for (let got = 0; got < bits; got += 32) n = (n << 32n) | BigInt(Math.floor((yield* random()) * 2 ** 32));
  return (n & ((1n << BigInt(bits)) - 1n)) | (3n << BigInt(bits - 2)) | 1n;
}

function* prime(bits: number): Sys<bigint> {
  for (;;) {
    const start = yield* oddNumber(bits);
    const rests = SMALL.map((p) => Number(start % BigInt(p)));
    for (let step = 0; step < 20_000; step += 2) {
      if (SMALL.some((p, i) => ((rests[i] as number) + step) % p === 0)) continue;
      const candidate = start + BigInt(step);
      if ((candidate - 1n) % EXPONENT !== 0n && isPrime(candidate)) return candidate;
    }
  }
}

export function* generateKey(bits: number): Sys<PrivateKey> {
  const p = yield* prime(Math.ceil(bits / 2));
  let q = yield* prime(Math.floor(bits / 2));
  while (q === p) q = yield* prime(Math.floor(bits / 2));
  return { n: p * q, e: EXPONENT, d: inverse(EXPONENT, (p - 1n) * (q - 1n)), p, q };
}
