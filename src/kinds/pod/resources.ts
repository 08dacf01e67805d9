/** Rules for requests and limits (source: pkg/apis/core/validation, ValidateContainerResourceRequirements). */
import { type FieldError, forbidden, invalid, required } from '../../api/field-errors.ts';
import { isQualifiedName } from '../../api/values/names.ts';
import { canonicalQuantity, compareQuantity, parseQuantity } from '../../api/values/quantity.ts';
import type { ResourceRequirements } from '../types.gen.ts';

const STANDARD = ['cpu', 'memory', 'ephemeral-storage'];
const QUOTA_ONLY =
  'requests.cpu requests.memory requests.ephemeral-storage limits.cpu limits.memory limits.ephemeral-storage pods resourcequotas services replicationcontrollers secrets configmaps persistentvolumeclaims storage requests.storage services.nodeports services.loadbalancers'.split(
    ' ',
  );

export function validateResources({ limits = {}, requests = {} }: ResourceRequirements, at: string): FieldError[] {
  const errors: FieldError[] = [];
  for (const name of Object.keys(limits).sort()) {
    errors.push(
      ...validateResourceName(name, `${at}.limits[${name}]`),
      ...validateAmount(name, limits[name] ?? 0, `${at}.limits[${name}]`),
    );
  }
  for (const name of Object.keys(requests).sort()) {
    const request = requests[name] ?? 0;
    errors.push(...validateResourceName(name, `${at}.requests[${name}]`), ...validateAmount(name, request, `${at}.requests[${name}]`));
    const limit = limits[name];
    if (limit === undefined) {
      if (!isOvercommitAllowed(name)) errors.push(required(`${at}.limits`, 'Limit must be set for non overcommitable resources'));
      continue;
    }
    const order = compareQuantity(parseQuantity(request), parseQuantity(limit));
    if (order !== 0 && !isOvercommitAllowed(name))
      errors.push(invalid(`${at}.requests`, canonicalQuantity(request), `must be equal to ${name} limit of ${canonicalQuantity(limit)}`));
    else if (order > 0)
      errors.push(
        invalid(`${at}.requests`, canonicalQuantity(request), `must be less than or equal to ${name} limit of ${canonicalQuantity(limit)}`),
      );
  }
  const names = [...Object.keys(limits), ...Object.keys(requests)];
  if (names.some(isHugePages) && !names.includes('cpu') && !names.includes('memory'))
    errors.push(forbidden(at, 'HugePages require cpu or memory'));
  return errors;
}

function isHugePages(name: string): boolean {
  return name.startsWith('hugepages-');
}

/** Native resources but huge pages may be overcommitted; extended ones (nvidia.com/gpu) may not. */
function isOvercommitAllowed(name: string): boolean {
  return (!name.includes('/') || name.includes('kubernetes.io/')) && !isHugePages(name);
}

function validateResourceName(name: string, at: string): FieldError[] {
  const errors = isQualifiedName(name).map((why) => invalid(at, name, why));
  if (errors.length > 0 || name.includes('/')) return errors;
  if (STANDARD.includes(name) || isHugePages(name)) return [];
  // Some names mean something elsewhere: pods in a quota, say.
  const unknown = QUOTA_ONLY.includes(name) ? [] : [invalid(at, name, 'must be a standard resource type or fully qualified')];
  return [...unknown, invalid(at, name, 'must be a standard resource for containers')];
}

function validateAmount(name: string, amount: string | number, at: string): FieldError[] {
  const { nano } = parseQuantity(amount);
  if (nano < 0n) return [invalid(at, canonicalQuantity(amount), 'must be greater than or equal to 0')];
  if (name.includes('/') && nano % 1_000_000_000n !== 0n) return [invalid(at, canonicalQuantity(amount), 'must be an integer')];
  return [];
}
