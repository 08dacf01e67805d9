/** Tables: how `kubectl get` asks for objects (Accept: application/json;as=Table). */
import type { KubeObject } from '../world/object.ts';
import type { Resource } from './registry.ts';
/** How much of each object a row carries. */
export type IncludeObject = 'None' | 'Metadata' | 'Object';
export interface TableMetadata {
    readonly resourceVersion?: string;
    readonly continue?: string;
    readonly remainingItemCount?: number;
}
/** The objects as a Table; `now` is virtual time, to which ages are relative. */
export declare function tableOf(resource: Resource, items: readonly KubeObject[], metadata: TableMetadata, include: IncludeObject, now: number): Record<string, unknown>;
/** An object reduced to its metadata. */
export declare function metadataOf(resource: Resource, object: KubeObject): Record<string, unknown>;
