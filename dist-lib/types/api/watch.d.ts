/** Watches: the changes of a selection as they happen, from a revision on. */
import { Channel } from '../kernel/channel.ts';
import type { World } from '../world/world.ts';
import { type Query, type Selection } from './list.ts';
import type { Representation } from './represent.ts';
import type { WatchEvent } from './types.ts';
export declare class Watches {
    private readonly world;
    private readonly watchers;
    private readonly byId;
    private serial;
    constructor(world: World);
    /** Starts a watch of the selection as the query says; the answer's channel delivers the events. */
    start(selection: Selection, form: Representation, query: Query): Channel<WatchEvent>;
    private register;
    private sendState;
    private sendChanges;
    private changed;
    /** An object that enters the selection is ADDED for the watcher, one that leaves it DELETED. */
    private send;
    private bookmark;
}
