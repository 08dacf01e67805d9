import { type FieldError, invalid, required } from '../../api/field-errors.ts';
import { isDNS1123Label, isIP, isIPv6, isPortNumber } from '../../api/values/names.ts';
import { ageColumn, nameColumn, text } from '../columns.ts';
import { define } from '../define.ts';
import type { Endpoints } from '../objects.ts';
import type { EndpointPort, EndpointSubset } from '../types.gen.ts';
import { freshEndpoints } from './fresh.ts';

const SHOWN = 3;

/** Where a Service leads, in the form before EndpointSlices. */
export const endpoints = define<Endpoints>('v1', 'endpoints', {
  ...freshEndpoints,
  deprecation: 'v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice',
  validate,
  columns: [nameColumn, text('Endpoints', ({ subsets }) => addressesText(subsets ?? [])), ageColumn],
});

/** `10.244.0.5:80,10.244.0.6:80,10.244.0.7:80 + 1 more...` */
export function addressesText(subsets: readonly EndpointSubset[]): string {
  if (subsets.length === 0) return '<none>';
  const all = subsets.flatMap(({ addresses, ports }) => {
    const ips = (addresses ?? []).map(({ ip }) => ip);
    if (!ports?.length) return ips;
    return ports.flatMap(({ port }) => ips.map((ip) => `${isIPv6(ip) ? `[${ip}]` : ip}:${port}`));
  });
  return shortened(all);
}

/** The first few of a list, and how many more there are. */
export function shortened(all: readonly string[]): string {
  const shown = all.slice(0, SHOWN).join(',');
  return all.length > SHOWN ? `${shown} + ${all.length - SHOWN} more...` : shown;
}

function validate({ subsets }: Endpoints): FieldError[] {
  return (subsets ?? []).flatMap(({ addresses, notReadyAddresses, ports }, index) => {
    const at = `subsets[${index}]`;
    const errors: FieldError[] = [];
    if (!addresses?.length && !notReadyAddresses?.length) errors.push(required(at, 'must specify `addresses` or `notReadyAddresses`'));
    for (const [list, name] of [
      [addresses, 'addresses'],
      [notReadyAddresses, 'notReadyAddresses'],
    ] as const) {
      (list ?? []).forEach(({ ip }, one) => {
        errors.push(...validateAddress(ip, `${at}.${name}[${one}].ip`));
      });
    }
    (ports ?? []).forEach((port, one) => {
      errors.push(...validatePort(port, (ports?.length ?? 0) > 1, `${at}.ports[${one}]`));
    });
    return errors;
  });
}

function validateAddress(ip: string, at: string): FieldError[] {
  const wrong = isIP(ip).map((why) => invalid(at, ip, why));
  if (wrong.length > 0) return wrong;
  if (ip.startsWith('127.')) return [invalid(at, ip, 'may not be in the loopback range (127.0.0.0/8, ::1/128)')];
  if (ip === '0.0.0.0' || ip === '::') return [invalid(at, ip, `may not be unspecified (${ip})`)];
  return ip.startsWith('169.254.') ? [invalid(at, ip, 'may not be in the link-local range (169.254.0.0/16, fe80::/10)')] : [];
}

function validatePort({ name = '', port }: EndpointPort, named: boolean, at: string): FieldError[] {
  const names =
    named && name === ''
      ? [required(`${at}.name`)]
      : name === ''
        ? []
        : isDNS1123Label(name).map((why) => invalid(`${at}.name`, name, why));
  return [...names, ...isPortNumber(port).map((why) => invalid(`${at}.port`, port, why))];
}
