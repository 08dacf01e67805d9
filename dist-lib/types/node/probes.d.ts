import type { Kernel } from '../kernel/kernel.ts';
import type { Pod } from '../kinds/objects.ts';
import type { Container } from '../kinds/types.gen.ts';
import type { Network } from '../network/network.ts';
import type { World } from '../world/world.ts';
import type { Recorder } from './events.ts';
import { type ContainerState, type PodState, type ProbeType } from './state.ts';
export interface ProbeDependencies {
    readonly world: World;
    readonly kernel: Kernel;
    readonly network: Network;
    readonly recorder: Recorder;
    /** Readiness or startup changed: the status must be written. */
    readonly changed: (state: PodState) => void;
    /** The container must be killed and started again. */
    readonly restart: (pod: Pod, state: PodState, container: ContainerState, graceMs: number, why: string) => void;
}
export declare class Probes {
    private readonly deps;
    constructor(deps: ProbeDependencies);
    /** The container started: its probes begin; those after a startup probe wait for it. */
    start(state: PodState, container: ContainerState, spec: Container): void;
    /** Stops a Pod's probes (of some types). */
    stop(state: PodState, types?: readonly ProbeType[]): void;
    stopContainer(state: PodState, container: ContainerState, types?: readonly ProbeType[]): void;
    private schedule;
    private run;
    private find;
    /** Counts an outcome; acts when a threshold is reached. */
    private judge;
    private startedUp;
    private probe;
    private http;
    private tcp;
    private exec;
    /** An exec probe's environment is the container's: that of its first process. */
    private envOf;
}
