/** Rules for persistentvolumes. */
import { type FieldError, forbidden, invalid, notSupported, required } from '../../api/field-errors.ts';
import type { Rules } from '../../api/kind.ts';
import { isDNS1123Subdomain } from '../../api/values/names.ts';
import { canonicalQuantity, parseQuantity } from '../../api/values/quantity.ts';
import { unifiedDiff } from '../../api/values/unified-diff.ts';
import type { PersistentVolume } from '../objects.ts';
import { goStruct } from '../pod/go-struct.ts';
import { validateHostPath, validateNFS } from '../pod/volumes.ts';
import { termWarnings } from '../pod/warnings.ts';
import { validateImmutable } from '../template-validation.ts';
import { validateAccessModes } from './access-modes.ts';

const VOLUME_MODES = ['Block', 'Filesystem'];

const RECLAIM_POLICIES = ['Delete', 'Recycle', 'Retain'];

/** Fields of the spec that are not the source of the volume. */
const NOT_SOURCES = [
  'accessModes',
  'capacity',
  'claimRef',
  'mountOptions',
  'nodeAffinity',
  'persistentVolumeReclaimPolicy',
  'storageClassName',
  'volumeAttributesClassName',
  'volumeMode',
];

function sourcesOf({ spec }: PersistentVolume): string[] {
  return Object.keys(spec).filter((key) => !NOT_SOURCES.includes(key));
}

/** Where the data is does not change. */
function validateSource({ spec }: PersistentVolume, old: PersistentVolume): FieldError[] {
  const source = (of: object): string => JSON.stringify(goStruct('PersistentVolumeSource', of), undefined, 1);
  const [before, after] = [source(old.spec), source(spec)];
  if (before === after) return [];
  const why = `spec.persistentvolumesource is immutable after creation\n${unifiedDiff(before, after)}`;
  return [forbidden('spec.persistentvolumesource', why)];
}

const OLD_ANNOTATIONS: Readonly<Record<string, string>> = {
  'volume.beta.kubernetes.io/storage-class': 'deprecated since v1.8; use "storageClassName" attribute instead',
  'volume.beta.kubernetes.io/mount-options': 'deprecated since v1.31; use "mountOptions" attribute instead',
};

function warnings({ metadata, spec }: PersistentVolume): string[] {
  const recycle = 'The Recycle reclaim policy is deprecated. Instead, the recommended approach is to use dynamic provisioning.';
  return [
    ...Object.keys(OLD_ANNOTATIONS)
      .filter((key) => metadata.annotations?.[key] !== undefined)
      .map((key) => `metadata.annotations[${key}]: ${OLD_ANNOTATIONS[key]}`),
    ...(spec.persistentVolumeReclaimPolicy === 'Recycle' ? [`spec.persistentVolumeReclaimPolicy: ${recycle}`] : []),
    ...termWarnings(spec.nodeAffinity?.required?.nodeSelectorTerms ?? [], 'spec.nodeAffinity.required.nodeSelectorTerms'),
  ];
}

function validate(volume: PersistentVolume): FieldError[] {
  const { spec } = volume;
  const errors = validateAccessModes(spec.accessModes ?? [], 'spec.accessModes');
  if (Object.keys(spec.capacity ?? {}).length === 0) errors.push(required('spec.capacity'));
  if (!spec.capacity?.['storage'] || Object.keys(spec.capacity).length > 1)
    errors.push(notSupported('spec.capacity', spec.capacity ?? null, ['storage']));
  for (const [name, amount] of Object.entries(spec.capacity ?? {})) {
    if (parseQuantity(amount).nano <= 0n)
      errors.push(invalid(`spec.capacity[${name}]`, canonicalQuantity(amount), 'must be greater than zero'));
  }
  const policy = spec.persistentVolumeReclaimPolicy;
  if (policy && !RECLAIM_POLICIES.includes(policy))
    errors.push(notSupported('spec.persistentVolumeReclaimPolicy', policy, RECLAIM_POLICIES));
  const sources = sourcesOf(volume);
  if (spec.hostPath) errors.push(...validateHostPath(spec.hostPath, 'spec.hostPath'));
  if (spec.nfs) errors.push(...validateNFS(spec.nfs, 'spec.nfs'));
  if (spec.local && !spec.local.path) errors.push(required('spec.local.path'));
  if (spec.local && !spec.nodeAffinity?.required) errors.push(required('spec.nodeAffinity', 'Local volume requires node affinity'));
  if (spec.csi && !spec.csi.driver) errors.push(required('spec.csi.driver'));
  if (spec.csi && !spec.csi.volumeHandle) errors.push(required('spec.csi.volumeHandle'));
  errors.push(...sources.slice(1).map((name) => forbidden(`spec.${name}`, 'may not specify more than 1 volume type')));
  if (sources.length === 0) errors.push(required('spec', 'must specify a volume type'));
  if (spec.hostPath?.path === '/' && policy === 'Recycle')
    errors.push(forbidden('spec.persistentVolumeReclaimPolicy', "may not be 'recycle' for a hostPath mount of '/'"));
  const { storageClassName: name, volumeMode: mode } = spec;
  if (name) errors.push(...isDNS1123Subdomain(name).map((why) => invalid('spec.storageClassName', name, why)));
  if (mode !== undefined && !VOLUME_MODES.includes(mode)) errors.push(notSupported('spec.volumeMode', mode, VOLUME_MODES));
  return errors;
}

export const persistentVolumeRules: Rules<PersistentVolume> = {
  warnings,
  validate,
  validateUpdate: (volume, old) => [
    ...validate(volume),
    ...validateSource(volume, old),
    ...validateImmutable(volume.spec.volumeMode, old.spec.volumeMode, 'volumeMode'),
  ],
};
