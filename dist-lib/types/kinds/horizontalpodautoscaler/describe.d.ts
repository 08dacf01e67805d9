import { type Describer } from '../describe.ts';
import type { HorizontalPodAutoscaler } from '../objects.ts';
export declare const describeHorizontalPodAutoscaler: Describer<HorizontalPodAutoscaler>;
