/**
 * Strategic merge patch: lists are merged by the schema's merge keys; directives ($patch, $retainKeys, $setElementOrder/...,
 * $deleteFromPrimitiveList/...) say the rest. Source of the rules: apimachinery's util/strategicpatch.
 */
import { type Definition, definition as definitionByName, type Type } from '../../kinds/schema.ts';
import { goValue } from '../go-json.ts';

/** The patch does not fit the schema. */
export class StrategicPatchError extends Error {
  /** A bad request rather than an error of the server. */
  readonly bad: boolean;

  constructor(message: string, bad = false) {
    super(message);
    this.bad = bad;
  }
}

type Bag = Readonly<Record<string, unknown>>;

const DIRECTIVE = '$patch';
const RETAIN_KEYS = '$retainKeys';
const DELETE_FROM = '$deleteFromPrimitiveList/';
const ELEMENT_ORDER = '$setElementOrder/';

/** The document with the patch applied, as an object of that definition. */
export function applyStrategicMergePatch(definition: Definition, document: Bag, patch: Bag): Bag {
  return mergeObjects({ type: 'ref', ref: definition.name }, document, patch);
}

function mergeObjects(type: Type, original: Bag, patch: Bag): Bag {
  const directive = patch[DIRECTIVE];
  if (directive === 'replace') return stripped(without(patch, DIRECTIVE)) as Bag;
  if (directive === 'delete') return {};
  if (directive !== undefined) throw unknownDirective(patch);
  const merged = new Map(Object.entries(retained(original, patch)));
  for (const [key, value] of Object.entries(patch)) {
    if (key === DIRECTIVE || key === RETAIN_KEYS) continue;
    if (key.startsWith(DELETE_FROM)) deleteFromList(merged, key.slice(DELETE_FROM.length), value, patch);
    else if (!key.startsWith(ELEMENT_ORDER)) mergeField(merged, key, value, fieldType(type, key), patch[`${ELEMENT_ORDER}${key}`]);
  }
  for (const [key, order] of Object.entries(patch)) {
    const name = key.slice(ELEMENT_ORDER.length);
    if (key.startsWith(ELEMENT_ORDER) && !(name in patch)) reorder(merged, name, fieldType(type, name), order);
  }
  return Object.fromEntries(merged);
}

function mergeField(merged: Map<string, unknown>, key: string, value: unknown, type: Type | undefined, order: unknown): void {
  if (value === null) {
    merged.delete(key);
    return;
  }
  const current = merged.get(key);
  if (isObject(value) && isObject(current)) merged.set(key, mergeObjects(type ?? FREE, current, value));
  else if (Array.isArray(value) && Array.isArray(current) && type?.merge) merged.set(key, mergeLists(type, current, value, order));
  else if (isObject(value) && current === undefined && value[DIRECTIVE] === 'delete') merged.delete(key);
  else if (Array.isArray(value) && type?.merge && order !== undefined) merged.set(key, mergeLists(type, [], value, order));
  else merged.set(key, stripped(value));
}

const FREE: Type = { type: 'any' };

/** The original without the keys that $retainKeys does not name. */
function retained(original: Bag, patch: Bag): Bag {
  const keep = patch[RETAIN_KEYS];
  if (keep === undefined) return original;
  if (!Array.isArray(keep)) throw new StrategicPatchError('invalid patch format of retainKeys', true);
  for (const key of Object.keys(patch)) {
    if (key !== RETAIN_KEYS && key !== DIRECTIVE && !key.startsWith('$') && patch[key] !== null && !keep.includes(key)) {
      throw new StrategicPatchError('invalid patch format of retainKeys', true);
    }
  }
  return Object.fromEntries(Object.entries(original).filter(([key]) => keep.includes(key)));
}

function deleteFromList(merged: Map<string, unknown>, key: string, values: unknown, patch: Bag): void {
  if (!Array.isArray(values)) throw new StrategicPatchError(`invalid patch format of primitive list: ${goValue(patch)}`, true);
  const current = merged.get(key);
  if (Array.isArray(current))
    merged.set(
      key,
      current.filter((one) => !values.includes(one)),
    );
}

