/** Which ReplicaSet of a Deployment is which. */
import { equal } from '../../api/equal.ts';
import type { Deployment, ReplicaSet } from '../objects.ts';
import type { PodTemplateSpec } from '../types.gen.ts';

const HASH_LABEL = 'pod-template-hash';

/** True when two Pod templates are equal but for the hash label. */
export function sameTemplate(a: PodTemplateSpec | undefined, b: PodTemplateSpec | undefined): boolean {
  return equal(withoutHash(a), withoutHash(b));
}

function withoutHash(template: PodTemplateSpec | undefined): PodTemplateSpec {
  const { [HASH_LABEL]: _hash, ...labels } = template?.metadata?.labels ?? {};
  return { ...template, metadata: { ...template?.metadata, labels } };
}

/** The ReplicaSets that a Deployment controls, oldest first. */
export function ownReplicaSets({ metadata }: Deployment, all: readonly ReplicaSet[]): ReplicaSet[] {
  return all
    .filter((set) => set.metadata.ownerReferences?.some((owner) => owner.controller && owner.uid === metadata.uid))
    .sort(
      (a, b) =>
        Date.parse(a.metadata.creationTimestamp) - Date.parse(b.metadata.creationTimestamp) || (a.metadata.name < b.metadata.name ? -1 : 1),
    );
}
