/**
 * The rest of the cluster: all that has nothing to do until a client asks for something. Loaded with the first request of a client
 * (`Cluster`), so that a page begins with little; being there or not makes no difference to the world (see ARCHITECTURE.md).
 */
import { ApiServer } from '../api/server.ts';
import type { Writes } from '../api/writes.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { MinikubeRequest } from '../minikube/types.ts';
import { Network } from '../network/network.ts';
import { NodeAgent } from '../node/agent.ts';
import type { World } from '../world/world.ts';
export interface Rest {
    readonly server: ApiServer;
    readonly network: Network;
    readonly nodes: NodeAgent;
    readonly minikube: (request: MinikubeRequest) => unknown;
}
/** Adds it to a fresh cluster whose control plane writes through `writes`. It only registers code: no state changes. */
export declare function addRest(world: World, kernel: Kernel, writes: Writes): Rest;
