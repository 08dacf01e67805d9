/** For each object inside `object` its keys in the order in which Go writes them. */
export declare function structKeys(object: {
    readonly apiVersion?: unknown;
    readonly kind?: unknown;
}): (fields: object) => readonly string[];
