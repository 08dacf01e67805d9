/**
 * The API objects of the world: the newest version of each, a journal of every write, and indexes.
 * It knows nothing of kinds. Writes come from the API server only.
 */
import type { Change, KubeObject, ResourceName } from './object.ts';
/** What objects are indexed by, for `byIndex`. */
export type IndexName = 'owner' | 'label' | 'node';
export interface StoreSnapshot {
    readonly revision: number;
    readonly compacted: number;
    readonly objects: Readonly<Record<ResourceName, readonly KubeObject[]>>;
    readonly journal: readonly Change[];
}
export interface Writer {
    readonly actor: string;
    readonly cause: number;
}
export declare function labelIndexValue(namespace: string, key: string, value: string): string;
export declare class Store {
    /** Grows by one with each write; an object's resourceVersion is the revision of its last write. */
    revision: number;
    /** The newest revision that the journal no longer has. */
    compacted: number;
    private journal;
    private tables;
    private readonly listeners;
    private readonly now;
    private readonly writer;
    constructor(now: () => number, writer: () => Writer);
    /** The newest version, or undefined. `namespace` is '' for cluster-scoped objects. */
    get<T extends KubeObject>(resource: ResourceName, namespace: string, name: string): T | undefined;
    /** All objects, or those of one namespace, in order of namespace and name (as etcd lists them). */
    list<T extends KubeObject>(resource: ResourceName, namespace?: string): T[];
    /** How many objects of a resource there are. */
    count(resource: ResourceName): number;
    /** Resources that have or had objects. */
    resources(): ResourceName[];
    /**
     * Objects by an index, in order of namespace and name: by owner uid, by node name (Pods), or by
     * `labelIndexValue(namespace, key, value)`.
     */
    byIndex<T extends KubeObject>(resource: ResourceName, index: IndexName, value: string): T[];
    /** How many objects an index value has. */
    countIndex(resource: ResourceName, index: IndexName, value: string): number;
    /** The resourceVersion that the next write will give. */
    get nextVersion(): string;
    /**
     * Writes an object (which must have its namespace, name and uid) and returns it as stored, with its new resourceVersion. One that
     * already says `nextVersion` is stored as it is, not copied: its maker must have no other use for it.
     * Whether the write is allowed is the caller's business.
     */
    put<T extends KubeObject>(resource: ResourceName, object: T): T;
    /** Removes an object and returns its last state (with the deletion's resourceVersion), or undefined when there is none. */
    remove<T extends KubeObject>(resource: ResourceName, namespace: string, name: string): T | undefined;
    /** Called after every write, in order of registration. A listener must not write; it marks work to be done. */
    subscribe(listener: (change: Change) => void): () => void;
    /** The writes after a revision, oldest first; undefined when they were compacted. */
    changesSince(revision: number): readonly Change[] | undefined;
    /** The write with that revision, if the journal has it. */
    change(revision: number): Change | undefined;
    snapshot(): StoreSnapshot;
    restore(snapshot: StoreSnapshot): void;
    private table;
    private insert;
    private reindex;
    private record;
    /** Index of the first journal entry with a greater revision. Revisions are consecutive, so it is a subtraction. */
    private indexAfter;
}
