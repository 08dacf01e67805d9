import type { Behaviour } from '../define.ts';
import type { Service } from '../objects.ts';
export declare const freshService: Behaviour<Service>;
