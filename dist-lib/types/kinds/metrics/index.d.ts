/** NodeMetrics and PodMetrics of metrics.k8s.io: made when they are read, never stored. */
import type { Aggregated } from '../../api/aggregated.ts';
export declare const metricsApi: readonly Aggregated[];
