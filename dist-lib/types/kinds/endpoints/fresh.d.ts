import type { Behaviour } from '../define.ts';
import type { Endpoints } from '../objects.ts';
export declare const freshEndpoints: Behaviour<Endpoints>;
