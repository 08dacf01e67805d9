/**
 * Binds claims to volumes and keeps the phases of both (source: pkg/controller/volume/persistentvolume). A claim and its volume point
 * at each other: first the volume at the claim, then the claim at the volume.
 */
import { equal } from '../../api/equal.ts';
import { formatTime } from '../../api/values/duration.ts';
import type { PersistentVolume, PersistentVolumeClaim, Pod } from '../../kinds/objects.ts';
import { removeFiles } from '../../kinds/persistentvolume/files.ts';
import {
  BETA_PROVISIONER,
  BIND_COMPLETED,
  BOUND_BY_CONTROLLER,
  claimReference,
  classOf,
  isBound,
  isFor,
  matchingVolume,
  mismatch,
  PROVISIONED_BY,
  PROVISIONER,
  SELECTED_NODE,
  waitsForConsumer,
} from '../../kinds/persistentvolumeclaim/binding.ts';
import { defaultClass } from '../../kinds/persistentvolumeclaim/index.ts';
import type { World } from '../../world/world.ts';
import type { Controller, ControllerContext } from '../controller.ts';
import { keyOf, splitKey } from '../owners.ts';

const NAME = 'persistentvolume-controller';
const SOURCE = { component: NAME };
const CLAIMS = 'persistentvolumeclaims';
const VOLUMES = 'persistentvolumes';
/** How often an unbound claim is looked at again when nothing happened. */
const RESYNC_MS = 15_000;
/** Keys of volumes have no namespace: `/pv-1`. */
const volumeKey = (name: string): string => `/${name}`;

export const volumeBinder: Controller = {
  name: NAME,
  watches: {
    [CLAIMS]: ({ object }, world) => {
      const claim = object as PersistentVolumeClaim;
      const volume = claim.spec.volumeName || volumesFor(world, claim)[0]?.metadata.name;
      return [keyOf(claim), ...(volume ? [volumeKey(volume)] : [])];
    },
    [VOLUMES]: ({ object }, world) => {
      const volume = object as PersistentVolume;
      const suits = (claim: PersistentVolumeClaim): boolean =>
        (claim.spec.volumeName || matchingVolume(world, claim)?.metadata.name) === volume.metadata.name;
      return [keyOf(volume), ...waitingClaims(world, suits), ...claimOf(volume)];
    },
    'storageclasses.storage.k8s.io': ({ object }, world) =>
      waitingClaims(world, ({ spec }) => (spec.storageClassName ?? object.metadata.name) === object.metadata.name),
    pods: ({ type, object }, world) => (type === 'ADDED' ? claimsOf(object as Pod, world) : []),
  },
  reconcile(context, key) {
    const [namespace, name] = splitKey(key);
    if (namespace === '') syncVolume(context, name);
    else syncClaim(context, namespace, name);
  },
};

function waitingClaims(world: World, which: (claim: PersistentVolumeClaim) => boolean): string[] {
  if (world.store.count(CLAIMS) === 0) return [];
  return world.store
    .list<PersistentVolumeClaim>(CLAIMS)
    .filter((claim) => !isBound(claim) && which(claim))
    .map(keyOf);
}

function claimOf({ spec: { claimRef } }: PersistentVolume): string[] {
  return claimRef ? [`${claimRef.namespace}/${claimRef.name}`] : [];
}

function volumesFor(world: World, claim: PersistentVolumeClaim): PersistentVolume[] {
  return world.store.list<PersistentVolume>(VOLUMES).filter((volume) => isFor(volume, claim));
}

/** The claims of a Pod that wait for one. */
function claimsOf({ metadata, spec }: Pod, world: World): string[] {
  if (world.store.count(CLAIMS) === 0) return [];
  return (spec.volumes ?? []).flatMap(({ persistentVolumeClaim }) =>
    persistentVolumeClaim ? [`${metadata.namespace}/${persistentVolumeClaim.claimName}`] : [],
  );
}

