/** One container's way through pulling, creating, starting, ending and starting again. The kubelet calls `step` when its time has come. */
import type { Kernel } from '../kernel/kernel.ts';
import type { Tty } from '../kernel/tty.ts';
import type { Machine, Program } from '../kernel/types.ts';
import type { Pod } from '../kinds/objects.ts';
import type { Container, LifecycleHandler } from '../kinds/types.gen.ts';
import type { World } from '../world/world.ts';
import { type Recorder } from './events.ts';
import type { ResolvedImage } from './images/image.ts';
import { type ImageCatalog } from './images/reference.ts';
import type { Logs } from './logs.ts';
import type { Probes } from './probes.ts';
import { type ContainerState, type PodState } from './state.ts';
export declare const LOG_SINK = "log";
export interface ContainerDependencies {
    readonly world: World;
    readonly kernel: Kernel;
    readonly logs: Logs;
    readonly catalog: ImageCatalog;
    readonly recorder: Recorder;
    readonly probes: Probes;
    /** Generic programs by name. */
    readonly programs: () => Readonly<Record<string, Program>>;
    /** The Pod's worker should look again at that time. */
    readonly wake: (state: PodState, at: number) => void;
    /** What listens in the container is closed. */
    readonly closePorts: (uid: string, container?: string) => void;
    /** A HTTP hook's request, from the node. */
    readonly httpHook: (state: PodState, pod: Pod, handler: LifecycleHandler) => void;
}
/** The far end of a container's standard input, for attach: its terminal, or a pipe. */
export type ContainerInput = {
    readonly tty: Tty;
} | {
    readonly pipe: ReturnType<Kernel['hostPipe']>;
};
export declare class Containers {
    private readonly deps;
    /** Inputs of running containers by machine id. A restored container has none: its reader is at the end. */
    private readonly inputs;
    constructor(deps: ContainerDependencies);
    /** Does what is due, and goes on until something has to be waited for (its time is in `at`). */
    step(pod: Pod, state: PodState, container: ContainerState): void;
    private begin;
    /** The image of that name; undefined (and waiting) when the name is no name. */
    private find;
    private pulled;
    private backOffPull;
    private have;
    private wait;
    private create;
    private checkUser;
    private image;
    private start;
    /** The terminal or the input pipe of a container that asks for one. */
    private openInput;
    /** Where attach sends what is typed; undefined when the container takes no input. */
    inputOf(state: PodState, container: ContainerState): ContainerInput | undefined;
    private closeInput;
    /** Makes the container's machine known to the kernel; again after a restore. */
    register(pod: Pod, state: PodState, container: ContainerState, spec: Container, image?: ResolvedImage): Machine;
    private startFailed;
    /** The container's process 1 ended. */
    private exited;
    private noticeExit;
    /** What the container left in its termination log. */
    private withMessage;
    /** Starts an ended container again, or waits for its back-off. */
    private restart;
    /** Asks a running container to stop; after the grace it is killed. `why` is the text of the Killing event. */
    stop(pod: Pod, state: PodState, container: ContainerState, graceMs: number, why: string): void;
    /** Runs a lifecycle hook; `then` follows it. */
    private hook;
    /** The spec of a running container changed: only its image can. */
    private followSpec;
    /** All machines of a Pod are gone; its logs stay until the Pod does. */
    close(state: PodState): void;
    remove(state: PodState): void;
    /** The node lost power: what ran ended without a word; it is noticed when the node is back. */
    crash(state: PodState): void;
}
