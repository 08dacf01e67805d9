import type { World } from '../world/world.ts';
import type { Recorder } from './events.ts';
/** `configmaps/app`: an object of the Pod's namespace that volumes are made of. */
export declare function sourceKey(resource: 'configmaps' | 'secrets', name: string): string;
/** Lets mounted files follow their objects with the kubelet's delay. */
export declare function followVolumes(world: World, recorder: Recorder): void;
