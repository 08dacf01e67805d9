/** minikube's addons: which of them are on. Plain data in the world, so that a snapshot has it. */
import type { NewObject } from '../api/operations.ts';
import type { World } from '../world/world.ts';
import type { StorageClass } from './objects.ts';

/** On in a fresh minikube cluster. */
export const DEFAULT_ADDONS: readonly string[] = ['default-storageclass', 'storage-provisioner'];

/** What the addon default-storageclass is. */
export const STANDARD_CLASS: NewObject<StorageClass> = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: {
    name: 'standard',
    labels: { 'addonmanager.kubernetes.io/mode': 'EnsureExists' },
    annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' },
  },
  provisioner: 'k8s.io/minikube-hostpath',
};

const addons = (world: World) => world.slot<Record<string, boolean>>('addons', () => ({}));

export function isAddonOn(world: World, name: string): boolean {
  return addons(world)[name] ?? false;
}

/** The names of those that are on. */
export function addonsOn(world: World): readonly string[] {
  return Object.keys(addons(world)).filter((name) => isAddonOn(world, name));
}

/** Only notes it: what an addon brings with it is the business of who switches it. */
export function noteAddon(world: World, name: string, on: boolean): void {
  addons(world)[name] = on;
}
