/** Decimal numbers of any length, with bc's rules on how many digits an operation keeps. */

/** digits * 10^-scale */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

export const ZERO: Decimal = { digits: 0n, scale: 0 };
export const ONE: Decimal = { digits: 1n, scale: 0 };

const power10 = (n: number): bigint => 10n ** BigInt(n);

/** With another number of digits behind the point; what is cut off is dropped. */
export function rescale({ digits, scale }: Decimal, to: number): Decimal {
  if (to === scale) return { digits, scale };
  return { digits: to > scale ? digits * power10(to - scale) : digits / power10(scale - to), scale: to };
}

export function integer(value: Decimal): bigint {
  return rescale(value, 0).digits;
}

export function fromInteger(value: bigint | number): Decimal {
  return { digits: BigInt(value), scale: 0 };
}

export function negate({ digits, scale }: Decimal): Decimal {
  return { digits: -digits, scale };
}

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { digits: rescale(a, scale).digits + rescale(b, scale).digits, scale };
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, negate(b));
}

export function multiply(a: Decimal, b: Decimal, scale: number): Decimal {
  const full = { digits: a.digits * b.digits, scale: a.scale + b.scale };
  return rescale(full, Math.min(full.scale, Math.max(scale, a.scale, b.scale)));
}

export function divide(a: Decimal, b: Decimal, scale: number): Decimal {
  const shift = scale + b.scale - a.scale;
  return { digits: shift >= 0 ? (a.digits * power10(shift)) / b.digits : a.digits / (b.digits * power10(-shift)), scale };
}

export function remainder(a: Decimal, b: Decimal, scale: number): Decimal {
  const wanted = Math.max(scale + b.scale, a.scale);
  return rescale(subtract(a, multiply(divide(a, b, scale), b, wanted)), wanted);
}

export function raise(a: Decimal, exponent: bigint, scale: number): Decimal {
  if (exponent === 0n) return ONE;
  const size = exponent < 0n ? -exponent : exponent;
  const full = { digits: a.digits ** size, scale: a.scale * Number(size) };
  if (exponent < 0n) return divide(ONE, full, scale);
  return rescale(full, Math.min(full.scale, Math.max(scale, a.scale)));
}

export function compare(a: Decimal, b: Decimal): number {
  const { digits } = subtract(a, b);
  return digits < 0n ? -1 : digits > 0n ? 1 : 0;
}

export function squareRoot(a: Decimal, scale: number): Decimal {
  const wanted = Math.max(scale, a.scale);
  const { digits } = rescale(a, 2 * wanted);
  if (digits === 0n) return { digits: 0n, scale: wanted };
  let guess = 1n << BigInt((digits.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (guess + digits / guess) >> 1n;
    if (next >= guess) return { digits: guess, scale: wanted };
    guess = next;
  }
}

/** Digits before and behind the point that count: bc's length(). */
export function lengthOf({ digits, scale }: Decimal): number {
  return Math.max((digits < 0n ? -digits : digits).toString().length, scale);
}

/** As bc prints it: no zero before the point, lines of 70 characters. */
export function show({ digits, scale }: Decimal, base: number): string {
  const negative = digits < 0n;
  const size = negative ? -digits : digits;
  const unit = power10(scale);
  let text: string;
  if (base === 10) {
    const whole = (size / unit).toString();
    text = (whole === '0' && scale > 0 ? '' : whole) + (scale > 0 ? `.${(size % unit).toString().padStart(scale, '0')}` : '');
    if (size === 0n) text = '0';
  } else text = inBase(size / unit, size % unit, unit, scale, BigInt(base));
  return wrap((negative ? '-' : '') + text);
}

function inBase(whole: bigint, part: bigint, unit: bigint, scale: number, base: bigint): string {
  const width = base > 16n ? (base - 1n).toString().length : 0;
  const digit = (value: bigint): string =>
    width > 0 ? ` ${value.toString().padStart(width, '0')}` : value.toString(Number(base)).toUpperCase();
  let text = '';
  for (let rest = whole; rest > 0n; rest /= base) text = digit(rest % base) + text;
  if (scale === 0) return text === '' ? (width > 0 ? digit(0n) : '0') : text;
  text += '.';
  // As many digits as it takes to tell numbers of that scale apart.
  for (let rest = part, reach = 1n; reach < unit; reach *= base) {
    rest *= base;
    text += digit(rest / unit);
    rest %= unit;
  }
  return text;
}

function wrap(text: string): string {
  if (text.length < 70) return text;
  return (text.match(/.{1,68}/g) ?? []).join('\\\n');
}

/** Reads digits in a base; digits too large for it count as its largest, as in bc, but for a single one. */
export function readNumber(text: string, base: number): Decimal {
  const [whole = '', part = ''] = text.split('.');
  const value = (c: string): bigint => {
    const digit = BigInt(Number.parseInt(c, 16));
    return digit >= BigInt(base) && text.length > 1 ? BigInt(base - 1) : digit;
  };
  if (base === 10 && /^\d*$/.test(whole + part)) return { digits: BigInt(`${whole}${part}` || '0'), scale: part.length };
  let digits = 0n;
  for (const c of whole) digits = digits * BigInt(base) + value(c);
  let numerator = 0n;
  for (const c of part) numerator = numerator * BigInt(base) + value(c);
  if (part === '') return fromInteger(digits);
  return add(fromInteger(digits), divide(fromInteger(numerator), fromInteger(BigInt(base) ** BigInt(part.length)), part.length));
}
