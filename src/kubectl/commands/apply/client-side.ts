/** What client-side apply sends for one object: used by apply itself and by diff. */
import type { Sys } from '../../../kernel/types.ts';
import type { Client, PatchType, Query } from '../../client.ts';
import { CommandError, isNotFound } from '../../errors.ts';
import { isObject, type JsonObject, metadataOf, withValue } from '../../json.ts';
import { createThreeWayMergePatch, createThreeWayPatch, hasSchema } from '../../patch/diff.ts';
import type { ResourceInfo } from '../../resource/builder.ts';
import { pathOf } from '../../resource/mapper.ts';
import { LAST_APPLIED, withLastApplied } from '../common.ts';

export interface ApplyPatch {
  readonly type: PatchType;
  readonly patch: JsonObject;
}

/** The live object, or undefined when it is not there. */
export function* liveObject(client: Client, { mapping, namespace, name }: ResourceInfo): Sys<JsonObject | undefined> {
  if (name === '') return undefined;
  try {
    return yield* client.get(pathOf(mapping, namespace, name));
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

/** The configuration that was applied last, from the object's annotation; undefined when there is none. */
export function lastApplied(object: JsonObject): JsonObject | undefined {
  const text = metadataOf(object).annotations?.[LAST_APPLIED];
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    throw new CommandError(`the ${LAST_APPLIED} annotation is not valid JSON`);
  }
}

/** The three-way merge of the last applied, the wanted and the live configuration; an empty patch when nothing is to change. */
export function applyPatch(wanted: JsonObject, live: JsonObject): ApplyPatch {
  return threeWay(withLastApplied(wanted), live);
}

/** The same for `diff`, which leaves the annotation that apply writes out of the comparison. */
export function comparePatch(wanted: JsonObject, live: JsonObject): ApplyPatch {
  return threeWay(withValue(wanted, ['metadata', 'annotations', LAST_APPLIED], undefined), live);
}

function threeWay(modified: JsonObject, live: JsonObject): ApplyPatch {
  const original = lastApplied(live) ?? {};
  if (hasSchema(modified)) return { type: 'strategic', patch: createThreeWayPatch(original, modified, live) };
  return { type: 'merge', patch: createThreeWayMergePatch(original, modified, live) };
}

/** What apply creates where nothing is yet: with the annotation, without nulls. */
export function firstApplied(wanted: JsonObject): JsonObject {
  return pruneNulls(withLastApplied(wanted)) as JsonObject;
}

function pruneNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pruneNulls);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, one]) => (one === null ? [] : [[key, pruneNulls(one)]])));
}

/** Sends an object by server-side apply. */
export function* serverSideApply(
  client: Client,
  { mapping, namespace, name }: ResourceInfo,
  object: JsonObject,
  query: Query,
  subresource = '',
): Sys<JsonObject> {
  return yield* client.patch(
    pathOf(mapping, namespace, name, subresource),
    'apply',
    withValue(object, ['metadata', 'managedFields'], undefined),
    query,
  );
}
