/** The machines below the cluster, as the minikube command sees them: nodes, their power, the tunnel. */
import type { Operations } from '../api/operations.ts';
import { addNode } from '../controllers/bootstrap.ts';
import { changeTunnel, tunnelState } from '../controllers/load-balancer.ts';
import { isRunning, setRunning } from '../kinds/node/power.ts';
import type { Machines } from '../minikube/types.ts';
import type { World } from '../world/world.ts';

export function machinesOf(world: World, api: Operations): Machines {
  return {
    add: () => addNode(world, api).metadata.name,
    isOn: (node) => isRunning(world, node),
    power: (node, on) => setRunning(world, node, on),
    isTunnelOpen: () => tunnelState(world).running,
    tunnel: (open) => changeTunnel(world, open ? 1 : -1),
  };
}
