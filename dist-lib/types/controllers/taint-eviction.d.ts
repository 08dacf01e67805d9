import type { Pod } from '../kinds/objects.ts';
import type { PodCondition } from '../kinds/types.gen.ts';
import type { World } from '../world/world.ts';
import type { Controller } from './controller.ts';
export declare const taintEvictionController: Controller;
/** A Pod's conditions with the one that says why it is about to be deleted. */
export declare function disruption(world: World, reason: string, message: string, pod: Pod): PodCondition[];
