/**
 * Creating, updating and deleting objects: what all kinds have in common, for requests and for the control plane alike.
 * The control plane's own writes (`trusted`) are not validated and pay for nothing that only clients need.
 */
import type { KubeObject, ObjectMeta, ResourceName, Writable } from '../world/object.ts';
import type { World } from '../world/world.ts';
import type { Admission } from './admission.ts';
import type { clientRules } from './client-rules.ts';
import { type Bag, withStatus, withVersion } from './copies.ts';
import { equal } from './equal.ts';
import { alreadyExists, badRequest, conflict, forbiddenError, invalidError, notFoundError } from './errors.ts';
import { recordEvent } from './events.ts';
import { type FieldError, invalid } from './field-errors.ts';
import type { Kind, KindContext } from './kind.ts';
import {
  firstEntry,
  isOnlyNoted,
  type ManagedFieldsEntry,
  type Manager,
  managedFieldsOf,
  noted,
  withManagedFields,
} from './managed-fields.ts';
import { isReleased, newMetadata, updatedMetadata } from './metadata.ts';
import type { DeleteOptions, EventSource, NewObject, Operations } from './operations.ts';
import type { Registry, Resource } from './registry.ts';
import { wrongUid } from './storage-error.ts';
import type { UserInfo } from './types.ts';
import { formatTime } from './values/duration.ts';

/** How a write is done. */
export interface How {
  /** The control plane's own write. */
  readonly trusted: boolean;
  readonly dryRun: boolean;
  /** Who is recorded in managedFields; undefined: managedFields are in the object already (apply). */
  readonly manager: Manager | undefined;
  /** What the client put in place of the stored managedFields. */
  readonly managedFields?: readonly ManagedFieldsEntry[];
  readonly user?: UserInfo;
  /** What a client writes to, when it is not the object itself. */
  readonly subresource?: string;
  /** The version in which a client speaks, when it is not the stored one. */
  readonly version?: string;
}

interface PodCondition {
  readonly type: string;
  readonly status: string;
  readonly observedGeneration?: number;
  readonly lastTransitionTime?: string;
}

interface PodStatus {
  readonly conditions?: readonly PodCondition[];
}

const MODIFIED = 'the object has been modified; please apply your changes to the latest version and try again';
const GENERATE_TRIES = 8;
/** The control plane's parts by the names under which the real ones write; all others are the controller manager. */
const MANAGERS: Readonly<Record<string, string>> = { kubelet: 'kubelet', 'default-scheduler': 'kube-scheduler' };

export class Writes implements Operations {
  /** What a client's write needs besides: it comes with the API server, which takes requests. */
  clientRules: typeof clientRules | undefined;
  /** What may refuse a write; they come with the API server too. */
  admissions: readonly Admission[] = [];
  readonly registry: Registry;
  private readonly world: World;
  private readonly trustedHows = new Map<string, { readonly main: How; readonly status: How }>();

  constructor(world: World, registry: Registry) {
    this.world = world;
    this.registry = registry;
  }

  create<T extends KubeObject>(resource: ResourceName, object: NewObject<T>): T {
    const found = this.registry.named(resource);
    return this.createObject(found, object as unknown as KubeObject, object.metadata.namespace, this.trusted(found, '')) as T;
  }

  update<T extends KubeObject>(resource: ResourceName, object: T, through?: 'status'): T {
    const found = this.registry.named(resource);
    return this.updateObject(found, object, this.existing(found, object.metadata), this.trusted(found, through ?? '')) as T;
  }

  updateStatus<T extends KubeObject>(resource: ResourceName, object: T): T {
    const found = this.registry.named(resource);
    return this.updateStatusOf(found, object, this.existing(found, object.metadata), this.trusted(found, 'status')) as T;
  }

  delete(resource: ResourceName, namespace: string, name: string, options: DeleteOptions = {}): KubeObject | undefined {
    const found = this.registry.named(resource);
    const old = this.existing(found, { namespace, name });
    return this.deleteObject(found, old, options, false).left;
  }

