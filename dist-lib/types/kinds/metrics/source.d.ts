/** Where usage figures come from: the nodes measure, the metrics API and the autoscaler ask. Code, not state: set when a cluster is put together. */
import type { World } from '../../world/world.ts';
export interface Usage {
    /** Cores. */
    readonly cpu: number;
    /** Bytes. */
    readonly memory: number;
}
export interface Measured {
    /** End of the window that was measured, virtual ms. */
    readonly at: number;
    readonly windowMs: number;
}
export interface PodUsage extends Measured {
    readonly containers: readonly (Usage & {
        readonly name: string;
    })[];
}
export interface MetricsSource {
    /** Undefined while nothing was measured: the Pod does not run, or not long enough. */
    pod(namespace: string, name: string): PodUsage | undefined;
    node(name: string): (Usage & Measured) | undefined;
}
export declare function setMetricsSource(world: World, source: MetricsSource): void;
/** The figures; undefined while the metrics server is not there. */
export declare function metricsOf(world: World): MetricsSource | undefined;
