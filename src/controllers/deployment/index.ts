/**
 * The deployment controller: one ReplicaSet for each template a Deployment ever had, the newest of which takes over.
 * Each reconcile does one step; the ReplicaSets' changes bring it back for the next.
 */
import { formatTime } from '../../api/values/duration.ts';
import { fromLabelSelector } from '../../api/values/selector.ts';
import type { Deployment, Pod, ReplicaSet } from '../../kinds/objects.ts';
import type { DeploymentStatus } from '../../kinds/types.gen.ts';
import type { Change } from '../../world/object.ts';
import type { World } from '../../world/world.ts';
import { type Controller, type ControllerContext, WRITE_SPACING_MS } from '../controller.ts';
import { byCreation, controllerOf, keyOf, splitKey } from '../owners.ts';
import { isTerminal } from '../pods.ts';
import { DESIRED_REPLICAS, MAX_REPLICAS, numberOf, revisionOf, withSizes } from './annotations.ts';
import { claimReplicaSets, findNew, SOURCE, type Sync, sizeOf, syncNew, syncPausedCondition } from './replicasets.ts';
import { newSize, oldSizes, proportionalSizes } from './rolling.ts';
import { conditionOf, countStatus, isComplete, limitsOf, PROGRESSING, progressCheckAfter, rolloutStatus } from './status.ts';

export const deploymentController: Controller = {
  name: 'deployment-controller',
  spacingMs: WRITE_SPACING_MS,
  watches: {
    'deployments.apps': (change) => [keyOf(change.object)],
    'replicasets.apps': deploymentsOfReplicaSet,
    pods: deploymentsOfDeletedPod,
  },
  reconcile,
};

/** The owner's key, before and after; of an orphan, the keys of all Deployments that might adopt it. */
function deploymentsOfReplicaSet(change: Change, world: World): string[] {
  const { namespace = '' } = change.object.metadata;
  const keys = new Set<string>();
  for (const object of [change.previous, change.object]) {
    const owner = object && controllerOf(object);
    if (owner?.kind === 'Deployment') keys.add(`${namespace}/${owner.name}`);
  }
  if (!controllerOf(change.object) && change.type !== 'DELETED') {
    for (const deployment of world.store.list('deployments.apps', namespace)) keys.add(keyOf(deployment));
  }
  return [...keys];
}

/** Recreate waits until the last old Pod is gone. */
function deploymentsOfDeletedPod(change: Change, world: World): string[] {
  if (change.type !== 'DELETED') return [];
  const { namespace = '' } = change.object.metadata;
  const replicaSet = world.store.get<ReplicaSet>('replicasets.apps', namespace, controllerOf(change.object)?.name ?? '');
  const owner = replicaSet && controllerOf(replicaSet);
  const deployment = world.store.get<Deployment>('deployments.apps', namespace, owner?.name ?? '');
  return deployment?.spec.strategy?.type === 'Recreate' ? [keyOf(deployment)] : [];
}

function reconcile(context: ControllerContext, key: string): void {
  const { world, api } = context;
  const deployment = world.store.get<Deployment>('deployments.apps', ...splitKey(key));
  if (!deployment) return;
  const sync: Sync = { world, api, deployment };
  if (fromLabelSelector(deployment.spec.selector).length === 0) {
    api.event(deployment, 'Warning', 'SelectingAll', 'This deployment is selecting all pods. A non-empty selector is required.', SOURCE);
    return;
  }
  const status = step(sync, claimReplicaSets(sync));
  writeStatus(context, sync, status);
}

/** Does what is next, and returns the status as of now. */
function step(sync: Sync, all: readonly ReplicaSet[]): DeploymentStatus {
  const { deployment, world } = sync;
  const found = findNew(deployment, all);
  if (deployment.metadata.deletionTimestamp) return countStatus(deployment, found, all, timeOf(world));
  syncPausedCondition(sync);
  const old = all.filter((one) => one !== found);
  if (deployment.spec.paused || isScaling(deployment, all)) return scaleOnly(sync, found, old);
  if (deployment.spec.strategy?.type === 'Recreate') return recreate(sync, found, old);
  return roll(sync, found, old);
}