  bind<T extends KubeObject>(pod: T, nodeName: string): T {
    const resource = this.registry.named('pods');
    const old = this.existing(resource, pod.metadata) as KubeObject & { readonly spec: object; readonly status?: PodStatus };
    this.checkVersion(resource, pod.metadata, old);
    const { generation } = old.metadata;
    const scheduled: Writable<PodCondition> = { type: 'PodScheduled', status: 'True', lastTransitionTime: formatTime(this.world.now) };
    if (generation !== undefined) scheduled.observedGeneration = generation;
    const conditions = (old.status?.conditions ?? []).filter((one) => one.type !== scheduled.type).concat(scheduled);
    // Not spreads with something new: V8 (11.3) makes a hidden class for each such copy, and is slow with all that follows.
    const spec = Object.assign({}, old.spec, { nodeName });
    const status = Object.assign({}, old.status, { conditions });
    const { apiVersion, kind, metadata } = old;
    const bound: Bag = { apiVersion, kind, metadata, spec, status };
    // Nobody manages where a Pod was put.
    return this.replace(resource, bound, old, { trusted: true, dryRun: false, manager: undefined }) as T;
  }

  event(about: KubeObject, type: 'Normal' | 'Warning', reason: string, message: string, source: EventSource): void {
    recordEvent(this.world, this, about, type, reason, message, source);
  }

  /** The stored object; throws NotFound. */
  existing(resource: Resource, at: { readonly namespace?: string; readonly name: string }): KubeObject {
    const found = this.world.store.get(resource.name, resource.kind.namespaced ? (at.namespace ?? '') : '', at.name);
    if (!found) throw notFoundError(resource.kind, at.name);
    return found;
  }

  /** Creates an object (decoded, if it came from outside) in that namespace. The one given is not its maker's any more: it is completed. */
  createObject(resource: Resource, given: KubeObject, namespace: string | undefined, how: How): KubeObject {
    const { kind } = resource;
    const context = this.context(how);
    if (kind.namespaced) this.checkNamespace(resource, namespace ?? '', given.metadata.name ?? '');
    for (let attempt = 1; ; attempt++) {
      const managedFields = how.manager ? firstEntry(resource, how.manager, this.world.now) : given.metadata.managedFields;
      const metadata = newMetadata(this.world, kind, given.metadata, namespace, managedFields);
      const existing = metadata.name === '' ? undefined : this.world.store.get(resource.name, metadata.namespace ?? '', metadata.name);
      if (existing && !given.metadata.name && attempt < GENERATE_TRIES) continue;
      const fresh = given as Writable<Bag>;
      fresh.metadata = metadata;
      fresh.apiVersion = resource.apiVersion;
      fresh.kind = kind.kind;
      if (resource.blankStatus && (fresh.status === undefined || !(how.trusted || kind.keepsStatusOnCreate)))
        fresh.status = resource.blankStatus;
      let object: Bag = fresh;
      if (kind.defaults) object = kind.defaults(object);
      const stated = object;
      if (kind.prepareCreate) object = kind.prepareCreate(object, context);
      const changed = this.mutated(resource, object, undefined, context);
      // What came with the change is completed as the rest was.
      if (changed !== object) object = kind.prepareCreate?.(changed, context) ?? changed;
      if (!how.trusted) {
        const errors = [...this.rules.validateMetadata(kind, metadata), ...(kind.validate?.(object, context) ?? [])];
        this.refuse(resource, metadata.name, errors);
      }
      // Only the storage knows that the name is taken, and it is asked last: what else is wrong is said first, and nothing is booked.
      const asked = existing ? { ...context, dryRun: true } : context;
      for (const admission of this.admissions) admission.admit(kind, object, undefined, asked, this);
      if (kind.allocate) object = kind.allocate(object, undefined, asked);
      if (existing) throw alreadyExists(kind, metadata.name, existing.metadata.deletionTimestamp !== undefined);
      if (how.manager?.explicit) object = this.rules.createdBy(resource, object, stated, how.manager, this.world.now);
      return how.dryRun ? unversioned(object) : this.world.store.put(resource.name, object);
    }
  }

