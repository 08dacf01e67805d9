/** The device `minikube`: carries out what the command asks for, on the world. */
import type { Operations } from '../api/operations.ts';
import type { World } from '../world/world.ts';
import type { Machines, MinikubeRequest } from './types.ts';
/** The handler of the device; it answers at once. */
export declare function minikubeDevice(world: World, api: Operations, machines: Machines): (request: MinikubeRequest) => unknown;
