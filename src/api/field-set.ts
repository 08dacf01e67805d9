/**
 * Sets of fields in the form of FieldsV1: a tree whose keys are `f:name`, `k:{"name":"web"}` (an element of a keyed list),
 * `v:"a"` (an element of a set), and `.` for the node itself. {} at a leaf means the field. Source: structured-merge-diff.
 */
import { type Definition, definition as definitionByName, type Type } from '../kinds/schema.ts';
import { wireOf } from '../kinds/wire.ts';
import { equal } from './equal.ts';
import { toGoJson } from './go-json.ts';

export interface FieldSet {
  readonly [key: string]: FieldSet;
}

const LEAF: FieldSet = {};

/** Where a value's parts are: the type of a field or element. */
const ROOT = (definition: Definition): Type => ({ type: 'ref', ref: definition.name });

export function isEmpty(set: FieldSet): boolean {
  for (const _ in set) return false;
  return true;
}

/** A node with nothing below but perhaps itself. */
function isLeaf(set: FieldSet): boolean {
  for (const key in set) if (key !== '.') return false;
  return true;
}

export function union(a: FieldSet, b: FieldSet): FieldSet {
  if (isEmpty(a)) return b;
  if (isEmpty(b)) return a;
  const all: Record<string, FieldSet> = { ...a };
  for (const key of Object.keys(b)) {
    const [left, right] = [a[key], b[key] as FieldSet];
    all[key] = left === undefined ? right : merged(left, right);
  }
  return all;
}

/** Two nodes: a leaf beside an inner node becomes the inner node's `.`. */
function merged(left: FieldSet, right: FieldSet): FieldSet {
  if (isEmpty(left)) return isEmpty(right) ? LEAF : { '.': LEAF, ...right };
  if (isEmpty(right)) return { '.': LEAF, ...left };
  return union(left, right);
}

/** The fields of `a` that are not in `b`. */
export function subtract(a: FieldSet, b: FieldSet): FieldSet {
  const left: Record<string, FieldSet> = {};
  for (const key of Object.keys(a)) {
    const [mine, theirs] = [a[key] as FieldSet, b[key]];
    if (theirs === undefined) left[key] = mine;
    else if (isEmpty(mine)) {
      if (!hasSelf(theirs)) left[key] = mine;
    } else {
      const rest = subtract(mine, isEmpty(theirs) ? { '.': LEAF } : theirs);
      if (!isEmpty(rest)) left[key] = isOnlySelf(rest) ? LEAF : rest;
    }
  }
  return left;
}

function hasSelf(set: FieldSet): boolean {
  return isEmpty(set) || set['.'] !== undefined;
}

function isOnlySelf(set: FieldSet): boolean {
  return set['.'] !== undefined && isLeaf(set);
}

/** The fields in both. */
export function intersect(a: FieldSet, b: FieldSet): FieldSet {
  return subtract(a, subtract(a, b));
}

/** The fields of a value, as a client that applies it claims them. */
export function fieldsOf(definition: Definition, value: unknown): FieldSet {
  return claimed(ROOT(definition), value);
}

function claimed(type: Type, value: unknown): FieldSet {
  const parts = partsOf(type, value);
  if (!parts) return LEAF;
  const set: Record<string, FieldSet> = {};
  for (const [key, part] of parts) {
    if (part.value === undefined) continue;
    const below = claimed(part.type, part.value);
    set[key] = part.named || isEmpty(below) ? below : { '.': LEAF, ...below };
  }
  return set;
}

/**
 * What an update changed: `set` are the fields added or given another value, `gone` those that were and are no more.
 * With `before` undefined the object is new.
 */
export function changedFields(
  definition: Definition,
  before: unknown,
  after: unknown,
): { readonly set: FieldSet; readonly gone: FieldSet } {
  const type = ROOT(definition);
  return {
    set: added(type, before ?? emptyOf(type), after, true) ?? LEAF,
    gone: before === undefined ? LEAF : (removed(type, before, after) ?? LEAF),
  };
}

