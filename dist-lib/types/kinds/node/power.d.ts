/** Which nodes are switched on. The kubelet acts only on those; the node lifecycle controller notices those that are not. */
import type { World } from '../../world/world.ts';
/** Whether the node's machine is on. */
export declare function isRunning(world: World, node: string): boolean;
/**
 * Switches a node's machine on or off (`minikube node stop`). Its kubelet learns of it at once, by the timer `node-power`; the API
 * only by its silence, which the node lifecycle controller waits for.
 */
export declare function setRunning(world: World, node: string, running: boolean): void;
/** Forgets a deleted node's machine. */
export declare function forgetNode(world: World, node: string): void;
/** Virtual ms of the node's newest heartbeat: running nodes beat all the time, without cost. */
export declare function lastHeartbeat(world: World, node: string): number;
