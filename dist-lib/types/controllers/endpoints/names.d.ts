/** What all that write or read EndpointSlices call them. */
export declare const SLICES = "endpointslices.discovery.k8s.io";
/** The label that names a slice's Service. */
export declare const SERVICE_NAME = "kubernetes.io/service-name";
