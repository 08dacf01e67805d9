/**
 * Files made from ConfigMaps and Secrets change when the kubelet looks at the Pod again, not when the object does; a file mounted by
 * subPath does not change before the container starts again (source: the docs "ConfigMaps", "Mounted ConfigMaps are updated
 * automatically"). Until then the Pod holds the object that it saw.
 */
import type { Pod } from '../kinds/objects.ts';
import type { Volume } from '../kinds/types.gen.ts';
import type { Change, KubeObject } from '../world/object.ts';
import type { World } from '../world/world.ts';
import type { Recorder } from './events.ts';
import { type PodState, podOf, podState, podStates } from './state.ts';
import { specsOf } from './status.ts';
import { draw, TIMING } from './timing.ts';
import { sourceKey, sourceKeys } from './volume-sources.ts';

const TIMER = 'volume-refresh';
/** Longest wait between two attempts to mount what is gone. */
const RETRY_MS = 122_000;

/** Lets mounted files follow their objects with the kubelet's delay. */
export function followVolumes(world: World, recorder: Recorder): void {
  world.timers.on(TIMER, (payload, id) => world.as('kubelet', world.store.revision, () => refresh(world, recorder, id, payload as string)));
  world.store.subscribe(
    (change) => {
      if (change.type !== 'ADDED') hold(world, change);
    },
    ['configmaps', 'secrets'],
  );
}

function hold(world: World, { resource, type, object, previous }: Change): void {
  const { namespace, name } = object.metadata;
  const key = sourceKey(resource as 'configmaps', name);
  const seen = type === 'DELETED' ? object : previous;
  const states = podStates(world);
  for (const { uid } of [...states.peek()].filter((one) => one.namespace === namespace && !one.final && one.sandbox)) {
    const state = states.get(uid) as PodState;
    const pod = podOf(world, state);
    const volumes = pod?.spec.volumes?.filter((volume) => isMadeOf(volume, key)) ?? [];
    if (!pod || volumes.length === 0 || !seen) continue;
    pinSubPaths(pod, state, volumes, key, seen);
    if (state.held?.[key]) continue;
    state.held = { ...state.held, [key]: seen };
    world.timers.set(TIMER, `${state.uid} ${key}`, world.now + draw(world.random, TIMING.refresh), volumes[0]?.name ?? '');
  }
}

/** Containers that run keep what they mounted by subPath. */
function pinSubPaths(pod: Pod, state: PodState, volumes: readonly Volume[], key: string, seen: KubeObject): void {
  for (const container of state.containers) {
    const mounts = specsOf(pod).find(({ name }) => name === container.name)?.volumeMounts;
    const bySubPath = mounts?.some(
      ({ name, subPath, subPathExpr }) => (subPath || subPathExpr) && volumes.some((one) => one.name === name),
    );
    if (bySubPath && container.id !== '' && !container.pinned?.[key]) container.pinned = { ...container.pinned, [key]: seen };
  }
}

function isMadeOf(volume: Volume, key: string): boolean {
  return sourceKeys(volume).includes(key);
}

/** The kubelet looks again: the files become what the object is now; if it is gone they stay, and that is an event. */
function refresh(world: World, recorder: Recorder, id: string, volume: string): void {
  const [uid = '', key = ''] = id.split(' ');
  const state = podState(world, uid);
  const pod = state && podOf(world, state);
  if (!state?.held || !pod || state.final) return;
  const [resource = '', name = ''] = key.split('/');
  if (world.store.get(resource, state.namespace, name)) {
    const { [key]: _, ...held } = state.held;
    state.held = held;
    state.refreshed = { ...state.refreshed, [key]: world.now };
    return;
  }
  const what = resource === 'secrets' ? 'secret' : 'configmap';
  recorder.pod(pod, 'Warning', 'FailedMount', `MountVolume.SetUp failed for volume "${volume}" : ${what} "${name}" not found`);
  world.timers.set(TIMER, id, world.now + RETRY_MS, volume);
}
