import { ageColumn, nameColumn, text } from '../columns.ts';
import { define } from '../define.ts';
import type { StorageClass } from '../objects.ts';
import { freshStorageClass } from './fresh.ts';

const DEFAULT_CLASS = 'storageclass.kubernetes.io/is-default-class';
const BETA_DEFAULT_CLASS = 'storageclass.beta.kubernetes.io/is-default-class';

/** Whether claims that name no class get this one. */
export function isDefaultClass({ metadata: { annotations } }: StorageClass): boolean {
  return annotations?.[DEFAULT_CLASS] === 'true' || annotations?.[BETA_DEFAULT_CLASS] === 'true';
}

/** How volumes are made for claims. */
export const storageClasses = define<StorageClass>('storage.k8s.io/v1', 'storageclasses', {
  ...freshStorageClass,
  columns: [
    { ...nameColumn, cell: (one) => (isDefaultClass(one) ? `${one.metadata.name} (default)` : one.metadata.name) },
    text('Provisioner', ({ provisioner }) => provisioner),
    text('ReclaimPolicy', ({ reclaimPolicy }) => reclaimPolicy ?? 'Delete'),
    text('VolumeBindingMode', ({ volumeBindingMode }) => volumeBindingMode ?? 'Immediate'),
    { name: 'AllowVolumeExpansion', type: 'string', cell: ({ allowVolumeExpansion }) => String(allowVolumeExpansion ?? false) },
    ageColumn,
  ],
});
