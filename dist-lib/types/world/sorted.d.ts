/** Things kept in order of their keys: cheap to add and remove at any place, cheap to walk. The order makes histories repeatable. */
export declare class Sorted<T extends {
    readonly key: string;
}> {
    /** Sorted runs of at most LIMIT things, all before those of the next run: a change moves the things of one run only. */
    private readonly runs;
    private count;
    /** All in one list, made when asked for. */
    private flat;
    /** Puts a thing in its place, unless there is one of that key. */
    add(thing: T): void;
    remove(key: string): void;
    get size(): number;
    /** In order. Do not change the set while walking. */
    all(): readonly T[];
    /** Index in `all()` of the thing with the key, or of the first one after it. */
    find(key: string): number;
    /** Index of the run that has the key, or would have it. */
    private runOf;
}