  /** Replaces an object. A client that names a version which is no longer the stored one gets a Conflict. */
  updateObject(resource: Resource, given: KubeObject, old: KubeObject, how: How): KubeObject {
    const { kind } = resource;
    const context = this.context(how);
    this.checkVersion(resource, given.metadata, old);
    const metadata = applied(updatedMetadata(given.metadata, old.metadata), given.metadata, how);
    let object = { ...given, apiVersion: old.apiVersion, kind: old.kind, metadata } as Bag;
    if (kind.subresources.includes('status') && (given as Bag).status !== (old as Bag).status)
      object = { ...object, status: (old as Bag).status };
    if (kind.defaults && (!how.trusted || (given as Bag).spec !== (old as Bag).spec)) object = kind.defaults(object);
    if (kind.prepareUpdate) object = kind.prepareUpdate(object, old, context);
    const changed = this.mutated(resource, object, old, context);
    if (changed !== object) object = kind.prepareUpdate?.(changed, old, context) ?? changed;
    if (equal(object, old) && how.manager && !how.managedFields) return old;
    if (!how.trusted) {
      const errors = [
        ...this.rules.validateMetadataUpdate(kind, object.metadata, old.metadata),
        ...(kind.validateUpdate?.(object, old, context) ?? kind.validate?.(object, context) ?? []),
      ];
      this.refuse(resource, old.metadata.name, errors);
    }
    for (const admission of this.admissions) admission.admit(kind, object, old, context, this);
    if (kind.allocate) object = kind.allocate(object, old, context);
    object = bumpGeneration(resource, object, old);
    return this.replace(resource, object, old, how);
  }

  /** Replaces only the status, and what the kind lets a client change of the metadata with it. */
  updateStatusOf(resource: Resource, given: KubeObject, old: KubeObject, how: How): KubeObject {
    this.checkVersion(resource, given.metadata, old);
    const { status } = (how.trusted ? given : (resource.kind.defaults?.(given) ?? given)) as Bag;
    const metadata = how.trusted ? old.metadata : besides(resource.kind, given, old, how);
    if (metadata === old.metadata && equal(status, (old as Bag).status)) return old;
    const object = withStatus(old, metadata, status, resource.blankStatus !== undefined);
    if (!how.trusted) {
      const { kind } = resource;
      const errors = this.rules.validateMetadataUpdate(kind, metadata, old.metadata);
      this.refuse(resource, old.metadata.name, [...errors, ...(kind.validateStatus?.(object, old, this.context(how)) ?? [])]);
    }
    return this.replace(resource, object, old, how);
  }

  /**
   * Writes the new version of an object as it is, or removes it when it was being deleted and nothing holds it any more. The one given is
   * not its maker's any more: it gets its version.
   */
  replace(resource: Resource, object: KubeObject, old: KubeObject, how: How): KubeObject {
    const { store } = this.world;
    const resourceVersion = how.dryRun ? old.metadata.resourceVersion : store.nextVersion;
    if (!how.manager && equal(object, old)) return old;
    const before = how.managedFields ? withManagedFields(old, how.managedFields) : old;
    const managedFields = how.manager ? this.updatedBy(resource, object, before, how.manager) : object.metadata.managedFields;
    const next: Writable<KubeObject> = object === old ? { ...object } : object;
    next.metadata = withVersion(object.metadata, resourceVersion, managedFields);
    if (how.dryRun) return next;
    if (isReleased(resource.kind, next) && !isReleased(resource.kind, old)) {
      this.remove(resource, next);
      return next;
    }
    return this.world.store.put(resource.name, next);
  }

  /** Starts or completes a deletion. `left` is the object if it stays for now; `last` its last state in any case. */
  deleteObject(
    resource: Resource,
    old: KubeObject,
    options: DeleteOptions,
    dryRun: boolean,
  ): { left: KubeObject | undefined; last: KubeObject } {
    const { kind } = resource;
    this.checkPreconditions(resource, old, options);
    const grace = kind.graceSeconds?.(old, options.gracePeriodSeconds);
    const finalizers = deletionFinalizers(old.metadata.finalizers, options);
    const pending = old.metadata.deletionTimestamp !== undefined;
    if (pending && !this.shortens(old, grace, options) && equal(finalizers, old.metadata.finalizers)) return { left: old, last: old };
    const marked = this.mark(resource, old, finalizers, pending && !this.shortens(old, grace, options) ? undefined : (grace ?? 0));
    const stays =
      (marked.metadata.finalizers?.length ?? 0) > 0 ||
      (kind.holdsDeletion?.(marked) ?? false) ||
      (marked.metadata.deletionGracePeriodSeconds ?? 0) > 0;
    if (dryRun) return { left: stays ? marked : undefined, last: marked };
    if (stays) {
      const left = this.world.store.put(resource.name, marked);
      return { left, last: left };
    }
    return { left: undefined, last: this.remove(resource, marked) };
  }

