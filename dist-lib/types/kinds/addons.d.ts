/** minikube's addons: which of them are on. Plain data in the world, so that a snapshot has it. */
import type { World } from '../world/world.ts';
/** On in a fresh minikube cluster. */
export declare const DEFAULT_ADDONS: readonly string[];
export declare function isAddonOn(world: World, name: string): boolean;
/** Only notes it: what an addon brings with it is the business of who switches it. */
export declare function noteAddon(world: World, name: string, on: boolean): void;
