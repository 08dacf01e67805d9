import { type Describer } from '../describe.ts';
import type { DaemonSet } from '../objects.ts';
export declare const describeDaemonSet: Describer<DaemonSet>;
