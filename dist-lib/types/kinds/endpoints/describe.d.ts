import { type Describer } from '../describe.ts';
import type { Endpoints } from '../objects.ts';
export declare const describeEndpoints: Describer<Endpoints>;
