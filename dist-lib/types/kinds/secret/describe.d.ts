import { type Describer } from '../describe.ts';
import type { Secret } from '../objects.ts';
export declare const describeSecret: Describer<Secret>;
