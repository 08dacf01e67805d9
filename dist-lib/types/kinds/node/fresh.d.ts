import type { Behaviour } from '../define.ts';
import type { Node } from '../objects.ts';
export declare const freshNode: Behaviour<Node>;
