/** The machines below the cluster, as the minikube command sees them: nodes, their power, the tunnel. */
import type { Operations } from '../api/operations.ts';
import { addNode } from '../controllers/bootstrap.ts';
import { changeTunnel } from '../controllers/load-balancer.ts';
import { isRunning, kubeletRuns, setRunning } from '../kinds/node/power.ts';
import type { Node } from '../kinds/objects.ts';
import { tunnelState } from '../kinds/tunnel.ts';
import type { Machines } from '../minikube/types.ts';
import type { NodeAgent } from '../node/agent.ts';
import type { World } from '../world/world.ts';

export function machinesOf(world: World, api: Operations, nodes: NodeAgent): Machines {
  const names = (): string[] => world.store.list<Node>('nodes').map(({ metadata }) => metadata.name);
  return {
    add: () => {
      const node = addNode(world, api);
      nodes.joined(node);
      return node.metadata.name;
    },
    isOn: (node) => isRunning(world, node),
    hasKubelet: (node) => kubeletRuns(world, node),
    power: (node, on) => setRunning(world, node, on),
    shell: (node, command, tty) => nodes.openShell(node, command, tty),
    images: () => nodes.imagesOn(names()),
    load: (image) => nodes.loadImage(image, names()),
    unload: (image) => nodes.unloadImage(image, names()),
    isTunnelOpen: () => tunnelState(world).running,
    tunnel: (open) => changeTunnel(world, open ? 1 : -1),
  };
}
