/** Rules for endpointslices. */
import { duplicate, type FieldError, invalid, notSupported, required, tooMany } from '../../api/field-errors.ts';
import type { Rules } from '../../api/kind.ts';
import { isDNS1123Label, isDNS1123Subdomain, isIP, isIPv6, isLabelValue, isPortNumber } from '../../api/values/names.ts';
import { validateProtocols } from '../endpoints/validation.ts';
import type { EndpointSlice } from '../objects.ts';
import { validateNotSpecial } from '../service/validation.ts';
import { validateImmutable } from '../template-validation.ts';
import type { Endpoint } from '../types.gen.ts';

const ADDRESS_TYPES = ['FQDN', 'IPv4', 'IPv6'];

const MAX_ENDPOINTS = 1000;
const MAX_ADDRESSES = 100;
const MAX_HINTS = 8;

function validate({ addressType, endpoints, ports }: EndpointSlice): FieldError[] {
  const errors: FieldError[] = [];
  if (!addressType) errors.push(required('addressType'));
  else if (!ADDRESS_TYPES.includes(addressType)) errors.push(notSupported('addressType', addressType, ADDRESS_TYPES));
  if ((endpoints?.length ?? 0) > MAX_ENDPOINTS) return [...errors, tooMany('endpoints', endpoints?.length ?? 0, MAX_ENDPOINTS)];
  (endpoints ?? []).forEach((endpoint, index) => {
    errors.push(...validateEndpoint(endpoint, addressType, `endpoints[${index}]`));
  });
  const names = new Set<string>();
  (ports ?? []).forEach(({ name = '', port, protocol = 'TCP', appProtocol }, index) => {
    const at = `ports[${index}]`;
    if (name !== '') errors.push(...isDNS1123Label(name).map((why) => invalid(`${at}.name`, name, why)));
    if (names.has(name)) errors.push(duplicate(`${at}[name]`, name));
    names.add(name);
    if (port !== undefined) errors.push(...isPortNumber(port).map((why) => invalid(`${at}.port`, port, why)));
    errors.push(...validateProtocols(protocol, appProtocol, at));
  });
  return errors;
}

function validateEndpoint({ addresses: given, nodeName, hostname, hints }: Endpoint, type: string, at: string): FieldError[] {
  const addresses = given ?? [];
  const errors: FieldError[] = [];
  if (addresses.length === 0) errors.push(required(`${at}.addresses`, 'must contain at least 1 address'));
  else if (addresses.length > MAX_ADDRESSES) errors.push(tooMany(`${at}.addresses`, addresses.length, MAX_ADDRESSES));
  if (type !== 'FQDN')
    addresses.forEach((ip, index) => {
      const one = `${at}.addresses[${index}]`;
      const wrong = isIP(ip).map((why) => invalid(one, ip, why));
      if (wrong.length === 0 && (type === 'IPv6') !== isIPv6(ip)) wrong.push(invalid(one, ip, `must be an ${type} address`));
      errors.push(...wrong, ...(isIP(ip).length > 0 ? [] : validateNotSpecial(ip, one)));
    });
  if (nodeName !== undefined) errors.push(...isDNS1123Subdomain(nodeName).map((why) => invalid(`${at}.nodeName`, nodeName, why)));
  if (hostname !== undefined) errors.push(...isDNS1123Label(hostname).map((why) => invalid(`${at}.hostname`, hostname, why)));
  for (const [list, check] of [
    ['forZones', isLabelValue],
    ['forNodes', isDNS1123Subdomain],
  ] as const)
    errors.push(...validateHints(hints?.[list] ?? [], check, `${at}.hints.${list}`));
  return errors;
}

/** For whom an endpoint is meant: zones or nodes. */
function validateHints(hints: readonly { readonly name: string }[], check: (name: string) => string[], at: string): FieldError[] {
  if (hints.length > MAX_HINTS) return [tooMany(at, hints.length, MAX_HINTS)];
  return hints.flatMap(({ name }, index) => {
    const one = `${at}[${index}].name`;
    const again = hints.findIndex((other) => other.name === name) < index;
    return [...(again ? [duplicate(one, name)] : []), ...check(name).map((why) => invalid(one, name, why))];
  });
}

export const endpointSliceRules: Rules<EndpointSlice> = {
  validate,
  validateUpdate: (slice, old) => [...validate(slice), ...validateImmutable(slice.addressType, old.addressType, 'addressType')],
};
