/**
 * The garbage collector: what a deleted object owned goes too. Keys are `owner <uid>` (an object is gone: look at what it owned)
 * and `object <resource> <namespace>/<name>` (a terminating owner, or an object whose owners must be checked).
 */
import { customResources } from '../kinds/customresourcedefinition/custom.ts';
import { API_RESOURCES } from '../kinds/resources.ts';
import type { Change, KubeObject, OwnerReference, ResourceName } from '../world/object.ts';
import type { World } from '../world/world.ts';
import type { Controller, ControllerContext } from './controller.ts';
import { splitKey, withOwners } from './owners.ts';
import { ANY } from './run.ts';

const FOREGROUND = 'foregroundDeletion';
const ORPHAN = 'orphan';

interface Owner {
  readonly resource: ResourceName;
  readonly namespaced: boolean;
}

/** What an owner reference may name, by apiVersion and kind. */
const RESOURCES = new Map<string, Owner>(
  API_RESOURCES.map(({ group, version, kind, plural, namespaced }) => [
    `${group === '' ? version : `${group}/${version}`} ${kind}`,
    { resource: group === '' ? plural : `${plural}.${group}`, namespaced },
  ]),
);

export const garbageCollector: Controller = {
  name: 'generic-garbage-collector',
  latencyMs: 20,
  watches: { [ANY]: keysOf },
  reconcile,
};

function keysOf(change: Change, world: World): readonly string[] {
  const { type, resource, object, previous } = change;
  if (resource === 'events' || (previous && isNoNews(change))) return NO_KEYS;
  const keys: string[] = [];
  if (type === 'DELETED') {
    if (owns(world, object.metadata.uid)) keys.push(`owner ${object.metadata.uid}`);
  } else {
    const { deletionTimestamp, finalizers, ownerReferences } = object.metadata;
    const held = deletionTimestamp && finalizers?.some((one) => one === FOREGROUND || one === ORPHAN);
    const news =
      ownerReferences &&
      ownerReferences !== previous?.metadata.ownerReferences &&
      ownerReferences.some((one) => !exists(world, object, one));
    if (held || news) keys.push(objectKey(resource, object));
  }
  // An owner that waits for its dependents may have one less to wait for.
  const before = previous?.metadata.ownerReferences;
  if (before && (type === 'DELETED' || before !== object.metadata.ownerReferences)) {
    for (const reference of before) {
      const owner = find(world, object, reference);
      if (owner?.object.metadata.deletionTimestamp && owner.object.metadata.finalizers?.includes(FOREGROUND)) {
        keys.push(objectKey(owner.resource, owner.object));
      }
    }
  }
  return keys;
}

const NO_KEYS: readonly string[] = [];

/** Most writes change neither owners nor what holds a deletion. */
function isNoNews({ type, object: { metadata }, previous }: Change): boolean {
  return type !== 'DELETED' && metadata.deletionTimestamp === undefined && metadata.ownerReferences === previous?.metadata.ownerReferences;
}

const objectKey = (resource: ResourceName, { metadata }: KubeObject) => `object ${resource} ${metadata.namespace ?? ''}/${metadata.name}`;

function owns(world: World, uid: string): boolean {
  return world.store.resources().some((resource) => world.store.countIndex(resource, 'owner', uid) > 0);
}

/** What the reference names; undefined for a kind that nobody knows. */
function ownerOf(world: World, { apiVersion, kind }: OwnerReference): Owner | undefined {
  const known = RESOURCES.get(`${apiVersion} ${kind}`);
  if (known) return known;
  const custom = customResources(world).find((one) => one.kind === kind && one.group === apiVersion.split('/')[0]);
  return custom && { resource: `${custom.plural}.${custom.group}`, namespaced: custom.namespaced };
}

/** The object that a reference names, if it is there and is that one. */
function find(world: World, dependent: KubeObject, reference: OwnerReference): { resource: ResourceName; object: KubeObject } | undefined {
  const known = ownerOf(world, reference);
  const object = known && world.store.get(known.resource, known.namespaced ? (dependent.metadata.namespace ?? '') : '', reference.name);
  return known && object?.metadata.uid === reference.uid ? { resource: known.resource, object } : undefined;
}