function syncClaim(context: ControllerContext, namespace: string, name: string): void {
  const { world, api } = context;
  const claim = world.store.get<PersistentVolumeClaim>(CLAIMS, namespace, name);
  if (!claim) return;
  if (claim.metadata.annotations?.[BIND_COMPLETED] !== undefined) return syncBound(context, claim);
  const event = (type: 'Normal' | 'Warning', reason: string, message: string): void => api.event(claim, type, reason, message, SOURCE);
  if (claim.metadata.deletionTimestamp) return;
  if (claim.spec.volumeName) {
    const volume = world.store.get<PersistentVolume>(VOLUMES, '', claim.spec.volumeName);
    if (!volume) return setPhase(context, claim, 'Pending');
    if (volume.spec.claimRef && !isFor(volume, claim)) {
      event('Warning', 'FailedBinding', `volume ${JSON.stringify(volume.metadata.name)} already bound to a different claim.`);
      return wait(context, claim);
    }
    const why = volume.spec.claimRef ? undefined : mismatch(volume, claim);
    if (!why) return bind(context, volume, claim);
    event('Warning', 'VolumeMismatch', `Cannot bind to requested volume ${JSON.stringify(volume.metadata.name)}: ${why}`);
    return wait(context, claim);
  }
  const delayed = waitsForConsumer(world, claim) && claim.metadata.annotations?.[SELECTED_NODE] === undefined;
  const volume = matchingVolume(world, claim, () => !delayed);
  if (volume) return bind(context, volume, claim);
  if (delayed) {
    const pod = podUsing(world, claim);
    if (pod) event('Normal', 'WaitForPodScheduled', `waiting for pod ${pod.metadata.name} to be scheduled`);
    else event('Normal', 'WaitForFirstConsumer', 'waiting for first consumer to be created before binding');
  } else if (claim.spec.storageClassName) provision(context, claim, event);
  else {
    // A class that became the default after the claim was made is the claim's as well.
    const storageClassName = claim.spec.storageClassName ?? defaultClass(world);
    if (storageClassName) {
      api.update<PersistentVolumeClaim>(CLAIMS, { ...claim, spec: { ...claim.spec, storageClassName } });
      return;
    }
    event('Normal', 'FailedBinding', 'no persistent volumes available for this claim and no storage class is set');
  }
  wait(context, claim);
}

/** Asks the provisioner of the claim's class for a volume. */
function provision(
  { world, api }: ControllerContext,
  claim: PersistentVolumeClaim,
  event: (type: 'Normal' | 'Warning', reason: string, message: string) => void,
): void {
  const storageClass = classOf(world, claim.spec.storageClassName);
  if (!storageClass) {
    event('Warning', 'ProvisioningFailed', `storageclass.storage.k8s.io ${JSON.stringify(claim.spec.storageClassName)} not found`);
    return;
  }
  const { provisioner } = storageClass;
  event(
    'Normal',
    'ExternalProvisioning',
    `Waiting for a volume to be created either by the external provisioner '${provisioner}' or manually by the system administrator. If volume creation is delayed, please verify that the provisioner is running and correctly registered.`,
  );
  if (claim.metadata.annotations?.[PROVISIONER] === provisioner) return;
  api.update<PersistentVolumeClaim>(CLAIMS, annotated(claim, { [BETA_PROVISIONER]: provisioner, [PROVISIONER]: provisioner }));
}

function podUsing(world: World, { metadata }: PersistentVolumeClaim): Pod | undefined {
  return world.store
    .list<Pod>('pods', metadata.namespace)
    .find(({ spec }) => !spec.nodeName && spec.volumes?.some((volume) => volume.persistentVolumeClaim?.claimName === metadata.name));
}

function wait(context: ControllerContext, claim: PersistentVolumeClaim): void {
  setPhase(context, claim, 'Pending');
  context.requeueAfter(keyOf(claim), RESYNC_MS);
}

function syncBound(context: ControllerContext, claim: PersistentVolumeClaim): void {
  const { world, api } = context;
  const volume = world.store.get<PersistentVolume>(VOLUMES, '', claim.spec.volumeName ?? '');
  if (volume && isFor(volume, claim)) return bind(context, volume, claim);
  if (claim.status.phase === 'Lost') return;
  const [reason, message] = volume
    ? ['ClaimMisbound', 'Two claims are bound to the same volume, this one is bound incorrectly']
    : ['ClaimLost', 'Bound claim has lost its PersistentVolume. Data on the volume is lost!'];
  setPhase(context, claim, 'Lost');
  api.event(claim, 'Warning', reason, message, SOURCE);
}

