/**
 * Server-side apply: the client says what it wants of an object; fields it named before and no longer names go away, and fields
 * that another manager set to something else are conflicts, unless it insists (source: structured-merge-diff's merge/update.go).
 */

import type { Definition } from '../../kinds/schema.ts';
import type { KubeObject } from '../../world/object.ts';
import { warningsOf } from '../admission.ts';
import { decodeAs, objectOf, storedOf } from '../body.ts';
import { equal } from '../equal.ts';
import { ApiError, badRequest } from '../errors.ts';
import { managedPart, shown, structureOf } from '../field-owners.ts';
import { changedFields, type FieldSet, fieldsOf, intersect, isEmpty, subtract, union } from '../field-set.ts';
import { goQuote } from '../go-json.ts';
import { type ManagedFieldsEntry, managedFieldsOf, withManagedFields } from '../managed-fields.ts';
import type { Face, Resource } from '../registry.ts';
import type { Call } from '../request.ts';
import { clientHow } from '../resource-handlers.ts';
import type { Context } from '../server.ts';
import type { ApiResponse } from '../types.ts';
import { formatTime } from '../values/duration.ts';
import { mergeApplied, pathsOf, removeFields } from './apply-merge.ts';
import type { PatchTarget } from './index.ts';
import { typedErrors } from './typed.ts';

type Bag = Readonly<Record<string, unknown>>;

export function handleApply(context: Context, call: Call, at: PatchTarget, subresource: string): ApiResponse {
  const { resource, namespace, name } = at;
  const definition = structureOf(resource);
  // options.ts sees to it that there is one.
  const manager = call.parameter('fieldManager') as string;
  if (!definition) throw badRequest('server-side apply needs a schema for the kind');
  const given = withoutNulls(configOf(call, at)) as Bag;
  const spoken = call.face ?? resource;
  const why = typedErrors(spoken.definition ?? definition, given);
  if (why !== '') {
    const { group, version, kind } = spoken.kind;
    const what = `${namespace ?? ''}/${name}; ${group}/${version}, Kind=${kind}`;
    throw new ApiError(500, '', `failed to create typed patch object (${what}): ${why}`);
  }
  const config = call.face ? storedConfig(resource, call.face, given) : given;
  decoded(resource, config, call);
  const live = context.world.store.get(resource.name, namespace ?? '', name);
  const time = formatTime(context.world.now);
  const how = { ...clientHow(call, subresource), manager: undefined };
  if (!live) {
    const object = objectFrom(resource, decoded(resource, config, call));
    const made = applyTo(resource, definition, undefined, object, config, { manager, subresource, time, force: true });
    const created = context.writes.createObject(resource, made, namespace, how);
    call.warnings.push(...warningsOf(context, resource.kind, created, undefined));
    return call.object(resource, created, 201);
  }
  const merged = merge(resource, definition, live, config, manager, subresource);
  const next = objectFrom(resource, decoded(resource, merged, call));
  const wanted = (config['metadata'] as Bag)['resourceVersion'];
  const versioned = { ...next, metadata: { ...next.metadata, resourceVersion: typeof wanted === 'string' ? wanted : '' } };
  const owned = applyTo(resource, definition, live, versioned, config, { manager, subresource, time, force: call.flag('force') });
  const write = subresource === 'status' ? context.writes.updateStatusOf : context.writes.updateObject;
  const made = write.call(context.writes, resource, owned, live, how);
  call.warnings.push(...warningsOf(context, resource.kind, made, live));
  return call.object(resource, made);
}

/** The configuration in the stored version. */
function storedConfig(resource: Resource, face: Face, config: Bag): Bag {
  const { apiVersion: _v, kind: _k, ...stored } = storedOf(resource, face, config as unknown as KubeObject);
  return withoutNulls(stored) as Bag;
}

/** The configuration as the kind reads it. */
function decoded(resource: Resource, config: Bag, call: Call): Bag {
  const { definition, kind } = resource;
  return definition ? decodeAs(definition, kind.kind, kind.version, config, call) : (objectOf(resource, call, config) as unknown as Bag);
}

/** The applied configuration: what the client named, and no more. */
function configOf(call: Call, { resource, name }: PatchTarget): Bag {
  const { body } = call;
  if (body === null || typeof body !== 'object' || Array.isArray(body)) throw badRequest('error decoding patch: the body is not an object');
  const { status: _, ...main } = body as Bag;
  const given = (call.request.path.endsWith('/status') ? body : main) as Bag;
  const metadata = (isObject(given['metadata']) ? given['metadata'] : {}) as Bag;
  const { kind, apiVersion } = call.face ?? resource;
  if (given['apiVersion'] === undefined || given['kind'] === undefined) throw badRequest('invalid object type: /, Kind=');
  if (given['apiVersion'] !== apiVersion || given['kind'] !== kind.kind) {
    throw badRequest(
      `the patch is of ${String(given['apiVersion'])}, Kind=${String(given['kind'])}, not of ${apiVersion}, Kind=${kind.kind}`,
    );
  }
  if (metadata['managedFields'] !== undefined && metadata['managedFields'] !== null) throw badRequest('metadata.managedFields must be nil');
  if (metadata['name'] !== undefined && metadata['name'] !== name) {
    throw badRequest(`name in URL does not match name in JSON: ${goQuote(name)} != ${goQuote(String(metadata['name']))}`);
  }
  const { apiVersion: _v, kind: _k, ...rest } = given;
  return { ...rest, metadata: { ...metadata, name } };
}

