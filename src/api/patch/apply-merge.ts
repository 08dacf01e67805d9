/** Server-side apply on values: merging what a client applies, taking away what it no longer applies, naming fields. */
import { type Definition, definition as definitionByName, type Type } from '../../kinds/schema.ts';
import { equal } from '../equal.ts';
import { elementKey, type FieldSet, isEmpty } from '../field-set.ts';
import { toGoJson } from '../go-json.ts';

type Bag = Readonly<Record<string, unknown>>;

const ANY: Type = { type: 'any' };

/** The live value with the applied one merged in. */
export function mergeApplied(definition: Definition, live: unknown, applied: unknown): unknown {
  return merge({ type: 'ref', ref: definition.name }, live, applied);
}

function merge(type: Type, live: unknown, applied: unknown): unknown {
  if (live === undefined || live === null || applied === null || isAtomic(type)) return applied;
  if (Array.isArray(applied)) return Array.isArray(live) ? mergeLists(type, live, applied) : applied;
  if (typeof applied !== 'object' || typeof live !== 'object') return applied;
  const merged: Record<string, unknown> = { ...(live as Bag) };
  for (const [key, value] of Object.entries(applied as Bag)) merged[key] = merge(partType(type, key), (live as Bag)[key], value);
  return merged;
}

function mergeLists(type: Type, live: readonly unknown[], applied: readonly unknown[]): unknown[] {
  if (type.listType === 'set') return [...live, ...applied.filter((one) => !live.some((other) => equal(one, other)))];
  const keys = applied.map((one) => elementKey(type, one));
  const [liveByKey, appliedByKey] = [
    new Map(live.map((one) => [elementKey(type, one), one])),
    new Map(applied.map((one, at) => [keys[at], one])),
  ];
  const all = [...liveByKey.keys()].every((key) => appliedByKey.has(key));
  const order = all ? keys : [...new Set([...liveByKey.keys(), ...keys])];
  return order.map((key) =>
    appliedByKey.has(key) ? merge(type.of ?? ANY, liveByKey.get(key), appliedByKey.get(key)) : liveByKey.get(key),
  );
}

/** Whether a value is replaced whole. */
export function isAtomic(type: Type): boolean {
  if (type.type === 'list') return type.listType !== 'map' && type.listType !== 'set';
  if (type.atomic || type.type === 'object' || type.type === 'any') return true;
  return type.type === 'ref' && (definitionByName(type.ref ?? '')?.atomic ?? true);
}

/** The type of a field, or of a map's values. */
export function partType(type: Type, key: string): Type {
  if (type.type === 'map') return type.of ?? ANY;
  return (type.ref === undefined ? undefined : definitionByName(type.ref)?.fields.get(key)) ?? ANY;
}

/** The value without the fields in `remove`, except where `kept` names something below. */
export function removeFields(definition: Definition, value: unknown, remove: FieldSet, kept: FieldSet): unknown {
  return without({ type: 'ref', ref: definition.name }, value, remove, kept);
}

function without(type: Type, value: unknown, remove: FieldSet, kept: FieldSet): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.flatMap((one) => withoutPart(type.of ?? ANY, listKey(type, one), one, remove, kept) ?? []);
  const left: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value)) {
    const rest = withoutPart(partType(type, key), `f:${key}`, part, remove, kept);
    if (rest) left[key] = rest[0];
  }
  return left;
}

/** The part after removal in a list of one; undefined when it goes altogether. */
function withoutPart(type: Type, key: string, part: unknown, remove: FieldSet, kept: FieldSet): readonly [unknown] | undefined {
  const node = remove[key];
  if (!node) return [part];
  const whole = isEmpty(node) || node['.'] !== undefined;
  return whole && !kept[key] ? undefined : [without(type, part, node, kept[key] ?? {})];
}

function listKey(type: Type, element: unknown): string {
  return type.listType === 'set' ? `v:${toGoJson(element)}` : `k:${elementKey(type, element)}`;
}

/** The set's fields as paths: `.spec.template.spec.containers[name="web"].image`. */
export function pathsOf(set: FieldSet): string[] {
  return Object.keys(set)
    .sort()
    .flatMap((key) => {
      const below = set[key] as FieldSet;
      if (key === '.') return [''];
      return (isEmpty(below) ? [''] : pathsOf(below)).map((rest) => `${pathElement(key)}${rest}`);
    });
}

/** `.name` of `f:name`, `[port=80]` of `k:{"port":80}`. */
export function pathElement(key: string): string {
  const text = key.slice(2);
  if (key.startsWith('f:')) return `.${text}`;
  if (key.startsWith('v:')) return `[=${text}]`;
  const parts = Object.entries(JSON.parse(text) as Bag).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  return `[${parts.join(',')}]`;
}
