/**
 * Derived data: what a controller could compute from the store each time, kept up to date instead because that is faster.
 * It is no state: it is made from the store when first needed, follows its changes, and is thrown away by a restore.
 */
import type { Change } from '../world/object.ts';
import type { World } from '../world/world.ts';
export declare class Derived<T> {
    private readonly worlds;
    private readonly build;
    private readonly apply;
    /** `build` makes the data from all that the store holds; `apply` brings it up to date with one change. */
    constructor(build: (world: World) => T, apply: (value: T, change: Change, world: World) => void);
    /** The data as of now. */
    of(world: World): T;
}
