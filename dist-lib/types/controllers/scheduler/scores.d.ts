/** Which of the feasible nodes is best: the default plugins of kube-scheduler v1.36 and their weights. */
import type { Pod } from '../../kinds/objects.ts';
import type { World } from '../../world/world.ts';
import { type NodeInfo } from './cluster.ts';
/** The total score of each node, in the order of `nodes`. */
export declare function scoresFor(world: World, pod: Pod, nodes: readonly NodeInfo[]): number[];
