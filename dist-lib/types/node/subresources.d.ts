import type { ApiServer } from '../api/server.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Network } from '../network/network.ts';
import type { World } from '../world/world.ts';
import type { Containers } from './containers.ts';
import type { Logs } from './logs.ts';
export interface SubresourceDependencies {
    readonly world: World;
    readonly kernel: Kernel;
    readonly logs: Logs;
    readonly containers: Containers;
    readonly network: Network;
}
/** Registers the handlers with the API server. */
export declare function registerSubresources(server: ApiServer, deps: SubresourceDependencies): void;
