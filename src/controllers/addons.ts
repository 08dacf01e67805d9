/** What minikube's addons bring into the cluster when they are enabled, and take with them when disabled. */
import type { Operations } from '../api/operations.ts';
import { noteAddon } from '../kinds/addons.ts';
import type { StorageClass } from '../kinds/objects.ts';
import type { World } from '../world/world.ts';

const CLASSES = 'storageclasses.storage.k8s.io';
const STANDARD = 'standard';

interface Addon {
  enable(world: World, api: Operations): void;
  disable(world: World, api: Operations): void;
}

const NOTHING: Addon = { enable: () => {}, disable: () => {} };

/** Addons that can be enabled here. */
export const ADDONS: Readonly<Record<string, Addon>> = {
  'default-storageclass': {
    enable(world, api) {
      if (world.store.get(CLASSES, '', STANDARD)) return;
      api.create<StorageClass>(CLASSES, {
        apiVersion: 'storage.k8s.io/v1',
        kind: 'StorageClass',
        metadata: {
          name: STANDARD,
          labels: { 'addonmanager.kubernetes.io/mode': 'EnsureExists' },
          annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' },
        },
        provisioner: 'k8s.io/minikube-hostpath',
      });
    },
    disable(world, api) {
      if (world.store.get(CLASSES, '', STANDARD)) api.delete(CLASSES, '', STANDARD);
    },
  },
  'storage-provisioner': NOTHING,
  'metrics-server': NOTHING,
};

export function enableAddon(world: World, api: Operations, name: string): void {
  noteAddon(world, name, true);
  world.as('minikube', 0, () => ADDONS[name]?.enable(world, api));
}

export function disableAddon(world: World, api: Operations, name: string): void {
  noteAddon(world, name, false);
  world.as('minikube', 0, () => ADDONS[name]?.disable(world, api));
}
