/** Rules for what a container is told of its Pod and of itself (source: pkg/apis/core/validation; pkg/apis/core/pods). */
import { type FieldError, invalid, notSupported, required } from '../../api/field-errors.ts';
import { isQualifiedName } from '../../api/values/names.ts';
import { canonicalQuantity, parseQuantity } from '../../api/values/quantity.ts';
import type { ObjectFieldSelector, ResourceFieldSelector } from '../types.gen.ts';

/** Fields that the server knows of, wherever they may be used. */
const KNOWN = [
  'metadata.annotations',
  'metadata.labels',
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.restartPolicy',
  'spec.serviceAccountName',
  'spec.schedulerName',
  'status.phase',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
];
const AMOUNTS = [
  'limits.cpu',
  'limits.ephemeral-storage',
  'limits.memory',
  'requests.cpu',
  'requests.ephemeral-storage',
  'requests.memory',
];
const HUGE = /^(requests|limits)\.hugepages-/;
const UNITS = '1, 1k, 1M, 1G, 1T, 1P, 1E, 1Ki, 1Mi, 1Gi, 1Ti, 1Pi, 1Ei';
/** By what an amount may be divided, and how the error calls the amount. */
const DIVISORS: readonly (readonly [amount: RegExp, units: string, words: string])[] = [
  [/\.cpu$/, '1m, 1', "only divisor's values 1m and 1 are supported with the cpu resource"],
  [/\.memory$/, UNITS, `only divisor's values ${UNITS} are supported with the memory resource`],
  [/\.ephemeral-storage$/, UNITS, `only divisor's values ${UNITS} are supported with the local ephemeral storage resource`],
  [HUGE, UNITS, `only divisor's values ${UNITS} are supported with the hugepages resource`],
];

/** `allowed`: the fields that may be used there, beside single labels and annotations. */
export function validateFieldRef(
  { apiVersion = '', fieldPath: path = '' }: ObjectFieldSelector,
  allowed: readonly string[],
  at: string,
): FieldError[] {
  if (apiVersion === '') return [required(`${at}.apiVersion`)];
  if (path === '') return [required(`${at}.fieldPath`)];
  const wrong = (why: string): FieldError[] => [invalid(`${at}.fieldPath`, path, `error converting fieldPath: ${why}`)];
  if (apiVersion !== 'v1') return wrong(`unsupported pod version: ${apiVersion}`);
  const [, map, key] = /^([^[]+)\['(.*)'\]$/s.exec(path) ?? [];
  if (map !== undefined && key !== undefined) {
    if (map !== 'metadata.annotations' && map !== 'metadata.labels') return wrong(`field label does not support subscript: ${path}`);
    const name = map === 'metadata.annotations' ? key.toLowerCase() : key;
    return isQualifiedName(name).map((why) => invalid(at, name, why));
  }
  if (path === 'spec.host') return allowed.includes('spec.nodeName') ? [] : [notSupported(`${at}.fieldPath`, 'spec.nodeName', allowed)];
  if (!KNOWN.includes(path)) return wrong(`field label not supported: ${path}`);
  return allowed.includes(path) ? [] : [notSupported(`${at}.fieldPath`, path, allowed)];
}

/** `ofVolume`: a file of a volume says of which container; a variable is one of a container. */
export function validateResourceRef(
  { containerName, resource = '', divisor }: ResourceFieldSelector,
  at: string,
  ofVolume: boolean,
): FieldError[] {
  const errors: FieldError[] = [];
  if (ofVolume && !containerName) errors.push(required(`${at}.containerName`));
  else if (resource === '') errors.push(required(`${at}.resource`));
  else if (!AMOUNTS.includes(resource) && !HUGE.test(resource)) errors.push(notSupported(`${at}.resource`, resource, AMOUNTS));
  if (divisor === undefined || parseQuantity(divisor).nano === 0n) return errors;
  for (const [amount, units, words] of DIVISORS)
    if (
      amount.test(resource) &&
      (AMOUNTS.includes(resource) || HUGE.test(resource)) &&
      !units.split(', ').includes(canonicalQuantity(divisor))
    )
      errors.push(invalid(`${at}.divisor`, resource, words));
  return errors;
}
