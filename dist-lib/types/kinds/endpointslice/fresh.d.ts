import type { Behaviour } from '../define.ts';
import type { EndpointSlice } from '../objects.ts';
export declare const freshEndpointSlice: Behaviour<EndpointSlice>;
