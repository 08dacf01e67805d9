import { type Describer } from '../describe.ts';
import type { Pod } from '../objects.ts';
/** `kubectl describe pod` (order of the lines: kubectl's describe.go). */
export declare const describePod: Describer<Pod>;
