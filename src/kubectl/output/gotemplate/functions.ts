// The functions that a template can call: Go's builtins, and kubectl's exists and base64decode.
// A bigint is a Go int, a number an int64 or float64, undefined an invalid value (nothing there at all), null a nil inside an object.
import { isInt64, isPrint, sprint, sprintf, sprintln, typeName, WholeFloat } from '../gofmt.ts';

/** An error that a function returns: the caller adds which function, and where. */
export class FunctionError extends Error {}

export interface TemplateFunction {
  /** The fewest arguments, and the most. */
  readonly min: number;
  readonly max: number;
  /** The function asks for a string in its first argument. */
  readonly stringFirst?: boolean;
  readonly run: (args: readonly unknown[]) => unknown;
}

const any = Number.POSITIVE_INFINITY;

function define(min: number, max: number, run: (args: readonly unknown[]) => unknown, stringFirst = false): TemplateFunction {
  return { min, max, run, stringFirst };
}

/** `and` and `or` are evaluated by the caller, who stops at the first argument that decides. */
export const FUNCTIONS: ReadonlyMap<string, TemplateFunction> = new Map([
  ['and', define(1, any, (args) => args.at(-1))],
  ['or', define(1, any, (args) => args.at(-1))],
  ['not', define(1, 1, ([value]) => !isTrue(value))],
  ['call', define(1, any, ([value]) => call(value))],
  ['html', define(0, any, (args) => escapeHtml(text(args)))],
  ['js', define(0, any, (args) => escapeJs(text(args)))],
  ['urlquery', define(0, any, (args) => escapeQuery(text(args)))],
  ['index', define(1, any, ([value, ...indexes]) => index(value, indexes))],
  ['slice', define(1, any, ([value, ...indexes]) => slice(value, indexes))],
  ['len', define(1, 1, ([value]) => length(value))],
  ['print', define(0, any, (args) => sprint(...args))],
  ['printf', define(1, any, ([format, ...args]) => sprintf(format as string, args), true)],
  ['println', define(0, any, (args) => sprintln(...args))],
  ['eq', define(1, any, ([value, ...others]) => equal(value, others))],
  ['ne', define(2, 2, ([a, b]) => !equal(a, [b]))],
  ['lt', define(2, 2, ([a, b]) => less(a, b))],
  ['le', define(2, 2, ([a, b]) => less(a, b) || equal(a, [b]))],
  ['gt', define(2, 2, ([a, b]) => !(less(a, b) || equal(a, [b])))],
  ['ge', define(2, 2, ([a, b]) => !less(a, b))],
  ['exists', define(1, any, ([value, ...indexes]) => exists(value, indexes))],
  ['base64decode', define(1, 1, ([value]) => decodeBase64(value as string), true)],
]);

/** What `if` takes for true: all but false, 0, nil and what is empty. */
export function isTrue(given: unknown): boolean {
  const value = plain(given);
  if (Array.isArray(value)) return value.length > 0;
  if (isMap(value)) return Object.keys(value).length > 0;
  return Number.isNaN(value) || Boolean(value);
}

/** Stands for the operand in a message; the caller knows how it was written. */
export const CALLED = '\0';

function call(value: unknown): never {
  if (value === null || value === undefined) throw new FunctionError('call of nil');
  throw new FunctionError(`non-function ${CALLED} of type ${typeName(value)}`);
}

function text(args: readonly unknown[]): string {
  return args.length === 1 && typeof args[0] === 'string' ? args[0] : sprint(...args.map((arg) => arg ?? '<no value>'));
}

const HTML: Readonly<Record<string, string>> = { '"': '&#34;', "'": '&#39;', '&': '&amp;', '<': '&lt;', '>': '&gt;', '\0': '\ufffd' };

