/** Rules for volumes (source: pkg/apis/core/validation, ValidateVolumes). */
import { duplicate, type FieldError, forbidden, invalid, notSupported, required, tooLong } from '../../api/field-errors.ts';
import { validateAnnotations, validateLabels } from '../../api/metadata-validation.ts';
import { isDNS1123Label, isDNS1123Subdomain } from '../../api/values/names.ts';
import { parseQuantity } from '../../api/values/quantity.ts';
import { validateClaimSpec } from '../persistentvolumeclaim/validation.ts';
import type {
  DownwardAPIVolumeFile,
  HostPathVolumeSource,
  KeyToPath,
  NFSVolumeSource,
  PersistentVolumeClaimTemplate,
  Volume,
  VolumeProjection,
} from '../types.gen.ts';
import { validateFieldRef, validateResourceRef } from './downward.ts';
import { validateDescending } from './paths.ts';

const HOST_PATH_TYPES = ['', 'BlockDevice', 'CharDevice', 'Directory', 'DirectoryOrCreate', 'File', 'FileOrCreate', 'Socket'];
const PULL_POLICIES = ['Always', 'IfNotPresent', 'Never'];
const FILE_FIELDS = ['metadata.annotations', 'metadata.labels', 'metadata.name', 'metadata.namespace', 'metadata.uid'];
const MAX_DRIVER = 63;
const MODE = 'must be a number between 0 and 0777 (octal), both inclusive';
const MIN_TOKEN_SECONDS = 600;
const MAX_TOKEN_SECONDS = 2 ** 32;

/** The errors, and the volumes that have none. `pod`: the name of the Pod, where there is one. */
export function validateVolumes(
  volumes: readonly Volume[],
  field: string,
  pod = '',
): { errors: FieldError[]; valid: ReadonlyMap<string, Volume> } {
  const errors: FieldError[] = [];
  const valid = new Map<string, Volume>();
  const made = new Set(pod ? volumes.filter(({ ephemeral }) => ephemeral).map(({ name }) => `${pod}-${name}`) : []);
  volumes.forEach((volume, index) => {
    const at = `${field}[${index}]`;
    const found = validateSource(volume, at, pod);
    if (!volume.name) found.push(required(`${at}.name`));
    else found.push(...isDNS1123Label(volume.name).map((why) => invalid(`${at}.name`, volume.name, why)));
    if (valid.has(volume.name)) found.push(duplicate(`${at}.name`, volume.name));
    if (found.length === 0) valid.set(volume.name, volume);
    errors.push(...found);
    const claim = volume.persistentVolumeClaim?.claimName ?? '';
    if (made.has(claim))
      errors.push(
        invalid(`${at}.persistentVolumeClaim.claimName`, claim, 'must not reference a PVC that gets created for an ephemeral volume'),
      );
  });
  return { errors, valid };
}

/** The order in which they are looked at: of two, the later one is too much. */
const ORDER = (
  'emptyDir hostPath gitRepo gcePersistentDisk awsElasticBlockStore secret nfs iscsi glusterfs flocker persistentVolumeClaim rbd cinder cephfs ' +
  'quobyte downwardAPI fc flexVolume configMap azureFile vsphereVolume photonPersistentDisk portworxVolume azureDisk storageos projected scaleIO ' +
  'csi ephemeral image'
).split(' ');
/** Sources that the server calls by another name where there are two. */
const MISNAMED: Readonly<Record<string, string>> = { downwardAPI: 'downwarAPI', cephfs: 'cephFS' };

function validateSource(volume: Volume, at: string, pod: string): FieldError[] {
  const sources = ORDER.filter((key) => volume[key as keyof Volume] !== undefined);
  if (sources.length === 0) return [required(at, 'must specify a volume type')];
  const [first = '', ...others] = sources;
  return [
    ...validateOne(volume, first, at, pod),
    ...others.map((name) => forbidden(`${at}.${MISNAMED[name] ?? name}`, 'may not specify more than 1 volume type')),
  ];
}

