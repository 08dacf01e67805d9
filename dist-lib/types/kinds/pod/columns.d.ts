/** What `kubectl get pods` shows (source of the rules: pkg/printers/internalversion printPod). */
import type { Column } from '../../api/kind.ts';
import type { Pod } from '../objects.ts';
/** A Pod in a table's few words. */
export interface PodSummary {
    readonly ready: number;
    readonly total: number;
    /** `Running`, `CrashLoopBackOff`, `Init:0/1`, `Terminating`, ... */
    readonly status: string;
    readonly restarts: number;
    /** When a container ended last, ms; 0 if never. */
    readonly lastRestart: number;
}
/** The summary of a Pod: what the columns READY, STATUS and RESTARTS are made of. */
export declare function podSummary(pod: Pod): PodSummary;
export declare const podColumns: readonly Column<Pod>[];
