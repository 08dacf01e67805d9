/** The order of Go's struct fields: kubectl prints in it what it holds as a typed object, such as what `create` makes. */
import { definition, definitionOf, type Type } from '../../kinds/schema.ts';
import { sortedKeys } from './json.ts';
import { STRUCT_ORDER } from './structorder.gen.ts';

const ORDERS: ReadonlyMap<string, readonly string[]> = new Map(
  STRUCT_ORDER.trim()
    .split('\n')
    .map((line) => line.split(' '))
    .map(([name = '', ...fields]) => [name, fields] as const),
);

/** For each object inside `object` its keys in the order in which Go writes them. */
export function structKeys(object: { readonly apiVersion?: unknown; readonly kind?: unknown }): (fields: object) => readonly string[] {
  const known = new Map<object, readonly string[]>();
  noteObject(object, known);
  return (fields) => known.get(fields) ?? sortedKeys(fields);
}

const LIST = ['kind', 'apiVersion', 'metadata', 'items'];

function noteObject(object: object, known: Map<object, readonly string[]>): void {
  const { apiVersion, kind, items } = object as { apiVersion?: unknown; kind?: unknown; items?: unknown };
  const root = definitionOf(String(apiVersion), String(kind));
  if (root) note(object, { type: 'ref', ref: root.name }, known);
  else if (Array.isArray(items)) {
    known.set(object, [...LIST.filter((key) => Object.hasOwn(object, key)), ...sortedKeys(object).filter((key) => !LIST.includes(key))]);
    for (const item of items) if (typeof item === 'object' && item !== null) noteObject(item, known);
  }
}

function note(value: unknown, type: Type, known: Map<object, readonly string[]>): void {
  if (typeof value !== 'object' || value === null) return;
  if (type.type === 'list' && type.of && Array.isArray(value)) for (const item of value) note(item, type.of, known);
  if (type.type === 'map' && type.of) for (const item of Object.values(value)) note(item, type.of, known);
  const found = type.type === 'ref' && type.ref ? definition(type.ref) : undefined;
  if (!found || Array.isArray(value)) return;
  const fields = value as Readonly<Record<string, unknown>>;
  const order = ORDERS.get(found.name);
  if (order)
    known.set(value, [
      ...order.filter((name) => Object.hasOwn(fields, name)),
      ...sortedKeys(fields).filter((name) => !order.includes(name)),
    ]);
  for (const field of found.fields.values()) if (Object.hasOwn(fields, field.name)) note(fields[field.name], field, known);
}
