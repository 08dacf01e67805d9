/** Rules for requests and limits (source: pkg/apis/core/validation, ValidateContainerResourceRequirements). */
import { duplicate, type FieldError, forbidden, invalid, notFound, notSupported, required } from '../../api/field-errors.ts';
import { isDNS1123Label, isQualifiedName } from '../../api/values/names.ts';
import { canonicalQuantity, compareQuantity, formatQuantity, parseQuantity } from '../../api/values/quantity.ts';
import type { PodResourceClaim, PodSpec, ResourceClaim, ResourceRequirements } from '../types.gen.ts';

const SIZE = /^hugepages-\d+(\.\d+)?([KMGTPE]i|[kMGTPE]|m)?$/;
const FOR_PODS = ['cpu', 'memory'];
const STANDARD = ['cpu', 'memory', 'ephemeral-storage'];
const QUOTA_ONLY =
  'requests.cpu requests.memory requests.ephemeral-storage limits.cpu limits.memory limits.ephemeral-storage pods resourcequotas services replicationcontrollers secrets configmaps persistentvolumeclaims storage requests.storage services.nodeports services.loadbalancers'.split(
    ' ',
  );

export function validateResources(
  { limits = {}, requests = {}, claims = [] }: ResourceRequirements,
  at: string,
  podClaims: readonly PodResourceClaim[] = [],
  validateName = validateResourceName,
): FieldError[] {
  const errors: FieldError[] = [];
  for (const name of Object.keys(limits).sort()) {
    const field = `${at}.limits[${name}]`;
    errors.push(
      ...validateName(name, field),
      ...validateAmount(name, limits[name] ?? 0, field),
      ...validateHuge(name, limits[name] ?? 0, field),
    );
  }
  for (const name of Object.keys(requests).sort()) {
    const request = requests[name] ?? 0;
    const field = `${at}.requests[${name}]`;
    errors.push(...validateName(name, field), ...validateAmount(name, request, field));
    const limit = limits[name];
    const order = limit === undefined ? 0 : compareQuantity(parseQuantity(request), parseQuantity(limit));
    const mustBe = (how: string): FieldError =>
      invalid(`${at}.requests`, canonicalQuantity(request), `must be ${how} to ${name} limit of ${canonicalQuantity(limit ?? 0)}`);
    if (limit === undefined) {
      if (!isOvercommitAllowed(name)) errors.push(required(`${at}.limits`, 'Limit must be set for non overcommitable resources'));
    } else if (order !== 0 && !isOvercommitAllowed(name)) errors.push(mustBe('equal'));
    else if (order > 0) errors.push(mustBe('less than or equal'));
    errors.push(...validateHuge(name, request, field));
  }
  const names = [...Object.keys(limits), ...Object.keys(requests)];
  if (names.some(isHugePages) && !names.includes('cpu') && !names.includes('memory'))
    errors.push(forbidden(at, 'HugePages require cpu or memory'));
  return [...errors, ...validateClaims(claims, podClaims.map(({ name }) => name).filter(Boolean), `${at}.claims`)];
}

/** Claims for devices that a container makes use of: each of the Pod's own, once. */
function validateClaims(claims: readonly ResourceClaim[], known: readonly string[], at: string): FieldError[] {
  const errors: FieldError[] = [];
  const seen = new Set<string>();
  claims.forEach(({ name, request }, index) => {
    const one = `${at}[${index}]`;
    if (!name) {
      errors.push(required(one));
      return;
    }
    const key = request ? `${name}/${request}` : name;
    if (seen.has(name)) errors.push(duplicate(one, name));
    else {
      if (request) errors.push(...isDNS1123Label(request).map((why) => invalid(`${one}.request`, request, why)));
      if (seen.has(key)) errors.push(duplicate(one, key));
      else if (!request && [...seen].some((other) => other.startsWith(`${name}/`))) errors.push(duplicate(one, name));
      seen.add(key);
    }
    if (known.includes(name)) return;
    const which = known.length === 0 ? ' which is empty' : `: ${[...known].sort().join(', ')}`;
    errors.push({ ...notFound(one, name), detail: `must be one of the names in pod.spec.resourceClaims${which}` });
  });
  return errors;
}