function isObject(value: unknown): value is Bag {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** A null says no more than that there is nothing. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((one) => one !== null).map(withoutNulls);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== null && part !== undefined)
      .map(([key, part]) => [key, withoutNulls(part)]),
  );
}

function objectFrom({ kind, apiVersion }: Resource, value: Bag): KubeObject {
  return { ...value, apiVersion, kind: kind.kind } as unknown as KubeObject;
}

interface Applier {
  readonly manager: string;
  readonly subresource: string;
  readonly time: string;
  readonly force: boolean;
}

function isMine(entry: ManagedFieldsEntry, { manager, subresource }: Pick<Applier, 'manager' | 'subresource'>): boolean {
  return entry.manager === manager && entry.operation === 'Apply' && (entry.subresource ?? '') === subresource;
}

/** The live object with the configuration merged in, less what this manager alone named before and names no longer. */
function merge(resource: Resource, definition: Definition, live: KubeObject, config: Bag, manager: string, subresource: string): Bag {
  const { managedFields: _, ...metadata } = live.metadata;
  const { apiVersion: _v, kind: _k, ...rest } = live;
  const merged = mergeApplied(definition, { ...rest, metadata }, config) as Bag;
  const entries = managedFieldsOf(shown(resource, live));
  const mine = entries.find((one) => isMine(one, { manager, subresource }));
  if (!mine?.fieldsV1) return merged;
  const others = entries.filter((one) => one !== mine).reduce<FieldSet>((all, one) => union(all, one.fieldsV1 ?? {}), {});
  const kept = union(others, fieldsOf(definition, managedPart(objectFrom(resource, config))));
  return removeFields(definition, merged, subtract(mine.fieldsV1, kept), kept) as Bag;
}

/** The object with managedFields as they are after this apply; throws a Conflict where other managers want something else. */
function applyTo(
  resource: Resource,
  definition: Definition,
  live: KubeObject | undefined,
  next: KubeObject,
  config: Bag,
  applier: Applier,
): KubeObject {
  const mine = fieldsOf(definition, managedPart(objectFrom(resource, config)));
  const before = live ? managedFieldsOf(live) : [];
  const changes = live ? changedFields(definition, managedPart(live), managedPart(next)) : { set: {}, gone: {} };
  const seen = live ? managedFieldsOf(shown(resource, live)) : [];
  const conflicts: { readonly entry: ManagedFieldsEntry; readonly path: string }[] = [];
  const others: ManagedFieldsEntry[] = [];
  before.forEach((entry, index) => {
    if (isMine(entry, applier)) return;
    const theirs = seen[index]?.fieldsV1 ?? {};
    const disputed = intersect(theirs, intersect(changes.set, mine));
    if (!isEmpty(disputed)) conflicts.push(...pathsOf(disputed).map((path) => ({ entry, path })));
    if (!entry.fieldsV1) others.push(entry);
    else {
      const fieldsV1 = subtract(entry.fieldsV1, union(disputed, changes.gone));
      if (!isEmpty(fieldsV1)) others.push(equal(fieldsV1, entry.fieldsV1) ? entry : { ...entry, fieldsV1 });
    }
  });
  if (conflicts.length > 0 && !applier.force) throw conflictError(conflicts);
  const known = before.find((one) => isMine(one, applier));
  const unchanged = known && equal(known.fieldsV1, mine) && isEmpty(changes.set) && isEmpty(changes.gone);
  const entry: ManagedFieldsEntry = {
    manager: applier.manager,
    operation: 'Apply',
    apiVersion: resource.apiVersion,
    time: unchanged ? (known.time ?? applier.time) : applier.time,
    fieldsType: 'FieldsV1',
    fieldsV1: mine,
    ...(applier.subresource && { subresource: applier.subresource }),
  };
  return withManagedFields(next, [...[entry, ...others].filter(isApply).sort(byTime), ...others.filter((one) => !isApply(one))]);
}

const isApply = ({ operation }: ManagedFieldsEntry): boolean => operation === 'Apply';

function byTime(a: ManagedFieldsEntry, b: ManagedFieldsEntry): number {
  const key = ({ time = '', manager }: ManagedFieldsEntry): string => `${time} ${manager}`;
  return key(a) < key(b) ? -1 : 1;
}

function conflictError(conflicts: readonly { readonly entry: ManagedFieldsEntry; readonly path: string }[]): ApiError {
  const causes = conflicts.map(({ entry, path }) => ({
    reason: 'FieldManagerConflict',
    message: `conflict with ${managerText(entry)}`,
    field: path,
  }));
  const [first] = conflicts;
  if (conflicts.length === 1 && first) {
    return new ApiError(409, 'Conflict', `Apply failed with 1 conflict: conflict with ${managerText(first.entry)}: ${first.path}`, {
      causes,
    });
  }
  const managers = [...new Set(conflicts.map(({ entry }) => managerText(entry)))].sort();
  const lines = managers.flatMap((name) => [
    `conflicts with ${name}:`,
    ...conflicts.filter(({ entry }) => managerText(entry) === name).map(({ path }) => `- ${path}`),
  ]);
  return new ApiError(409, 'Conflict', `Apply failed with ${conflicts.length} conflicts: ${lines.join('\n')}`, { causes });
}

/** `"kubectl" with subresource "scale" using apps/v1` */
function managerText({ manager, subresource, operation, apiVersion }: ManagedFieldsEntry): string {
  const who = `${goQuote(manager)}${subresource ? ` with subresource ${goQuote(subresource)}` : ''}`;
  return operation === 'Update' ? `${who} using ${apiVersion}` : who;
}
