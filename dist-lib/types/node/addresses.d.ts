import type { World } from '../world/world.ts';
/** Takes an address for a Pod; undefined when the node has none left. */
export declare function takeAddress(world: World, node: string, uid: string): string | undefined;
export declare function giveAddress(world: World, node: string, address: string): void;
