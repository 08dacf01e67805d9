import type { PodSpec } from '../types.gen.ts';
/** Guaranteed: all limits set and equal to the requests; BestEffort: none set; else Burstable. */
export declare function qosClassOf(spec: PodSpec): 'Guaranteed' | 'Burstable' | 'BestEffort';
