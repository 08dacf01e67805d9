/** Strategic merge patches as kustomize applies them: unlike the server, by kyaml's merge. */
import { type Definition, definition, definitionOf, type Type } from '../../kinds/schema.ts';
import { isObject, type JsonObject, sameJson, textOf } from '../json.ts';

/** The object with a patch applied; a kind without a schema merges as plain JSON. Lists begin with what the patch names. */
export function applyStrategicPatch(object: JsonObject, patch: JsonObject): JsonObject {
  return mergeMap(object, patch, definitionOf(textOf(object['apiVersion']), textOf(object['kind'])));
}

function inside(type: Type | undefined): Definition | Type | undefined {
  return type?.type === 'ref' ? definition(type.ref ?? '') : type?.type === 'map' ? type : undefined;
}

function fieldOf(schema: Definition | Type | undefined, key: string): Type | undefined {
  if (!schema) return undefined;
  if ('fields' in schema) return schema.fields.get(key);
  return schema.type === 'map' ? schema.of : undefined;
}

function mergeMap(object: JsonObject, patch: JsonObject, schema: Definition | Type | undefined): JsonObject {
  if (patch['$patch'] === 'replace') {
    const { $patch: _directive, ...rest } = patch;
    return rest;
  }
  if (patch['$patch'] === 'delete') return {};
  const keep = patch['$retainKeys'] as readonly string[] | undefined;
  const result: Record<string, unknown> = keep
    ? Object.fromEntries(Object.entries(object).filter(([key]) => keep.includes(key)))
    : { ...object };
  for (const [key, value] of Object.entries(patch)) {
    if (key.startsWith('$')) {
      const [directive, name = ''] = key.split('/');
      if (directive === '$deleteFromPrimitiveList')
        result[name] = ((result[name] ?? []) as unknown[]).filter((item) => !(value as unknown[]).includes(item));
      continue;
    }
    const field = fieldOf(schema, key);
    const old = result[key];
    if (value === null) delete result[key];
    else if (isObject(value)) result[key] = mergeMap(isObject(old) ? old : {}, value, inside(field));
    else if (Array.isArray(value) && field?.merge) result[key] = mergeList(Array.isArray(old) ? old : [], value, field);
    else result[key] = value;
  }
  for (const [key, order] of Object.entries(patch)) {
    if (!key.startsWith('$setElementOrder/')) continue;
    const name = key.slice('$setElementOrder/'.length);
    if (Array.isArray(result[name])) result[name] = ordered(result[name], order as unknown[], fieldOf(schema, name)?.mergeKey);
  }
  return result;
}

function mergeList(list: readonly unknown[], patch: readonly unknown[], { mergeKey, of }: Type): unknown[] {
  if (mergeKey === undefined) return [...patch, ...list.filter((item) => !patch.includes(item))];
  if (patch.some((item) => isObject(item) && item['$patch'] === 'replace'))
    return patch.filter((item) => !(isObject(item) && item['$patch'] === 'replace'));
  let result = [...list];
  for (const item of patch.filter(isObject)) {
    const index = result.findIndex((one) => isObject(one) && sameJson(one[mergeKey], item[mergeKey]));
    if (item['$patch'] === 'delete') result = result.filter((_one, at) => at !== index);
    else if (index < 0) result.push(mergeMap({}, item, inside(of)));
    else result[index] = mergeMap(result[index] as JsonObject, item, inside(of));
  }
  const place = (item: unknown): number => {
    const index = patch.findIndex((one) => isObject(one) && isObject(item) && sameJson(one[mergeKey], item[mergeKey]));
    return index < 0 ? patch.length : index;
  };
  return result
    .map((item) => ({ item, at: place(item) }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** The list in the wanted order; items that are not in it keep their place after the one before them. */
function ordered(list: readonly unknown[], order: readonly unknown[], mergeKey: string | undefined): unknown[] {
  const rank = (item: unknown): number =>
    mergeKey === undefined
      ? order.indexOf(item)
      : order.findIndex((one) => isObject(one) && isObject(item) && sameJson(one[mergeKey], item[mergeKey]));
  let last = -1;
  const ranked = list.map((item, index) => {
    const own = rank(item);
    if (own >= 0) last = own;
    return { item, rank: own >= 0 ? own : last + 0.5, index };
  });
  return ranked.sort((a, b) => a.rank - b.rank || a.index - b.index).map(({ item }) => item);
}
