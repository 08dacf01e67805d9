/** Lists: which objects a request means (selectors, pages, a past revision), and the answer's shape. */
import type { KubeObject } from '../world/object.ts';
import type { World } from '../world/world.ts';
import { ApiError } from './errors.ts';
import type { Resource } from './registry.ts';
import { type FieldRequirement, type Requirement } from './values/selector.ts';
/** The objects that a list, watch or deletecollection is about. */
export interface Selection {
    readonly resource: Resource;
    /** undefined: all namespaces. */
    readonly namespace: string | undefined;
    readonly labels: readonly Requirement[];
    readonly fields: readonly FieldRequirement[];
}
export interface Page {
    readonly items: readonly KubeObject[];
    readonly metadata: {
        readonly resourceVersion: string;
        readonly continue?: string;
        readonly remainingItemCount?: number;
    };
}
export type Query = Readonly<Record<string, string | readonly string[]>>;
/** The (first) value of a query parameter. */
export declare function parameter(query: Query, name: string): string | undefined;
/** Reads the selectors of a query; throws BadRequest in the words of the real parser. */
export declare function selectionOf(resource: Resource, namespace: string | undefined, query: Query): Selection;
/** Whether an object is in the selection (its namespace included). */
export declare function selects({ resource, namespace, labels, fields }: Selection, object: KubeObject): boolean;
/** The selected objects, in order of namespace and name. */
export declare function select(world: World, selection: Selection): KubeObject[];
/** One page of the selected objects; pages that follow show the same revision as the first. */
export declare function page(world: World, selection: Selection, query: Query): Page;
/** A resourceVersion as a number; throws as the real server does. */
export declare function readRevision(text: string): number;
export declare function tooLarge(wanted: number, current: number): ApiError;
