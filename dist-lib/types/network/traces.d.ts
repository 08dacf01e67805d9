/** The requests that went over the network, as state of the world. */
import type { World } from '../world/world.ts';
import type { Trace } from './types.ts';
/** The last requests, oldest first. */
export declare function tracesOf(world: World): readonly Trace[];
/** How many requests there were. */
export declare function countTraces(world: World): number;
/** Remembers a request; it gets the next id. */
export declare function keepTrace(world: World, made: Omit<Trace, 'id'>): Trace;
