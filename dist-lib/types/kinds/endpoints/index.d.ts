import type { Endpoints } from '../objects.ts';
import type { EndpointSubset } from '../types.gen.ts';
/** Where a Service leads, in the form before EndpointSlices. */
export declare const endpoints: import("../../api/kind.ts").Kind<Endpoints>;
/** `10.244.0.5:80,10.244.0.6:80,10.244.0.7:80 + 1 more...` */
export declare function addressesText(subsets: readonly EndpointSubset[]): string;
/** The first few of a list, and how many more there are. */
export declare function shortened(all: readonly string[]): string;
