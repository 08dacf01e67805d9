/** Requests for objects and collections: get, list, watch, create, update, patch, delete, deletecollection. */
import { definition } from '../kinds/schema.ts';
import type { KubeObject } from '../world/object.ts';
import type { World } from '../world/world.ts';
import { warningsOf } from './admission.ts';
import { authorize } from './authorize.ts';
import { decodeAs, objectOf } from './body.ts';
import { badRequest, forbiddenError, invalidError, methodNotAllowed, notFoundError } from './errors.ts';
import { invalid } from './field-errors.ts';
import { replacedManagers } from './field-owners.ts';
import { Verbatim } from './go-json.ts';
import { checkRevision, page, type Selection, selects } from './list.ts';
import type { DeleteOptions } from './operations.ts';
import { checkDeleteOptions, checkListOptions } from './options.ts';
import { handlePatch } from './patch/index.ts';
import type { Resource } from './registry.ts';
import type { Call } from './request.ts';
import type { Context } from './server.ts';
import { wrongUid } from './storage-error.ts';
import { handleSubresource } from './subresources.ts';
import type { ApiResponse } from './types.ts';
import type { How } from './writes.ts';

interface Collection {
  readonly resource: Resource;
  readonly namespace: string | undefined;
}

interface Target extends Collection {
  readonly name: string;
}

/** How a client's write is done. */
export function clientHow(call: Call, subresource = ''): How {
  const manager = { name: call.parameter('fieldManager') || call.agent, subresource, explicit: true };
  const version = call.face?.apiVersion;
  return {
    trusted: false,
    dryRun: call.dryRun,
    manager,
    user: call.user,
    ...(subresource && { subresource }),
    ...(version && { version }),
  };
}

export function handleCollection(context: Context, call: Call, at: Collection): ApiResponse {
  const { kind } = at.resource;
  if (kind.kind === 'Binding' && call.request.method === 'POST') return bindPod(context, call, at);
  const verb = { GET: 'list', HEAD: 'list', POST: 'create', DELETE: 'deletecollection' }[call.request.method as string];
  if (!verb || !kind.verbs.includes(verb)) throw methodNotAllowed();
  if (verb === 'create') return create(context, call, at);
  return verb === 'list' ? list(context, call, at) : deleteCollection(context, call, at);
}

/** A binding that is created on its own is for the Pod of its name. */
function bindPod(context: Context, call: Call, { resource, namespace }: Collection): ApiResponse {
  const { name = '' } = objectOf(resource, call).metadata;
  const pods = context.registry.named('pods');
  return handleSubresource(context, call, { resource: pods, namespace, name, subresource: 'binding', rest: '' });
}

export function handleObject(context: Context, call: Call, at: Target): ApiResponse {
  const { kind } = at.resource;
  const verb = { GET: 'get', HEAD: 'get', PUT: 'update', PATCH: 'patch', DELETE: 'delete' }[call.request.method as string];
  if (!verb || !kind.verbs.includes(verb)) throw methodNotAllowed();
  if (verb !== 'get') writeImplied(context, at);
  switch (verb) {
    case 'get':
      return get(context, call, at);
    case 'update':
      return update(context, call, at);
    case 'patch':
      return handlePatch(context, call, at);
    default:
      return remove(context, call, at);
  }
}

function get(context: Context, call: Call, { resource, namespace = '', name }: Target): ApiResponse {
  if (call.flag('watch')) return watch(context, call, { resource, namespace }, { fieldSelector: `metadata.name=${name}` });
  checkRevision(context.world, call.parameter('resourceVersion'));
  const found = asRead(
    resource,
    context.world.store.get(resource.name, namespace, name),
    impliedOf(context, { resource, namespace, name }),
  );
  if (!found) throw notFoundError(resource.kind, name);
  return call.object(resource, found);
}

const impliedOf = ({ world }: Context, { resource, namespace, name }: Target): KubeObject | undefined =>
  resource.kind.implied?.(world).find(({ metadata }) => (metadata.namespace ?? '') === (namespace ?? '') && metadata.name === name);

