// SHA-256 (FIPS 180-4): the page has only an asynchronous one, and the engine computes at once.

/** Fractional parts of the roots of the first primes, in 32 bits: the constants of SHA-2. */
const primes = Array.from({ length: 312 }, (_, i) => i).filter(
  (n) => n > 1 && Array.from({ length: Math.floor(Math.sqrt(n)) - 1 }, (_, i) => i + 2).every((d) => n % d !== 0),
);
const rotate = (x: number, n: number): number => (x << n) | (x >>> (32 - n));
const bits = (root: number): number => ((root % 1) * 2 ** 32) | 0;

/** SHA-256 of bytes, in hexadecimal; of another start it is another digest. */
export function sha256(bytes: Uint8Array, start?: readonly number[]): string {
  const padded = new Uint8Array(((bytes.length + 8) >> 6) * 64 + 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - 8, BigInt(bytes.length) * 8n);
  const state = start ? [...start] : primes.slice(0, 8).map((p) => bits(Math.sqrt(p)));
  const k = primes.slice(0, 64).map((p) => bits(Math.cbrt(p)));
  const w = new Int32Array(64);
  for (let block = 0; block < view.byteLength; block += 64) {
    for (let i = 0; i < 64; i++) {
      if (i < 16) {
        w[i] = view.getInt32(block + i * 4);
        continue;
      }
      const [x, y] = [w[i - 15]!, w[i - 2]!];
      w[i] = (w[i - 16]! + (rotate(x, 25) ^ rotate(x, 14) ^ (x >>> 3)) + w[i - 7]! + (rotate(y, 15) ^ rotate(y, 13) ^ (y >>> 10))) | 0;
    }
    let [a, b, c, d, e, f, g, h] = state as [number, number, number, number, number, number, number, number];
    for (let i = 0; i < 64; i++) {
      const one = (h + (rotate(e, 26) ^ rotate(e, 21) ^ rotate(e, 7)) + ((e & f) ^ (~e & g)) + k[i]! + w[i]!) | 0;
      const two = ((rotate(a, 30) ^ rotate(a, 19) ^ rotate(a, 10)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [a, b, c, d, e, f, g, h] = [(one + two) | 0, a, b, c, (d + one) | 0, e, f, g];
    }
    [a, b, c, d, e, f, g, h].forEach((value, i) => (state[i] = (state[i]! + value) | 0));
  }
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}
