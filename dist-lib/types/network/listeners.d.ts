/** Who listens where: plain data in the world, so that a restored cluster answers as before. */
import type { World } from '../world/world.ts';
import type { HttpRequest, HttpResponse } from './types.ts';
/** One open port of a Pod (or of the laptop: place `laptop`). */
export interface Listener {
    readonly port: number;
    readonly protocol: 'TCP' | 'UDP';
    /** Name of the server code that answers (`Network.server`), and plain data for it. */
    readonly server: string;
    readonly args: Readonly<Record<string, unknown>>;
    /** Container name; '' on the laptop. */
    readonly container: string;
    /** Speaks TLS. */
    readonly tls?: boolean;
}
/** Where a request reached a server. */
export interface ServerContext {
    readonly world: World;
    readonly listener: Listener;
    /** Uid of the Pod, or `laptop`. */
    readonly place: string;
    /** The client's address as the server sees it (after kube-proxy's masquerading). */
    readonly clientAddress: string;
}
/** Answers a request; undefined: this is no HTTP server, and the client gets an empty reply. */
export type HttpServer = (request: HttpRequest, context: ServerContext) => HttpResponse | undefined;
/** Opens a port. False when it is taken there already (EADDRINUSE). */
export declare function listen(world: World, place: string, listener: Listener): boolean;
/** Closes the ports of a place, or those of one container or port there. */
export declare function unlisten(world: World, place: string, which?: {
    readonly container?: string;
    readonly port?: number;
}): void;
export declare function findListener(world: World, place: string, port: number, protocol?: 'TCP' | 'UDP'): Listener | undefined;
/** What listens at a place: for `ss`, and for the page's "wrong port" hints. */
export declare function listenersOf(world: World, place: string): readonly Listener[];
