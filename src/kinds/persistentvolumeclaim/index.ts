import { forbiddenError } from '../../api/errors.ts';
import type { KindContext } from '../../api/kind.ts';
import { canonicalQuantity, compareQuantity, parseQuantity } from '../../api/values/quantity.ts';
import type { World } from '../../world/world.ts';
import { ageColumn, nameColumn, text } from '../columns.ts';
import { define } from '../define.ts';
import { fill, within } from '../fill.ts';
import type { PersistentVolumeClaim, StorageClass } from '../objects.ts';
import { accessModesText } from '../persistentvolume/access-modes.ts';
import { CLASS_ANNOTATION, withFinalizer } from '../persistentvolume/index.ts';
import { isDefaultClass } from '../storageclass/index.ts';
import type { PersistentVolumeClaimSpec, TypedLocalObjectReference } from '../types.gen.ts';
import { classOf } from './binding.ts';

/** A Pod that uses the claim keeps it. */
const FINALIZER = 'kubernetes.io/pvc-protection';

/** A wish for storage. */
export const persistentVolumeClaims = define<PersistentVolumeClaim>('v1', 'persistentvolumeclaims', {
  defaults: (claim) => within(claim, 'spec', (spec) => fill(spec, { volumeMode: 'Filesystem' })),
  prepareCreate: (claim, { world }) => {
    const name = claim.spec.storageClassName ?? defaultClass(world);
    return {
      ...claim,
      metadata: withFinalizer(claim.metadata, FINALIZER),
      spec: withDataSources({ ...claim.spec, ...(name !== undefined && { storageClassName: name }) }),
      status: { phase: 'Pending' },
    };
  },
  prepareUpdate: resizable,
  columns: [
    nameColumn,
    text('Status', ({ status, metadata }) => (metadata.deletionTimestamp ? 'Terminating' : (status.phase ?? ''))),
    text('Volume', ({ spec }) => spec.volumeName ?? ''),
    text('Capacity', ({ spec, status }) => (spec.volumeName ? canonicalQuantity(status.capacity?.['storage'] ?? 0) : '')),
    text('Access Modes', ({ spec, status }) => (spec.volumeName ? accessModesText(status.accessModes) : '')),
    text('StorageClass', ({ metadata, spec }) => metadata.annotations?.[CLASS_ANNOTATION] ?? spec.storageClassName ?? ''),
    text('VolumeAttributesClass', ({ spec }) => spec.volumeAttributesClassName ?? '<unset>'),
    ageColumn,
    text('VolumeMode', ({ spec }) => spec.volumeMode ?? '<unset>', true),
  ],
});

/**
 * A claim to be filled from something says so in two fields, the older of which holds only claims and snapshots and has
 * anything else dropped (source: pkg/api/persistentvolumeclaim). A source in another namespace needs a gate that is off.
 */
function withDataSources({ dataSource: old, dataSourceRef: given, ...spec }: PersistentVolumeClaimSpec): PersistentVolumeClaimSpec {
  const reference = given?.namespace ? undefined : given;
  const source = reference ? (old ?? reference) : old && isClaimOrSnapshot(old) ? old : undefined;
  return source ? { ...spec, dataSource: source, dataSourceRef: reference ?? source } : spec;
}

const isClaimOrSnapshot = ({ apiGroup, kind }: TypedLocalObjectReference): boolean =>
  apiGroup ? kind === 'VolumeSnapshot' && apiGroup === 'snapshot.storage.k8s.io' : kind === 'PersistentVolumeClaim';

/** The class of claims that name none (admission plugin DefaultStorageClass): the newest that is marked. */
export function defaultClass(world: World): string | undefined {
  const marked = world.store.list<StorageClass>('storageclasses.storage.k8s.io').filter(isDefaultClass);
  const newest = (a: StorageClass, b: StorageClass): number => (a.metadata.creationTimestamp < b.metadata.creationTimestamp ? 1 : -1);
  return marked.sort(newest)[0]?.metadata.name;
}

/** Admission plugin PersistentVolumeClaimResize: claims grow only where their class allows it. */
function resizable(claim: PersistentVolumeClaim, old: PersistentVolumeClaim, { world, trusted }: KindContext): PersistentVolumeClaim {
  const [now, before] = [claim.spec.resources?.requests?.['storage'] ?? 0, old.spec.resources?.requests?.['storage'] ?? 0];
  if (trusted || compareQuantity(parseQuantity(now), parseQuantity(before)) <= 0) return claim;
  const refuse = (why: string): never => {
    throw forbiddenError({ plural: 'persistentvolumeclaims', group: '' }, claim.metadata.name, why);
  };
  if (old.status.phase !== 'Bound') refuse('Only bound persistent volume claims can be expanded');
  if (!classOf(world, old.spec.storageClassName)?.allowVolumeExpansion)
    refuse('only dynamically provisioned pvc can be resized and the storageclass that provisions the pvc must support resize');
  return claim;
}
