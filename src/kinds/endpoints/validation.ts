/** Rules for endpoints. */
import { type FieldError, invalid, notSupported, required } from '../../api/field-errors.ts';
import type { Rules } from '../../api/kind.ts';
import { isDNS1123Label, isDNS1123Subdomain, isIP, isPortNumber, isQualifiedName } from '../../api/values/names.ts';
import type { Endpoints } from '../objects.ts';
import { validateNotSpecial } from '../service/validation.ts';
import type { EndpointAddress, EndpointPort } from '../types.gen.ts';

const PROTOCOLS = ['SCTP', 'TCP', 'UDP'];

function validate({ subsets }: Endpoints): FieldError[] {
  return (subsets ?? []).flatMap(({ addresses, notReadyAddresses, ports }, index) => {
    const at = `subsets[${index}]`;
    const errors: FieldError[] = [];
    if (!addresses?.length && !notReadyAddresses?.length) errors.push(required(at, 'must specify `addresses` or `notReadyAddresses`'));
    for (const [list, name] of [
      [addresses, 'addresses'],
      [notReadyAddresses, 'notReadyAddresses'],
    ] as const) {
      (list ?? []).forEach((address, one) => {
        errors.push(...validateAddress(address, `${at}.${name}[${one}]`));
      });
    }
    (ports ?? []).forEach((port, one) => {
      errors.push(...validatePort(port, (ports?.length ?? 0) > 1, `${at}.ports[${one}]`));
    });
    return errors;
  });
}

function validateAddress({ ip, hostname, nodeName }: EndpointAddress, at: string): FieldError[] {
  const special = validateNotSpecial(ip, `${at}.ip`);
  const wrong = isIP(ip).map((why) => invalid(`${at}.ip`, ip, why));
  return [
    ...wrong,
    ...(hostname ? isDNS1123Label(hostname).map((why) => invalid(`${at}.hostname`, hostname, why)) : []),
    ...(nodeName === undefined ? [] : isDNS1123Subdomain(nodeName).map((why) => invalid(`${at}.nodeName`, nodeName, why))),
    ...(wrong.length > 0 ? [invalid(`${at}.ip`, ip, 'must be a valid IP address')] : special),
  ];
}

function validatePort({ name = '', port, protocol = '', appProtocol }: EndpointPort, named: boolean, at: string): FieldError[] {
  const errors: FieldError[] = [];
  if (name !== '') errors.push(...isDNS1123Label(name).map((why) => invalid(`${at}.name`, name, why)));
  else if (named) errors.push(required(`${at}.name`));
  errors.push(...isPortNumber(port).map((why) => invalid(`${at}.port`, port, why)), ...validateProtocols(protocol, appProtocol, at));
  return errors;
}

/** What a port speaks; also for the ports of EndpointSlices. */
export function validateProtocols(protocol: string, appProtocol: string | undefined, at: string): FieldError[] {
  const errors: FieldError[] = [];
  if (protocol === '') errors.push(required(`${at}.protocol`));
  else if (!PROTOCOLS.includes(protocol)) errors.push(notSupported(`${at}.protocol`, protocol, PROTOCOLS));
  if (appProtocol !== undefined) errors.push(...isQualifiedName(appProtocol).map((why) => invalid(`${at}.appProtocol`, appProtocol, why)));
  return errors;
}

export const endpointsRules: Rules<Endpoints> = {
  validate,
};
