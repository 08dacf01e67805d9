import { ageColumn, nameColumn, text } from '../columns.ts';
import { define } from '../define.ts';
import { shortened } from '../endpoints/index.ts';
import type { EndpointSlice } from '../objects.ts';
import { freshEndpointSlice } from './fresh.ts';

/** Where a Service leads, up to a hundred endpoints a slice. */
export const endpointSlices = define<EndpointSlice>('discovery.k8s.io/v1', 'endpointslices', {
  ...freshEndpointSlice,
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
