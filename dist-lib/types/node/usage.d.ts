import type { MetricsSource, PodUsage } from '../kinds/metrics/source.ts';
import type { Container } from '../kinds/types.gen.ts';
import type { World } from '../world/world.ts';
import type { ImageCatalog } from './images/reference.ts';
import { type ContainerState } from './state.ts';
export declare const WINDOW_MS = 15000;
/** CPU time a container spent, ms: in the window that runs, and in the one before it. */
export interface Work {
    window: number;
    ms: number;
    before: number;
}
/** Notes that a container worked for so many ms of CPU time. */
export declare function addWork(container: ContainerState, now: number, ms: number): void;
/** A number of cores or bytes that a container's limit allows; undefined: no limit. */
export declare function limitOf({ resources }: Container, name: 'cpu' | 'memory'): number | undefined;
/** CPU ms that a request costs. */
export declare function requestCost(catalog: ImageCatalog, spec: Container): number;
/** The measuring end of metrics. */
export declare class UsageMeter implements MetricsSource {
    private readonly world;
    private readonly catalog;
    constructor(world: World, catalog: ImageCatalog);
    pod(namespace: string, name: string): PodUsage | undefined;
    /** Undefined until every running container was there for a whole window. */
    private ofState;
    node(name: string): {
        at: number;
        windowMs: number;
        cpu: number;
        memory: number;
    } | undefined;
}
