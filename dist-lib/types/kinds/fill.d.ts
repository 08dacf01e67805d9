/** Filling in defaults without copying what is complete already: objects come back the same when nothing was missing. */
/** The object with the values for those keys that it lacks. */
export declare function fill<T extends object>(object: T, defaults: Partial<T>): T;
/** The list with each element replaced by what `each` makes of it. */
export declare function mapSame<T>(list: readonly T[] | null | undefined, each: (element: T) => T): readonly T[] | undefined;
/** The object with one field, if it is there, replaced by what `make` makes of it. */
export declare function within<T extends object, K extends keyof T>(object: T, key: K, make: (value: NonNullable<T[K]>) => T[K]): T;
/** The object with each element of the list in a field replaced by what `each` makes of it. */
export declare function eachOf<T extends object, E>(object: T, key: keyof T, each: (element: E) => E): T;
