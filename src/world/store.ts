/**
 * The API objects of the world: the newest version of each, a journal of every write, and indexes.
 * It knows nothing of kinds. Writes come from the API server only.
 */

import type { Change, ChangeType, KubeObject, ResourceName } from './object.ts';
import { Sorted } from './sorted.ts';

/** What objects are indexed by, for `byIndex`. */
export type IndexName = 'owner' | 'label' | 'node';

export interface StoreSnapshot {
  readonly revision: number;
  readonly compacted: number;
  readonly objects: Readonly<Record<ResourceName, readonly KubeObject[]>>;
  readonly journal: readonly Change[];
}

/** The place of an object, of which it holds the newest version. */
interface Entry {
  /** `namespace/name`, as etcd orders them. */
  readonly key: string;
  object: KubeObject;
}

interface Listener {
  readonly tell: (change: Change) => void;
  /** undefined: all. */
  readonly resources: readonly ResourceName[] | undefined;
}

interface Table {
  /** By namespace ('' for cluster-scoped objects), then by name. */
  readonly namespaces: Map<string, Map<string, Entry>>;
  readonly entries: Sorted<Entry>;
  readonly indexes: Record<IndexName, Map<string, Sorted<Entry>>>;
}

export interface Writer {
  readonly actor: string;
  readonly cause: number;
}

/** How many writes the journal keeps (and so how far back in time one can go); older ones are compacted away and a watch from before them gets 410 Gone. */
const JOURNAL_LIMIT = 20_000;

/** Index values: `<namespace>/<key>=<value>` for labels, the owner's uid, the node's name. */
const INDEX_VALUES: Record<IndexName, (object: KubeObject) => readonly string[]> = {
  owner: (object) => {
    const owners = object.metadata.ownerReferences;
    if (!owners) return NONE;
    const uids = owners.map((owner) => owner.uid);
    return uids.length < 2 ? uids : [...new Set(uids)];
  },
  label: ({ metadata: { namespace = '', labels } }) => (labels ? labelValues(namespace, labels) : NONE),
  node: (object) => {
    const node = nodeOf(object);
    return node ? [node] : NONE;
  },
};

/** When these parts are the same object, so are the index values: most writes change none of them. */
const INDEX_SOURCE: Record<IndexName, (object: KubeObject) => unknown> = {
  owner: (object) => object.metadata.ownerReferences,
  label: (object) => object.metadata.labels,
  node: nodeOf,
};

const INDEX_NAMES: readonly IndexName[] = ['owner', 'label', 'node'];
const NONE: readonly string[] = [];

/** Index values of labels; objects made of one template share the labels, and so these. */
const labelled = new WeakMap<object, { readonly namespace: string; readonly values: readonly string[] }>();

function labelValues(namespace: string, labels: Readonly<Record<string, string>>): readonly string[] {
  const known = labelled.get(labels);
  if (known?.namespace === namespace) return known.values;
  const values = Object.keys(labels).map((key) => labelIndexValue(namespace, key, labels[key] as string));
  labelled.set(labels, { namespace, values });
  return values;
}

export function labelIndexValue(namespace: string, key: string, value: string): string {
  return `${namespace}/${key}=${value}`;
}

function nodeOf(object: KubeObject): string | undefined {
  return (object as { spec?: { nodeName?: string } }).spec?.nodeName;
}

export class Store {
  /** Grows by one with each write; an object's resourceVersion is the revision of its last write. */
  revision = 1;
  /** The newest revision that the journal no longer has. */
  compacted = 1;
  private journal: Change[] = [];
  private tables = new Map<ResourceName, Table>();
  private readonly listeners: Listener[] = [];
  /** Those that a resource's changes are told, worked out once for each. */
  private readonly told = new Map<ResourceName, readonly Listener[]>();
  private readonly now: () => number;
  private readonly writer: () => Writer;

  constructor(now: () => number, writer: () => Writer) {
    this.now = now;
    this.writer = writer;
  }

  /** The newest version, or undefined. `namespace` is '' for cluster-scoped objects. */
  get<T extends KubeObject>(resource: ResourceName, namespace: string, name: string): T | undefined {
    return this.tables.get(resource)?.namespaces.get(namespace)?.get(name)?.object as T | undefined;
  }

