/** Which resources the server has, and what people call them: short names, singulars, kinds, categories. */
import type { Sys } from '../../kernel/types.ts';
import { type Client } from '../client.ts';
export interface Mapping {
    readonly group: string;
    readonly version: string;
    readonly kind: string;
    /** Plural: `pods`. */
    readonly resource: string;
    readonly singular: string;
    readonly shortNames: readonly string[];
    readonly categories: readonly string[];
    readonly namespaced: boolean;
    readonly verbs: readonly string[];
    readonly subresources: readonly string[];
}
/** `pods`, `deployments.apps` */
export declare function groupResource(mapping: Pick<Mapping, 'group' | 'resource'>): string;
/** `pod`, `deployment.apps`: how printers name a kind. */
export declare function groupKind(mapping: Pick<Mapping, 'group' | 'kind'>): string;
/** `v1`, `apps/v1` */
export declare function groupVersion(mapping: Pick<Mapping, 'group' | 'version'>): string;
/** The path of a resource's collection, or of one object. Namespace '' for all namespaces and for cluster-scoped kinds. */
export declare function pathOf(mapping: Mapping, namespace: string, name?: string, subresource?: string): string;
/** The resources in the server's order: the core group first, preferred versions first. */
export declare class RestMapper {
    readonly mappings: readonly Mapping[];
    constructor(mappings: readonly Mapping[]);
    /** The resource meant by `po`, `pods`, `pod`, `Pod`, `deployments.apps`, `deployments.v1.apps`; undefined when there is none. */
    find(name: string): Mapping | undefined;
    /** As `find`; throws what kubectl prints for an unknown resource. */
    require(name: string): Mapping;
    /** As `require`, with the other wording (no `error:`) of explain and rollout. */
    requireResource(name: string): Mapping;
    /** The mapping of an object's own apiVersion and kind. */
    forKind(apiVersion: string, kind: string): Mapping | undefined;
    /** The members of a category such as `all`; undefined when the name is none. */
    category(name: string): readonly Mapping[] | undefined;
    private match;
}
/** Asks the server for all its resources (aggregated discovery). */
export declare function loadMapper(client: Client): Sys<RestMapper>;