function asRead({ kind }: Resource, written: KubeObject | undefined, implied: KubeObject | undefined): KubeObject | undefined {
  return written && implied && kind.readWith ? kind.readWith(written, implied) : (written ?? implied);
}

/** What was only implied is written, so that it can be changed. */
function writeImplied(context: Context, at: Target): void {
  if (!at.resource.kind.implied || context.world.store.get(at.resource.name, at.namespace ?? '', at.name)) return;
  const implied = impliedOf(context, at);
  if (implied) context.writes.create(at.resource.name, implied);
}

/** A page of a list with what is implied. */
function withImplied(world: World, selection: Selection, items: readonly KubeObject[]): readonly KubeObject[] {
  const { resource } = selection;
  if (!resource.kind.implied) return items;
  const key = ({ metadata }: KubeObject): string => `${metadata.namespace}/${metadata.name}`;
  const implied = new Map(resource.kind.implied(world).map((one) => [key(one), one]));
  const read = items.map((one) => asRead(resource, one, implied.get(key(one))) as KubeObject);
  for (const one of items) implied.delete(key(one));
  return [...read, ...[...implied.values()].filter((one) => selects(selection, one))].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function list(context: Context, call: Call, at: Collection): ApiResponse {
  if (call.flag('watch')) return watch(context, call, at, {});
  checkListOptions(call.query, false);
  const selection = call.selection(at.resource, at.namespace);
  const { items: written, metadata } = page(context.world, selection, call.query);
  const items = metadata.continue ? written : withImplied(context.world, selection, written);
  return call.ok(call.form(at.resource).list(items, metadata));
}

function watch(context: Context, call: Call, { resource, namespace }: Collection, more: Readonly<Record<string, string>>): ApiResponse {
  const query = { ...call.query, ...more };
  checkListOptions(query, true);
  const channel = context.watches.start(call.selection(resource, namespace, query), call.form(resource), query);
  return { ...call.ok(undefined), watch: channel };
}

function create(context: Context, call: Call, { resource, namespace }: Collection): ApiResponse {
  const object = objectOf(resource, call);
  checkPlace(resource, object, namespace);
  if (object.metadata.resourceVersion) throw badRequest('resourceVersion should not be set on objects to be created');
  const made = context.writes.createObject(resource, object, namespace ?? object.metadata.namespace, clientHow(call));
  call.warnings.push(...warningsOf(context, resource.kind, made, undefined));
  return call.object(resource, made, 201);
}

function update(context: Context, call: Call, { resource, namespace, name }: Target): ApiResponse {
  const object = objectOf(resource, call);
  checkPlace(resource, object, namespace);
  if (object.metadata.name !== name) {
    if (!object.metadata.name) throw badRequest('name must be provided');
    throw badRequest(`the name of the object (${object.metadata.name}) does not match the name on the URL (${name})`);
  }
  const { kind } = resource;
  const old = context.world.store.get(resource.name, namespace ?? '', name);
  if (!old && kind.put.includes('creates')) return createByUpdate(context, call, { resource, namespace, name }, object);
  if (!old) throw notFoundError(kind, name);
  if (!object.metadata.resourceVersion && kind.put.includes('versioned'))
    throw invalidError({ kind: kind.plural, group: kind.group }, name, [
      invalid('metadata.resourceVersion', new Verbatim('0x0'), 'must be specified for an update'),
    ]);
  const managedFields = replacedManagers(resource, object.metadata.managedFields, old);
  const made = context.writes.updateObject(resource, object, old, { ...clientHow(call), ...(managedFields && { managedFields }) });
  call.warnings.push(...warningsOf(context, resource.kind, made, old));
  return call.object(resource, made);
}

/** Who updates what is not there creates it, where the kind lets him; he must be allowed to. */
function createByUpdate(context: Context, call: Call, { resource, namespace, name }: Target, object: KubeObject): ApiResponse {
  const { group, plural: about } = resource.kind;
  authorize(context.world, call.user, { verb: 'create', group, resource: about, name, ...(namespace !== undefined && { namespace }) });
  if (object.metadata.uid) throw wrongUid(resource.kind, { name, ...(namespace !== undefined && { namespace }) }, object.metadata.uid);
  const made = context.writes.createObject(resource, object, namespace, clientHow(call));
  call.warnings.push(...warningsOf(context, resource.kind, made, undefined));
  return call.object(resource, made, 201);
}

function remove(context: Context, call: Call, { resource, namespace, name }: Target): ApiResponse {
  const options = deleteOptionsOf(call);
  const old = context.writes.existing(resource, { ...(namespace !== undefined && { namespace }), name });
  const refused = resource.kind.refuseDelete?.(old);
  if (refused) throw forbiddenError(resource.kind, name, refused);
  admitRemoval(context, call, resource, old, options.dryRun);
  const { left, last } = context.writes.deleteObject(resource, old, options, options.dryRun);
  if (left) return call.object(resource, left);
  if (resource.kind.graceSeconds) return call.object(resource, last);
  const { group, plural } = resource.kind;
  return call.ok({
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: { name, ...(group && { group }), kind: plural, uid: old.metadata.uid },
  });
}

function admitRemoval({ world, writes }: Context, call: Call, { kind }: Resource, old: KubeObject, dryRun: boolean): void {
  for (const one of writes.admissions) call.warnings.push(...(one.remove?.(kind, old, { world, user: call.user, dryRun }) ?? []));
}

function deleteCollection(context: Context, call: Call, at: Collection): ApiResponse {
  const options = deleteOptionsOf(call);
  const { items, metadata } = page(context.world, call.selection(at.resource, at.namespace), call.query);
  for (const object of items) {
    const { namespace = '', name } = object.metadata;
    const now = context.world.store.get(at.resource.name, namespace, name);
    if (!now) continue;
    admitRemoval(context, call, at.resource, now, options.dryRun);
    context.writes.deleteObject(at.resource, now, options, options.dryRun);
  }
  return call.ok(call.form(at.resource).list(items, metadata));
}

/** DeleteOptions come in the body or in the query. */
export function deleteOptionsOf(call: Call): DeleteOptions & { readonly dryRun: boolean } {
  const { body } = call;
  const schema = definition('DeleteOptions');
  const given = (
    body === undefined || body === null || !schema ? {} : decodeAs(schema, 'DeleteOptions', 'v1', body, call)
  ) as DeleteOptions & { orphanDependents?: boolean; dryRun?: readonly string[] };
  const policy = call.parameter('propagationPolicy') ?? given.propagationPolicy;
  const orphan = call.parameter('orphanDependents') ?? given.orphanDependents;
  const grace = call.parameter('gracePeriodSeconds') ?? given.gracePeriodSeconds;
  checkDeleteOptions({ propagationPolicy: policy, orphanDependents: orphan, dryRun: given.dryRun });
  const propagationPolicy = policy ?? (orphan === undefined ? undefined : String(orphan) === 'true' ? 'Orphan' : 'Background');
  return {
    ...(grace !== undefined && { gracePeriodSeconds: Number(grace) < 0 ? 1 : Number(grace) }),
    ...(propagationPolicy && { propagationPolicy: propagationPolicy as 'Orphan' | 'Background' | 'Foreground' }),
    ...(given.preconditions && { preconditions: given.preconditions }),
    dryRun: call.dryRun || (given.dryRun ?? []).includes('All'),
  };
}

/** The namespace in the object, if any, must be the one of the path. */
export function checkPlace({ kind }: Resource, object: KubeObject, namespace: string | undefined): void {
  const given = object.metadata.namespace;
  if (given && kind.namespaced && namespace !== undefined && given !== namespace) {
    throw badRequest('the namespace of the provided object does not match the namespace sent on the request');
  }
}
