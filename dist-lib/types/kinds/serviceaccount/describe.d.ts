import { type Describer } from '../describe.ts';
import type { ServiceAccount } from '../objects.ts';
export declare const describeServiceAccount: Describer<ServiceAccount>;
