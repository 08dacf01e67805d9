import { type Describer } from '../describe.ts';
import type { Node } from '../objects.ts';
export declare const describeNode: Describer<Node>;