function mergeLists(type: Type, original: readonly unknown[], patch: readonly unknown[], order: unknown): unknown[] {
  if (!type.mergeKey) return mergePrimitives(original, patch, order);
  const { mergeKey } = type;
  const elements = patch.map((one) => element(one));
  for (const one of elements) {
    if (one[DIRECTIVE] === 'merge') throw new StrategicPatchError('merging lists cannot yet be specified in the patch');
    if (!['replace', 'delete', undefined].includes(one[DIRECTIVE] as undefined)) throw unknownDirective(one);
  }
  if (elements.some((one) => one[DIRECTIVE] === 'replace')) return elements.filter((one) => one[DIRECTIVE] !== 'replace').map(stripped);
  const removed = new Set(elements.filter((one) => one[DIRECTIVE] === 'delete').map((one) => keyOf(one, mergeKey)));
  const kept = original.filter((one) => !removed.has((one as Bag)[mergeKey]));
  const merged = [...kept];
  for (const one of elements) {
    if (one[DIRECTIVE] === 'delete') continue;
    const key = keyOf(one, mergeKey);
    const index = merged.findIndex((other) => (other as Bag)[mergeKey] === key);
    if (index < 0) merged.push(mergeObjects(type.of ?? FREE, {}, one));
    else merged[index] = mergeObjects(type.of ?? FREE, merged[index] as Bag, one);
  }
  return ordered(merged, kept, order ?? elements, (one) => (isObject(one) ? one[mergeKey] : one));
}

function mergePrimitives(original: readonly unknown[], patch: readonly unknown[], order: unknown): unknown[] {
  return ordered([...new Set([...original, ...patch])], original, order ?? patch, (one) => one);
}

function reorder(merged: Map<string, unknown>, key: string, type: Type | undefined, order: unknown): void {
  const current = merged.get(key);
  if (!Array.isArray(current) || !type?.merge) return;
  const { mergeKey } = type;
  merged.set(
    key,
    ordered(current, current, order, (one) => (mergeKey && isObject(one) ? one[mergeKey] : one)),
  );
}

/**
 * The list in the order that the patch gives for its elements, or has them in: so what is new comes first. Those that only the server has are merged in where they stood
 * among the others.
 */
function ordered(list: readonly unknown[], server: readonly unknown[], order: unknown, keyOfOne: (one: unknown) => unknown): unknown[] {
  if (!Array.isArray(order)) return [...list];
  const wanted = order.map(keyOfOne);
  const serverOrder = server.map(keyOfOne);
  const named = list
    .filter((one) => wanted.includes(keyOfOne(one)))
    .sort((a, b) => wanted.indexOf(keyOfOne(a)) - wanted.indexOf(keyOfOne(b)));
  const others = list.filter((one) => !wanted.includes(keyOfOne(one)));
  const result: unknown[] = [];
  let [i, j] = [0, 0];
  while (i < others.length || j < named.length) {
    const [left, right] = [serverOrder.indexOf(keyOfOne(others[i])), serverOrder.indexOf(keyOfOne(named[j]))];
    if (j >= named.length || (i < others.length && left >= 0 && right >= 0 && left < right)) result.push(others[i++]);
    else result.push(named[j++]);
  }
  return result;
}

function keyOf(one: Bag, mergeKey: string): unknown {
  if (one[mergeKey] === undefined) throw new StrategicPatchError(`map: ${goValue(one)} does not contain declared merge key: ${mergeKey}`);
  return one[mergeKey];
}

function unknownDirective(patch: Bag): StrategicPatchError {
  return new StrategicPatchError(`unknown patch type: ${goValue(patch[DIRECTIVE])} in map: ${goValue(patch)}`);
}

function element(one: unknown): Bag {
  if (!isObject(one)) throw new StrategicPatchError('expected a list of objects', true);
  return one;
}

/** A value without directives, and without what they delete. */
function stripped(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((one) => !(isObject(one) && one[DIRECTIVE] === 'delete')).map(stripped);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([key, part]) =>
          !key.startsWith(ELEMENT_ORDER) && !key.startsWith(DELETE_FROM) && key !== DIRECTIVE && key !== RETAIN_KEYS && part !== null,
      )
      .map(([key, part]) => [key, stripped(part)]),
  );
}

function fieldType(type: Type, key: string): Type | undefined {
  if (type.type === 'map') return type.of;
  return type.ref === undefined ? undefined : definitionByName(type.ref)?.fields.get(key);
}

function without(bag: Bag, key: string): Bag {
  const { [key]: _, ...rest } = bag;
  return rest;
}

function isObject(value: unknown): value is Bag {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
