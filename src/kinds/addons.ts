/** minikube's addons: which of them are on. Plain data in the world, so that a snapshot has it. */
import type { World } from '../world/world.ts';

/** On in a fresh minikube cluster. */
export const DEFAULT_ADDONS: readonly string[] = ['default-storageclass', 'storage-provisioner'];

const addons = (world: World) => world.slot<Record<string, boolean>>('addons', () => ({}));

export function isAddonOn(world: World, name: string): boolean {
  return addons(world)[name] ?? false;
}

/** Only notes it: what an addon brings with it is the business of who switches it. */
export function noteAddon(world: World, name: string, on: boolean): void {
  addons(world)[name] = on;
}
