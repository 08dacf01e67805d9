import { type Describer } from '../describe.ts';
import type { Ingress } from '../objects.ts';
export declare const describeIngress: Describer<Ingress>;
