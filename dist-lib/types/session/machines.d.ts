/** The machines below the cluster, as the minikube command sees them: nodes, their power, the tunnel. */
import type { Operations } from '../api/operations.ts';
import type { Machines } from '../minikube/types.ts';
import type { World } from '../world/world.ts';
export declare function machinesOf(world: World, api: Operations): Machines;
