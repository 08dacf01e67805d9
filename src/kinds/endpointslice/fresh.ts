import type { Behaviour } from '../define.ts';
import { eachOf, fill } from '../fill.ts';
import type { EndpointSlice } from '../objects.ts';
import type { DiscoveryV1EndpointPort } from '../types.gen.ts';

export const freshEndpointSlice: Behaviour<EndpointSlice> = {
  generation: ['addressType', 'endpoints', 'ports'],
  defaults: (slice) => eachOf(slice, 'ports', (port: DiscoveryV1EndpointPort) => fill(port, { name: '', protocol: 'TCP' })),
};
