import { type FieldError, invalid, notSupported, required, tooMany } from '../../api/field-errors.ts';
import { isIP, isPortNumber } from '../../api/values/names.ts';
import { ageColumn, nameColumn, text } from '../columns.ts';
import { define } from '../define.ts';
import { shortened } from '../endpoints/index.ts';
import type { EndpointSlice } from '../objects.ts';
import { validateImmutable } from '../workload.ts';
import { freshEndpointSlice } from './fresh.ts';

const ADDRESS_TYPES = ['FQDN', 'IPv4', 'IPv6'];
const MAX_ENDPOINTS = 1000;

/** Where a Service leads, up to a hundred endpoints a slice. */
export const endpointSlices = define<EndpointSlice>('discovery.k8s.io/v1', 'endpointslices', {
  ...freshEndpointSlice,
  validate,
  validateUpdate: (slice, old) => [...validate(slice), ...validateImmutable(slice.addressType, old.addressType, 'addressType')],
  columns: [
    nameColumn,
    text('AddressType', ({ addressType }) => addressType),
    text(
      'Ports',
      ({ ports }) => shortened((ports ?? []).map(({ port, name }) => (port === undefined ? name || '*' : String(port)))) || '<unset>',
    ),
    text('Endpoints', ({ endpoints }) => shortened((endpoints ?? []).flatMap(({ addresses }) => addresses ?? [])) || '<unset>'),
    ageColumn,
  ],
});

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
