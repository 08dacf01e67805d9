/** The annotations by which a Deployment and its ReplicaSets remember revisions and sizes. */
import type { Deployment, ReplicaSet } from '../../kinds/objects.ts';
import type { KubeObject } from '../../world/object.ts';

export const REVISION = 'deployment.kubernetes.io/revision';
export const DESIRED_REPLICAS = 'deployment.kubernetes.io/desired-replicas';
export const MAX_REPLICAS = 'deployment.kubernetes.io/max-replicas';
const REVISION_HISTORY = 'deployment.kubernetes.io/revision-history';
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
const DEPRECATED_ROLLBACK = 'deprecated.deployment.rollback.to';
const MAX_HISTORY_LENGTH = 2000;

const NOT_COPIED: ReadonlySet<string> = new Set([
  LAST_APPLIED,
  REVISION,
  REVISION_HISTORY,
  DESIRED_REPLICAS,
  MAX_REPLICAS,
  DEPRECATED_ROLLBACK,
]);

export function revisionOf(object: KubeObject): number {
  return Number(object.metadata.annotations?.[REVISION] ?? 0) || 0;
}

/** A number kept as an annotation, or undefined. */
export function numberOf(object: KubeObject, key: string): number | undefined {
  const text = object.metadata.annotations?.[key];
  return text !== undefined && /^-?\d+$/.test(text) ? Number(text) : undefined;
}

/**
 * The new ReplicaSet's annotations: the Deployment's own ones and the revision, with the history of revisions it had before
 * (it had some when the Deployment was rolled back to it). Returns the same object when nothing changes.
 */
export function newAnnotations(
  deployment: Deployment,
  replicaSet: KubeObject | undefined,
  revision: number,
): Readonly<Record<string, string>> {
  const before = replicaSet?.metadata.annotations ?? {};
  const after: Record<string, string> = { ...before };
  let changed = false;
  for (const [key, value] of Object.entries(deployment.metadata.annotations ?? {})) {
    if (NOT_COPIED.has(key) || before[key] === value) continue;
    after[key] = value;
    changed = true;
  }
  const old = before[REVISION];
  if ((Number(old ?? 0) || 0) < revision) {
    after[REVISION] = String(revision);
    changed = true;
    if (old !== undefined) {
      const history = before[REVISION_HISTORY];
      const longer = history ? `${history},${old}` : old;
      if (longer.length <= MAX_HISTORY_LENGTH) after[REVISION_HISTORY] = longer;
    }
  }
  return changed ? after : before;
}

/** The ReplicaSet with the sizes it should remember, or the same object when it does already. */
export function withSizes(replicaSet: ReplicaSet, desired: number, max: number): ReplicaSet {
  const annotations = replicaSet.metadata.annotations;
  if (annotations?.[DESIRED_REPLICAS] === String(desired) && annotations[MAX_REPLICAS] === String(max)) return replicaSet;
  return {
    ...replicaSet,
    metadata: {
      ...replicaSet.metadata,
      annotations: { ...annotations, [DESIRED_REPLICAS]: String(desired), [MAX_REPLICAS]: String(max) },
    },
  };
}
