import { ageColumn, nameColumn, text } from '../columns.ts';
import { define } from '../define.ts';
import type { Lease } from '../objects.ts';

/** Who holds something, and until when: heartbeats of nodes, leaders of controllers. */
export const leases = define<Lease>('coordination.k8s.io/v1', 'leases', {
  columns: [nameColumn, text('Holder', ({ spec }) => spec.holderIdentity ?? ''), ageColumn],
});
