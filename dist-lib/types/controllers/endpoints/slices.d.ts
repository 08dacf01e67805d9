/**
 * Packs endpoints into EndpointSlices with as few writes as possible: those that stay keep their place, those that leave make
 * room, new ones go where there is room, then into new slices (rules: k8s.io/endpointslice v1.36, reconciler).
 */
import type { EndpointSlice } from '../../kinds/objects.ts';
import type { Endpoint, DiscoveryV1EndpointPort as EndpointPort } from '../../kinds/types.gen.ts';
export declare const MAX_ENDPOINTS = 100;
/** Endpoints that share ports, and so a slice. `endpoints` is by id (the Pod's name, or the address). */
export interface Group {
    readonly ports: readonly EndpointPort[];
    readonly endpoints: Map<string, Endpoint>;
}
export interface SliceChanges {
    readonly create: {
        ports: readonly EndpointPort[];
        endpoints: Endpoint[];
    }[];
    readonly update: {
        slice: EndpointSlice;
        ports: readonly EndpointPort[];
        endpoints: Endpoint[];
    }[];
    readonly remove: EndpointSlice[];
}
/** What tells a slice's ports from another's. */
export declare function portsId(ports: readonly EndpointPort[] | undefined): string;
/** An endpoint's id: its Pod's name, or its address. */
export declare function idOf(endpoint: Endpoint): string;
/**
 * The writes that bring `slices` to what is wanted. `groups` (by ports id) has the wanted endpoints among `looked`, the ids to
 * look at with the addresses that they had ('': they are in no slice); undefined looks at all, and also removes slices whose ports
 * nobody wants. `groups` is consumed.
 */
export declare function packSlices(slices: readonly EndpointSlice[], groups: Map<string, Group>, looked: ReadonlyMap<string, string> | undefined): SliceChanges;
export declare function sameEndpoint(a: Endpoint, b: Endpoint): boolean;
