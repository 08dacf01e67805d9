import { canonicalQuantity } from '../../api/values/quantity.ts';
import type { ObjectMeta } from '../../world/object.ts';
import { ageColumn, nameColumn, text } from '../columns.ts';
import { define } from '../define.ts';
import { fill, within } from '../fill.ts';
import type { PersistentVolume } from '../objects.ts';
import { defaultSource } from '../pod/source-defaults.ts';
import { accessModesText } from './access-modes.ts';

/** A claim that is bound to the volume keeps it. */
const FINALIZER = 'kubernetes.io/pv-protection';
/** The class of old, which comes before the field. */
export const CLASS_ANNOTATION = 'volume.beta.kubernetes.io/storage-class';

/** A piece of storage. */
export const persistentVolumes = define<PersistentVolume>('v1', 'persistentvolumes', {
  defaults: (volume) =>
    within(volume, 'spec', (spec) => defaultSource(fill(spec, { persistentVolumeReclaimPolicy: 'Retain', volumeMode: 'Filesystem' }))),
  prepareCreate: (volume) => ({ ...volume, metadata: withFinalizer(volume.metadata, FINALIZER), status: { phase: 'Pending' } }),
  columns: [
    nameColumn,
    text('Capacity', ({ spec }) => canonicalQuantity(spec.capacity?.['storage'] ?? 0)),
    text('Access Modes', ({ spec }) => accessModesText(spec.accessModes)),
    text('Reclaim Policy', ({ spec }) => spec.persistentVolumeReclaimPolicy ?? ''),
    text('Status', ({ status, metadata }) => (metadata.deletionTimestamp ? 'Terminating' : (status.phase ?? ''))),
    text('Claim', ({ spec }) => (spec.claimRef ? `${spec.claimRef.namespace}/${spec.claimRef.name}` : '')),
    text('StorageClass', ({ metadata, spec }) => metadata.annotations?.[CLASS_ANNOTATION] ?? spec.storageClassName ?? ''),
    text('VolumeAttributesClass', ({ spec }) => spec.volumeAttributesClassName ?? '<unset>'),
    text('Reason', ({ status }) => status.reason ?? ''),
    ageColumn,
    text('VolumeMode', ({ spec }) => spec.volumeMode ?? '<unset>', true),
  ],
});

/** Admission plugin StorageObjectInUseProtection. */
export function withFinalizer(metadata: ObjectMeta, finalizer: string): ObjectMeta {
  const { finalizers = [] } = metadata;
  return finalizers.includes(finalizer) ? metadata : { ...metadata, finalizers: [...finalizers, finalizer] };
}
