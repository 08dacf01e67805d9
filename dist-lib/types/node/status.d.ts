import type { Pod } from '../kinds/objects.ts';
import type { Container } from '../kinds/types.gen.ts';
import type { World } from '../world/world.ts';
import { type ContainerState, type PodState } from './state.ts';
/** The whole status; what others put there (qosClass, their conditions) stays. */
export declare function podStatus(world: World, pod: Pod, state: PodState): Pod['status'];
/** All container specs of a Pod: init containers first. */
export declare function specsOf({ spec: { initContainers, containers, ephemeralContainers } }: Pod): readonly Container[];
export declare function isAlive(phase: ContainerState['phase']): boolean;
/** Whether an ended container is started again. */
export declare function willRestart(pod: Pod, container: ContainerState): boolean;
