/** Values by key and by path: what reads, sets and deletes parts of a value. */
import { compare, isArray, isObject, type JsonMap, shortened, typeName, type Value } from './json.ts';

/** An error of a jq program: any value, mostly a text. */
export class JqError extends Error {
  readonly value: Value;
  constructor(value: Value) {
    super(typeof value === 'string' ? value : 'a jq program failed');
    this.value = value;
  }
}

/** More than a real machine's memory would be; it ends the tool as one without memory ends. */
const LARGEST_ARRAY = 5_000_000;

export function roomFor(length: number): void {
  if (length > LARGEST_ARRAY) throw new RangeError('Invalid array length');
}

const isKey = (key: Value): key is string => typeof key === 'string';

/** The part of a text from one code point to another. */
export function sliceText(text: string, from: number, to: number): string {
  return /[\ud800-\udfff]/.test(text) ? [...text].slice(from, to).join('') : text.slice(from, to);
}

export const textLength = (text: string): number => (/[\ud800-\udfff]/.test(text) ? [...text].length : text.length);

function sliceBounds(length: number, slice: JsonMap): [number, number] {
  const [start, end] = [slice.get('start'), slice.get('end')];
  if ((start !== null && typeof start !== 'number') || (end !== null && typeof end !== 'number'))
    throw new JqError('Array/string slice indices must be integers');
  const within = (n: number): number => Math.min(length, Math.max(0, n < 0 ? n + length : n));
  const from = Math.floor(within(start === null || Number.isNaN(start) ? 0 : start));
  const to = Math.ceil(within(end === null || Number.isNaN(end) ? length : end));
  return [from, Math.max(from, to)];
}

/** `value[key]`. Throws JqError. */
export function getKey(value: Value, key: Value): Value {
  if (isObject(value) && isKey(key)) return value.get(key) ?? null;
  if (isArray(value)) {
    if (typeof key === 'number') return (Number.isNaN(key) ? undefined : value[indexIn(value, key)]) ?? null;
    if (isObject(key)) return value.slice(...sliceBounds(value.length, key));
    if (isArray(key)) return indexesOf(value, key);
  }
  if (typeof value === 'string' && isObject(key)) return sliceText(value, ...sliceBounds(textLength(value), key));
  if (value === null && (isKey(key) || typeof key === 'number' || isObject(key))) return null;
  const shown = isKey(key) && key.length < 30 ? `string "${key}"` : typeName(key);
  throw new JqError(`Cannot index ${typeName(value)} with ${shown}`);
}

function indexIn(array: readonly Value[], key: number): number {
  const index = Math.trunc(key);
  return index < 0 ? index + array.length : index;
}

function indexesOf(array: readonly Value[], wanted: readonly Value[]): Value {
  if (wanted.length === 0) return null;
  const found: number[] = [];
  for (let i = 0; i + wanted.length <= array.length; i++)
    if (wanted.every((item, j) => compare(array[i + j] as Value, item) === 0)) found.push(i);
  return found;
}

/** `value` with another value at a key. Throws JqError. */
export function setKey(value: Value, key: Value, part: Value): Value {
  if (isKey(key) && (value === null || isObject(value))) return new Map(value).set(key, part);
  if (typeof key === 'number' && (value === null || isArray(value))) {
    if (Number.isNaN(key)) throw new JqError('Cannot set array element at NaN index');
    const copy = value === null ? [] : [...value];
    const index = indexIn(copy, key);
    if (index < 0) throw new JqError('Out of bounds negative array index');
    if (index > 536_870_911) throw new JqError('Array index too large');
    roomFor(index);
    while (copy.length < index) copy.push(null);
    copy[index] = part;
    return copy;
  }
  if (isObject(key) && (value === null || isArray(value))) {
    const array = value ?? [];
    const [from, to] = sliceBounds(array.length, key);
    if (!isArray(part)) throw new JqError('A slice of an array can only be assigned another array');
    return [...array.slice(0, from), ...part, ...array.slice(to)];
  }
  if (isObject(key) && typeof value === 'string') throw new JqError('Cannot update string slices');
  throw new JqError(`Cannot update field at ${typeName(key)} index of ${typeName(value)}`);
}

