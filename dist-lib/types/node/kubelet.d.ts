import type { Operations } from '../api/operations.ts';
import type { World } from '../world/world.ts';
import type { Containers } from './containers.ts';
import type { Recorder } from './events.ts';
import type { Probes } from './probes.ts';
import { type PodState } from './state.ts';
export declare class Kubelet {
    private readonly world;
    private readonly api;
    private readonly containers;
    private readonly probes;
    private readonly recorder;
    constructor(world: World, api: Operations, containers: Containers, probes: Probes, recorder: Recorder);
    /** A write of a Pod: the worker of its node looks at it a moment later. Its own status writes are no news. */
    private noticed;
    /** Sets the worker's next look, unless it looks earlier anyway. */
    wake(uid: string, key: string, at: number): void;
    /** Sync now-ish: something happened to a Pod's container. */
    wakeState(state: PodState, at?: number): void;
    private sync;
    /** Writes the Pod's status, if there is anything new in it. */
    report(state: PodState): void;
    private admit;
    /** Ephemeral containers come to a running Pod. */
    private adoptEphemeral;
    /** The next steps that are due. True when the Pod is gone. */
    private work;
    private workRunning;
    /** Volumes, sandbox and address. True when containers can start. */
    private prepare;
    private checkDeadline;
    private beginDeletion;
    private beginEnding;
    /** Sidecars end after the containers that they serve, in reverse order. True when the Pod is gone. */
    private workEnding;
    /** Sidecars of a Pod whose containers are done are stopped. */
    private stopSidecarsAtEnd;
    /** The sandbox is gone, its address is free. */
    private tearDown;
    /** The Pod object is gone: whatever still runs is killed. */
    private forget;
    /** The node was switched off: its containers are dead, and nobody notices. */
    nodeStopped(node: string): void;
    /** The node is back: every Pod that should run there gets a new sandbox. */
    nodeStarted(node: string): void;
    private onNode;
}
