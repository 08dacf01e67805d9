/** Claims of ephemeral volumes are made with their Pod; claims that should grow are told who has to do it. */
import { compareQuantity, parseQuantity } from '../../api/values/quantity.ts';
import type { PersistentVolumeClaim, Pod } from '../../kinds/objects.ts';
import type { Controller } from '../controller.ts';
import { controllerRef, keyOf, splitKey } from '../owners.ts';

const CLAIMS = 'persistentvolumeclaims';

export const ephemeralVolumeController: Controller = {
  name: 'ephemeral_volume',
  watches: {
    pods: ({ type, object }) => (type === 'ADDED' && (object as Pod).spec.volumes?.some((one) => one.ephemeral) ? [keyOf(object)] : []),
  },
  reconcile({ world, api }, key) {
    const [namespace, name] = splitKey(key);
    const pod = world.store.get<Pod>('pods', namespace, name);
    if (!pod || pod.metadata.deletionTimestamp) return;
    for (const volume of pod.spec.volumes ?? []) {
      const template = volume.ephemeral?.volumeClaimTemplate;
      const claim = `${name}-${volume.name}`;
      if (!template || world.store.get(CLAIMS, namespace, claim)) continue;
      const { labels, annotations } = template.metadata ?? {};
      api.create<PersistentVolumeClaim>(CLAIMS, {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: {
          name: claim,
          namespace,
          ...(labels && { labels }),
          ...(annotations && { annotations }),
          ownerReferences: [controllerRef(pod)],
        },
        spec: template.spec,
        status: {},
      });
    }
  },
};

export const expandController: Controller = {
  name: 'volume_expand',
  watches: {
    [CLAIMS]: ({ type, object }) => (type === 'MODIFIED' && wantsMore(object as PersistentVolumeClaim) ? [keyOf(object)] : []),
  },
  reconcile({ world, api }, key) {
    const claim = world.store.get<PersistentVolumeClaim>(CLAIMS, ...splitKey(key));
    if (!claim || !wantsMore(claim)) return;
    api.event(claim, 'Normal', 'ExternalExpanding', 'waiting for an external controller to expand this PVC', {
      component: 'volume_expand',
    });
  },
};

function wantsMore({ spec, status }: PersistentVolumeClaim): boolean {
  const [wanted, has] = [spec.resources?.requests?.['storage'], status.capacity?.['storage']];
  return (
    status.phase === 'Bound' && wanted !== undefined && has !== undefined && compareQuantity(parseQuantity(wanted), parseQuantity(has)) > 0
  );
}