function validateOne(volume: Volume, source: string, volumeAt: string, pod: string): FieldError[] {
  const { configMap, secret, hostPath, emptyDir, nfs, downwardAPI, projected, csi, ephemeral, image, gitRepo } = volume;
  const at = `${volumeAt}.${source}`;
  switch (source) {
    case 'configMap':
      return [
        ...(configMap?.name ? [] : [required(`${at}.name`)]),
        ...validateMode(configMap?.defaultMode, `${at}.defaultMode`),
        ...validateItems(configMap?.items ?? [], at),
      ];
    case 'secret':
      return [
        ...(secret?.secretName ? [] : [required(`${at}.secretName`)]),
        ...validateMode(secret?.defaultMode, `${at}.defaultMode`),
        ...validateItems(secret?.items ?? [], at),
      ];
    case 'hostPath':
      return hostPath ? validateHostPath(hostPath, at) : [];
    case 'nfs':
      return nfs ? validateNFS(nfs, at) : [];
    case 'emptyDir':
      return emptyDir?.sizeLimit !== undefined && parseQuantity(emptyDir.sizeLimit).nano < 0n
        ? [forbidden(`${at}.sizeLimit`, 'SizeLimit field must be a valid resource quantity')]
        : [];
    case 'downwardAPI':
      return [
        ...validateMode(downwardAPI?.defaultMode, `${at}.defaultMode`),
        ...(downwardAPI?.items ?? []).flatMap((item) => validateDownward(item, at)),
      ];
    case 'projected':
      return [...validateMode(projected?.defaultMode, `${at}.defaultMode`), ...validateProjections(projected?.sources ?? [], at)];
    case 'csi':
      return [
        ...validateDriver(csi?.driver ?? '', `${at}.driver`),
        ...(csi?.nodePublishSecretRef && !csi.nodePublishSecretRef.name ? [required(`${at}.nodePublishSecretRef.name`)] : []),
      ];
    case 'ephemeral':
      return validateClaimTemplate(volume.name, ephemeral?.volumeClaimTemplate, volumeAt, pod);
    case 'image':
      return [
        ...(pod && !image?.reference ? [required(`${at}.reference`)] : []),
        ...(PULL_POLICIES.includes(image?.pullPolicy ?? '') ? [] : [notSupported(`${at}.pullPolicy`, image?.pullPolicy, PULL_POLICIES)]),
      ];
    case 'gitRepo':
      return [
        ...(gitRepo?.repository ? [] : [required(`${at}.repository`)]),
        ...validateDescending(gitRepo?.directory ?? '', `${at}.directory`),
      ];
    default:
      return validateNamed(source, volume[source as keyof Volume] as Bag, at);
  }
}

type Bag = Readonly<Record<string, unknown>>;

/** What sources of which few know more must have. */
const NEEDED: Readonly<Record<string, string>> = {
  awsElasticBlockStore: 'volumeID',
  azureDisk: 'diskName diskURI',
  azureFile: 'secretName shareName',
  cephfs: 'monitors',
  cinder: 'volumeID',
  flexVolume: 'driver',
  gcePersistentDisk: 'pdName',
  glusterfs: 'endpoints path',
  iscsi: 'targetPortal iqn',
  persistentVolumeClaim: 'claimName',
  photonPersistentDisk: 'pdID',
  portworxVolume: 'volumeID',
  quobyte: 'volume',
  rbd: 'monitors image',
  scaleIO: 'gateway system volumeName',
  storageos: 'volumeName',
  vsphereVolume: 'volumePath',
};

/** Also of the volumes that PersistentVolumes stand for. */
export function validateNamed(source: string, value: Bag, at: string): FieldError[] {
  const place = source === 'gcePersistentDisk' ? at.replace(/gcePersistentDisk$/, 'persistentDisk') : at;
  return (NEEDED[source]?.split(' ') ?? []).flatMap((name) => {
    const given = value[name];
    return given === undefined || given === '' || (Array.isArray(given) && given.length === 0) ? [required(`${place}.${name}`)] : [];
  });
}

/** The name of a CSI driver, of which upper and lower case are the same. */
export function validateDriver(driver: string, at: string): FieldError[] {
  return [
    ...(driver === '' ? [required(at)] : []),
    ...(driver.length > MAX_DRIVER ? [tooLong(at, MAX_DRIVER)] : []),
    ...isDNS1123Subdomain(driver.toLowerCase()).map((why) => invalid(at, driver, why)),
  ];
}

/** A claim that is made with the Pod and goes with it. */
function validateClaimTemplate(volume: string, template: PersistentVolumeClaimTemplate | undefined, at: string, pod: string): FieldError[] {
  const place = `${at}.ephemeral.volumeClaimTemplate`;
  const errors: FieldError[] = [];
  if (!template) errors.push(required(place));
  else {
    const { annotations, labels, ...others } = template.metadata ?? {};
    errors.push(
      ...validateAnnotations(annotations, `${place}.metadata.annotations`),
      ...validateLabels(labels, `${place}.metadata.labels`),
    );
    for (const name of Object.keys(others))
      if (name !== 'creationTimestamp') errors.push(forbidden(`${place}.metadata.${name}`, 'cannot be set'));
    errors.push(...validateClaimSpec(template.spec, `${place}.spec`));
  }
  const claim = `${pod}-${volume}`;
  if (pod && volume) errors.push(...isDNS1123Subdomain(claim).map((why) => invalid(`${at}.name`, volume, `PVC name "${claim}": ${why}`)));
  return errors;
}

