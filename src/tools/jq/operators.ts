/** Arithmetic and comparison. */
import { compare, described, isArray, isObject, type JsonMap, type Value } from './json.ts';
import { JqError, roomFor } from './paths.ts';

const LONGEST_TEXT = 1 << 27;

function merge(a: JsonMap, b: JsonMap): JsonMap {
  const result = new Map(a);
  for (const [key, value] of b) {
    const before = result.get(key);
    result.set(key, before !== undefined && isObject(before) && isObject(value) ? merge(before, value) : value);
  }
  return result;
}

function repeated(text: string, times: number): Value {
  if (Number.isNaN(times) || times < 0) return null;
  if (text.length * times > LONGEST_TEXT) throw new RangeError('Invalid string length');
  return text.repeat(Math.trunc(times));
}

export function splitText(text: string, separator: string): Value {
  if (text === '') return [];
  return separator === '' ? [...text] : text.split(separator);
}

function add(a: Value, b: Value): Value {
  if (a === null) return b;
  if (b === null) return a;
  if (typeof a === 'number' && typeof b === 'number') return a + b;
  if (typeof a === 'string' && typeof b === 'string') return a + b;
  if (isArray(a) && isArray(b)) {
    roomFor(a.length + b.length);
    return [...a, ...b];
  }
  if (isObject(a) && isObject(b)) return new Map([...a, ...b]);
  throw new JqError(`${described(a)} and ${described(b)} cannot be added`);
}

function subtract(a: Value, b: Value): Value {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (isArray(a) && isArray(b)) return a.filter((item) => !b.some((other) => compare(item, other) === 0));
  throw new JqError(`${described(a)} and ${described(b)} cannot be subtracted`);
}

function multiply(a: Value, b: Value): Value {
  if (typeof a === 'number' && typeof b === 'number') return a * b;
  if (typeof a === 'string' && typeof b === 'number') return repeated(a, b);
  if (typeof a === 'number' && typeof b === 'string') return repeated(b, a);
  if (isObject(a) && isObject(b)) return merge(a, b);
  throw new JqError(`${described(a)} and ${described(b)} cannot be multiplied`);
}

function divide(a: Value, b: Value): Value {
  if (typeof a === 'string' && typeof b === 'string') return splitText(a, b);
  const words = `${described(a)} and ${described(b)} cannot be divided`;
  if (typeof a !== 'number' || typeof b !== 'number') throw new JqError(words);
  if (b === 0) throw new JqError(`${words} because the divisor is zero`);
  return a / b;
}

/** The nearest 64 bit integer towards zero. */
const integer = (n: number): bigint => (n >= 2 ** 63 ? 2n ** 63n - 1n : n <= -(2 ** 63) ? -(2n ** 63n) : BigInt(Math.trunc(n)));

function remainder(a: Value, b: Value): Value {
  const words = `${described(a)} and ${described(b)} cannot be divided (remainder)`;
  if (typeof a !== 'number' || typeof b !== 'number') throw new JqError(words);
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.NaN;
  if (Math.trunc(b) === 0) throw new JqError(`${words} because the divisor is zero`);
  return Number(integer(a) % integer(b));
}

export const OPERATORS: Readonly<Record<string, (a: Value, b: Value) => Value>> = {
  '+': add,
  '-': subtract,
  '*': multiply,
  '/': divide,
  '%': remainder,
  '==': (a, b) => compare(a, b) === 0,
  '!=': (a, b) => compare(a, b) !== 0,
  '<': (a, b) => compare(a, b) < 0,
  '<=': (a, b) => compare(a, b) <= 0,
  '>': (a, b) => compare(a, b) > 0,
  '>=': (a, b) => compare(a, b) >= 0,
};

/** Is `b` in `a`, as `contains` has it? */
export function contains(a: Value, b: Value): boolean {
  if (isObject(a) && isObject(b)) {
    return [...b].every(([key, value]) => {
      const own = a.get(key);
      return own !== undefined && sameKind(own, value) && contains(own, value);
    });
  }
  if (isArray(a) && isArray(b)) return b.every((item) => a.some((own) => sameKind(own, item) && contains(own, item)));
  if (typeof a === 'string' && typeof b === 'string') return a.includes(b);
  return compare(a, b) === 0;
}

/** true and false are of different kinds to jq. */
export const sameKind = (a: Value, b: Value): boolean => kindOf(a) === kindOf(b);
const kindOf = (value: Value): string =>
  value === null
    ? 'null'
    : isArray(value)
      ? 'array'
      : isObject(value)
        ? 'object'
        : typeof value === 'boolean'
          ? String(value)
          : typeof value;
