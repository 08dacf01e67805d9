import type { Ingress } from '../objects.ts';
/** Which Service answers for a host and path. */
export declare const ingresses: import("../../api/kind.ts").Kind<Ingress>;