function bind(context: ControllerContext, volume: PersistentVolume, claim: PersistentVolumeClaim): void {
  const { world, api } = context;
  let bound = volume;
  if (volume.spec.claimRef?.uid !== claim.metadata.uid) {
    const mine = volume.spec.claimRef === undefined;
    const spec = { ...volume.spec, claimRef: { ...volume.spec.claimRef, ...claimReference(claim) } };
    bound = api.update<PersistentVolume>(VOLUMES, { ...(mine ? annotated(volume, { [BOUND_BY_CONTROLLER]: 'yes' }) : volume), spec });
  }
  if (bound.status.phase !== 'Bound') setVolumePhase(context, bound, 'Bound');
  const chosen = claim.spec.volumeName === volume.metadata.name;
  let next = annotated(claim, { [BIND_COMPLETED]: 'yes', ...(!chosen && { [BOUND_BY_CONTROLLER]: 'yes' }) });
  if (!chosen) next = { ...next, spec: { ...next.spec, volumeName: volume.metadata.name } };
  if (!equal(next, claim)) next = api.update<PersistentVolumeClaim>(CLAIMS, next);
  const status = {
    ...next.status,
    phase: 'Bound' as const,
    accessModes: volume.spec.accessModes ?? [],
    capacity: next.status.phase === 'Bound' ? (next.status.capacity ?? {}) : (volume.spec.capacity ?? {}),
  };
  const fresh = world.store.get<PersistentVolumeClaim>(CLAIMS, claim.metadata.namespace ?? '', claim.metadata.name);
  if (fresh && !equal(fresh.status, status)) api.updateStatus<PersistentVolumeClaim>(CLAIMS, { ...fresh, status });
}

function setPhase({ api }: ControllerContext, claim: PersistentVolumeClaim, phase: 'Pending' | 'Lost'): void {
  if (claim.status.phase === phase) return;
  const { accessModes: _a, capacity: _c, ...status } = claim.status;
  api.updateStatus<PersistentVolumeClaim>(CLAIMS, { ...claim, status: { ...status, phase } });
}

function setVolumePhase({ world, api }: ControllerContext, volume: PersistentVolume, phase: string, message = ''): void {
  const { message: _, ...status } = volume.status;
  const lastPhaseTransitionTime = formatTime(world.now);
  api.updateStatus<PersistentVolume>(VOLUMES, {
    ...volume,
    status: { ...status, phase: phase as 'Bound', lastPhaseTransitionTime, ...(message && { message }) },
  });
}

function syncVolume(context: ControllerContext, name: string): void {
  const { world } = context;
  const volume = world.store.get<PersistentVolume>(VOLUMES, '', name);
  if (!volume) return;
  const { claimRef } = volume.spec;
  const phase = (wanted: string): void => {
    if (volume.status.phase !== wanted) setVolumePhase(context, volume, wanted);
  };
  if (!claimRef?.uid) return phase('Available');
  const claim = world.store.get<PersistentVolumeClaim>(CLAIMS, claimRef.namespace ?? '', claimRef.name ?? '');
  if (claim?.metadata.uid === claimRef.uid) return claim.spec.volumeName === name ? phase('Bound') : undefined;
  if (volume.status.phase === 'Failed') return;
  if (volume.status.phase !== 'Released') return setVolumePhase(context, volume, 'Released');
  reclaim(context, volume);
}

/** What becomes of a volume whose claim is gone. Those of an external provisioner are its business. */
function reclaim(context: ControllerContext, volume: PersistentVolume): void {
  const { world, api } = context;
  const { persistentVolumeReclaimPolicy: policy, hostPath } = volume.spec;
  if (volume.metadata.annotations?.[PROVISIONED_BY] || volume.metadata.deletionTimestamp) return;
  const fail = (reason: string, message: string): void => {
    setVolumePhase(context, volume, 'Failed', message);
    api.event(volume, 'Warning', reason, message, SOURCE);
  };
  if (policy === 'Delete') {
    if (!hostPath)
      return fail(
        'VolumeFailedDelete',
        `error getting deleter volume plugin for volume ${JSON.stringify(volume.metadata.name)}: no deletable volume plugin matched`,
      );
    if (!/^\/tmp\/.+/.test(hostPath.path))
      return fail('VolumeFailedDelete', `host_path deleter only supports /tmp/.+ but received provided ${hostPath.path}`);
    removeFiles(world, volume);
    api.delete(VOLUMES, '', volume.metadata.name);
  }
  if (policy === 'Recycle') {
    if (!hostPath && !volume.spec.nfs)
      return fail(
        'VolumeFailedRecycle',
        `error getting recycler volume plugin for volume ${JSON.stringify(volume.metadata.name)}: no recyclable volume plugin matched`,
      );
    removeFiles(world, volume);
    api.event(volume, 'Normal', 'VolumeRecycled', 'Volume recycled', SOURCE);
    const { claimRef: _, ...spec } = volume.spec;
    const { [BOUND_BY_CONTROLLER]: _by, ...annotations } = volume.metadata.annotations ?? {};
    const free = api.update<PersistentVolume>(VOLUMES, { ...volume, metadata: { ...volume.metadata, annotations }, spec });
    setVolumePhase(context, free, 'Available');
  }
}

function annotated<T extends PersistentVolume | PersistentVolumeClaim>(object: T, annotations: Readonly<Record<string, string>>): T {
  return { ...object, metadata: { ...object.metadata, annotations: { ...object.metadata.annotations, ...annotations } } };
}
