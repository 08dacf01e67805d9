/**
 * Names to addresses: /etc/hosts, then cluster DNS with the Pod's search list (CoreDNS by the Kubernetes DNS specification 1.1.0),
 * then the outside. The laptop knows its own names and the outside only.
 */
import type { Service } from '../kinds/objects.ts';
import type { World } from '../world/world.ts';
import type { ReasonId } from './reasons.ts';
import type { Origin, ResolveResult } from './types.ts';
export declare const DNS_ADDRESS = "10.96.0.10";
/** A resolution with the reason for the trace, and the Service that the name belongs to. */
export interface Resolution extends ResolveResult {
    readonly reason: {
        readonly id: ReasonId;
        readonly values: Readonly<Record<string, string | number>>;
    };
    readonly service?: Service;
}
export declare function resolve(world: World, from: Origin, name: string, type?: 'A' | 'CNAME' | 'SRV' | 'PTR'): Resolution;