  /** Whether a further delete request of a terminating object asks for an earlier end. */
  private shortens(old: KubeObject, grace: number | undefined, options: DeleteOptions): boolean {
    const { deletionGracePeriodSeconds = 0 } = old.metadata;
    return grace !== undefined && options.gracePeriodSeconds !== undefined && (grace < deletionGracePeriodSeconds || grace === 0);
  }

  /** The object with its deletion marks; `grace` undefined keeps those it has. */
  private mark(resource: Resource, old: KubeObject, finalizers: readonly string[] | undefined, grace: number | undefined): KubeObject {
    const { finalizers: _, ...kept } = old.metadata;
    const metadata: Writable<ObjectMeta> = kept;
    if (finalizers) metadata.finalizers = finalizers;
    if (grace !== undefined) {
      metadata.deletionTimestamp = formatTime(this.world.now + grace * 1000);
      metadata.deletionGracePeriodSeconds = grace;
    }
    if (!old.metadata.deletionTimestamp && kept.generation !== undefined) metadata.generation = kept.generation + 1;
    const marked = { ...old, metadata };
    return resource.kind.markDeleted?.(marked) ?? marked;
  }

  private remove(resource: Resource, object: KubeObject): KubeObject {
    const last = this.world.store.remove(resource.name, object.metadata.namespace ?? '', object.metadata.name) ?? object;
    resource.kind.release?.(last, this.context({ trusted: true, dryRun: false, manager: undefined }));
    return last;
  }

  private checkPreconditions(resource: Resource, old: KubeObject, { preconditions }: DeleteOptions): void {
    const { uid, resourceVersion, name } = old.metadata;
    const differs = (what: string, wanted: string, is: string, why: string): never => {
      // The real server names the kind here, where it names the resource elsewhere.
      const about = { plural: resource.kind.kind, group: resource.kind.group };
      throw conflict(about, name, `the ${what} in the precondition (${wanted}) does not match the ${what} in record (${is}). ${why}`);
    };
    if (preconditions?.uid !== undefined && preconditions.uid !== uid)
      differs('UID', preconditions.uid, uid, 'The object might have been deleted and then recreated');
    if (preconditions?.resourceVersion !== undefined && preconditions.resourceVersion !== resourceVersion)
      differs('ResourceVersion', preconditions.resourceVersion, resourceVersion, 'The object might have been modified');
  }

  private checkVersion(resource: Resource, given: Partial<ObjectMeta>, old: KubeObject): void {
    const { uid, resourceVersion, name } = old.metadata;
    if (given.uid && given.uid !== uid) throw wrongUid(resource.kind, old.metadata, given.uid);
    if (given.resourceVersion && given.resourceVersion !== resourceVersion) {
      if (!/^\d+$/.test(given.resourceVersion)) {
        throw invalidError(resource.kind, name, [
          invalid('metadata.resourceVersion', given.resourceVersion, 'must be specified for an update'),
        ]);
      }
      throw conflict(resource.kind, name, MODIFIED);
    }
  }

  /** Admission NamespaceLifecycle: nothing is created in a namespace that is missing or going away. */
  private checkNamespace({ kind }: Resource, namespace: string, name: string): void {
    if (namespace === '') throw badRequest('namespace is required');
    const found = this.world.store.get<Bag>('namespaces', '', namespace);
    if (!found) throw notFoundError({ plural: 'namespaces', group: '' }, namespace);
    if (!found.metadata.deletionTimestamp && (found.status as { phase?: string } | undefined)?.phase !== 'Terminating') return;
    throw forbiddenError(kind, name, `unable to create new content in namespace ${namespace} because it is being terminated`, [
      { reason: 'NamespaceTerminating', message: `namespace ${namespace} is being terminated`, field: 'metadata.namespace' },
    ]);
  }

