/** JSON values as kubectl handles them: objects of kinds it need not know. Never changed in place. */
export type JsonObject = {
    readonly [key: string]: unknown;
};
export interface Metadata {
    readonly name?: string;
    readonly generateName?: string;
    readonly namespace?: string;
    readonly uid?: string;
    readonly resourceVersion?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly deletionTimestamp?: string;
    readonly [key: string]: unknown;
}
export declare function isObject(value: unknown): value is JsonObject;
export declare function metadataOf(object: JsonObject): Metadata;
export declare function textOf(value: unknown): string;
/** The items of a list object; undefined when it is no list. */
export declare function itemsOf(object: unknown): readonly JsonObject[] | undefined;
/** The value at a path of keys and indexes; undefined where the path ends early. */
export declare function at(value: unknown, ...path: readonly (string | number)[]): unknown;
/** A copy with the value at a path replaced (objects are made on the way); undefined removes the key. */
export declare function withValue(object: JsonObject, path: readonly string[], value: unknown): JsonObject;
export declare function sameJson(a: unknown, b: unknown): boolean;
