import { type Describer, timeText, writeEvents, writeHead } from '../describe.ts';
import type { CSINode } from './index.ts';

export const describeCSINode: Describer<CSINode> = function* (one, w, context) {
  writeHead(w, one);
  w.write(0, `CreationTimestamp:\t${timeText(one.metadata.creationTimestamp)}\n`);
  w.write(0, 'Spec:\n');
  if (one.spec.drivers) w.write(1, 'Drivers:\n');
  for (const { name, nodeID, allocatable, topologyKeys } of one.spec.drivers ?? []) {
    w.write(2, `${name}:\n`);
    w.write(3, `Node ID:\t${nodeID}\n`);
    if (allocatable?.count !== undefined) {
      w.write(3, 'Allocatables:\n');
      w.write(4, `Count:\t${allocatable.count}\n`);
    }
    if (topologyKeys) w.write(3, `Topology Keys:\t[${topologyKeys.join(' ')}]\n`);
  }
  yield* writeEvents(w, one, context);
};
