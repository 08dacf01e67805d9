/** The back-off of restarts and pulls, as client-go's flowcontrol keeps it for the kubelet: 10 s, doubled up to 5 min. */
import type { ContainerState } from './state.ts';
/** When an ended container may start again; a time in the past (or now) means at once. */
export declare function restartAt(container: ContainerState, finishedAt: number): number;
/** Counts a restart: the next one waits longer. */
export declare function countRestart(container: ContainerState, now: number): void;
export declare function doubled(ms: number): number;
