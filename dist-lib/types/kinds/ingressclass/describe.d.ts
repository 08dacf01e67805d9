import { type Describer } from '../describe.ts';
import type { IngressClass } from '../objects.ts';
export declare const describeIngressClass: Describer<IngressClass>;