/** The whole Pod's requests and limits: no less than what its containers ask for together, and what each may have. */
export function validatePodResources({ resources, containers, initContainers = [] }: PodSpec, at: string): FieldError[] {
  if (!resources) return [];
  const errors: FieldError[] = resources.claims ? [forbidden(`${at}.claims`, 'claims cannot be set for Resources at pod-level')] : [];
  errors.push(...validateResources(resources, at, [], validatePodResourceName));
  const total = new Map<string, bigint>();
  for (const container of [...(containers ?? []), ...initContainers.filter(({ restartPolicy }) => restartPolicy === 'Always')])
    for (const [name, amount] of Object.entries(container.resources?.requests ?? container.resources?.limits ?? {}))
      total.set(name, (total.get(name) ?? 0n) + parseQuantity(amount).nano);
  for (const [name, sum] of [...total].sort(([a], [b]) => (a < b ? -1 : 1))) {
    // What is not asked for is filled in.
    const asked = resources.requests?.[name];
    if (asked === undefined || sum <= parseQuantity(asked).nano) continue;
    const shown = formatQuantity({ nano: sum, format: parseQuantity(asked).format });
    errors.push(
      invalid(
        `${at}.requests[${name}]`,
        canonicalQuantity(asked),
        `must be greater than or equal to aggregate container requests of ${shown}`,
      ),
    );
  }
  (containers ?? []).forEach((container, index) => {
    for (const [name, limit] of Object.entries(container.resources?.limits ?? {})) {
      const most = resources.limits?.[name];
      if (most === undefined || compareQuantity(parseQuantity(limit), parseQuantity(most)) <= 0) continue;
      const words = `must be less than or equal to pod limits of ${canonicalQuantity(most)}`;
      errors.push(invalid(`${at}.containers[${index}][${name}].limits`, canonicalQuantity(limit), words));
    }
  });
  return errors;
}

function isHugePages(name: string): boolean {
  return name.startsWith('hugepages-');
}

/** Native resources but huge pages may be overcommitted; extended ones (nvidia.com/gpu) may not. */
export function isOvercommitAllowed(name: string): boolean {
  return isNative(name) && !isHugePages(name);
}

function isNative(name: string): boolean {
  return !name.includes('/') || name.includes('kubernetes.io/');
}

function isExtended(name: string): boolean {
  return !isNative(name) && !name.startsWith('requests.');
}

/** Of any resource, in a container or elsewhere. */
export function validateAnyResourceName(name: string, at: string): FieldError[] {
  const errors = isQualifiedName(name).map((why) => invalid(at, name, why));
  if (
    errors.length > 0 ||
    name.includes('/') ||
    STANDARD.includes(name) ||
    QUOTA_ONLY.includes(name) ||
    /^(requests\.)?hugepages-/.test(name)
  )
    return errors;
  return [invalid(at, name, 'must be a standard resource type or fully qualified')];
}

export function validateResourceName(name: string, at: string): FieldError[] {
  const errors = validateAnyResourceName(name, at);
  if (!name.includes('/')) {
    if (!STANDARD.includes(name) && !isHugePages(name)) errors.push(invalid(at, name, 'must be a standard resource for containers'));
  } else if (!isNative(name) && !isExtended(name)) errors.push(invalid(at, name, "doesn't follow extended resource name standard"));
  return errors;
}

function validatePodResourceName(name: string, at: string): FieldError[] {
  const errors = validateAnyResourceName(name, at);
  if (errors.length > 0 || FOR_PODS.includes(name) || isHugePages(name)) return errors;
  return [notSupported(at, name, FOR_PODS)];
}

/** `countedToo`: further resources that come in whole numbers. */
export function validateAmount(
  name: string,
  amount: string | number,
  at: string,
  countedToo: (name: string) => boolean = () => false,
): FieldError[] {
  const { nano } = parseQuantity(amount);
  const errors = nano < 0n ? [invalid(at, canonicalQuantity(amount), 'must be greater than or equal to 0')] : [];
  if ((isExtended(name) || countedToo(name)) && nano % 1_000_000_000n !== 0n)
    errors.push(invalid(at, canonicalQuantity(amount), 'must be an integer'));
  return errors;
}

/** Huge pages come as whole ones. */
function validateHuge(name: string, amount: string | number, at: string): FieldError[] {
  if (!isHugePages(name)) return [];
  const size = SIZE.test(name) ? parseQuantity(name.slice('hugepages-'.length)).nano : 0n;
  const { nano } = parseQuantity(amount);
  const shown = canonicalQuantity(amount);
  return size > 0n && nano % size === 0n ? [] : [invalid(at, shown, `${shown} is not positive integer multiple of ${name}`)];
}
