/** Rules for endpoints. */
import { type FieldError, invalid, required } from '../../api/field-errors.ts';
import type { Rules } from '../../api/kind.ts';
import { isDNS1123Label, isIP, isPortNumber } from '../../api/values/names.ts';
import type { Endpoints } from '../objects.ts';
import type { EndpointPort } from '../types.gen.ts';

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

export const endpointsRules: Rules<Endpoints> = {
  validate,
};