/** Fields of `after` that `before` lacks or has otherwise; undefined for none. */
function added(type: Type, before: unknown, after: unknown, existed: boolean): FieldSet | undefined {
  if (before === after || (existed && equal(before, after))) return undefined;
  const parts = partsOf(type, after);
  if (!parts || parts.size === 0) return LEAF;
  const old = partsOf(type, before);
  const set: Record<string, FieldSet> = {};
  if (!existed) set['.'] = LEAF;
  for (const [key, part] of parts) {
    if (part.value === undefined) continue;
    const known = old?.get(key);
    const below = added(part.type, known?.value, part.value, known !== undefined && known.value !== undefined);
    if (below) set[key] = below;
  }
  return isEmpty(set) ? undefined : isOnlySelf(set) && !existed ? LEAF : set;
}

/** Fields of `before` that `after` no longer has; undefined for none. */
function removed(type: Type, before: unknown, after: unknown): FieldSet | undefined {
  if (before === after) return undefined;
  const parts = partsOf(type, before);
  if (!parts) return after === undefined ? LEAF : undefined;
  const now = partsOf(type, after);
  const set: Record<string, FieldSet> = {};
  if (after === undefined) set['.'] = LEAF;
  for (const [key, part] of parts) {
    const below = removed(part.type, part.value, now?.get(key)?.value);
    if (below) set[key] = below;
  }
  return isEmpty(set) ? undefined : isOnlySelf(set) ? LEAF : set;
}

export interface Part {
  readonly type: Type;
  readonly value: unknown;
  /** A field of a struct, and not a key of a map or an element of a list. */
  readonly named: boolean;
}

const STRING: Type = { type: 'string' };

/** The parts of a value that have managers of their own, by their key; undefined when it is one whole. */
export function partsOf(type: Type, value: unknown): Map<string, Part> | undefined {
  if (value === null || typeof value !== 'object') return undefined;
  if (Array.isArray(value)) return type.type === 'list' ? elementsOf(type, value) : undefined;
  if (type.atomic || type.type === 'object' || type.type === 'any') return undefined;
  const parts = new Map<string, Part>();
  const bag = value as Readonly<Record<string, unknown>>;
  if (type.type === 'map') {
    for (const key of Object.keys(bag)) parts.set(`f:${key}`, { type: type.of ?? STRING, value: bag[key], named: false });
    return parts;
  }
  const struct = type.ref === undefined ? undefined : definitionByName(type.ref);
  if (!struct || struct.atomic) return undefined;
  for (const key of Object.keys(bag)) parts.set(`f:${key}`, { type: struct.fields.get(key) ?? STRING, value: bag[key], named: true });
  return parts;
}

function elementsOf(type: Type, list: readonly unknown[]): Map<string, Part> | undefined {
  const of = type.of ?? STRING;
  if (type.listType === 'set') return new Map(list.map((value) => [`v:${toGoJson(value)}`, { type: STRING, value, named: false }]));
  if (type.listType !== 'map') return undefined;
  return new Map(list.map((value) => [`k:${elementKey(type, value)}`, { type: of, value, named: false }]));
}

/** `{"containerPort":80,"protocol":"TCP"}` */
export function elementKey(type: Type, element: unknown): string {
  const bag = element as Readonly<Record<string, unknown>>;
  const key: Record<string, unknown> = {};
  for (const name of type.listMapKeys ?? []) key[name] = bag[name] ?? (name === 'protocol' ? 'TCP' : undefined);
  return toGoJson(key);
}

/** What an object is before anything is set: only structs that are always written. */
function emptyOf(type: Type): unknown {
  const struct = type.ref === undefined ? undefined : definitionByName(type.ref);
  if (!struct) return undefined;
  const value: Record<string, unknown> = {};
  for (const field of struct.fields.values()) {
    const wire = wireOf(struct.name, field.name);
    if (field.name === 'metadata') value['metadata'] = {};
    else if (wire.struct || (field.required && !wire.omit))
      value[field.name] =
        field.type === 'ref' && !wire.pointer ? emptyOf(field) : field.type === 'list' || field.type === 'map' ? [] : undefined;
  }
  return value;
}
