/**
 * Claims of the Pod to be placed (source: kube-scheduler's plugins VolumeBinding and VolumeRestrictions). Those that wait for their
 * first consumer are bound, or their volume is ordered for the chosen node, before the Pod is.
 */
import type { Node, Pod } from '../../kinds/objects.ts';
import type { Change } from '../../world/object.ts';
import type { World } from '../../world/world.ts';
import type { ControllerContext } from '../controller.ts';
import type { Filter } from './filters.ts';
/** What makes the Pod's claims unusable on any node, in the scheduler's words; undefined when nothing does. */
export declare function claimProblem(world: World, pod: Pod): string | undefined;
/** The filters for a Pod with claims. */
export declare function volumeFilters(world: World, pod: Pod): Filter[];
/** Binds what waits for the Pod, or orders it. True when all volumes are there and the Pod can be bound. */
export declare function bindVolumes({ world, api }: ControllerContext, pod: Pod, node: Node): boolean;
/** Pods that a change of a claim, a volume or a class may concern: those without a node that have claims. */
export declare function podsWithClaims({ resource, object }: Change, world: World): string[];
