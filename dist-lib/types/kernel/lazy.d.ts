import type { Program } from './types.ts';
export interface Lazy<T> {
    /** What was loaded; undefined until then. */
    readonly value: T | undefined;
    /** Fetches it; further calls share one fetch, and after a failure the next call tries again. */
    load(): Promise<T>;
}
/** @param fetch an import(), which bundlers make a file of its own */
export declare function lazy<T>(fetch: () => Promise<T>): Lazy<T>;
/** A program whose code is loaded when it first runs. `pick` finds it in the loaded module. */
export declare function lazyProgram<T>(code: Lazy<T>, pick: (code: T) => Program): Program;
