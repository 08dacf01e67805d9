/**
 * What makes a kind: its REST resource, defaults, validation, table columns. One folder under `kinds/` each; the list is
 * `kinds/index.ts`. The API server does everything that is common to all kinds and calls these for the rest.
 */
import type { Definition } from '../kinds/schema.ts';
import type { KubeObject, ResourceName } from '../world/object.ts';
import type { World } from '../world/world.ts';
import type { FieldError } from './field-errors.ts';
import type { UserInfo } from './types.ts';

export interface Kind<T extends KubeObject = KubeObject> {
  /** '' for the core group. */
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly plural: string;
  readonly singular: string;
  readonly shortNames: readonly string[];
  /** `all` and the like. */
  readonly categories: readonly string[];
  readonly namespaced: boolean;
  /** Served verbs: create, delete, deletecollection, get, list, patch, update, watch. */
  readonly verbs: readonly string[];
  /** With `status`, writes to the object keep its status, and writes to /status change only that. */
  readonly subresources: readonly string[];
  /** How an update differs: it may create what is not there, or must name the version that it replaces. */
  readonly put: readonly ('creates' | 'versioned')[];
  /** Has /scale: reads and writes of the replica fields. */
  readonly scale?: {
    readonly selector: (object: T) => string;
    readonly replicas: (object: T) => number;
    readonly current: (object: T) => number;
    readonly set: (object: T, replicas: number) => T;
  };

  /** Another version of a resource that is stored in the one named here: requests are translated, all else is that kind's. */
  readonly conversion?: Conversion;

  /** Fills defaults as the real server's decoder does; must be idempotent. */
  defaults?(object: T): T;
  /**
   * Objects that somebody keeps writing in a real cluster, and that say nothing new: they are made when read instead, and written only
   * before a client changes one. Watches do not tell of them.
   */
  implied?(world: World): readonly T[];
  /** What is read of an object that a client changed, with what would be implied of it now: its writer goes on. */
  readWith?(written: T, implied: T): T;
  /** The object without what admission put in, which belongs to no manager: for objects that the control plane makes. */
  stated?(object: T): T;
  /** A client that creates the object may set its status too (Nodes). */
  readonly keepsStatusOnCreate?: boolean;
  /** Paths of fields that the schema does not know, for kinds whose schema is not part of the server's. */
  unknownFields?(object: T): readonly string[];
  /** What its fields are, for kinds whose schema is not part of the server's: for their managers and for server-side apply. */
  structure?(): Definition;
  /** The same as the OpenAPI document of its group has it. */
  readonly openApi?: object;
  /** On create, before validation: sets what only the server may set (initial status, allocated fields) and drops what clients may not. */
  prepareCreate?(object: T, context: KindContext): T;
  /** The top-level fields whose change bumps metadata.generation; undefined: the kind has no generation. */
  readonly generation?: readonly string[];
  /** On update of the main resource, before validation: keeps server-owned fields. */
  prepareUpdate?(object: T, old: T, context: KindContext): T;
  /** Errors in the real server's order; empty when valid. The server checks metadata itself (with `nameCheck`). */
  validate?(object: T, context: KindContext): readonly FieldError[];
  validateUpdate?(object: T, old: T, context: KindContext): readonly FieldError[];
  /** How names of this kind are checked; default DNS-1123 subdomain. */
  readonly nameCheck?: 'dns1123subdomain' | 'dns1123label' | 'dns1035label' | 'path';
  /** What a write to /status does not change of the metadata; nothing: it may change all that an update may. */
  readonly keptByStatus?: readonly ('labels' | 'annotations' | 'ownerReferences' | 'finalizers')[];
  /** Errors of a write to /status, where it has rules. */
  validateStatus?(object: T, old: T, context: KindContext): readonly FieldError[];
  /** Warnings sent with create and update. */
  warnings?(object: T, old: T | undefined): readonly string[];
  /** A warning sent with every request (deprecated kinds). */
  readonly deprecation?: string;

  /** Called inside the write, after validation: takes what must be unique (cluster IPs, node ports). Throws ApiError when it cannot. */
  allocate?(object: T, old: T | undefined, context: KindContext): T;
  /** Called when the object is gone: gives back what `allocate` took. */
  release?(object: T, context: KindContext): void;
  /**
   * Seconds of grace with which a delete request starts a graceful deletion (Pods); undefined: removed at once when it has no finalizers.
   * The answer may depend on the object (an unscheduled Pod goes at once: 0).
   */
  graceSeconds?(object: T, requested: number | undefined): number | undefined;
  /** Whether something beyond metadata.finalizers keeps a deleted object (a Namespace's spec.finalizers). */
  holdsDeletion?(object: T): boolean;
  /** Why a client may not delete the object, if so. */
  refuseDelete?(object: T): string | undefined;
  /** What else changes when deletion starts (a Namespace's phase). */
  markDeleted?(object: T): T;

  /** Fields that field selectors may use beyond metadata.name and metadata.namespace. */
  readonly selectableFields?: Readonly<Record<string, (object: T) => string>>;
  /** What is said of a field that selectors may not use, where the kind has words of its own. */
  unselectable?(field: string): string;
  /** The order of a table's rows, where it is not that of the list. */
  listed?(one: T, other: T): number;
  /** Table columns as the real server prints them. */
  readonly columns: readonly Column<T>[];
}

/** What a kind demands of clients' writes, and what it says of them. */
export type Rules<T extends KubeObject> = Pick<Kind<T>, 'validate' | 'validateUpdate' | 'validateStatus' | 'warnings'>;

/** How a version of a resource differs from the one whose objects are stored (`autoscaling/v1`, `events.k8s.io/v1`). */
export interface Conversion {
  /** `apiVersion` of the stored version. */
  readonly storedAs: string;
  /** A stored object in this version. */
  view(object: KubeObject): KubeObject;
  /** An object of this version, or a part of one, as it is stored. */
  store(object: KubeObject): KubeObject;
  /** The fields that selectors may name, with their names in the stored version. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** One column of a Table answer. */
export interface Column<T> {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'date';
  readonly format?: string;
  /** 0: always shown; 1: only with -o wide. */
  readonly priority?: number;
  readonly description?: string;
  /** `now` is virtual time in ms: ages are relative to it. */
  cell(object: T, now: number): string | number | boolean;
}

export interface KindContext {
  readonly world: World;
  /** Who writes. */
  readonly actor: string;
  /** A dry run: `allocate` chooses but takes nothing. */
  readonly dryRun: boolean;
  /** A write of the control plane itself, which is not checked like a client's. */
  readonly trusted: boolean;
  /** The user of a request, when there is one. */
  readonly user?: UserInfo;
  /** The subresource that a client writes to, when it is not the object itself. */
  readonly subresource?: string;
  /** The version in which the client speaks, when it is not the stored one. */
  readonly version?: string;
}

/** `pods`, `deployments.apps`, ... */
export function resourceOf(kind: Pick<Kind, 'plural' | 'group'>): ResourceName {
  return kind.group === '' ? kind.plural : `${kind.plural}.${kind.group}`;
}

/** `v1`, `apps/v1`, ... */
export function apiVersionOf(kind: Pick<Kind, 'group' | 'version'>): string {
  return kind.group === '' ? kind.version : `${kind.group}/${kind.version}`;
}