export function validateHostPath({ path, type }: HostPathVolumeSource, at: string): FieldError[] {
  if (!path) return [required(`${at}.path`)];
  const errors = path.split('/').includes('..') ? [invalid(`${at}.path`, path, "must not contain '..'")] : [];
  if (type !== undefined && !HOST_PATH_TYPES.includes(type)) errors.push(notSupported(`${at}.type`, type, HOST_PATH_TYPES));
  return errors;
}

export function validateNFS({ server, path }: NFSVolumeSource, at: string): FieldError[] {
  const errors: FieldError[] = [];
  if (!server) errors.push(required(`${at}.server`));
  if (!path) errors.push(required(`${at}.path`));
  if (!path?.startsWith('/')) errors.push(invalid(`${at}.path`, path ?? '', 'must be an absolute path'));
  return errors;
}

function validateMode(mode: number | undefined, at: string): FieldError[] {
  return mode !== undefined && (mode < 0 || mode > 0o777) ? [invalid(at, mode, MODE)] : [];
}

function validateItems(items: readonly KeyToPath[], at: string): FieldError[] {
  return items.flatMap((item, index) => validateItem(item, `${at}.items[${index}]`));
}

function validateItem({ key, path, mode }: KeyToPath, at: string): FieldError[] {
  return [
    ...(key ? [] : [required(`${at}.key`)]),
    ...(path ? validateOwnPath(path, `${at}.path`) : [required(`${at}.path`)]),
    ...validateMode(mode, `${at}.mode`),
  ];
}

/** A path below the volume, and none of those that the kubelet keeps for itself. */
function validateOwnPath(path: string, at: string): FieldError[] {
  const errors = validateDescending(path, at);
  if (path.startsWith('..') && !path.startsWith('../')) errors.push(invalid(at, path, "must not start with '..'"));
  return errors;
}

function validateDownward({ path, fieldRef, resourceFieldRef, mode }: DownwardAPIVolumeFile, at: string): FieldError[] {
  const errors: FieldError[] = path ? validateOwnPath(path, `${at}.path`) : [required(`${at}.path`)];
  if (fieldRef) {
    errors.push(...validateFieldRef(fieldRef, FILE_FIELDS, `${at}.fieldRef`));
    if (resourceFieldRef) errors.push(invalid(at, 'resource', 'fieldRef and resourceFieldRef can not be specified simultaneously'));
  } else if (resourceFieldRef) errors.push(...validateResourceRef(resourceFieldRef, `${at}.resourceFieldRef`, true));
  else errors.push(required(at, 'one of fieldRef and resourceFieldRef is required'));
  return [...errors, ...validateMode(mode, `${at}.mode`)];
}

function validateProjections(sources: readonly VolumeProjection[], at: string): FieldError[] {
  const errors: FieldError[] = [];
  const paths = new Set<string>();
  /** A path may be there once; the error shows what has it, and is about the whole volume. */
  const take = (path: string | undefined, shown = path): void => {
    if (!path) return;
    if (paths.has(path)) errors.push(invalid(at, shown, 'conflicting duplicate paths'));
    paths.add(path);
  };
  sources.forEach((source, index) => {
    const one = `${at}.sources[${index}]`;
    for (const kind of ['secret', 'configMap'] as const) {
      const given = source[kind];
      if (!given) continue;
      if (!given.name) errors.push(required(`${one}.${kind}.name`));
      (given.items ?? []).forEach((item, place) => {
        errors.push(...validateItem(item, `${one}.${kind}.items[${place}]`));
        take(item.path, given.name ?? '');
      });
    }
    for (const item of source.downwardAPI?.items ?? []) {
      errors.push(...validateDownward(item, `${one}.downwardAPI`));
      take(item.path);
    }
    if (source.serviceAccountToken) {
      const { expirationSeconds: seconds = 0, path } = source.serviceAccountToken;
      const field = `${one}.serviceAccountToken.expirationSeconds`;
      if (seconds < MIN_TOKEN_SECONDS) errors.push(invalid(field, seconds, 'may not specify a duration less than 10 minutes'));
      if (seconds > MAX_TOKEN_SECONDS) errors.push(invalid(field, seconds, 'may not specify a duration larger than 2^32 seconds'));
      errors.push(...(path ? validateOwnPath(path, `${at}.path`) : [required(`${at}.path`)]));
    }
    if (Object.values(source).filter((value) => value !== undefined).length > 1)
      errors.push(forbidden(one, 'may not specify more than 1 volume type per source'));
  });
  return errors;
}
