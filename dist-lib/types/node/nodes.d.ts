import type { Node } from '../kinds/objects.ts';
import type { World } from '../world/world.ts';
/** The node's status as its kubelet reports it now: conditions and images; what never changes is kept. */
export declare function nodeStatus(world: World, node: Node): Node['status'];
/** The node's InternalIP, or ''. */
export declare function nodeAddressOf(world: World, name: string): string;
