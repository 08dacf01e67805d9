/** Four hexadecimal digits each, for all numbers of sixteen bits: every object has an id made of them. */
const DIGITS: readonly string[] = Array.from({ length: 0x10000 }, (_, number) => number.toString(16).padStart(4, '0'));

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
    let text = '';
    while (text.length < length) {
      const bits = this.bits();
      text += (DIGITS[bits >>> 16] as string) + (DIGITS[bits & 0xffff] as string);
    }
    return text.length === length ? text : text.slice(0, length);
  }

  /** A version 4 UUID. */
  uuid(): string {
    const h = this.hex(32);
    return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-${'89ab'[Number.parseInt(h.charAt(16), 16) & 3]}${h.slice(17, 20)}-${h.slice(20)}`;
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
