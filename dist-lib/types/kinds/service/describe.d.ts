import { type Describer } from '../describe.ts';
import type { EndpointSlice, Service } from '../objects.ts';
export declare const SERVICE_NAME_LABEL = "kubernetes.io/service-name";
export declare const describeService: Describer<Service>;
/** The ready addresses behind one port of the service, `1.2.3.4:80,...`; `<none>` only when there is no slice at all. */
export declare function endpointsText(slices: readonly EndpointSlice[], portName: string): string;
