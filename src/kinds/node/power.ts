/** Which nodes are switched on, and whose kubelets run. The kubelet acts only on those; the node lifecycle controller notices those that are not. */
import type { World } from '../../world/world.ts';

/** Running kubelets renew their lease so often, ms; it is not written, for it would say nothing new. */
export const LEASE_MS = 10_000;

interface NodePowerState {
  /** By node name; missing: on. */
  readonly running: Record<string, boolean>;
  /** Virtual time of a silent node's last heartbeat, ms. */
  readonly stoppedAt: Record<string, number>;
  /** Nodes that are on and whose kubelet somebody stopped. */
  withoutKubelet?: Record<string, true>;
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
  const power = nodePower(world);
  power.running[node] = running;
  delete power.withoutKubelet?.[node];
  changed(world, node, running);
}

/** Whether the node is on and its kubelet runs. */
export function kubeletRuns(world: World, node: string): boolean {
  return isRunning(world, node) && !nodePower(world).withoutKubelet?.[node];
}

/** Starts or stops the kubelet of a node that is on (`systemctl stop kubelet`). Its containers run on, and nobody looks after them. */
export function setKubelet(world: World, node: string, running: boolean): void {
  if (!isRunning(world, node) || kubeletRuns(world, node) === running) return;
  const without = (nodePower(world).withoutKubelet ??= {});
  if (running) delete without[node];
  else without[node] = true;
  changed(world, node, running, 'kubelet');
}

/** The node begins to beat, or has beaten last. @param what nothing: the whole machine */
function changed(world: World, node: string, beats: boolean, what?: 'kubelet'): void {
  const { stoppedAt } = nodePower(world);
  if (beats) delete stoppedAt[node];
  else stoppedAt[node] ??= world.now - (world.now % LEASE_MS);
  world.timers.set('node-power', node, world.now, what);
  world.queues.add('node-lifecycle-controller', node, world.store.revision);
}

/** Forgets a deleted node's machine. */
export function forgetNode(world: World, node: string): void {
  delete nodePower(world).running[node];
  delete nodePower(world).stoppedAt[node];
  delete nodePower(world).withoutKubelet?.[node];
}

/** Virtual ms of the node's newest heartbeat: running nodes beat all the time, without cost. */
export function lastHeartbeat(world: World, node: string): number {
  return nodePower(world).stoppedAt[node] ?? world.now;
}
