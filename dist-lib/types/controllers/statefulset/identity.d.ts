/** What makes a StatefulSet's Pod the one it is: its ordinal, name, labels, host name and claims (source: stateful_set_utils). */
import type { Pod, StatefulSet } from '../../kinds/objects.ts';
import type { PersistentVolumeClaim, PodTemplateSpec } from '../../kinds/types.gen.ts';
import type { OwnerReference } from '../../world/object.ts';
/** The Pod's ordinal; -1 when its name is not one of the set's. */
export declare function ordinalOf(set: StatefulSet, pod: Pod): number;
/** First ordinal, and the one after the last. */
export declare function ordinals({ spec }: StatefulSet): readonly [start: number, end: number];
export declare function claimName(set: StatefulSet, template: PersistentVolumeClaim, ordinal: number): string;
/** The Pod of an ordinal, as a template of a revision says. */
export declare function podOf(set: StatefulSet, template: PodTemplateSpec, revision: string, ordinal: number): Pod;
/** The claims of an ordinal. */
export declare function claimsOf(set: StatefulSet, ordinal: number): (PersistentVolumeClaim & {
    readonly metadata: {
        readonly name: string;
    };
})[];
/** Whom a claim goes with, by the retention policy: the set, the Pod that is scaled away, or nobody. */
export declare function claimOwners(set: StatefulSet, pod: Pod | undefined, condemned: boolean): OwnerReference[];
