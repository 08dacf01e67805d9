/** On which nodes a DaemonSet's Pods belong, and what they carry to get there (source: daemon_controller, daemonset_util). */
import type { DaemonSet, Node, Pod } from '../../kinds/objects.ts';
import type { PodTemplateSpec } from '../../kinds/types.gen.ts';
export interface Fit {
    /** A Pod should be made there. */
    readonly run: boolean;
    /** A Pod that is there may stay. */
    readonly stay: boolean;
}
export declare function fitOf(set: DaemonSet, node: Node): Fit;
/** The template for one node: an affinity to it by name, and tolerations for what may be wrong with it. */
export declare function templateFor(set: DaemonSet, node: string, labels: Readonly<Record<string, string>>): PodTemplateSpec;
/** The node a Pod runs on, or is meant for. */
export declare function targetOf(pod: Pod): string;