const timeOf = (world: World) => formatTime(world.now);
const isActive = (replicaSet: ReplicaSet) => (replicaSet.spec.replicas ?? 0) > 0;
const together = (fresh: ReplicaSet | undefined, old: readonly ReplicaSet[]) => (fresh ? [...old, fresh] : [...old]);

/** Somebody changed spec.replicas since the ReplicaSets were last sized. */
function isScaling(deployment: Deployment, all: readonly ReplicaSet[]): boolean {
  return all.some((one) => {
    const desired = isActive(one) ? numberOf(one, DESIRED_REPLICAS) : undefined;
    return desired !== undefined && desired !== deployment.spec.replicas;
  });
}

/** Sizes the ReplicaSets as they stand: while paused, and when only the number of replicas changed. */
function scaleOnly(sync: Sync, found: ReplicaSet | undefined, before: readonly ReplicaSet[]): DeploymentStatus {
  let fresh = syncNew(sync, found, before, false);
  let old = [...before];
  const sizes = scaledSizes(sync.deployment, fresh, old);
  const apply = (one: ReplicaSet) => (sizes.has(one.metadata.name) ? resize(sync, one, sizes.get(one.metadata.name) as number) : one);
  // Largest first, as the sizes were computed.
  for (const name of sizes.keys()) {
    if (fresh?.metadata.name === name) fresh = apply(fresh);
    else old = old.map((one) => (one.metadata.name === name ? apply(one) : one));
  }
  if (sync.deployment.spec.paused) cleanUp(sync, old);
  return countStatus(sync.deployment, fresh, together(fresh, old), timeOf(sync.world));
}

/** New sizes by ReplicaSet name, when the Deployment's replicas changed. */
function scaledSizes(deployment: Deployment, fresh: ReplicaSet | undefined, old: readonly ReplicaSet[]): Map<string, number> {
  const limits = limitsOf(deployment);
  const active = together(fresh, old).filter(isActive);
  const only = active.length === 0 ? (fresh ?? old[old.length - 1]) : active.length === 1 ? active[0] : undefined;
  if (only) return only.spec.replicas === limits.desired ? new Map() : new Map([[only.metadata.name, limits.desired]]);
  if (active.length === 0) return new Map();

  const saturated =
    fresh &&
    numberOf(fresh, DESIRED_REPLICAS) === limits.desired &&
    fresh.spec.replicas === limits.desired &&
    (fresh.status.availableReplicas ?? 0) === limits.desired;
  if (saturated) return new Map(old.filter(isActive).map((one) => [one.metadata.name, 0]));
  if (deployment.spec.strategy?.type !== 'RollingUpdate') return new Map();

  const growing =
    limits.desired + (limits.desired > 0 ? limits.maxSurge : 0) >= active.reduce((sum, one) => sum + (one.spec.replicas ?? 0), 0);
  const bySize = active.sort((a, b) => {
    const larger = (b.spec.replicas ?? 0) - (a.spec.replicas ?? 0);
    return larger !== 0 ? larger : growing ? byCreation(b, a) : byCreation(a, b);
  });
  const shares = bySize.map((one) => {
    const maxBefore = numberOf(one, MAX_REPLICAS) || (deployment.status.replicas ?? 0);
    return { name: one.metadata.name, replicas: one.spec.replicas ?? 0, maxBefore };
  });
  return proportionalSizes(limits, shares);
}

