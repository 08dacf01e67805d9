/**
 * Load balancers: while `minikube tunnel` runs, each Service of that type has its own cluster IP as external one, to which the
 * tunnel routes the laptop (that is what minikube's tunnel does on Linux). Without it they stay pending.
 */
import type { Service } from '../kinds/objects.ts';
import type { World } from '../world/world.ts';
import type { Controller } from './controller.ts';
export interface TunnelState {
    /** How many `minikube tunnel` run. */
    clients: number;
    /** Whether any does: then the laptop can reach cluster IPs. */
    running: boolean;
}
/** The world's slot `tunnel`. */
export declare function tunnelState(world: World): TunnelState;
/** Opens (1) or closes (-1) a tunnel. */
export declare function changeTunnel(world: World, by: 1 | -1): void;
/** The Services that a tunnel serves. */
export declare function isBalanced(service: Service): boolean;
export declare const loadBalancerController: Controller;
