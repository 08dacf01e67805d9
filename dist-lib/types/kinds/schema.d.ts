/** What a value is. `Time`, `MicroTime` and `bytes` are strings on the wire; `any` and `object` are not looked into. */
export type Scalar = 'string' | 'boolean' | 'int32' | 'int64' | 'double' | 'bytes' | 'Time' | 'MicroTime' | 'Quantity' | 'IntOrString' | 'object' | 'any';
export interface Type {
    readonly type: Scalar | 'list' | 'map' | 'ref';
    /** The element type of a list or map. */
    readonly of?: Type;
    /** The short name of the definition, for `ref`. */
    readonly ref?: string;
    /** The values a string may have. */
    readonly enum?: readonly string[];
    /** How server-side apply merges a list; undefined is as good as atomic. */
    readonly listType?: 'atomic' | 'set' | 'map';
    readonly listMapKeys?: readonly string[];
    /** A map or object that server-side apply replaces whole. */
    readonly atomic?: boolean;
    /** Strategic merge patch merges the list instead of replacing it, by `mergeKey`, or as a set where there is none. */
    readonly merge?: boolean;
    readonly mergeKey?: string;
    /** Strategic merge patch drops the keys that the patch does not name. */
    readonly retainKeys?: boolean;
}
export interface Field extends Type {
    readonly name: string;
    readonly required: boolean;
}
export interface Definition {
    /** Unique short name, as in types.gen.ts: `Pod`, `EventsV1Event`. */
    readonly name: string;
    /** Full id as in OpenAPI: `io.k8s.api.core.v1.Pod`. */
    readonly id: string;
    /** An object that server-side apply replaces whole. */
    readonly atomic: boolean;
    /** Sorted by name. */
    readonly fields: ReadonlyMap<string, Field>;
}
/** The definition with a short name (`PodSpec`), or undefined. */
export declare function definition(name: string): Definition | undefined;
/** The definition of an object by its `apiVersion` and `kind` (`apps/v1`, `Deployment`), or undefined for a kind not in the schema. */
export declare function definitionOf(apiVersion: string, kind: string): Definition | undefined;
/** The short names of all definitions. */
export declare function definitionNames(): readonly string[];
