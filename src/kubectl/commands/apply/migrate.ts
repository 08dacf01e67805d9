/**
 * After a server-side apply: fields that client-side apply wrote before become those of the one who applies now, so that leaving them out
 * of the file later removes them. The last-applied annotation gets an owner of its own first.
 */
import type { Sys } from '../../../kernel/types.ts';
import type { Client, Query } from '../../client.ts';
import { at, isObject, type JsonObject, metadataOf } from '../../json.ts';
import { groupVersion, type Mapping } from '../../resource/mapper.ts';
import { LAST_APPLIED } from '../common.ts';

interface Entry extends JsonObject {
  readonly manager: string;
  readonly operation: string;
  readonly apiVersion?: string;
  readonly subresource?: string;
  readonly fieldsV1?: JsonObject;
}

const ANNOTATION_OWNER = 'kubectl-last-applied';

function entriesOf(object: JsonObject): readonly Entry[] {
  return (metadataOf(object)['managedFields'] ?? []) as readonly Entry[];
}

/** Who owns the annotation by this kind of operation. */
function owners(object: JsonObject, operation: 'Apply' | 'Update'): readonly Entry[] {
  const path = ['f:metadata', 'f:annotations', `f:${LAST_APPLIED}`];
  return entriesOf(object).filter((entry) => entry.operation === operation && at(entry.fieldsV1, ...path) !== undefined);
}

/** The object with the annotation owned by a manager that leaves it alone; the same object where that is not needed. */
export function* keepLastApplied(
  client: Client,
  mapping: Mapping,
  path: string,
  object: JsonObject,
  manager: string,
  query: Query,
): Sys<JsonObject> {
  const { name, namespace, annotations } = metadataOf(object);
  const text = annotations?.[LAST_APPLIED];
  if (manager !== 'kubectl' || text === undefined || owners(object, 'Apply').length > 0) return object;
  const only = {
    apiVersion: groupVersion(mapping),
    kind: mapping.kind,
    metadata: { name, ...(namespace && { namespace }), annotations: { [LAST_APPLIED]: text } },
  };
  return yield* client.patch(path, 'apply', only, { ...query, fieldManager: ANNOTATION_OWNER, force: 'false' });
}

/** The JSON patch that moves client-side apply's fields to `manager`; undefined when there are none. */
export function migrationPatch(object: JsonObject, manager: string): readonly JsonObject[] | undefined {
  const clients = new Set(owners(object, 'Update').map((entry) => entry.manager));
  const before = entriesOf(object);
  let entries: readonly Entry[] = before;
  for (const client of clients) entries = moved(entries, client, manager);
  if (entries === before) return undefined;
  return [
    { op: 'replace', path: '/metadata/managedFields', value: entries },
    { op: 'replace', path: '/metadata/resourceVersion', value: metadataOf(object).resourceVersion },
  ];
}

function moved(entries: readonly Entry[], client: string, manager: string): readonly Entry[] {
  const whole = (entry: Entry): boolean => (entry.subresource ?? '') === '';
  const isOld = (entry: Entry): boolean => whole(entry) && entry.manager === client && entry.operation === 'Update';
  const old = entries.find(isOld);
  if (!old) return entries;
  const target = entries.find((entry) => whole(entry) && entry.manager === manager && entry.operation === 'Apply');
  if (!target) {
    const renamed: Entry = { ...old, manager, operation: 'Apply' };
    return entries.flatMap((entry) => (entry === old ? [renamed] : isOld(entry) ? [] : [entry]));
  }
  const joined: Entry =
    old.apiVersion === target.apiVersion ? { ...target, fieldsV1: union(target.fieldsV1 ?? {}, old.fieldsV1 ?? {}) as JsonObject } : target;
  return entries.flatMap((entry) => (entry === target ? [joined] : isOld(entry) ? [] : [entry]));
}

function union(a: unknown, b: unknown): unknown {
  if (!isObject(a) || !isObject(b)) return a ?? b;
  return {
    ...b,
    ...a,
    ...Object.fromEntries(Object.keys(b).flatMap((key) => (Object.hasOwn(a, key) ? [[key, union(a[key], b[key])]] : []))),
  };
}
