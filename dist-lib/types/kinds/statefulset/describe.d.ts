import { type Describer } from '../describe.ts';
import type { StatefulSet } from '../objects.ts';
export declare const describeStatefulSet: Describer<StatefulSet>;
