import type { Behaviour } from '../define.ts';
import { eachOf, fill } from '../fill.ts';
import type { Endpoints } from '../objects.ts';
import type { EndpointPort, EndpointSubset } from '../types.gen.ts';

export const freshEndpoints: Behaviour<Endpoints> = {
  defaults: (one) =>
    eachOf(one, 'subsets', (subset: EndpointSubset) => eachOf(subset, 'ports', (port: EndpointPort) => fill(port, { protocol: 'TCP' }))),
};