/** An owner of an unknown kind may be somewhere: its dependents are left alone. */
function exists(world: World, dependent: KubeObject, reference: OwnerReference): boolean {
  return ownerOf(world, reference) === undefined || find(world, dependent, reference) !== undefined;
}

interface Dependent {
  readonly resource: ResourceName;
  readonly object: KubeObject;
}

function dependentsOf(world: World, uid: string): Dependent[] {
  return world.store.resources().flatMap((resource) => world.store.byIndex(resource, 'owner', uid).map((object) => ({ resource, object })));
}

function reconcile(context: ControllerContext, key: string): void {
  const { world } = context;
  const [kind, ...rest] = key.split(' ');
  if (kind === 'owner') {
    for (const dependent of dependentsOf(world, rest[0] as string)) collect(context, dependent);
    return;
  }
  const [resource, name] = rest as [string, string];
  const object = world.store.get(resource, ...splitKey(name));
  if (!object) return;
  const { deletionTimestamp, finalizers } = object.metadata;
  if (deletionTimestamp && finalizers?.includes(ORPHAN)) orphan(context, { resource, object });
  else if (deletionTimestamp && finalizers?.includes(FOREGROUND)) waitForDependents(context, { resource, object });
  else collect(context, { resource, object });
}

/** Deletes an object none of whose owners is left; otherwise drops the references to those that are gone. */
function collect({ world, api }: ControllerContext, { resource, object }: Dependent): void {
  const { ownerReferences = [], namespace = '', name, uid, finalizers, deletionTimestamp } = object.metadata;
  const solid = ownerReferences.filter((one) => exists(world, object, one));
  if (solid.length === ownerReferences.length) return;
  const waiting = solid.filter((one) => find(world, object, one)?.object.metadata.finalizers?.includes(FOREGROUND));
  if (solid.length > waiting.length || (solid.length > 0 && deletionTimestamp)) {
    api.update(resource, withOwners(object, solid));
    return;
  }
  if (deletionTimestamp) return;
  const propagationPolicy = finalizers?.includes(ORPHAN)
    ? 'Orphan'
    : finalizers?.includes(FOREGROUND) || (waiting.length > 0 && owns(world, uid))
      ? 'Foreground'
      : 'Background';
  api.delete(resource, namespace, name, { propagationPolicy, preconditions: { uid } });
}

/** Cuts the dependents loose, then lets the owner go. */
function orphan({ world, api }: ControllerContext, { resource, object }: Dependent): void {
  for (const dependent of dependentsOf(world, object.metadata.uid)) {
    const left = (dependent.object.metadata.ownerReferences ?? []).filter((one) => one.uid !== object.metadata.uid);
    api.update(dependent.resource, withOwners(dependent.object, left));
  }
  dropFinalizer({ api }, { resource, object }, ORPHAN);
}

/** Deletes the dependents; the owner goes when none is left that blocks it. */
function waitForDependents(context: ControllerContext, owner: Dependent): void {
  const { world, api } = context;
  const { uid } = owner.object.metadata;
  const dependents = dependentsOf(world, uid);
  for (const { resource, object } of dependents) {
    const { metadata } = object;
    const others = (metadata.ownerReferences ?? []).filter((one) => one.uid !== uid && exists(world, object, one));
    if (metadata.deletionTimestamp || others.length > 0) continue;
    const propagationPolicy = owns(world, metadata.uid) ? 'Foreground' : 'Background';
    api.delete(resource, metadata.namespace ?? '', metadata.name, { propagationPolicy, preconditions: { uid: metadata.uid } });
  }
  const blocking = dependentsOf(world, uid).some(({ object }) =>
    object.metadata.ownerReferences?.some((one) => one.uid === uid && one.blockOwnerDeletion),
  );
  if (!blocking) dropFinalizer(context, owner, FOREGROUND);
}

function dropFinalizer({ api }: Pick<ControllerContext, 'api'>, { resource, object }: Dependent, finalizer: string): void {
  const { finalizers, ...metadata } = object.metadata;
  const left = (finalizers ?? []).filter((one) => one !== finalizer);
  api.update(resource, { ...object, metadata: left.length > 0 ? { ...metadata, finalizers: left } : metadata });
}
