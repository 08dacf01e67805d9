import type { Behaviour } from '../define.ts';
import type { Node } from '../objects.ts';

export const freshNode: Behaviour<Node> = {
  keepsStatusOnCreate: true,
  defaults: (node) =>
    node.status.allocatable || !node.status.capacity ? node : { ...node, status: { ...node.status, allocatable: node.status.capacity } },
};
