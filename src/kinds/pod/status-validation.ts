/** Rules for what is said of a Pod's state (source: pkg/apis/core/validation, ValidatePodStatusUpdate). */
import { duplicate, type FieldError, forbidden, invalid } from '../../api/field-errors.ts';
import { isDNS1123Subdomain, isIP, isIPv6, isQualifiedName } from '../../api/values/names.ts';
import type { Pod } from '../objects.ts';
import { validateImmutable } from '../template-validation.ts';
import type { ContainerStatus, PodCondition } from '../types.gen.ts';

const OWN_CONDITIONS = ['PodScheduled', 'Ready', 'Initialized'];

export function validatePodStatus({ spec, status }: Pod, old: Pod): FieldError[] {
  const { nominatedNodeName: nominated = '' } = status;
  const errors = validateConditions(status.conditions ?? []);
  if (nominated !== '' && nominated !== old.status.nominatedNodeName)
    errors.push(...isDNS1123Subdomain(nominated).map((why) => invalid('status.nominatedNodeName', nominated, why)));
  errors.push(...validateImmutable(status.qosClass ?? '', old.status.qosClass ?? '', 'status.qosClass'));
  const { restartPolicy = 'Always' } = old.spec;
  const sidecars = (old.spec.initContainers ?? []).filter((one) => one.restartPolicy === 'Always').map(({ name }) => name);
  const lists = [
    ['containerStatuses', restartPolicy, []],
    ['initContainerStatuses', restartPolicy, sidecars],
    ['ephemeralContainerStatuses', 'Never', []],
  ] as const;
  for (const [list, policy, free] of lists) {
    const before = (old.status[list] ?? []).map((one) => (free.some((name) => name === one.name) ? undefined : one));
    errors.push(...validateEnded(status[list] ?? [], before, policy, `status.${list}`));
  }
  errors.push(...validateClaims(status.resourceClaimStatuses ?? [], spec.resourceClaims ?? []));
  errors.push(...validateIPs('podIPs', status.podIPs ?? []));
  const hostIPs = status.hostIPs ?? [];
  if (hostIPs.length > 0 && hostIPs[0]?.ip !== (status.hostIP ?? ''))
    errors.push(invalid('status.hostIPs[0].ip', hostIPs[0]?.ip, 'must be equal to `hostIP`'));
  return [...errors, ...validateIPs('hostIPs', hostIPs)];
}

/** The real server names the place so, although the conditions are the status's. */
function validateConditions(conditions: readonly PodCondition[]): FieldError[] {
  return conditions.flatMap(({ type }, index) =>
    OWN_CONDITIONS.includes(type) ? [] : isQualifiedName(type).map((why) => invalid(`metadata.conditions[${index}].Type`, type, why)),
  );
}

/** What has ended and is not to be started again has ended for good. */
function validateEnded(
  now: readonly ContainerStatus[],
  before: readonly (ContainerStatus | undefined)[],
  policy: string,
  at: string,
): FieldError[] {
  if (policy === 'Always') return [];
  return before.flatMap((was, index) => {
    const end = was?.state?.terminated;
    if (!end || (end.exitCode !== 0 && policy === 'OnFailure')) return [];
    return now
      .filter((one) => one.name === was.name && !one.state?.terminated)
      .map(() => forbidden(`${at}[${index}].state`, 'may not be transitioned to non-terminated state'));
  });
}

function validateClaims(statuses: readonly { readonly name: string }[], claims: readonly { readonly name: string }[]): FieldError[] {
  return statuses.flatMap(({ name }, index) => {
    const at = `status.resourceClaimStatuses[${index}].name`;
    return [
      ...(claims.some((one) => one.name === name) ? [] : [invalid(at, name, 'must match the name of an entry in `spec.resourceClaims`')]),
      ...(statuses.findIndex((one) => one.name === name) < index ? [duplicate(at, name)] : []),
    ];
  });
}

function validateIPs(list: 'podIPs' | 'hostIPs', given: readonly { readonly ip?: string }[]): FieldError[] {
  const at = `status.${list}`;
  const ips = given.map(({ ip = '' }) => ip);
  const errors = ips.flatMap((ip, index) => isIP(ip).map((why) => invalid(`${at}[${index}]`, ip, why)));
  if (ips.length < 2) return errors;
  const shown = ips.map((ip) => ({ IP: ip }));
  if (ips.length > 2 || isIPv6(ips[0] as string) === isIPv6(ips[1] as string))
    errors.push(invalid(at, shown, 'may specify no more than one IP for each IP family'));
  ips.forEach((ip, index) => {
    if (ips.indexOf(ip) < index) errors.push(duplicate(`${at}[${index}]`, { IP: ip }));
  });
  return errors;
}
