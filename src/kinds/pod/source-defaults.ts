/** Defaults that a volume's source has in Pods and PersistentVolumes alike (source of the rules: pkg/apis/core/v1/defaults.go). */
import { fill, within } from '../fill.ts';
import type { PersistentVolumeSpec, Volume } from '../types.gen.ts';

type Sources = Pick<Volume & PersistentVolumeSpec, 'hostPath' | 'iscsi' | 'rbd' | 'azureDisk' | 'scaleIO'>;

const DEFAULTS: { readonly [K in keyof Sources]-?: Partial<NonNullable<Sources[K]>> } = {
  hostPath: { type: '' },
  iscsi: { iscsiInterface: 'default' },
  rbd: { pool: 'rbd', user: 'admin', keyring: '/etc/ceph/keyring' },
  azureDisk: { cachingMode: 'ReadWrite', kind: 'Shared', fsType: 'ext4', readOnly: false },
  scaleIO: { storageMode: 'ThinProvisioned', fsType: 'xfs' },
};

/** A Pod's volume or the spec of a PersistentVolume, with the defaults of its source filled in. */
export function defaultSource<T extends Volume | PersistentVolumeSpec>(sources: T): T {
  let filled: Sources = sources;
  for (const name of Object.keys(DEFAULTS) as (keyof Sources)[])
    filled = within(filled, name, (source) => fill<object>(source, DEFAULTS[name]) as never);
  return filled as T;
}
