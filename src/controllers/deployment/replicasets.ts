/** A Deployment's ReplicaSets: which are its own, which is the new one, and making it. */
import type { Operations } from '../../api/operations.ts';
import { formatTime } from '../../api/values/duration.ts';
import { fromLabelSelector, matches } from '../../api/values/selector.ts';
import type { Deployment, ReplicaSet } from '../../kinds/objects.ts';
import { podTemplateHash } from '../../kinds/pod/template-hash.ts';
import type { PodTemplateSpec } from '../../kinds/types.gen.ts';
import type { World } from '../../world/world.ts';
import { adopt, byCreation, controllerOf, controllerRef, release } from '../owners.ts';
import { isApiError } from '../run.ts';
import { DESIRED_REPLICAS, MAX_REPLICAS, newAnnotations, REVISION, revisionOf } from './annotations.ts';
import { newSize, type Size } from './rolling.ts';
import { conditionOf, deadlineOf, limitsOf, PROGRESSING, withCondition } from './status.ts';

const HASH_LABEL = 'pod-template-hash';
export const SOURCE = { component: 'deployment-controller' };

/** What one reconcile works on. `deployment` is replaced after each write to it. */
export interface Sync {
  readonly world: World;
  readonly api: Operations;
  deployment: Deployment;
}

/** The ReplicaSets of a Deployment, oldest first. Adopts matching orphans, releases its own that match no more. */
export function claimReplicaSets({ world, api, deployment }: Sync): ReplicaSet[] {
  const selector = fromLabelSelector(deployment.spec.selector);
  const claimed: ReplicaSet[] = [];
  for (const replicaSet of world.store.list<ReplicaSet>('replicasets.apps', deployment.metadata.namespace)) {
    const owner = controllerOf(replicaSet);
    const fits = matches(selector, replicaSet.metadata.labels);
    if (owner) {
      if (owner.uid !== deployment.metadata.uid) continue;
      if (fits) claimed.push(replicaSet);
      else if (!deployment.metadata.deletionTimestamp) api.update('replicasets.apps', release(replicaSet, deployment));
    } else if (fits && !deployment.metadata.deletionTimestamp && !replicaSet.metadata.deletionTimestamp) {
      claimed.push(api.update('replicasets.apps', adopt(replicaSet, deployment)));
    }
  }
  return claimed.sort(byCreation);
}

export function sizeOf(replicaSet: ReplicaSet): Size {
  return {
    name: replicaSet.metadata.name,
    replicas: replicaSet.spec.replicas ?? 0,
    available: replicaSet.status.availableReplicas ?? 0,
  };
}

const templateTexts = new WeakMap<PodTemplateSpec, string>();

/** A text that is equal for equal Pod templates, whatever their key order and pod-template-hash. */
function templateText(template: PodTemplateSpec): string {
  let text = templateTexts.get(template);
  if (text === undefined) {
    const { [HASH_LABEL]: _, ...labels } = template.metadata?.labels ?? {};
    text = stable({ ...template, metadata: { ...template.metadata, labels } });
    templateTexts.set(template, text);
  }
  return text;
}

