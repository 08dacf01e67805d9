import type { EndpointSlice, Node, Pod, Service } from '../kinds/objects.ts';
import type { World } from '../world/world.ts';
import type { Origin } from './types.ts';
/** A Pod that has the address and still runs: its network is there until its containers ended. */
export declare function podByAddress(world: World, address: string): Pod | undefined;
export declare function hasNetwork(pod: Pod): boolean;
export declare function podByUid(world: World, namespace: string, name: string, uid: string): Pod | undefined;
export declare function nodeByAddress(world: World, address: string): Node | undefined;
export declare function nodeAddressOf(node: Node): string | undefined;
/** A Node object exists for it and it is switched on. */
export declare function nodeAnswers(world: World, name: string): boolean;
/** A Service by one of its virtual addresses, and which of them it is. */
export declare function serviceByAddress(world: World, address: string): {
    readonly service: Service;
    readonly by: 'cluster' | 'external' | 'loadBalancer';
} | undefined;
export declare function slicesOf(world: World, service: Service): EndpointSlice[];
/** Where a process runs, by its machine's id. */
export declare function originOf(world: World, machine: string): Origin;
/** The node that a request starts on; undefined from the laptop. */
export declare function nodeOfOrigin(world: World, from: Origin): string | undefined;
