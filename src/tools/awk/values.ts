/** awk's values: numbers, strings, and text from input that counts as a number where it looks like one. */
import { formatNumber } from '../format.ts';

/** Text from input, a field, FS-split or -v: a number too where it looks like one. */
export class Input {
  readonly text: string;
  readonly number: number | undefined;

  constructor(text: string) {
    this.text = text;
    this.number = /^\s*[-+]?(?:\d+\.?\d*(?:e[-+]?\d+)?|\.\d+(?:e[-+]?\d+)?|inf(?:inity)?|nan)\s*$/i.test(text)
      ? leadingNumber(text)
      : undefined;
  }
}

/** Undefined: a variable never set, which is both 0 and "". */
export type Value = number | string | Input | undefined;

/** The number at the start of a text, 0 when there is none. */
export function leadingNumber(text: string): number {
  const [, sign = '', digits, word] = /^\s*([-+]?)(?:(\d+\.?\d*(?:[eE][-+]?\d+)?|\.\d+(?:[eE][-+]?\d+)?)|(inf|nan))?/i.exec(text) ?? [];
  const value =
    digits !== undefined
      ? Number(digits)
      : word === undefined || sign === ''
        ? 0
        : word.toLowerCase() === 'inf'
          ? Number.POSITIVE_INFINITY
          : Number.NaN;
  return sign === '-' ? -value : value;
}

export function toNumber(value: Value): number {
  if (typeof value === 'number') return value;
  if (value === undefined) return 0;
  return value instanceof Input ? (value.number ?? leadingNumber(value.text)) : leadingNumber(value);
}

/** `format` is CONVFMT (or OFMT for print). */
export function toText(value: Value, format: string): string {
  if (typeof value === 'string') return value;
  if (value === undefined) return '';
  if (value instanceof Input) return value.text;
  if (Number.isInteger(value)) return Math.abs(value) < 1e16 ? String(value === 0 ? 0 : value) : String(BigInt(value));
  const [, precision] = /^%\.(\d+)g$/.exec(format) ?? [];
  if (precision !== undefined || !/^%[-+ #0]*\d*(?:\.\d+)?[eEfFgGd]$/.test(format))
    return formatNumber(value, { flags: '', width: 0, precision: Number(precision ?? 6), letter: 'g' });
  const [, flags = '', width = '', digits, letter = 'g'] = /^%([-+ #0]*)(\d*)(?:\.(\d+))?([a-zA-Z])$/.exec(format) as RegExpExecArray;
  return formatNumber(value, { flags, width: Number(width), precision: digits === undefined ? undefined : Number(digits), letter });
}

export function isTrue(value: Value): boolean {
  if (typeof value === 'number') return value !== 0;
  if (value === undefined) return false;
  if (value instanceof Input) return value.number === undefined ? value.text !== '' : value.number !== 0;
  return value !== '';
}

/** Numbers by value where both are or look like ones, else as text. */
export function compareValues(a: Value, b: Value, format: string): number {
  const numeric = (value: Value): boolean =>
    typeof value === 'number' || value === undefined || (value instanceof Input && value.number !== undefined);
  if (numeric(a) && numeric(b)) {
    const [x, y] = [toNumber(a), toNumber(b)];
    return x < y ? -1 : x > y ? 1 : 0;
  }
  const [x, y] = [toText(a, format), toText(b, format)];
  return x < y ? -1 : x > y ? 1 : 0;
}
