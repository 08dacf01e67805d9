/** What controllers ask of a Pod. */
import type { Pod } from '../kinds/objects.ts';
export declare const READY = "Ready";
export declare function condition(pod: Pod, type: string): import("../kinds/types.gen.ts").PodCondition | undefined;
export declare function isReady(pod: Pod): boolean;
/** Ready for at least `minReadySeconds` at `now` (ms). */
export declare function isAvailable(pod: Pod, minReadySeconds: number, now: number): boolean;
/** Succeeded or failed: its containers will never run again. */
export declare function isTerminal(pod: Pod): boolean;
/** Counts as a replica: neither finished nor on its way out. */
export declare function isActive(pod: Pod): boolean;
/** On its way out, its containers perhaps still running. */
export declare function isTerminating(pod: Pod): boolean;
