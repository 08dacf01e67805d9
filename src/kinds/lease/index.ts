import { formatMicroTime } from '../../api/values/duration.ts';
import type { World } from '../../world/world.ts';
import { ageColumn, nameColumn, text } from '../columns.ts';
import { define } from '../define.ts';
import { LEASE_MS, lastHeartbeat } from '../node/power.ts';
import type { Lease, Node } from '../objects.ts';

/** Who holds something, and until when: heartbeats of nodes, leaders of controllers. */
export const leases = define<Lease>('coordination.k8s.io/v1', 'leases', {
  columns: [nameColumn, text('Holder', ({ spec }) => spec.holderIdentity ?? ''), ageColumn],
  // A write every ten seconds and node would cost more than all else that an idle cluster does.
  implied: (world) => world.store.list<Node>('nodes').map((node) => nodeLease(world, node)),
  readWith: (written, { spec: { holderIdentity, renewTime = '' } }) =>
    written.spec.holderIdentity !== holderIdentity || (written.spec.renewTime ?? '') >= renewTime
      ? written
      : { ...written, spec: { ...written.spec, renewTime } },
});

/** The lease that a node's kubelet renews as long as it runs. */
function nodeLease(world: World, { metadata: { name, uid = '', creationTimestamp = '' } }: Node): Lease {
  const born = Date.parse(creationTimestamp);
  const beat = lastHeartbeat(world, name);
  const renewed = beat - ((((beat - born) % LEASE_MS) + LEASE_MS) % LEASE_MS);
  return {
    apiVersion: 'coordination.k8s.io/v1',
    kind: 'Lease',
    metadata: {
      name,
      namespace: 'kube-node-lease',
      uid: uid.replace(/[0-9a-f]+$/, (last) => [...last].reverse().join('')),
      resourceVersion: `${world.store.revision}`,
      creationTimestamp,
      ownerReferences: [{ apiVersion: 'v1', kind: 'Node', name, uid }],
    },
    spec: { holderIdentity: name, leaseDurationSeconds: 40, renewTime: formatMicroTime(renewed) },
  };
}
