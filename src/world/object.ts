/** What the world needs to know of an API object: enough to store, index and version it. The kinds extend it. */
export interface ObjectMeta {
  readonly name: string;
  /** Missing for cluster-scoped objects. */
  readonly namespace?: string;
  readonly generateName?: string;
  readonly uid: string;
  /** The store's revision of the last write, as a decimal string. */
  readonly resourceVersion: string;
  readonly generation?: number;
  /** RFC 3339, whole seconds. */
  readonly creationTimestamp: string;
  readonly deletionTimestamp?: string;
  readonly deletionGracePeriodSeconds?: number;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly ownerReferences?: readonly OwnerReference[];
  readonly finalizers?: readonly string[];
  readonly managedFields?: readonly unknown[];
}

export interface OwnerReference {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly uid: string;
  readonly controller?: boolean;
  readonly blockOwnerDeletion?: boolean;
}

/** Any API object. Objects are immutable: a change is a new object that shares what did not change. */
export interface KubeObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ObjectMeta;
}

/** `pods`, `deployments.apps`, `endpointslices.discovery.k8s.io`: plural, and group unless it is the core group. */
export type ResourceName = string;

export type ChangeType = 'ADDED' | 'MODIFIED' | 'DELETED';

/** One write, as the journal keeps it. */
export interface Change {
  /** The store's revision that this write made; the object carries it as its resourceVersion. */
  readonly revision: number;
  /** Virtual time of the write, milliseconds since the epoch. */
  readonly time: number;
  readonly type: ChangeType;
  readonly resource: ResourceName;
  /** The object after the write; of a deletion, the last state with the deletion's resourceVersion. */
  readonly object: KubeObject;
  /** The object before the write; undefined for ADDED. */
  readonly previous: KubeObject | undefined;
  /** Who wrote: `deployment-controller`, `kubelet`, `default-scheduler`, `kubectl`, ... */
  readonly actor: string;
  /** Revision of the change that made the actor act, where one is known: the picture's causal order. 0 if none. */
  readonly cause: number;
}

/** An object while it is put together by whoever makes it. */
export type Writable<T> = { -readonly [K in keyof T]: T[K] };
