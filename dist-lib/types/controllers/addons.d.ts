/** What minikube's addons bring into the cluster when they are enabled, and take with them when disabled. */
import type { Operations } from '../api/operations.ts';
import type { World } from '../world/world.ts';
interface Addon {
    enable(world: World, api: Operations): void;
    disable(world: World, api: Operations): void;
}
/** Addons that can be enabled here. */
export declare const ADDONS: Readonly<Record<string, Addon>>;
export declare function enableAddon(world: World, api: Operations, name: string): void;
export declare function disableAddon(world: World, api: Operations, name: string): void;
export {};