export function hasKey(value: Value, key: Value): boolean {
  if (value === null) return false;
  if (isObject(value) && isKey(key)) return value.has(key);
  if (isArray(value) && typeof key === 'number') return key >= 0 && key < value.length;
  throw new JqError(`Cannot check whether ${typeName(value)} has a ${isKey(key) ? 'string' : typeName(key)} key`);
}

function pathOf(path: Value): readonly Value[] {
  if (!isArray(path)) throw new JqError('Path must be specified as an array');
  return path;
}

export function getPath(value: Value, path: Value): Value {
  let part = value;
  for (const key of pathOf(path)) {
    if (part === null) return null;
    part = getKey(part, key);
  }
  return part;
}

export function setPath(value: Value, path: Value, part: Value, from = 0): Value {
  const keys = pathOf(path);
  if (from >= keys.length) return part;
  const key = keys[from] as Value;
  return setKey(value, key, setPath(getKey(value, key), keys, part, from + 1));
}

/** The value without what the paths lead to. */
export function deletePaths(value: Value, paths: Value): Value {
  if (!isArray(paths)) throw new JqError('Paths must be specified as an array');
  for (const path of paths) if (!isArray(path)) throw new JqError(`Path must be specified as array, not ${typeName(path)}`);
  const sorted = [...(paths as readonly (readonly Value[])[])].sort(compare);
  return sorted[0]?.length === 0 ? null : deleteBelow(value, sorted, 0);
}

/** The paths are sorted and alike before `from`; all that goes from one value goes at once, so that places stay what they were. */
function deleteBelow(value: Value, paths: readonly (readonly Value[])[], from: number): Value {
  const whole: Value[] = [];
  let result = value;
  for (let i = 0; i < paths.length; ) {
    const key = paths[i]?.[from] as Value;
    let end = i;
    while (end < paths.length && compare(paths[end]?.[from] as Value, key) === 0) end++;
    if (paths[i]?.length === from + 1) whole.push(key);
    else {
      const part = getKey(result, key);
      if (part !== null) result = setKey(result, key, deleteBelow(part, paths.slice(i, end), from + 1));
    }
    i = end;
  }
  return whole.length === 0 ? result : deleteKeys(result, whole);
}

function deleteKeys(value: Value, keys: readonly Value[]): Value {
  if (value === null) return null;
  if (isArray(value)) {
    const gone = new Set<number>();
    for (const key of keys) {
      if (typeof key === 'number') gone.add(indexIn(value, key));
      else if (isObject(key)) {
        const [start, end] = sliceBounds(value.length, key);
        for (let i = start; i < end; i++) gone.add(i);
      } else throw new JqError(`Cannot delete ${typeName(key)} element of array`);
    }
    return value.filter((_item, i) => !gone.has(i));
  }
  if (!isObject(value)) throw new JqError(`Cannot delete fields from ${typeName(value)}`);
  const copy = new Map(value);
  for (const key of keys) {
    if (!isKey(key)) throw new JqError(`Cannot delete ${typeName(key)} field of object`);
    copy.delete(key);
  }
  return copy;
}

/** A path under way, last key first. */
export interface Step {
  readonly parent: Step | null;
  readonly key: Value;
}

/** `broken` when the value did not come by path. */
export type Path = Step | null | 'broken';

export function pathKeys(path: Path, value: Value): readonly Value[] {
  if (path === 'broken') throw new JqError(`Invalid path expression with result ${shortened(value, 29)}`);
  const keys: Value[] = [];
  for (let at = path; at !== null; at = at.parent) keys.push(at.key);
  return keys.reverse();
}
