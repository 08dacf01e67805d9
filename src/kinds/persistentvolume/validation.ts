/** Rules for persistentvolumes. */
import { equal } from '../../api/equal.ts';
import { type FieldError, forbidden, invalid, notSupported, required } from '../../api/field-errors.ts';
import { goStructText } from '../../api/go-json.ts';
import type { Rules } from '../../api/kind.ts';
import { isDNS1123Subdomain } from '../../api/values/names.ts';
import { canonicalQuantity, parseQuantity, quantityValue } from '../../api/values/quantity.ts';
import { unifiedDiff } from '../../api/values/unified-diff.ts';
import type { PersistentVolume } from '../objects.ts';
import { goStruct } from '../pod/go-struct.ts';
import { validateNodeSelector } from '../pod/placement.ts';
import { validateDriver, validateHostPath, validateNamed, validateNFS } from '../pod/volumes.ts';
import { termWarnings } from '../pod/warnings.ts';
import { validateImmutable } from '../template-validation.ts';
import type { CSIPersistentVolumeSource, PersistentVolumeSpec, VolumeNodeAffinity } from '../types.gen.ts';
import { validateAccessModes } from './access-modes.ts';

const VOLUME_MODES = ['Block', 'Filesystem'];

const RECLAIM_POLICIES = ['Delete', 'Recycle', 'Retain'];

/** In the order that the real server looks at them. */
const SOURCES =
  'hostPath gcePersistentDisk awsElasticBlockStore glusterfs flocker nfs rbd quobyte cephfs iscsi cinder fc flexVolume azureFile vsphereVolume photonPersistentDisk portworxVolume azureDisk scaleIO local storageos csi'.split(
    ' ',
  );

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

function validate({ spec }: PersistentVolume): FieldError[] {
  const errors = validateAccessModes(spec.accessModes ?? [], 'spec.accessModes');
  if (Object.keys(spec.capacity ?? {}).length === 0) errors.push(required('spec.capacity'));
  if (spec.capacity?.['storage'] === undefined || Object.keys(spec.capacity).length > 1)
    errors.push(notSupported('spec.capacity', spec.capacity ?? null, ['storage']));
  for (const [name, amount] of Object.entries(spec.capacity ?? {})) errors.push(...validateCapacity(amount, `spec.capacity[${name}]`));
  const policy = spec.persistentVolumeReclaimPolicy;
  if (policy && !RECLAIM_POLICIES.includes(policy))
    errors.push(notSupported('spec.persistentVolumeReclaimPolicy', policy, RECLAIM_POLICIES));
  const [source, ...others] = SOURCES.filter((name) => spec[name as keyof PersistentVolumeSpec] !== undefined);
  errors.push(...validateNodeAffinity(spec), ...(source ? validateOne(source, spec) : []));
  errors.push(...others.map((name) => forbidden(`spec.${name === 'cephfs' ? 'cephFS' : name}`, 'may not specify more than 1 volume type')));
  if (!source) errors.push(required('spec', 'must specify a volume type'));
  if (spec.hostPath && normal(spec.hostPath.path) === '/' && policy === 'Recycle')
    errors.push(forbidden('spec.persistentVolumeReclaimPolicy', "may not be 'recycle' for a hostPath mount of '/'"));
  const { storageClassName: name, volumeMode: mode } = spec;
  if (name) errors.push(...isDNS1123Subdomain(name).map((why) => invalid('spec.storageClassName', name, why)));
  if (mode !== undefined && !VOLUME_MODES.includes(mode)) errors.push(notSupported('spec.volumeMode', mode, VOLUME_MODES));
  return errors;
}

/** `//` is the root too. */
function normal(path: string): string {
  return path.replace(/\/{2,}/g, '/');
}

function validateCapacity(amount: string | number, at: string): FieldError[] {
  const quantity = parseQuantity(amount);
  return [
    ...(quantity.nano < 0n ? [invalid(at, quantityValue(quantity), 'must be a valid resource quantity')] : []),
    ...(quantity.nano <= 0n ? [invalid(at, canonicalQuantity(amount), 'must be greater than zero')] : []),
  ];
}

function validateNodeAffinity({ nodeAffinity }: PersistentVolumeSpec): FieldError[] {
  if (!nodeAffinity) return [];
  const at = 'spec.nodeAffinity.required';
  return nodeAffinity.required ? validateNodeSelector(nodeAffinity.required, at) : [required(at, 'must specify required node constraints')];
}

function validateOne(source: string, spec: PersistentVolumeSpec): FieldError[] {
  const { hostPath, nfs, local, csi, nodeAffinity } = spec;
  if (hostPath && source === 'hostPath') return validateHostPath(hostPath, 'spec.hostPath');
  if (nfs && source === 'nfs') return validateNFS(nfs, 'spec.nfs');
  if (local && source === 'local') {
    const errors = local.path
      ? local.path.split('/').includes('..')
        ? [invalid('spec.local.path', local.path, "must not contain '..'")]
        : []
      : [required('spec.local.path')];
    return nodeAffinity?.required ? errors : [...errors, required('spec.nodeAffinity', 'Local volume requires node affinity')];
  }
  if (csi && source === 'csi') return validateCSI(csi, 'spec.csi');
  return validateNamed(source, spec[source as keyof PersistentVolumeSpec] as never, `spec.${source}`);
}

function validateCSI(csi: CSIPersistentVolumeSource, at: string): FieldError[] {
  const errors = validateDriver(csi.driver ?? '', `${at}.driver`);
  if (!csi.volumeHandle) errors.push(required(`${at}.volumeHandle`));
  for (const name of ['controllerPublishSecretRef', 'controllerExpandSecretRef', 'nodePublishSecretRef', 'nodeExpandSecretRef'] as const) {
    const secret = csi[name];
    if (secret && !secret.name) errors.push(required(`${at}.${name}.name`));
    if (secret && !secret.namespace) errors.push(required(`${at}.${name}.namespace`));
  }
  return errors;
}

function shownAffinity(affinity: VolumeNodeAffinity | undefined): unknown {
  return affinity ? goStructText({ Required: affinity.required ? goStruct('NodeSelector', affinity.required) : null }) : null;
}

export const persistentVolumeRules: Rules<PersistentVolume> = {
  warnings,
  validate,
  validateUpdate: (volume, old) => [
    ...validate(volume),
    ...validateSource(volume, old),
    ...validateImmutable(volume.spec.volumeMode, old.spec.volumeMode, 'volumeMode'),
    ...(old.spec.nodeAffinity && !equal(volume.spec.nodeAffinity, old.spec.nodeAffinity)
      ? [invalid('nodeAffinity', shownAffinity(volume.spec.nodeAffinity), 'field is immutable, except for updating from beta label to GA')]
      : []),
  ],
};
