/** Rules for volumes (source: pkg/apis/core/validation, ValidateVolumes). */
import { duplicate, type FieldError, forbidden, invalid, notSupported, required } from '../../api/field-errors.ts';
import { isConfigMapKey, isDNS1123Label, isDNS1123Subdomain } from '../../api/values/names.ts';
import { parseQuantity } from '../../api/values/quantity.ts';
import { validateClaimSpec } from '../persistentvolumeclaim/validation.ts';
import type { DownwardAPIVolumeFile, HostPathVolumeSource, KeyToPath, NFSVolumeSource, Volume, VolumeProjection } from '../types.gen.ts';
import { validateDescending } from './paths.ts';

const HOST_PATH_TYPES = ['', 'BlockDevice', 'CharDevice', 'Directory', 'DirectoryOrCreate', 'File', 'FileOrCreate', 'Socket'];
const MODE = 'must be a number between 0 and 0777 (octal), both inclusive';
const MIN_TOKEN_SECONDS = 600;
const MAX_TOKEN_SECONDS = 2 ** 32;

/** The errors, and the names of the volumes that have none. */
export function validateVolumes(volumes: readonly Volume[], field: string): { errors: FieldError[]; valid: ReadonlySet<string> } {
  const errors: FieldError[] = [];
  const names = new Set<string>();
  volumes.forEach((volume, index) => {
    const at = `${field}[${index}]`;
    const found = validateSource(volume, at);
    if (!volume.name) found.push(required(`${at}.name`));
    else found.push(...isDNS1123Label(volume.name).map((why) => invalid(`${at}.name`, volume.name, why)));
    if (names.has(volume.name)) found.push(duplicate(`${at}.name`, volume.name));
    if (found.length === 0) names.add(volume.name);
    errors.push(...found);
  });
  return { errors, valid: names };
}

/** The order in which they are looked at: of two, the later one is too much. */
const ORDER =
  'emptyDir hostPath gitRepo secret nfs iscsi glusterfs persistentVolumeClaim rbd cephfs downwardAPI configMap projected csi ephemeral image'.split(
    ' ',
  );

function validateSource(volume: Volume, at: string): FieldError[] {
  const sources = Object.keys(volume)
    .filter((key) => key !== 'name')
    .sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
  if (sources.length === 0) return [required(at, 'must specify a volume type')];
  const [first = '', ...others] = sources;
  return [
    ...validateOne(volume, first, `${at}.${first}`),
    ...others.map((name) => forbidden(`${at}.${name === 'downwardAPI' ? 'downwarAPI' : name}`, 'may not specify more than 1 volume type')),
  ];
}

function validateOne(volume: Volume, source: string, at: string): FieldError[] {
  const { configMap, secret, persistentVolumeClaim, hostPath, emptyDir, nfs, downwardAPI, projected, csi, ephemeral } = volume;
  if (source === 'configMap' && configMap)
    return [
      ...(configMap.name ? [] : [required(`${at}.name`)]),
      ...validateMode(configMap.defaultMode, `${at}.defaultMode`),
      ...validateItems(configMap.items ?? [], at),
    ];
  if (source === 'secret' && secret)
    return [
      ...(secret.secretName ? [] : [required(`${at}.secretName`)]),
      ...validateMode(secret.defaultMode, `${at}.defaultMode`),
      ...validateItems(secret.items ?? [], at),
    ];
  if (source === 'persistentVolumeClaim' && persistentVolumeClaim)
    return persistentVolumeClaim.claimName ? [] : [required(`${at}.claimName`)];
  if (source === 'hostPath' && hostPath) return validateHostPath(hostPath, at);
  if (source === 'nfs' && nfs) return validateNFS(nfs, at);
  if (source === 'emptyDir' && emptyDir?.sizeLimit !== undefined && parseQuantity(emptyDir.sizeLimit).nano < 0n)
    return [forbidden(`${at}.sizeLimit`, 'SizeLimit field must be a valid resource quantity')];
  if (source === 'downwardAPI' && downwardAPI)
    return [
      ...validateMode(downwardAPI.defaultMode, `${at}.defaultMode`),
      ...(downwardAPI.items ?? []).flatMap((item) => validateDownward(item, at)),
    ];
  if (source === 'projected' && projected)
    return [...validateMode(projected.defaultMode, `${at}.defaultMode`), ...validateProjections(projected.sources ?? [], at)];
  if (source === 'csi' && csi) return csi.driver ? [] : [required(`${at}.driver`)];
  if (source === 'ephemeral' && ephemeral) {
    const template = ephemeral.volumeClaimTemplate;
    return template ? validateClaimSpec(template.spec, `${at}.volumeClaimTemplate.spec`) : [required(`${at}.volumeClaimTemplate`)];
  }
  return [];
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
  else if (!path.startsWith('/')) errors.push(invalid(`${at}.path`, path, 'must be an absolute path'));
  return errors;
}

