/**
 * Numbers as the printf of bash and coreutils holds them: x86's long double, 64 bits of mantissa. What it prints is exact, so
 * `printf %.20f 0.1` ends in zeros where JavaScript's (and awk's) 53 bits show their error.
 */

/** `mantissa` * 2^`exponent`; the mantissa of what is not 0 has its highest of 64 bits set. */
export interface LongDouble {
  readonly kind: 'finite' | 'infinite' | 'nan';
  readonly negative: boolean;
  readonly mantissa: bigint;
  readonly exponent: number;
}

const BITS = 64;
/** 2^16384 is the first number that is too large; the smallest are below 2^-16382. */
const MOST = 16_384;
const LEAST = -16_445;

/** The longest beginning of a text that C's strtold takes for a number, and its value; undefined where there is none. */
export function readLong(text: string): { readonly length: number; readonly value: LongDouble } | undefined {
  const match =
    /^\s*([-+]?)(?:(inf(?:inity)?)|(nan)|0x([\da-f]+\.?[\da-f]*|\.[\da-f]+)(?:p([-+]?\d+))?|(\d+\.?\d*|\.\d+)(?:e([-+]?\d+))?)/i.exec(text);
  if (!match) return undefined;
  const [all, sign, infinite, nan, hex, power, decimal, tens] = match;
  const negative = sign === '-';
  const special = (kind: LongDouble['kind']): LongDouble => ({ kind, negative, mantissa: 0n, exponent: 0 });
  if (infinite || nan) return { length: all.length, value: special(infinite ? 'infinite' : 'nan') };
  const [whole = '', part = ''] = (hex ?? decimal ?? '').split('.');
  const digits = BigInt(`${hex === undefined ? '' : '0x'}${whole}${part}` || '0');
  const scale = Math.max(-20_000, Math.min(20_000, Number(power ?? tens ?? 0)));
  const value =
    hex === undefined
      ? ratio(negative, digits * 10n ** BigInt(Math.max(0, scale - part.length)), 10n ** BigInt(Math.max(0, part.length - scale)))
      : ratio(negative, digits << BigInt(Math.max(0, scale - 4 * part.length)), 1n << BigInt(Math.max(0, 4 * part.length - scale)));
  return { length: all.length, value };
}

/** A whole number. */
export const longOf = (value: number): LongDouble => ratio(value < 0, BigInt(Math.abs(value)), 1n);

/** The nearest to a / b; of two, the one with the even mantissa. */
function ratio(negative: boolean, a: bigint, b: bigint): LongDouble {
  if (a === 0n) return { kind: 'finite', negative, mantissa: 0n, exponent: 0 };
  let exponent = bits(a) - bits(b) - BITS;
  const quotient = (): bigint => rounded(exponent < 0 ? a << BigInt(-exponent) : a, exponent > 0 ? b << BigInt(exponent) : b);
  let mantissa = quotient();
  if (bits(mantissa) > BITS) {
    exponent++;
    mantissa = quotient();
  }
  if (exponent + BITS > MOST) return { kind: 'infinite', negative, mantissa: 0n, exponent: 0 };
  if (exponent < LEAST - 1) return { kind: 'finite', negative, mantissa: 0n, exponent: 0 };
  return { kind: 'finite', negative, mantissa, exponent };
}

const bits = (value: bigint): number => value.toString(2).length;

/** a / b as a whole number, ties to the even one. */
function rounded(a: bigint, b: bigint): bigint {
  const whole = a / b;
  const twice = (a % b) * 2n;
  return twice > b || (twice === b && whole % 2n === 1n) ? whole + 1n : whole;
}

/**
 * The digits of a number without its sign, as C's %f, %e, %g and %a have them.
 * @param conversion its letter; a capital one gives capitals
 * @param precision undefined: what C does without
 * @param alternate the flag `#`: the point and the zeros stay
 */
export function longDigits(value: LongDouble, conversion: string, precision: number | undefined, alternate: boolean): string {
  const capitals = conversion < 'a';
  const text =
    value.kind === 'finite' ? finite(value, conversion.toLowerCase(), precision, alternate) : value.kind === 'nan' ? 'nan' : 'inf';
  return capitals ? text.toUpperCase() : text;
}

function finite(value: LongDouble, conversion: string, precision: number | undefined, alternate: boolean): string {
  if (conversion === 'a') return hexadecimal(value, precision, alternate);
  if (conversion === 'f') return withPoint(scaled(value, precision ?? 6), precision ?? 6, alternate);
  if (conversion === 'e') return exponential(value, precision ?? 6, alternate);
  const significant = Math.max(1, precision ?? 6);
  const tens = decimalExponent(value, significant - 1);
  const plain = tens >= -4 && tens < significant;
  const decimals = significant - 1 - tens;
  const text = plain ? withPoint(scaled(value, decimals), decimals, alternate) : exponential(value, significant - 1, alternate);
  return alternate || !text.includes('.') ? text : text.replace(/\.?0+(?=e|$)/, '');
}

/** The number times 10^decimals, rounded to a whole one. */
function scaled({ mantissa, exponent }: LongDouble, decimals: number): bigint {
  const a = mantissa * 10n ** BigInt(Math.max(0, decimals)) * (exponent > 0 ? 1n << BigInt(exponent) : 1n);
  const b = 10n ** BigInt(Math.max(0, -decimals)) * (exponent < 0 ? 1n << BigInt(-exponent) : 1n);
  return rounded(a, b);
}

function withPoint(digits: bigint, decimals: number, alternate: boolean): string {
  const text = digits.toString().padStart(decimals + 1, '0');
  if (decimals === 0) return alternate ? `${text}.` : text;
  return `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}

/** The power of ten of the first digit, once the number is rounded to that many digits behind it. */
function decimalExponent(value: LongDouble, digits: number): number {
  if (value.mantissa === 0n) return 0;
  let tens = Math.floor((value.exponent + bits(value.mantissa) - 1) * Math.LOG10E * Math.LN2);
  while (scaled(value, digits - tens).toString().length > digits + 1) tens++;
  return tens;
}

function exponential(value: LongDouble, digits: number, alternate: boolean): string {
  const tens = decimalExponent(value, digits);
  const size = String(Math.abs(tens)).padStart(2, '0');
  return `${withPoint(scaled(value, digits - tens), digits, alternate)}e${tens < 0 ? '-' : '+'}${size}`;
}

/** Four bits stand before the point: so glibc prints a long double. */
function hexadecimal({ mantissa, exponent }: LongDouble, precision: number | undefined, alternate: boolean): string {
  let [shown, power] = [mantissa, mantissa === 0n ? 0 : exponent + BITS - 4];
  let places = (BITS - 4) / 4;
  if (precision !== undefined && precision < places) {
    shown = rounded(mantissa, 1n << BigInt(4 * (places - precision)));
    places = precision;
    if (bits(shown) > 4 * (places + 1)) {
      shown >>= 4n;
      power += 4;
    }
  }
  const text = shown.toString(16).padStart(places + 1, '0');
  const part = precision === undefined ? text.slice(1).replace(/0+$/, '') : text.slice(1).padEnd(precision, '0');
  return `0x${text[0]}${part || alternate ? '.' : ''}${part}p${power < 0 ? '-' : '+'}${Math.abs(power)}`;
}
