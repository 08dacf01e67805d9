/** Which nodes are switched on. The kubelet acts only on those; the node lifecycle controller notices those that are not. */
import type { World } from '../../world/world.ts';

/** Running kubelets renew their lease so often, ms; it is not written, for it would say nothing new. */
export const LEASE_MS = 10_000;

interface NodePowerState {
  /** By node name; missing: on. */
  readonly running: Record<string, boolean>;
  /** Virtual time of a silent node's last heartbeat, ms. */
  readonly stoppedAt: Record<string, number>;
}

/** The world's slot `nodes`. */
function nodePower(world: World): NodePowerState {
  return world.slot<NodePowerState>('nodes', () => ({ running: {}, stoppedAt: {} }));
}

/** Whether the node's machine is on. */
export function isRunning(world: World, node: string): boolean {
  return nodePower(world).running[node] !== false;
}

/**
 * Switches a node's machine on or off (`minikube node stop`). Its kubelet learns of it at once, by the timer `node-power`; the API
 * only by its silence, which the node lifecycle controller waits for.
 */
export function setRunning(world: World, node: string, running: boolean): void {
  if (isRunning(world, node) === running) return;
  const { running: on, stoppedAt } = nodePower(world);
  on[node] = running;
  if (running) delete stoppedAt[node];
  else stoppedAt[node] = world.now - (world.now % LEASE_MS);
  world.timers.set('node-power', node, world.now);
  world.queues.add('node-lifecycle-controller', node, world.store.revision);
}

/** Forgets a deleted node's machine. */
export function forgetNode(world: World, node: string): void {
  delete nodePower(world).running[node];
  delete nodePower(world).stoppedAt[node];
}

/** Virtual ms of the node's newest heartbeat: running nodes beat all the time, without cost. */
export function lastHeartbeat(world: World, node: string): number {
  return nodePower(world).stoppedAt[node] ?? world.now;
}
