// Quantities of CPU, memory, ... (k8s.io/apimachinery/pkg/api/resource).

/** The family of suffixes that a quantity was written with, and is printed with again. */
export type QuantityFormat = 'DecimalSI' | 'BinarySI' | 'DecimalExponent';

/** An amount in nanos (10^-9 of the unit), the finest step that Kubernetes keeps. */
export interface Quantity {
  readonly nano: bigint;
  readonly format: QuantityFormat;
}

export class QuantityError extends Error {}

const NANO = 10n ** 9n;
const MAX = (2n ** 63n - 1n) * NANO;
const MAX_EXPONENT = 400;
const DECIMAL: Readonly<Record<string, number>> = { n: -9, u: -6, m: -3, '': 0, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };
const BINARY: Readonly<Record<string, number>> = { Ki: 10, Mi: 20, Gi: 30, Ti: 40, Pi: 50, Ei: 60 };
const SHAPE = /^([+-]?)(\d*)(?:\.(\d*))?([eEinumkKMGTP]*[-+]?\d*)$/;
const WRONG_SHAPE = "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
const WRONG_SUFFIX = "unable to parse quantity's suffix";

/** The quantity written as `text` (or as a bare number in JSON). What is finer than a nano is rounded away from 0. */
export function parseQuantity(text: string | number): Quantity {
  const found = SHAPE.exec(String(text));
  if (!found || text === '') throw new QuantityError(WRONG_SHAPE);
  const [, sign, whole = '', fraction = '', suffix = ''] = found;
  const digits = BigInt(`${whole}${fraction}` || '0');
  const { format, scale } = readSuffix(suffix);
  const exponent = (format === 'BinarySI' ? 0 : scale) - fraction.length + 9;
  let nano = format === 'BinarySI' ? digits * 2n ** BigInt(scale) : digits;
  nano = exponent >= 0 ? nano * 10n ** BigInt(exponent) : divideUp(nano, 10n ** BigInt(-exponent));
  if (format === 'BinarySI' && nano > MAX) nano = MAX;
  const signed = sign === '-' ? -nano : nano;
  return { nano: signed, format: format === 'BinarySI' && nano > 0n && nano < NANO ? 'DecimalSI' : format };
}

function readSuffix(suffix: string): { format: QuantityFormat; scale: number } {
  if (Object.hasOwn(DECIMAL, suffix)) return { format: 'DecimalSI', scale: DECIMAL[suffix] as number };
  if (Object.hasOwn(BINARY, suffix)) return { format: 'BinarySI', scale: BINARY[suffix] as number };
  const exponent = /^[eE]([-+]?\d+)$/.exec(suffix);
  if (!exponent || Number(exponent[1]) > MAX_EXPONENT) throw new QuantityError(WRONG_SUFFIX);
  return { format: 'DecimalExponent', scale: Math.max(Number(exponent[1]), -MAX_EXPONENT) };
}

/** a / b for a of any sign, rounded away from 0. */
function divideUp(a: bigint, b: bigint): bigint {
  if (a < 0n) return -divideUp(-a, b);
  return (a + b - 1n) / b;
}

/** The canonical text: no fraction, the largest suffix that loses nothing. */
export function formatQuantity({ nano, format }: Quantity): string {
  if (nano === 0n) return '0';
  const small = nano > -1024n * NANO && nano < 1024n * NANO;
  if (format === 'BinarySI' && !small && nano % NANO === 0n) return withSuffix(nano / NANO, 1024n, 0, 6, binarySuffix);
  const [mantissa, exponent] = [nano, -9];
  const print = format === 'DecimalExponent' ? (thousands: number) => (thousands === 0 ? '' : `e${thousands * 3}`) : decimalSuffix;
  return withSuffix(mantissa, 1000n, exponent / 3, format === 'DecimalExponent' ? MAX_EXPONENT : 6, print);
}

/** Divides by `base` as long as nothing is lost; `power` counts the divisions, up to `max`. */
function withSuffix(amount: bigint, base: bigint, power: number, max: number, suffix: (power: number) => string): string {
  let [rest, at] = [amount, power];
  while (rest % base === 0n && at < max) {
    rest /= base;
    at++;
  }
  return `${rest}${suffix(at)}`;
}

function decimalSuffix(thousands: number): string {
  return ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'][thousands + 3] as string;
}

function binarySuffix(power: number): string {
  return ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'][power] as string;
}

/** `text` as the API server gives it back: `1000m` becomes `1`. */
export function canonicalQuantity(text: string | number): string {
  return formatQuantity(parseQuantity(text));
}

/** Below 0 when a is less than b, above 0 when it is more. */
export function compareQuantity(a: Quantity, b: Quantity): number {
  return a.nano < b.nano ? -1 : a.nano > b.nano ? 1 : 0;
}

/** a + b, in the format of a (of b when a is 0). */
export function addQuantity(a: Quantity, b: Quantity): Quantity {
  return { nano: a.nano + b.nano, format: a.nano === 0n ? b.format : a.format };
}

/** a - b, in the format of a (of b when a is 0). */
export function subQuantity(a: Quantity, b: Quantity): Quantity {
  return { nano: a.nano - b.nano, format: a.nano === 0n ? b.format : a.format };
}

/** The amount in whole units, rounded away from 0: bytes of memory, CPUs. */
export function quantityValue({ nano }: Quantity): number {
  return Number(divideUp(nano, NANO));
}

/** The amount in thousandths, rounded away from 0: millicores of CPU. */
export function quantityMilliValue({ nano }: Quantity): number {
  return Number(divideUp(nano, NANO / 1000n));
}
