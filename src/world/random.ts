/** The codes of a UUID's characters, hyphens in place: every object has one, and text made at once is text to compare at once. */
const uuidCodes: number[] = Array.from('00000000-0000-0000-0000-000000000000', (character) => character.charCodeAt(0));

/** Puts the codes of so many hexadecimal digits, from the highest bits down, from `at` on. */
function putDigits(codes: number[], at: number, count: number, bits: number): void {
  for (let digit = 0; digit < count; digit++) {
    const value = (bits >>> (28 - 4 * digit)) & 15;
    codes[at + digit] = value < 10 ? 48 + value : 87 + value;
  }
}

/** Seeded random numbers (sfc32): the same seed gives the same sequence in every engine. Its state is four integers. */
export class Random {
  private a = 0;
  private b = 0;
  private c = 0;
  private d = 1;

  constructor(seed: number) {
    let x = seed >>> 0;
    const split = (): number => {
      x = (x + 0x9e3779b9) >>> 0;
      let z = x;
      z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
      z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
      return (z ^ (z >>> 16)) >>> 0;
    };
    this.restore([split(), split(), split(), 1]);
    for (let i = 0; i < 12; i++) this.next();
  }

  /** A number in [0, 1). */
  next(): number {
    return this.bits() / 4294967296;
  }

  /** 32 random bits as an unsigned number. */
  private bits(): number {
    const { a, b, c, d } = this;
    const t = (((a + b) | 0) + d) | 0;
    this.a = b ^ (b >>> 9);
    this.b = (c + (c << 3)) | 0;
    this.c = (((c << 21) | (c >>> 11)) + t) | 0;
    this.d = (d + 1) | 0;
    return t >>> 0;
  }

  /** An integer in [0, below). */
  integer(below: number): number {
    return Math.floor(this.next() * below);
  }

  pick<T>(from: readonly T[]): T {
    return from[this.integer(from.length)] as T;
  }

  /** Lower-case hexadecimal digits. */
  hex(length: number): string {
    const codes = new Array<number>(length);
    for (let at = 0; at < length; at += 8) putDigits(codes, at, Math.min(8, length - at), this.bits());
    return String.fromCharCode(...codes);
  }

  /** A version 4 UUID. */
  uuid(): string {
    const [a, b, c, d] = [this.bits(), this.bits(), this.bits(), this.bits()];
    putDigits(uuidCodes, 0, 8, a);
    putDigits(uuidCodes, 9, 4, b);
    putDigits(uuidCodes, 14, 4, ((b & 0xfff) | 0x4000) << 16);
    putDigits(uuidCodes, 19, 4, (c & 0x3fffffff) | 0x80000000);
    putDigits(uuidCodes, 24, 4, c << 16);
    putDigits(uuidCodes, 28, 8, d);
    return String.fromCharCode(...uuidCodes);
  }

  /** The suffix of generated names, from the real alphabet without vowels and look-alikes (apimachinery util/rand). */
  suffix(length = 5): string {
    const alphabet = 'bcdfghjklmnpqrstvwxz2456789';
    let text = '';
    for (let i = 0; i < length; i++) text += alphabet[this.integer(alphabet.length)];
    return text;
  }

  state(): readonly number[] {
    return [this.a, this.b, this.c, this.d];
  }

  restore(state: readonly number[]): void {
    [this.a = 0, this.b = 0, this.c = 0, this.d = 1] = state;
  }
}
