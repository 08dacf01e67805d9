import type { HorizontalPodAutoscaler } from '../../kinds/objects.ts';
import type { LabelSelector, MetricSpec, MetricStatus } from '../../kinds/types.gen.ts';
import type { World } from '../../world/world.ts';
/** A metric that could not be had, with the reason of the event that tells of it. */
export declare class MetricError extends Error {
    readonly reason: string;
    /** What it was about, for the summary of all metrics. */
    readonly what: string;
    constructor(reason: string, what: string, message: string);
}
export interface Proposal {
    readonly replicas: number;
    /** As conditions and events call it: `cpu resource utilization (percentage of request)`. */
    readonly name: string;
    readonly status: MetricStatus;
}
interface Target {
    readonly namespace: string;
    readonly selector: LabelSelector | undefined;
    readonly specReplicas: number;
    readonly statusReplicas: number;
}
/** What one metric asks for. Throws MetricError. */
export declare function propose(world: World, target: Target, metric: MetricSpec): Proposal;
/** The metrics that an autoscaler looks at. */
export declare function metricsIn({ spec }: HorizontalPodAutoscaler): readonly MetricSpec[];
/** A quantity in its shortest form. */
export declare const shortest: (text: string) => string;
export {};