function stable(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(stable).join(',')}]`;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined && part !== null);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${stable(part)}`).join(',')}}`;
}

/** The ReplicaSet (the oldest, should there be several) that has the Deployment's template. */
export function findNew(deployment: Deployment, all: readonly ReplicaSet[]): ReplicaSet | undefined {
  const text = templateText(deployment.spec.template);
  return all.find((one) => one.spec.template !== undefined && templateText(one.spec.template) === text);
}

/**
 * The new ReplicaSet with revision and annotations in order, and the Deployment told of it; made when missing and `create` is set.
 * `old` are the Deployment's other ReplicaSets.
 */
export function syncNew(sync: Sync, found: ReplicaSet | undefined, old: readonly ReplicaSet[], create: boolean): ReplicaSet | undefined {
  const { api, deployment, world } = sync;
  const revision = old.reduce((max, one) => Math.max(max, revisionOf(one)), 0) + 1;
  if (!found) return create ? createNew(sync, old, revision) : undefined;

  const annotations = newAnnotations(deployment, found, revision);
  const minReadySeconds = deployment.spec.minReadySeconds;
  let fresh = found;
  if (annotations !== (found.metadata.annotations ?? annotations) || (found.spec.minReadySeconds ?? 0) !== (minReadySeconds ?? 0)) {
    fresh = api.update<ReplicaSet>('replicasets.apps', {
      ...found,
      metadata: { ...found.metadata, annotations },
      spec: { ...found.spec, minReadySeconds },
    });
  }
  setRevision(sync, String(revisionOf(fresh)));
  if (deadlineOf(deployment) !== undefined && !conditionOf(sync.deployment.status, PROGRESSING)) {
    const now = formatTime(world.now);
    setCondition(sync, now, 'True', 'FoundNewReplicaSet', `Found new replica set "${fresh.metadata.name}"`);
  }
  return fresh;
}

function createNew(sync: Sync, old: readonly ReplicaSet[], revision: number): ReplicaSet | undefined {
  const { api, world, deployment } = sync;
  const { template } = deployment.spec;
  const hash = podTemplateHash(template, deployment.status.collisionCount);
  const labels = Object.assign({}, template.metadata?.labels, { [HASH_LABEL]: hash });
  const limits = limitsOf(deployment);
  const replicas = deployment.spec.strategy?.type === 'RollingUpdate' ? newSize(limits, 0, old.map(sizeOf)) : limits.desired;
  const { namespace } = deployment.metadata;
  const name = `${deployment.metadata.name}-${hash}`;
  const now = formatTime(world.now);
  let fresh: ReplicaSet;
  let existed = false;
  try {
    fresh = api.create<ReplicaSet>('replicasets.apps', {
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      metadata: {
        name,
        namespace,
        labels,
        annotations: {
          ...newAnnotations(deployment, undefined, revision),
          [DESIRED_REPLICAS]: String(limits.desired),
          [MAX_REPLICAS]: String(limits.desired + limits.maxSurge),
        },
        ownerReferences: [controllerRef(deployment)],
      },
      spec: {
        replicas,
        ...(deployment.spec.minReadySeconds ? { minReadySeconds: deployment.spec.minReadySeconds } : {}),
        selector: {
          ...deployment.spec.selector,
          matchLabels: Object.assign({}, deployment.spec.selector.matchLabels, { [HASH_LABEL]: hash }),
        },
        template: { ...template, metadata: { ...template.metadata, labels } },
      },
      status: { replicas: 0 },
    });
  } catch (error) {
    if (isApiError(error, 'AlreadyExists')) {
      const there = world.store.get<ReplicaSet>('replicasets.apps', namespace ?? '', name);
      if (!there) throw error;
      if (controllerOf(there)?.uid !== deployment.metadata.uid || findNew(deployment, [there]) !== there) {
        // Another template got the same hash: the next try takes another one.
        const collisionCount = (deployment.status.collisionCount ?? 0) + 1;
        sync.deployment = api.updateStatus('deployments.apps', { ...deployment, status: { ...deployment.status, collisionCount } });
        throw error;
      }
      fresh = there;
      existed = true;
    } else {
      if (isApiError(error) && deadlineOf(deployment) !== undefined) {
        const message = `Failed to create new replica set "${name}": ${error.message}`;
        setCondition(sync, now, 'False', 'ReplicaSetCreateError', message);
        api.event(deployment, 'Warning', 'ReplicaSetCreateError', message, SOURCE);
      }
      throw error;
    }
  }
  if (!existed && replicas > 0) {
    api.event(deployment, 'Normal', 'ScalingReplicaSet', `Scaled up replica set ${name} from 0 to ${replicas}`, SOURCE);
  }
  setRevision(sync, String(revision));
  if (!existed && deadlineOf(deployment) !== undefined) {
    setCondition(sync, now, 'True', 'NewReplicaSetCreated', `Created new replica set "${name}"`);
  }
  return fresh;
}

function setRevision(sync: Sync, revision: string): void {
  const { deployment, api } = sync;
  if (deployment.metadata.annotations?.[REVISION] === revision) return;
  const annotations = Object.assign({}, deployment.metadata.annotations, { [REVISION]: revision });
  sync.deployment = api.update('deployments.apps', { ...deployment, metadata: { ...deployment.metadata, annotations } }, 'status');
}

function setCondition(sync: Sync, now: string, value: 'True' | 'False' | 'Unknown', reason: string, message: string): void {
  const status = withCondition(sync.deployment.status, now, PROGRESSING, value, reason, message);
  sync.deployment = sync.api.updateStatus('deployments.apps', { ...sync.deployment, status });
}

/** With progressDeadlineSeconds, a pause and its end are conditions, so that paused time is not taken for lack of progress. */
export function syncPausedCondition(sync: Sync): void {
  const { deployment, world } = sync;
  if (deadlineOf(deployment) === undefined) return;
  const reason = conditionOf(deployment.status, PROGRESSING)?.reason;
  if (reason === 'ProgressDeadlineExceeded') return;
  const now = formatTime(world.now);
  if (deployment.spec.paused && reason !== 'DeploymentPaused')
    setCondition(sync, now, 'Unknown', 'DeploymentPaused', 'Deployment is paused');
  else if (!deployment.spec.paused && reason === 'DeploymentPaused')
    setCondition(sync, now, 'Unknown', 'DeploymentResumed', 'Deployment is resumed');
}
