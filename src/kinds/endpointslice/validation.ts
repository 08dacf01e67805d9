/** Rules for endpointslices. */
import { type FieldError, invalid, notSupported, required, tooMany } from '../../api/field-errors.ts';
import type { Rules } from '../../api/kind.ts';
import { isIP, isPortNumber } from '../../api/values/names.ts';
import type { EndpointSlice } from '../objects.ts';
import { validateImmutable } from '../template-validation.ts';

const ADDRESS_TYPES = ['FQDN', 'IPv4', 'IPv6'];

const MAX_ENDPOINTS = 1000;

function validate({ addressType, endpoints, ports }: EndpointSlice): FieldError[] {
  const errors: FieldError[] = [];
  if (!addressType) errors.push(required('addressType'));
  else if (!ADDRESS_TYPES.includes(addressType)) errors.push(notSupported('addressType', addressType, ADDRESS_TYPES));
  if ((endpoints?.length ?? 0) > MAX_ENDPOINTS) return [...errors, tooMany('endpoints', endpoints?.length ?? 0, MAX_ENDPOINTS)];
  (endpoints ?? []).forEach(({ addresses }, index) => {
    const at = `endpoints[${index}].addresses`;
    if (!addresses?.length) errors.push(required(at, 'must contain at least 1 address'));
    if (addressType === 'FQDN') return;
    (addresses ?? []).forEach((ip, one) => {
      errors.push(...isIP(ip).map((why) => invalid(`${at}[${one}]`, ip, why)));
    });
  });
  (ports ?? []).forEach(({ port }, index) => {
    if (port !== undefined) errors.push(...isPortNumber(port).map((why) => invalid(`ports[${index}].port`, port, why)));
  });
  return errors;
}

export const endpointSliceRules: Rules<EndpointSlice> = {
  validate,
  validateUpdate: (slice, old) => [...validate(slice), ...validateImmutable(slice.addressType, old.addressType, 'addressType')],
};
