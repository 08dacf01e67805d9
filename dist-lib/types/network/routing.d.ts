/**
 * Where a connection to an address ends, hop by hop: what kube-proxy's rules and the Pod network do with it.
 * Source of the Service rules: Kubernetes docs "Virtual IPs and Service Proxies" (iptables mode).
 */
import type { Pod } from '../kinds/objects.ts';
import type { World } from '../world/world.ts';
import { type Listener } from './listeners.ts';
import type { ReasonId } from './reasons.ts';
import type { Hop, NetworkFailure, Origin } from './types.ts';
type Protocol = 'TCP' | 'UDP';
/** Where a connection ends: at a listener of a place (Pod uid, `laptop`, `node:<name>`, `outside`), or nowhere. */
export type Destination = {
    readonly place: string;
    readonly listener: Listener;
    readonly clientAddress: string;
    readonly address: string;
} | {
    readonly failure: NetworkFailure;
};
/** What a NetworkPolicy says of a connection to a Pod; undefined: allowed. */
export type Policy = (world: World, from: Origin, to: Pod, port: number, protocol: Protocol) => 'denied' | undefined;
/** What the node that carries the control plane listens with. */
export declare const API_SERVER: Listener;
export declare class Router {
    private readonly world;
    readonly hops: Hop[];
    private readonly from;
    private readonly protocol;
    private readonly policy;
    constructor(world: World, from: Origin, protocol: Protocol, policy?: Policy);
    /** Appends a hop to the trace. */
    hop(kind: Hop['kind'], id: ReasonId, values: Readonly<Record<string, string | number>>, more?: Partial<Pick<Hop, 'object' | 'address' | 'ms'>>): void;
    route(address: string, port: number): Destination;
    private local;
    private toNode;
    private controlPlane;
    /** A Pod on the node that took the port: by hostPort, or because it uses the node's network. */
    private hostPort;
    private toService;
    /** Chooses an endpoint as kube-proxy on a node does; `only` limits the choice to that node's. */
    private toEndpoint;
    private choose;
    private toPod;
    private toOutside;
    /** The source address that the far end sees; `node`: the one that masquerades. */
    private clientAddress;
}
export {};
