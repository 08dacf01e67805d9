/** What all that write or read EndpointSlices call them. */
export const SLICES = 'endpointslices.discovery.k8s.io';
/** The label that names a slice's Service. */
export const SERVICE_NAME = 'kubernetes.io/service-name';
