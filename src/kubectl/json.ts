/** JSON values as kubectl handles them: objects of kinds it need not know. Never changed in place. */
export type JsonObject = { readonly [key: string]: unknown };

export interface Metadata {
  readonly name?: string;
  readonly generateName?: string;
  readonly namespace?: string;
  readonly uid?: string;
  readonly resourceVersion?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly deletionTimestamp?: string;
  readonly [key: string]: unknown;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function metadataOf(object: JsonObject): Metadata {
  return isObject(object['metadata']) ? (object['metadata'] as Metadata) : {};
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The items of a list object; undefined when it is no list. */
export function itemsOf(object: unknown): readonly JsonObject[] | undefined {
  if (!isObject(object) || !textOf(object['kind']).endsWith('List')) return undefined;
  if (object['items'] === undefined || object['items'] === null) return [];
  return Array.isArray(object['items']) ? (object['items'] as JsonObject[]) : undefined;
}

/** The value at a path of keys and indexes; undefined where the path ends early. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let here: unknown = value;
  for (const key of path) here = typeof here === 'object' && here !== null ? (here as Record<string | number, unknown>)[key] : undefined;
  return here;
}

/** A copy with the value at a path replaced (objects are made on the way); undefined removes the key. */
export function withValue(object: JsonObject, path: readonly string[], value: unknown): JsonObject {
  const [key, ...rest] = path as [string, ...string[]];
  if (rest.length > 0) return { ...object, [key]: withValue(isObject(object[key]) ? object[key] : {}, rest, value) };
  if (value !== undefined) return { ...object, [key]: value };
  const { [key]: _removed, ...others } = object;
  return others;
}

export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  const left = Object.keys(a);
  return (
    left.length === Object.keys(b).length &&
    left.every((key) => Object.hasOwn(b, key) && sameJson((a as JsonObject)[key], (b as JsonObject)[key]))
  );
}