  /** The object as admission makes it. */
  private mutated({ kind }: Resource, object: Bag, old: KubeObject | undefined, context: KindContext): Bag {
    return this.admissions.reduce((made, admission) => admission.mutate?.(kind, made, old, context) ?? made, object);
  }

  private updatedBy(resource: Resource, object: KubeObject, old: KubeObject, manager: Manager): readonly ManagedFieldsEntry[] {
    const before = managedFieldsOf(old);
    if (isOnlyNoted(before, manager)) return noted(before, resource, manager, this.world.now);
    return this.rules.updatedBy(resource, object, old, manager, this.world.now);
  }

  private get rules(): typeof clientRules {
    if (!this.clientRules) throw new Error("a client's write before there was an API server");
    return this.clientRules;
  }

  private refuse({ kind }: Resource, name: string, errors: readonly FieldError[]): void {
    if (errors.length > 0) throw invalidError(kind, name, errors);
  }

  private context(how: How): KindContext {
    const { dryRun, trusted, user, subresource, version } = how;
    const context: Writable<KindContext> = { world: this.world, actor: this.world.actor, dryRun, trusted };
    if (user) context.user = user;
    if (subresource) context.subresource = subresource;
    if (version) context.version = version;
    return context;
  }

  /** How the control plane writes; made once for each of its parts. */
  private trusted(resource: Resource, subresource: '' | 'status'): How {
    const name = MANAGERS[this.world.actor] ?? 'kube-controller-manager';
    const part = subresource && resource.kind.subresources.includes(subresource) ? 'status' : 'main';
    let hows = this.trustedHows.get(name);
    if (!hows) {
      const how = (of: '' | 'status'): How => ({ trusted: true, dryRun: false, manager: { name, subresource: of, explicit: false } });
      this.trustedHows.set(name, (hows = { main: how(''), status: how('status') }));
    }
    return hows[part];
  }
}

/** What was not stored has no version. */
function unversioned(object: KubeObject): KubeObject {
  const { resourceVersion: _, ...metadata } = object.metadata;
  return { ...object, metadata: metadata as ObjectMeta };
}

/** The metadata that a write of the status comes with, as far as the kind lets it change that. */
function besides({ keptByStatus = [] }: Kind, given: KubeObject, old: KubeObject, how: How): ObjectMeta {
  const metadata = { ...given.metadata };
  for (const field of keptByStatus) Object.assign(metadata, { [field]: old.metadata[field] });
  return applied(updatedMetadata(metadata, old.metadata), given.metadata, how);
}

/** After an apply, managedFields come with the object. */
function applied(metadata: ObjectMeta, given: Partial<ObjectMeta>, how: How): ObjectMeta {
  return how.manager || !given.managedFields ? metadata : { ...metadata, managedFields: given.managedFields };
}

/** Generation grows by one when what it counts has changed. */
function bumpGeneration({ kind }: Resource, object: KubeObject, old: KubeObject): KubeObject {
  const [after, before] = [object as unknown as Record<string, unknown>, old as unknown as Record<string, unknown>];
  if (!kind.generation?.some((field) => !equal(after[field], before[field]))) return object;
  return { ...object, metadata: { ...object.metadata, generation: (old.metadata.generation ?? 0) + 1 } };
}

/** The finalizers that the policy asks for; undefined for none. */
function deletionFinalizers(old: readonly string[] = [], { propagationPolicy }: DeleteOptions): readonly string[] | undefined {
  if (propagationPolicy === undefined) return old.length > 0 ? old : undefined;
  const kept = old.filter((one) => one !== 'orphan' && one !== 'foregroundDeletion');
  if (propagationPolicy === 'Orphan') kept.push('orphan');
  if (propagationPolicy === 'Foreground') kept.push('foregroundDeletion');
  return kept.length > 0 ? kept : undefined;
}
