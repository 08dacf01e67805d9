import { type Describer } from '../describe.ts';
import type { EndpointSlice } from '../objects.ts';
export declare const describeEndpointSlice: Describer<EndpointSlice>;
