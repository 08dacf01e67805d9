/** How far and how fast an autoscaler may go: stabilization windows and scaling policies (rules: horizontal.go of v1.36). */
import type { HorizontalPodAutoscaler } from '../../kinds/objects.ts';
export interface Recommendation {
    readonly at: number;
    readonly replicas: number;
}
/** A change of size that was made. */
export interface Rescale {
    readonly at: number;
    /** Replicas added or removed. */
    readonly change: number;
    readonly up: boolean;
}
/** What is remembered of an autoscaler. */
export interface Memory {
    recommendations: Recommendation[];
    rescales: Rescale[];
}
export interface Limited {
    readonly replicas: number;
    /** AbleToScale's reason and message. */
    readonly able: readonly [reason: string, message: string];
    /** ScalingLimited's reason and message; `limited`: the proposal was cut. */
    readonly limit: readonly [reason: string, message: string];
    readonly limited: boolean;
}
/** The size to go to when `proposed` is what the metrics ask for. Notes the proposal. */
export declare function limit({ spec }: HorizontalPodAutoscaler, memory: Memory, current: number, proposed: number, now: number): Limited;