  /** All objects, or those of one namespace, in order of namespace and name (as etcd lists them). */
  list<T extends KubeObject>(resource: ResourceName, namespace?: string): T[] {
    const table = this.tables.get(resource);
    if (!table) return [];
    const entries = table.entries.all();
    if (namespace === undefined) return entries.map((entry) => entry.object as T);
    const start = table.entries.find(`${namespace}/`);
    return entries.slice(start, start + (table.namespaces.get(namespace)?.size ?? 0)).map((entry) => entry.object as T);
  }

  /** All objects of a resource in no order that can be relied on, which costs less than `list`. */
  unordered<T extends KubeObject>(resource: ResourceName): T[] {
    const objects: T[] = [];
    for (const ofNamespace of this.tables.get(resource)?.namespaces.values() ?? [])
      for (const { object } of ofNamespace.values()) objects.push(object as T);
    return objects;
  }

  /** How many objects there are. */
  get size(): number {
    let size = 0;
    for (const { entries } of this.tables.values()) size += entries.size;
    return size;
  }

  /** How many objects of a resource there are. */
  count(resource: ResourceName): number {
    return this.tables.get(resource)?.entries.size ?? 0;
  }

  /** Resources that have or had objects. */
  resources(): ResourceName[] {
    return [...this.tables.keys()].sort();
  }

  /**
   * Objects by an index, in order of namespace and name: by owner uid, by node name (Pods), or by
   * `labelIndexValue(namespace, key, value)`.
   */
  byIndex<T extends KubeObject>(resource: ResourceName, index: IndexName, value: string): T[] {
    const entries = this.tables.get(resource)?.indexes[index].get(value);
    return entries ? entries.all().map((entry) => entry.object as T) : [];
  }

  /** How many objects an index value has. */
  countIndex(resource: ResourceName, index: IndexName, value: string): number {
    return this.tables.get(resource)?.indexes[index].get(value)?.size ?? 0;
  }

  /** The resourceVersion that the next write will give. */
  get nextVersion(): string {
    return String(this.revision + 1);
  }

  /**
   * Writes an object (which must have its namespace, name and uid) and returns it as stored, with its new resourceVersion. One that
   * already says `nextVersion` is stored as it is, not copied: its maker must have no other use for it.
   * Whether the write is allowed is the caller's business.
   */
  put<T extends KubeObject>(resource: ResourceName, object: T): T {
    const table = this.table(resource);
    const { namespace = '', name, resourceVersion } = object.metadata;
    const version = this.nextVersion;
    const stored = resourceVersion === version ? object : { ...object, metadata: { ...object.metadata, resourceVersion: version } };
    const entry = table.namespaces.get(namespace)?.get(name);
    const previous = entry?.object;
    if (entry) {
      entry.object = stored;
      this.reindex(table, entry, previous, stored);
    } else this.insert(table, stored);
    this.record(previous ? 'MODIFIED' : 'ADDED', resource, stored, previous);
    return stored;
  }

  /** Removes an object and returns its last state (with the deletion's resourceVersion), or undefined when there is none. */
  remove<T extends KubeObject>(resource: ResourceName, namespace: string, name: string): T | undefined {
    const table = this.tables.get(resource);
    const ofNamespace = table?.namespaces.get(namespace);
    const entry = ofNamespace?.get(name);
    if (!table || !ofNamespace || !entry) return undefined;
    const previous = entry.object;
    ofNamespace.delete(name);
    if (ofNamespace.size === 0) table.namespaces.delete(namespace);
    table.entries.remove(entry);
    this.reindex(table, entry, previous, undefined);
    const last = { ...previous, metadata: { ...previous.metadata, resourceVersion: this.nextVersion } };
    this.record('DELETED', resource, last, previous);
    return last as T;
  }

  /**
   * Called after every write, or every one of those resources, in order of registration. A listener must not write; it marks work to be
   * done.
   */
  subscribe(tell: (change: Change) => void, resources?: readonly ResourceName[]): () => void {
    const listener: Listener = { tell, resources };
    this.listeners.push(listener);
    this.told.clear();
    return () => {
      const at = this.listeners.indexOf(listener);
      if (at >= 0) this.listeners.splice(at, 1);
      this.told.clear();
    };
  }

