/** Who listens where: plain data in the world, so that a restored cluster answers as before. */
import type { Entries } from '../world/entries.ts';
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
  /** The process that listens, by its number there. */
  readonly pid?: number;
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

/** By place. */
function open(world: World): Entries<readonly Listener[]> {
  return world.entries('listeners', { fixed: true });
}

/** Opens a port. False when it is taken there already (EADDRINUSE). */
export function listen(world: World, place: string, listener: Listener): boolean {
  const all = open(world);
  const there = all.get(place) ?? [];
  if (findListener(world, place, listener.port, listener.protocol)) return false;
  all.set(place, [...there, listener]);
  return true;
}

/** Closes the ports of a place, or those of one container or port there. */
export function unlisten(world: World, place: string, which: { readonly container?: string; readonly port?: number } = {}): void {
  const all = open(world);
  const rest = (all.get(place) ?? []).filter(
    (listener) =>
      (which.container !== undefined && listener.container !== which.container) ||
      (which.port !== undefined && listener.port !== which.port),
  );
  if (rest.length > 0) all.set(place, rest);
  else all.delete(place);
}

/** Closes the ports of a process that ended. */
export function closePortsOf(world: World, place: string, container: string, pid: number): void {
  const all = open(world);
  const its = (listener: Listener): boolean => listener.container === container && listener.pid === pid;
  const there = all.has(place) ? (all.get(place) ?? []) : [];
  for (const { port } of there.filter(its)) unlisten(world, place, { container, port });
}

export function findListener(world: World, place: string, port: number, protocol: 'TCP' | 'UDP' = 'TCP'): Listener | undefined {
  return open(world)
    .get(place)
    ?.find((listener) => listener.port === port && listener.protocol === protocol);
}

/** What listens at a place: for netstat, and for the page's "wrong port" hints. */
export function listenersOf(world: World, place: string): readonly Listener[] {
  return open(world).get(place) ?? [];
}