function escapeHtml(value: string): string {
  return value.replace(/["'&<>\0]/g, (char) => HTML[char] as string);
}

function escapeJs(value: string): string {
  return Array.from(value, (char) => {
    if (char === '\\' || char === "'" || char === '"') return `\\${char}`;
    const code = char.codePointAt(0) as number;
    const special = code < 0x20 || '<>&='.includes(char) || (code >= 0x80 && !isPrint(char));
    return special ? `\\u${code.toString(16).toUpperCase().padStart(4, '0')}` : char;
  }).join('');
}

function escapeQuery(value: string): string {
  const whole = value.replace(/[\ud800-\udfff]/gu, '\ufffd');
  return encodeURIComponent(whole)
    .replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}

function bytesOf(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** Whether the value is a map[string]interface {}. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof WholeFloat);
}

function index(item: unknown, indexes: readonly unknown[]): unknown {
  if (item === undefined || item === null) throw new FunctionError('index of untyped nil');
  let value: unknown = item;
  for (const key of indexes) {
    if (value === undefined || value === null) throw new FunctionError('index of nil pointer');
    if (isMap(value)) {
      if (typeof key !== 'string') {
        const nil = key === undefined || key === null;
        throw new FunctionError(nil ? 'value is nil; should be of type string' : `value has type ${typeName(key)}; should be string`);
      }
      value = Object.hasOwn(value, key) ? value[key] : null;
    } else if (Array.isArray(value) || typeof value === 'string') {
      const list: ArrayLike<unknown> = typeof value === 'string' ? bytesOf(value) : value;
      const at = position(key, list.length);
      if (at === list.length) throw new FunctionError(`reflect: ${typeof value === 'string' ? 'string' : 'slice'} index out of range`);
      value = typeof value === 'string' ? BigInt(list[at] as number) : list[at];
    } else throw new FunctionError(`can't index item of type ${typeName(value)}`);
  }
  return value;
}

function position(key: unknown, most: number): number {
  if (key === undefined || key === null) throw new FunctionError('cannot index slice/array with nil');
  if (typeof key !== 'bigint' && !isInt64(key)) throw new FunctionError(`cannot index slice/array with type ${typeName(key)}`);
  if (key < 0 || key > most) throw new FunctionError(`index out of range: ${key}`);
  return Number(key);
}

function slice(item: unknown, indexes: readonly unknown[]): unknown {
  if (item === undefined || item === null) throw new FunctionError('slice of untyped nil');
  if (indexes.length > 3) throw new FunctionError(`too many slice indexes: ${indexes.length}`);
  if (typeof item === 'string' && indexes.length === 3) throw new FunctionError('cannot 3-index slice a string');
  if (typeof item !== 'string' && !Array.isArray(item)) throw new FunctionError(`can't slice item of type ${typeName(item)}`);
  const list = typeof item === 'string' ? bytesOf(item) : item;
  const bounds = [0, list.length, list.length];
  for (const [at, key] of indexes.entries()) bounds[at] = position(key, list.length);
  const [from = 0, to = 0, cap = 0] = bounds;
  if (from > to) throw new FunctionError(`invalid slice index: ${from} > ${to}`);
  if (indexes.length === 3 && to > cap) throw new FunctionError(`invalid slice index: ${to} > ${cap}`);
  return list instanceof Uint8Array ? textOf(list.slice(from, to)) : list.slice(from, to);
}

function length(value: unknown): bigint {
  if (value === undefined) throw new FunctionError('reflect: call of reflect.Value.Type on zero Value');
  if (value === null) throw new FunctionError('len of nil pointer');
  if (typeof value === 'string') return BigInt(bytesOf(value).length);
  if (Array.isArray(value)) return BigInt(value.length);
  if (isMap(value)) return BigInt(Object.keys(value).length);
  throw new FunctionError(`len of type ${typeName(value)}`);
}

function equal(value: unknown, others: readonly unknown[]): boolean {
  if (others.length === 0) throw new FunctionError('missing argument for comparison');
  return others.some((other) => {
    const [a, b] = [value ?? null, other ?? null];
    if (a === null || b === null) return a === b;
    if (kindOf(a) !== kindOf(b)) throw incompatible(a, b);
    if (typeof plain(a) === 'object') throw new FunctionError(sprintf('non-comparable type %s: %T', [b, b]));
    return kindOf(a) === 'int' ? Number(a) === Number(b) : plain(a) === plain(b);
  });
}

function less(a: unknown, b: unknown): boolean {
  const basic = (value: unknown) => value !== null && value !== undefined && typeof plain(value) !== 'object';
  if (!basic(a) || !basic(b)) throw new FunctionError('invalid type for comparison');
  if (kindOf(a) !== kindOf(b)) throw incompatible(a, b);
  if (typeof a === 'boolean') throw new FunctionError('invalid type for comparison');
  return (plain(a) as string) < (plain(b) as string);
}

/** The value without what tells a float64 from an int64. */
function plain(value: unknown): unknown {
  return value instanceof WholeFloat ? value.value : value;
}

/** What can be compared with each other: every size of integer, say. */
function kindOf(value: unknown): string {
  if (typeof value === 'bigint' || isInt64(value)) return 'int';
  return typeName(value);
}

function incompatible(a: unknown, b: unknown): FunctionError {
  return new FunctionError(`incompatible types for comparison: ${typeName(a)} and ${typeName(b)}`);
}

/** kubectl's: whether `index` would find something. */
function exists(item: unknown, indexes: readonly unknown[]): boolean {
  let value: unknown = item;
  for (const key of indexes) {
    if (isMap(value) && typeof key === 'string') value = Object.hasOwn(value, key) ? value[key] : undefined;
    else if (Array.isArray(value) && kindOf(key) === 'int') value = value[Number(key)];
    else return typeof value === 'string' && kindOf(key) === 'int' && Number(key) >= 0 && Number(key) < bytesOf(value).length;
  }
  return value !== undefined && value !== null;
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function decodeBase64(value: string): string {
  const corrupt = (at: number) => new FunctionError(`base64 decode failed: illegal base64 data at input byte ${at}`);
  const bytes: number[] = [];
  let [bits, count] = [0, 0];
  for (let at = 0; at < value.length; at++) {
    const char = value[at] as string;
    if (char === '\n' || char === '\r') continue;
    if (char === '=') {
      const rest = value.slice(at + 1).replace(/^[\r\n]+/, '');
      if (count < 2) throw corrupt(at);
      if (count === 2 && !rest.startsWith('=')) throw corrupt(rest === '' ? value.length : at + 1);
      const after = count === 2 ? rest.slice(1).replace(/^[\r\n]+/, '') : rest;
      if (after !== '') throw corrupt(value.length - after.length);
      bytes.push(...(count === 2 ? [bits >> 4] : [bits >> 10, (bits >> 2) & 255]));
      return textOf(new Uint8Array(bytes));
    }
    const digit = BASE64.indexOf(char);
    if (digit < 0) throw corrupt(at);
    bits = (bits << 6) | digit;
    if (++count < 4) continue;
    bytes.push(bits >> 16, (bits >> 8) & 255, bits & 255);
    [bits, count] = [0, 0];
  }
  if (count > 0) throw corrupt(value.length - count);
  return textOf(new Uint8Array(bytes));
}
