import type { Pod } from '../../kinds/objects.ts';
import type { World } from '../../world/world.ts';
import { type NodeInfo } from './cluster.ts';
export declare const HOSTNAME = "kubernetes.io/hostname";
export interface Constraint {
    readonly key: string;
    readonly maxSkew: number;
    readonly minDomains: number;
    /** The Pod counts itself. */
    readonly self: boolean;
    readonly byNode: ReadonlyMap<string, number>;
    readonly honorAffinity: boolean;
    readonly honorTaints: boolean;
}
export interface Constraints {
    readonly list: readonly Constraint[];
    /** The cluster's default constraints, which nodes without the label need not have. */
    readonly byDefault: boolean;
}
/** Constraints that forbid (DoNotSchedule) or only prefer (ScheduleAnyway). */
export declare function constraintsOf(world: World, pod: Pod, action: 'DoNotSchedule' | 'ScheduleAnyway'): Constraints;
export interface Domains {
    readonly constraint: Constraint;
    readonly byValue: ReadonlyMap<string, number>;
    readonly min: number;
}
/** The topology domains of each constraint, over nodes that have the labels of all. */
export declare function domainsOf(constraints: readonly Constraint[], pod: Pod, nodes: readonly NodeInfo[]): Domains[];
