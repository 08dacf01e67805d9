/** Which nodes are switched on. The kubelet acts only on those; the node lifecycle controller notices those that are not. */
import type { World } from '../../world/world.ts';

export interface NodePowerState {
  /** By node name; missing: on. */
  readonly running: Record<string, boolean>;
}

/** The world's slot `nodes`. */
export function nodePower(world: World): NodePowerState {
  return world.slot<NodePowerState>('nodes', () => ({ running: {} }));
}

export function isRunning(world: World, node: string): boolean {
  return nodePower(world).running[node] !== false;
}
