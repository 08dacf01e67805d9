/** Claims that Pods use, and volumes that are bound, stay until that ends (source: pkg/controller/volume/pvcprotection, pvprotection). */
import type { PersistentVolume, PersistentVolumeClaim, Pod } from '../../kinds/objects.ts';
import type { KubeObject } from '../../world/object.ts';
import type { World } from '../../world/world.ts';
import type { Controller } from '../controller.ts';
import { keyOf, splitKey } from '../owners.ts';
import { isTerminal } from '../pods.ts';

const CLAIMS = 'persistentvolumeclaims';
const VOLUMES = 'persistentvolumes';
const CLAIM_FINALIZER = 'kubernetes.io/pvc-protection';
const VOLUME_FINALIZER = 'kubernetes.io/pv-protection';

export const claimProtection: Controller = {
  name: 'pvc-protection-controller',
  watches: {
    [CLAIMS]: ({ type, object }) => (type !== 'DELETED' && object.metadata.deletionTimestamp ? [keyOf(object)] : []),
    pods: ({ type, object, previous }, world) => {
      const pod = object as Pod;
      const freed = type === 'DELETED' || (isTerminal(pod) && !(previous && isTerminal(previous as Pod)));
      if (!freed || world.store.count(CLAIMS) === 0) return [];
      return claimNames(pod).map((name) => `${pod.metadata.namespace}/${name}`);
    },
  },
  reconcile({ world, api }, key) {
    const claim = world.store.get<PersistentVolumeClaim>(CLAIMS, ...splitKey(key));
    if (!claim?.metadata.deletionTimestamp || isUsed(world, claim)) return;
    const freed = without(claim, CLAIM_FINALIZER);
    if (freed) api.update<PersistentVolumeClaim>(CLAIMS, freed);
  },
};

export const volumeProtection: Controller = {
  name: 'pv-protection-controller',
  watches: { [VOLUMES]: ({ type, object }) => (type !== 'DELETED' && object.metadata.deletionTimestamp ? [keyOf(object)] : []) },
  reconcile({ world, api }, key) {
    const volume = world.store.get<PersistentVolume>(VOLUMES, ...splitKey(key));
    if (!volume?.metadata.deletionTimestamp || volume.status.phase === 'Bound') return;
    const freed = without(volume, VOLUME_FINALIZER);
    if (freed) api.update<PersistentVolume>(VOLUMES, freed);
  },
};

/** The claims that a Pod mounts, those of its ephemeral volumes too. */
export function claimNames({ metadata, spec }: Pod): string[] {
  return (spec.volumes ?? []).flatMap(({ name, persistentVolumeClaim, ephemeral }) => {
    if (persistentVolumeClaim) return [persistentVolumeClaim.claimName];
    return ephemeral ? [`${metadata.name}-${name}`] : [];
  });
}

/** By a Pod that has not ended and was placed. */
function isUsed(world: World, { metadata }: PersistentVolumeClaim): boolean {
  return world.store
    .list<Pod>('pods', metadata.namespace)
    .some((pod) => pod.spec.nodeName && !isTerminal(pod) && claimNames(pod).includes(metadata.name));
}

function without<T extends KubeObject>(object: T, finalizer: string): T | undefined {
  const { finalizers = [], ...metadata } = object.metadata;
  if (!finalizers.includes(finalizer)) return undefined;
  return { ...object, metadata: { ...metadata, finalizers: finalizers.filter((one) => one !== finalizer) } };
}
