import { type Describer } from '../describe.ts';
import type { NetworkPolicy } from '../objects.ts';
export declare const describeNetworkPolicy: Describer<NetworkPolicy>;