/** Writes a ReplicaSet's size and the sizes it should remember; an event tells of a new size. */
function resize(sync: Sync, replicaSet: ReplicaSet, replicas: number): ReplicaSet {
  const { api, deployment } = sync;
  const limits = limitsOf(deployment);
  const before = replicaSet.spec.replicas ?? 0;
  const sized = withSizes(replicaSet, limits.desired, limits.desired + limits.maxSurge);
  if (sized === replicaSet && before === replicas) return replicaSet;
  const after = api.update<ReplicaSet>('replicasets.apps', { ...sized, spec: { ...sized.spec, replicas } });
  if (before !== replicas) {
    const way = replicas > before ? 'up' : 'down';
    const message = `Scaled ${way} replica set ${replicaSet.metadata.name} from ${before} to ${replicas}`;
    api.event(deployment, 'Normal', 'ScalingReplicaSet', message, SOURCE);
  }
  return after;
}

function roll(sync: Sync, found: ReplicaSet | undefined, old: readonly ReplicaSet[]): DeploymentStatus {
  const fresh = syncNew(sync, found, old, true) as ReplicaSet;
  const limits = limitsOf(sync.deployment);
  const wanted = newSize(limits, fresh.spec.replicas ?? 0, together(fresh, old).map(sizeOf));
  if (wanted !== fresh.spec.replicas) return progress(sync, resize(sync, fresh, wanted), old);

  const { cleaned, scaled } = oldSizes(limits, sizeOf(fresh), old.map(sizeOf));
  if (cleaned.size > 0 || scaled.size > 0) {
    let after = [...old];
    for (const sizes of [cleaned, scaled]) {
      after = after.map((one) => (sizes.has(one.metadata.name) ? resize(sync, one, sizes.get(one.metadata.name) as number) : one));
    }
    return progress(sync, fresh, after);
  }
  if (isComplete(sync.deployment, sync.deployment.status)) cleanUp(sync, old);
  return progress(sync, fresh, old);
}

function recreate(sync: Sync, found: ReplicaSet | undefined, old: readonly ReplicaSet[]): DeploymentStatus {
  let fresh = syncNew(sync, found, old, false);
  if (old.some(isActive)) {
    return progress(
      sync,
      fresh,
      old.map((one) => (isActive(one) ? resize(sync, one, 0) : one)),
    );
  }
  const running = old.some((one) => sync.world.store.byIndex<Pod>('pods', 'owner', one.metadata.uid).some((pod) => !isTerminal(pod)));
  if (running) return progress(sync, fresh, old);
  fresh ??= syncNew(sync, undefined, old, true) as ReplicaSet;
  fresh = resize(sync, fresh, sync.deployment.spec.replicas ?? 1);
  if (isComplete(sync.deployment, sync.deployment.status)) cleanUp(sync, old);
  return progress(sync, fresh, old);
}

function progress(sync: Sync, fresh: ReplicaSet | undefined, old: readonly ReplicaSet[]): DeploymentStatus {
  return rolloutStatus(sync.deployment, fresh, together(fresh, old), timeOf(sync.world), sync.world.now);
}

function writeStatus(context: ControllerContext, { api, world, deployment }: Sync, status: DeploymentStatus): void {
  const after = api.updateStatus<Deployment>('deployments.apps', { ...deployment, status });
  if (after.metadata.resourceVersion !== deployment.metadata.resourceVersion) return;
  const wait = conditionOf(status, PROGRESSING) && progressCheckAfter(deployment, status, world.now);
  if (wait !== undefined) context.requeueAfter(keyOf(deployment), wait);
}

/** Deletes old ReplicaSets, lowest revision first, until revisionHistoryLimit of them are left. */
function cleanUp({ api, deployment }: Sync, old: readonly ReplicaSet[]): void {
  const limit = deployment.spec.revisionHistoryLimit;
  if (limit === undefined) return;
  const cleanable = old.filter((one) => !one.metadata.deletionTimestamp).sort((a, b) => revisionOf(a) - revisionOf(b) || byCreation(a, b));
  for (const one of cleanable.slice(0, Math.max(0, cleanable.length - limit))) {
    const observed = (one.metadata.generation ?? 0) <= (one.status.observedGeneration ?? 0);
    if (isActive(one) || one.status.replicas !== 0 || !observed) continue;
    api.delete('replicasets.apps', one.metadata.namespace ?? '', one.metadata.name);
  }
}
