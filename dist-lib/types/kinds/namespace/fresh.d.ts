import type { Behaviour } from '../define.ts';
import type { Namespace } from '../objects.ts';
export declare const freshNamespace: Behaviour<Namespace>;
