import type { Column } from '../../api/kind.ts';
import type { KubeObject } from '../../world/object.ts';
import { ageColumn, integer, nameColumn } from '../columns.ts';
import { define } from '../define.ts';
import { implied } from '../implied.ts';

export interface CSINode extends KubeObject {
  readonly spec: {
    readonly drivers:
      | readonly {
          readonly name: string;
          readonly nodeID: string;
          readonly topologyKeys?: readonly string[];
          readonly allocatable?: { readonly count?: number };
        }[]
      | null;
  };
}

/** In-tree volumes whose work CSI drivers took over, as a kubelet says it of itself (source: pkg/volume/csi/nodeinfomanager). */
const MIGRATED = 'aws-ebs azure-disk azure-file cinder gce-pd portworx-volume vsphere-volume';

/** The CSI drivers on a node; a kubelet makes one of itself when it starts. */
export const csiNodes = define<CSINode>('storage.k8s.io/v1', 'csinodes', {
  implied: (world) =>
    world.store.list<KubeObject>('nodes').map((node) => {
      const { name, uid } = node.metadata;
      const plugins = MIGRATED.split(' ').map((one) => `kubernetes.io/${one}`);
      const annotations = { 'storage.alpha.kubernetes.io/migrated-plugins': plugins.join(',') };
      const ownerReferences = [{ apiVersion: 'v1', kind: 'Node', name, uid: uid as string }];
      const body = { apiVersion: 'storage.k8s.io/v1', kind: 'CSINode', spec: { drivers: null } };
      return implied<CSINode>(world, body, { annotations, name, ownerReferences }, node);
    }),
  columns: [nameColumn, integer<CSINode>('Drivers', ({ spec }) => spec.drivers?.length ?? 0), ageColumn] as Column<CSINode>[],
});
