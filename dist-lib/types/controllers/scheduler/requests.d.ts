import type { Pod } from '../../kinds/objects.ts';
/** Amounts by resource name: cpu in millicores, the others in whole units. */
export type Amounts = Readonly<Record<string, number>>;
export interface PodRequests {
    readonly amounts: Amounts;
    /** With the amounts that scoring takes for containers that ask for nothing. */
    readonly scored: {
        readonly cpu: number;
        readonly memory: number;
    };
    /** `protocol/port` of each host port, with the address it is bound to. */
    readonly ports: readonly HostPort[];
}
export interface HostPort {
    readonly ip: string;
    readonly id: string;
}
type Quantities = Readonly<Record<string, string | number>>;
export declare function amountsOf(quantities: Quantities | undefined): Record<string, number>;
/** Containers and sidecars run together; init containers one after the other, beside the sidecars started before them. */
export declare function requestsOf(pod: Pod): PodRequests;
/** Adds (or with way -1 takes away) amounts in place. */
export declare function add(to: Record<string, number>, amounts: Amounts, way?: 1 | -1): void;
/** Whether two host ports cannot be had on one node. */
export declare function portsClash(a: HostPort, b: HostPort): boolean;
export {};