  /** The writes after a revision, oldest first; undefined when they were compacted. */
  changesSince(revision: number): readonly Change[] | undefined {
    if (revision < this.compacted) return undefined;
    return this.journal.slice(this.indexAfter(revision));
  }

  /** The journal is these changes, which led to the objects that are there. */
  remember(changes: readonly Change[]): void {
    this.journal = [...changes];
    this.compacted = this.revision - changes.length;
  }

  /** The write with that revision, if the journal has it. */
  change(revision: number): Change | undefined {
    const change = this.journal[this.indexAfter(revision - 1)];
    return change?.revision === revision ? change : undefined;
  }

  /** All but the journal. */
  snapshot(): Omit<StoreSnapshot, 'journal'> {
    const objects: Record<ResourceName, readonly KubeObject[]> = {};
    for (const resource of this.resources()) objects[resource] = this.list(resource);
    return { revision: this.revision, compacted: this.compacted, objects };
  }

  restore(snapshot: StoreSnapshot): void {
    this.revision = snapshot.revision;
    this.compacted = snapshot.compacted;
    this.journal = [...snapshot.journal];
    this.tables = new Map();
    for (const [resource, objects] of Object.entries(snapshot.objects)) {
      const table = this.table(resource);
      for (const object of objects) this.insert(table, object);
    }
  }

  private table(resource: ResourceName): Table {
    let table = this.tables.get(resource);
    if (!table) {
      table = { namespaces: new Map(), entries: new Sorted(), indexes: { owner: new Map(), label: new Map(), node: new Map() } };
      this.tables.set(resource, table);
    }
    return table;
  }

  private insert(table: Table, object: KubeObject): void {
    const { namespace = '', name } = object.metadata;
    const entry: Entry = { key: `${namespace}/${name}`, object };
    let ofNamespace = table.namespaces.get(namespace);
    if (!ofNamespace) table.namespaces.set(namespace, (ofNamespace = new Map()));
    ofNamespace.set(name, entry);
    table.entries.add(entry);
    this.reindex(table, entry, undefined, object);
  }

  private reindex(table: Table, entry: Entry, previous: KubeObject | undefined, next: KubeObject | undefined): void {
    for (const name of INDEX_NAMES) {
      const source = INDEX_SOURCE[name];
      if (previous && next && source(previous) === source(next)) continue;
      const values = INDEX_VALUES[name];
      const index = table.indexes[name];
      const before = previous ? values(previous) : NONE;
      const after = next ? values(next) : NONE;
      for (const value of before) {
        if (after.includes(value)) continue;
        const entries = index.get(value);
        entries?.remove(entry);
        if (entries?.size === 0) index.delete(value);
      }
      for (const value of after) {
        if (before.includes(value)) continue;
        let entries = index.get(value);
        if (!entries) index.set(value, (entries = new Sorted()));
        entries.add(entry);
      }
    }
  }

  private record(type: ChangeType, resource: ResourceName, object: KubeObject, previous: KubeObject | undefined): void {
    const { actor, cause } = this.writer();
    this.revision++;
    const change: Change = { revision: this.revision, time: this.now(), type, resource, object, previous, actor, cause };
    this.journal.push(change);
    if (this.journal.length > JOURNAL_LIMIT * 1.05) {
      this.journal = this.journal.slice(-JOURNAL_LIMIT);
      this.compacted = (this.journal[0] as Change).revision - 1;
    }
    let told = this.told.get(resource);
    if (!told) {
      told = this.listeners.filter(({ resources }) => resources === undefined || resources.includes(resource));
      this.told.set(resource, told);
    }
    for (const { tell } of told) tell(change);
  }

  /** Index of the first journal entry with a greater revision. Revisions are consecutive, so it is a subtraction. */
  private indexAfter(revision: number): number {
    const first = this.journal[0]?.revision ?? this.revision + 1;
    return Math.max(0, revision + 1 - first);
  }
}
