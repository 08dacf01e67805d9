/** Rules for volumes (source: pkg/apis/core/validation, ValidateVolumes). */
import { duplicate, type FieldError, forbidden, invalid, required } from '../../api/field-errors.ts';
import { isDNS1123Label } from '../../api/values/names.ts';
import type { Volume } from '../types.gen.ts';
import { validateDescending } from './containers.ts';

export function validateVolumes(volumes: readonly Volume[], field: string): FieldError[] {
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
  return errors;
}

function validateSource(volume: Volume, at: string): FieldError[] {
  const sources = Object.keys(volume).filter((key) => key !== 'name');
  if (sources.length === 0) return [required(at, 'must specify a volume type')];
  const [first = '', ...others] = sources;
  return [
    ...validateOne(volume, first, `${at}.${first}`),
    ...others.map((name) => forbidden(`${at}.${name}`, 'may not specify more than 1 volume type')),
  ];
}

function validateOne(volume: Volume, source: string, at: string): FieldError[] {
  const { configMap, secret, persistentVolumeClaim, hostPath } = volume;
  if (source === 'configMap' && configMap)
    return [...(configMap.name ? [] : [required(`${at}.name`)]), ...validateItems(configMap.items ?? [], at)];
  if (source === 'secret' && secret)
    return [...(secret.secretName ? [] : [required(`${at}.secretName`)]), ...validateItems(secret.items ?? [], at)];
  if (source === 'persistentVolumeClaim' && persistentVolumeClaim)
    return persistentVolumeClaim.claimName ? [] : [required(`${at}.claimName`)];
  if (source === 'hostPath' && hostPath) {
    if (!hostPath.path) return [required(`${at}.path`)];
    return hostPath.path.split('/').includes('..') ? [invalid(`${at}.path`, hostPath.path, "must not contain '..'")] : [];
  }
  return [];
}

function validateItems(items: readonly { readonly key: string; readonly path: string }[], at: string): FieldError[] {
  return items.flatMap(({ key, path }, index) => [
    ...(key ? [] : [required(`${at}.items[${index}].key`)]),
    ...(path ? validateDescending(path, `${at}.items[${index}].path`) : [required(`${at}.items[${index}].path`)]),
  ]);
}
