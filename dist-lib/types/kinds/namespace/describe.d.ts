import { type Describer } from '../describe.ts';
import type { Namespace } from '../objects.ts';
export declare const describeNamespace: Describer<Namespace>;
