/** The kubelet's events. Those about a container name it in `fieldPath`; describe prints that before the message. */
import type { Operations } from '../api/operations.ts';
import type { Pod } from '../kinds/objects.ts';
import type { ContainerState } from './state.ts';
export declare class Recorder {
    private readonly api;
    constructor(api: Operations);
    /** An event about a container of a Pod. */
    container(pod: Pod, container: Pick<ContainerState, 'name' | 'kind'>, type: 'Normal' | 'Warning', reason: string, message: string): void;
    /** An event about a Pod as a whole. */
    pod(pod: Pod, type: 'Normal' | 'Warning', reason: string, message: string): void;
    private source;
}
/** Bytes and durations in event texts. */
export declare function formatPulled(image: string, ownMs: number, totalMs: number, size: number): string;
/** Milliseconds as Go prints a duration: `16ms`, `1.432s`, `1m2.5s`. */
export declare function goDuration(ms: number): string;
