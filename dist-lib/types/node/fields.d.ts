import type { Pod } from '../kinds/objects.ts';
import type { Container, ObjectFieldSelector, ResourceFieldSelector } from '../kinds/types.gen.ts';
import type { KubeObject } from '../world/object.ts';
import type { World } from '../world/world.ts';
/** What the fields are of; `ip` is '' before the Pod has one. */
export interface FieldSource {
    readonly world: World;
    readonly pod: Pod;
    readonly ip: string;
    /** Objects to be taken as they were: by `configmaps/name`. */
    readonly held?: Readonly<Record<string, KubeObject>> | undefined;
}
/** The value of a fieldRef. Throws Error for a path that does not exist. */
export declare function fieldValue({ world, pod, ip }: FieldSource, { fieldPath }: ObjectFieldSelector): string;
/** The value of a resourceFieldRef: in units of the divisor, rounded up. A limit that is not set is the node's allocatable amount. */
export declare function resourceValue({ world, pod }: FieldSource, container: Container, ref: ResourceFieldSelector): string;
