import type { IngressClass } from '../objects.ts';
/** Which controller serves an Ingress. */
export declare const ingressClasses: import("../../api/kind.ts").Kind<IngressClass>;
