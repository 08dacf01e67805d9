/** The forms in which a client may ask for objects: whole, as a Table, or only their metadata. */
import type { KubeObject } from '../world/object.ts';
import { type Query } from './list.ts';
import type { Resource } from './registry.ts';
import { type TableMetadata } from './table.ts';
export interface Representation {
    one(object: KubeObject): unknown;
    list(items: readonly KubeObject[], metadata: TableMetadata): unknown;
}
/** What the Accept header asks for; the first form that the server knows. */
export declare function representation(resource: Resource, accept: string, query: Query, now: () => number): Representation;