function validateMode(mode: number | undefined, at: string): FieldError[] {
  return mode !== undefined && (mode < 0 || mode > 0o777) ? [invalid(at, mode, MODE)] : [];
}

function validateItems(items: readonly KeyToPath[], at: string): FieldError[] {
  return items.flatMap(({ key, path, mode }, index) => {
    const one = `${at}.items[${index}]`;
    return [
      ...(key ? isConfigMapKey(key).map((why) => invalid(`${one}.key`, key, why)) : [required(`${one}.key`)]),
      ...(path ? validateOwnPath(path, `${one}.path`) : [required(`${one}.path`)]),
      ...validateMode(mode, `${one}.mode`),
    ];
  });
}

/** A path below the volume, and none of those that the kubelet keeps for itself. */
function validateOwnPath(path: string, at: string): FieldError[] {
  const errors = validateDescending(path, at);
  // `..` by itself is named already.
  if (path.startsWith('..') && !path.startsWith('../') && path !== '..') errors.push(invalid(at, path, "must not start with '..'"));
  return errors;
}

function validateDownward({ path, fieldRef, resourceFieldRef, mode }: DownwardAPIVolumeFile, at: string): FieldError[] {
  const errors: FieldError[] = path ? validateOwnPath(path, `${at}.path`) : [required(`${at}.path`)];
  if (fieldRef && resourceFieldRef)
    errors.push(invalid(at, 'resource', 'fieldRef and resourceFieldRef can not be specified simultaneously'));
  else if (!fieldRef && !resourceFieldRef) errors.push(required(at, 'one of fieldRef and resourceFieldRef is required'));
  else if (fieldRef && !fieldRef.fieldPath) errors.push(required(`${at}.fieldRef.fieldPath`));
  else if (resourceFieldRef && !resourceFieldRef.containerName) errors.push(required(`${at}.resourceFieldRef.containerName`));
  return [...errors, ...validateMode(mode, `${at}.mode`)];
}

function validateProjections(sources: readonly VolumeProjection[], at: string): FieldError[] {
  const errors: FieldError[] = [];
  const paths = new Set<string>();
  const take = (path: string, field: string): void => {
    if (path !== '' && paths.has(path)) errors.push(invalid(field, path, 'conflicting duplicate paths'));
    paths.add(path);
  };
  sources.forEach((source, index) => {
    const one = `${at}.sources[${index}]`;
    const given = Object.entries(source).filter(([, value]) => value !== undefined);
    if (given.length > 1) errors.push(forbidden(one, 'may not specify more than 1 volume type per source'));
    const { configMap, secret, downwardAPI, serviceAccountToken: token } = source;
    if (secret) {
      if (!secret.name) errors.push(required(`${one}.secret.name`));
      errors.push(...validateItems(secret.items ?? [], `${one}.secret`));
      for (const { path } of secret.items ?? []) take(path, `${one}.secret`);
    }
    if (configMap) {
      if (!configMap.name) errors.push(required(`${one}.configMap.name`));
      else errors.push(...isDNS1123Subdomain(configMap.name).map((why) => invalid(`${one}.configMap.name`, configMap.name, why)));
      errors.push(...validateItems(configMap.items ?? [], `${one}.configMap`));
      for (const { path } of configMap.items ?? []) take(path, `${one}.configMap`);
    }
    for (const item of downwardAPI?.items ?? []) {
      errors.push(...validateDownward(item, `${one}.downwardAPI`));
      take(item.path, `${one}.downwardAPI`);
    }
    if (!token) return;
    const field = `${one}.serviceAccountToken`;
    const { expirationSeconds: seconds } = token;
    if (seconds !== undefined && seconds < MIN_TOKEN_SECONDS)
      errors.push(invalid(`${field}.expirationSeconds`, seconds, 'may not specify a duration less than 10 minutes'));
    if (seconds !== undefined && seconds > MAX_TOKEN_SECONDS)
      errors.push(invalid(`${field}.expirationSeconds`, seconds, 'may not specify a duration larger than 2^32 seconds'));
    if (!token.path) errors.push(required(`${field}.path`));
    else errors.push(...validateOwnPath(token.path, `${field}.path`));
  });
  return errors;
}
