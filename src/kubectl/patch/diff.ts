/**
 * Patches made on the client: what `apply`, `set`, `rollout` and `edit` send.
 * Strategic merge patches follow the schema's merge keys (source of the rules: apimachinery's util/strategicpatch).
 */
import { type Definition, definition, definitionOf, type Field, type Type } from '../../kinds/schema.ts';
import { isObject, type JsonObject, sameJson, textOf } from '../json.ts';

interface Wanted {
  readonly deletions: boolean;
  readonly changes: boolean;
}

const EVERYTHING: Wanted = { deletions: true, changes: true };

/** True when the kind has a schema here, so that strategic merge patches can be made for it. */
export function hasSchema(object: JsonObject): boolean {
  return schemaOf(object) !== undefined;
}

function schemaOf(object: JsonObject): Definition | undefined {
  return definitionOf(textOf(object['apiVersion']), textOf(object['kind']));
}

/** The strategic merge patch that makes `after` of `before`; {} when they are equal. */
export function createStrategicPatch(before: JsonObject, after: JsonObject): JsonObject {
  return diffMaps(before, after, schemaOf(after), EVERYTHING);
}

/** The JSON merge patch (RFC 7386) that makes `after` of `before`. */
export function createMergePatch(before: JsonObject, after: JsonObject): JsonObject {
  return diffMaps(before, after, undefined, EVERYTHING);
}

/**
 * apply's patch: what `modified` changes or adds to the live object, and what it no longer has of what was applied last.
 * Fields that others set stay as they are.
 */
export function createThreeWayPatch(original: JsonObject, modified: JsonObject, current: JsonObject): JsonObject {
  const schema = schemaOf(modified);
  const changes = diffMaps(current, modified, schema, { deletions: false, changes: true });
  const deletions = diffMaps(original, modified, schema, { deletions: true, changes: false });
  return mergeMaps(deletions, changes, schema);
}

/** apply's patch for kinds without a schema: lists are replaced whole. */
export function createThreeWayMergePatch(original: JsonObject, modified: JsonObject, current: JsonObject): JsonObject {
  const changes = diffMaps(current, modified, undefined, { deletions: false, changes: true });
  const deletions = diffMaps(original, modified, undefined, { deletions: true, changes: false });
  return mergeMaps(deletions, changes, undefined);
}

function fieldOf(schema: Definition | Type | undefined, key: string): Field | Type | undefined {
  if (!schema) return undefined;
  if ('fields' in schema) return schema.fields.get(key);
  return schema.type === 'map' ? schema.of : undefined;
}

/** The schema for what is inside a value: its definition, or the type of a map's values. */
function inside(type: Type | undefined): Definition | Type | undefined {
  return type?.type === 'ref' ? definition(type.ref ?? '') : type?.type === 'map' ? type : undefined;
}

function diffMaps(before: JsonObject, after: JsonObject, schema: Definition | Type | undefined, wanted: Wanted): JsonObject {
  const patch: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(after)) {
    const old = before[key];
    const field = fieldOf(schema, key);
    if (old === undefined || old === null) {
      if (wanted.changes && value !== undefined && !(old === null && value === null)) patch[key] = value;
    } else if (isObject(old) && isObject(value)) {
      const inner = diffMaps(old, value, inside(field), wanted);
      if (Object.keys(inner).length === 0) continue;
      patch[key] = field?.retainKeys ? { ...inner, $retainKeys: Object.keys(value).sort() } : inner;
    } else if (Array.isArray(old) && Array.isArray(value) && field?.merge) {
      Object.assign(patch, diffLists(key, old, value, field, wanted));
    } else if (wanted.changes && !sameJson(old, value)) patch[key] = value;
  }
  if (wanted.deletions) for (const key of Object.keys(before)) if (!Object.hasOwn(after, key)) patch[key] = null;
  return patch;
}

function diffLists(key: string, before: readonly unknown[], after: readonly unknown[], { mergeKey, of }: Type, wanted: Wanted): JsonObject {
  if (mergeKey === undefined) return diffScalars(key, before, after, wanted);
  const items: JsonObject[] = [];
  const [olds, news] = [before.filter(isObject), after.filter(isObject)];
  for (const item of news) {
    const old = olds.find((one) => sameJson(one[mergeKey], item[mergeKey]));
    if (!old) {
      if (wanted.changes) items.push(item);
      continue;
    }
    const inner = diffMaps(old, item, inside(of), wanted);
    if (Object.keys(inner).length > 0) items.push({ ...inner, [mergeKey]: item[mergeKey] });
  }
  const gone = wanted.deletions ? olds.filter((old) => !news.some((item) => sameJson(item[mergeKey], old[mergeKey]))) : [];
  const deletes = gone.map((old) => ({ $patch: 'delete', [mergeKey]: old[mergeKey] }));
  const keys = news.map((item) => ({ [mergeKey]: item[mergeKey] }));
  const reordered =
    wanted.changes &&
    !sameJson(
      keys,
      olds.filter((old) => news.some((item) => sameJson(item[mergeKey], old[mergeKey]))).map((old) => ({ [mergeKey]: old[mergeKey] })),
    );
  if (items.length === 0 && deletes.length === 0 && !reordered) return {};
  return {
    ...(keys.length > 0 && { [`$setElementOrder/${key}`]: keys }),
    ...((items.length > 0 || deletes.length > 0) && { [key]: [...items, ...deletes] }),
  };
}

function diffScalars(key: string, before: readonly unknown[], after: readonly unknown[], wanted: Wanted): JsonObject {
  const added = wanted.changes ? after.filter((item) => !before.includes(item)) : [];
  const gone = wanted.deletions ? before.filter((item) => !after.includes(item)) : [];
  if (added.length === 0 && gone.length === 0) return {};
  return {
    ...(after.length > 0 && { [`$setElementOrder/${key}`]: after }),
    ...(gone.length > 0 && { [`$deleteFromPrimitiveList/${key}`]: gone }),
    ...(added.length > 0 && { [key]: added }),
  };
}

/** Two patches as one; the second wins. */
function mergeMaps(first: JsonObject, second: JsonObject, schema: Definition | Type | undefined): JsonObject {
  const merged: Record<string, unknown> = { ...first };
  for (const [key, value] of Object.entries(second)) {
    const old = merged[key];
    const field = fieldOf(schema, key);
    if (isObject(old) && isObject(value)) merged[key] = mergeMaps(old, value, inside(field));
    else if (Array.isArray(old) && Array.isArray(value) && field?.merge) merged[key] = mergeLists(old, value, field);
    else merged[key] = value;
  }
  return merged;
}

function mergeLists(first: readonly unknown[], second: readonly unknown[], { mergeKey, of }: Type): unknown[] {
  if (mergeKey === undefined) return [...new Set([...first, ...second])];
  const merged = first.filter(isObject);
  for (const item of second.filter(isObject)) {
    const index = merged.findIndex((one) => sameJson(one[mergeKey], item[mergeKey]));
    if (index < 0) merged.push(item);
    else merged[index] = mergeMaps(merged[index] as JsonObject, item, inside(of));
  }
  return merged;
}
