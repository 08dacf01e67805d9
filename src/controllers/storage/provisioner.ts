/** minikube's storage provisioner: makes a hostPath volume for each claim of its class, and removes it when the claim is gone. */
import { fnv32a } from '../../api/values/hash.ts';
import { isAddonOn } from '../../kinds/addons.ts';
import type { PersistentVolume, PersistentVolumeClaim } from '../../kinds/objects.ts';
import { removeFiles } from '../../kinds/persistentvolume/files.ts';
import {
  claimReference,
  classOf,
  PROVISIONED_BY,
  PROVISIONER,
  SELECTED_NODE,
  waitsForConsumer,
} from '../../kinds/persistentvolumeclaim/binding.ts';
import { Random } from '../../world/random.ts';
import type { World } from '../../world/world.ts';
import type { Controller, ControllerContext } from '../controller.ts';
import { keyOf, splitKey } from '../owners.ts';

const CLAIMS = 'persistentvolumeclaims';
const VOLUMES = 'persistentvolumes';
const NAME = 'k8s.io/minikube-hostpath';
const ADDON = 'storage-provisioner';
const IDENTITY = 'hostPathProvisionerIdentity';
const FOLDER = '/tmp/hostpath-provisioner';
/** Keys of volumes have no namespace. */
export const hostPathProvisioner: Controller = {
  name: NAME,
  latencyMs: 200,
  watches: {
    [CLAIMS]: ({ type, object }) => (type !== 'DELETED' && isMine(object as PersistentVolumeClaim) ? [keyOf(object)] : []),
    [VOLUMES]: ({ type, object }) => (type !== 'DELETED' && object.metadata.annotations?.[PROVISIONED_BY] === NAME ? [keyOf(object)] : []),
  },
  reconcile(context, key) {
    if (!isAddonOn(context.world, ADDON)) return;
    const [namespace, name] = splitKey(key);
    if (namespace === '') remove(context, name);
    else provision(context, namespace, name);
  },
};

function isMine({ metadata, spec }: PersistentVolumeClaim): boolean {
  return !spec.volumeName && metadata.annotations?.[PROVISIONER] === NAME;
}

/** One identity for the life of the provisioner's Pod. */
function identity(world: World): string {
  return world.slot<{ id: string }>('hostpath-provisioner', () => ({ id: new Random(fnv32a(NAME)).uuid() })).id;
}

function provision({ world, api }: ControllerContext, namespace: string, name: string): void {
  const claim = world.store.get<PersistentVolumeClaim>(CLAIMS, namespace, name);
  if (!claim || !isMine(claim) || claim.metadata.deletionTimestamp) return;
  if (waitsForConsumer(world, claim) && claim.metadata.annotations?.[SELECTED_NODE] === undefined) return;
  const storageClass = classOf(world, claim.spec.storageClassName);
  const volumeName = `pvc-${claim.metadata.uid}`;
  if (!storageClass || world.store.get(VOLUMES, '', volumeName)) return;
  const source = { component: `${NAME}_minikube_${identity(world)}` };
  if (claim.spec.volumeMode === 'Block')
    return void api.event(claim, 'Warning', 'ProvisioningFailed', `${NAME} does not support block volume provisioning`, source);
  api.event(claim, 'Normal', 'Provisioning', `External provisioner is provisioning volume for claim "${namespace}/${name}"`, source);
  const made = api.create<PersistentVolume>(VOLUMES, {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: volumeName, annotations: { [IDENTITY]: identity(world), [PROVISIONED_BY]: NAME } },
    spec: {
      accessModes: claim.spec.accessModes ?? [],
      capacity: { storage: claim.spec.resources?.requests?.['storage'] ?? '0' },
      claimRef: claimReference(claim),
      hostPath: { path: `${FOLDER}/${namespace}/${name}` },
      persistentVolumeReclaimPolicy: storageClass.reclaimPolicy ?? 'Delete',
      storageClassName: storageClass.metadata.name,
    },
    status: {},
  });
  api.event(claim, 'Normal', 'ProvisioningSucceeded', `Successfully provisioned volume ${made.metadata.name}`, source);
}

function remove({ world, api }: ControllerContext, name: string): void {
  const volume = world.store.get<PersistentVolume>(VOLUMES, '', name);
  if (volume?.status.phase !== 'Released' || volume.spec.persistentVolumeReclaimPolicy !== 'Delete') return;
  removeFiles(world, volume);
  if (!volume.metadata.deletionTimestamp) api.delete(VOLUMES, '', name);
}
