import type { EndpointSlice } from '../objects.ts';
/** Where a Service leads, up to a hundred endpoints a slice. */
export declare const endpointSlices: import("../../api/kind.ts").Kind<EndpointSlice>;
