/** What makes a StatefulSet's Pod the one it is: its ordinal, name, labels, host name and claims (source: stateful_set_utils). */
import type { Pod, StatefulSet } from '../../kinds/objects.ts';
import type { PersistentVolumeClaim, PodTemplateSpec } from '../../kinds/types.gen.ts';
import type { OwnerReference } from '../../world/object.ts';
import { controllerRef } from '../owners.ts';
import { REVISION_HASH } from '../revisions.ts';

const POD_NAME = 'statefulset.kubernetes.io/pod-name';
const POD_INDEX = 'apps.kubernetes.io/pod-index';

/** The Pod's ordinal; -1 when its name is not one of the set's. */
export function ordinalOf(set: StatefulSet, pod: Pod): number {
  const { name } = pod.metadata;
  const found = /^(.*)-(\d+)$/.exec(name);
  return found && found[1] === set.metadata.name ? Number(found[2]) : -1;
}

/** First ordinal, and the one after the last. */
export function ordinals({ spec }: StatefulSet): readonly [start: number, end: number] {
  const start = spec.ordinals?.start ?? 0;
  return [start, start + (spec.replicas ?? 1)];
}

export function claimName(set: StatefulSet, template: PersistentVolumeClaim, ordinal: number): string {
  return `${template.metadata?.name ?? ''}-${set.metadata.name}-${ordinal}`;
}

/** The Pod of an ordinal, as a template of a revision says. */
export function podOf(set: StatefulSet, template: PodTemplateSpec, revision: string, ordinal: number): Pod {
  const name = `${set.metadata.name}-${ordinal}`;
  const { labels, annotations, finalizers } = template.metadata ?? {};
  const claims = set.spec.volumeClaimTemplates ?? [];
  const volumes = [
    ...claims.map((claim) => ({
      name: claim.metadata?.name ?? '',
      persistentVolumeClaim: { claimName: claimName(set, claim, ordinal) },
    })),
    ...(template.spec?.volumes ?? []).filter((volume) => !claims.some(({ metadata }) => metadata?.name === volume.name)),
  ];
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace: set.metadata.namespace as string,
      // The real one keeps the prefix that it would generate names with.
      generateName: `${set.metadata.name}-`,
      labels: { ...labels, [POD_INDEX]: String(ordinal), [REVISION_HASH]: revision, [POD_NAME]: name },
      ...(annotations && { annotations }),
      ...(finalizers && { finalizers }),
      ownerReferences: [controllerRef(set)],
    } as unknown as Pod['metadata'],
    spec: {
      ...(template.spec ?? { containers: [] }),
      hostname: name,
      ...(set.spec.serviceName && { subdomain: set.spec.serviceName }),
      ...(volumes.length > 0 && { volumes }),
    },
    status: {},
  };
}

/** The claims of an ordinal. */
export function claimsOf(set: StatefulSet, ordinal: number): (PersistentVolumeClaim & { readonly metadata: { readonly name: string } })[] {
  return (set.spec.volumeClaimTemplates ?? []).map((template) => {
    const { status: _, ...claim } = template;
    return {
      ...claim,
      metadata: {
        ...template.metadata,
        name: claimName(set, template, ordinal),
        namespace: set.metadata.namespace as string,
        labels: { ...template.metadata?.labels, ...set.spec.selector.matchLabels },
      },
    };
  });
}

/** Whom a claim goes with, by the retention policy: the set, the Pod that is scaled away, or nobody. */
export function claimOwners(set: StatefulSet, pod: Pod | undefined, condemned: boolean): OwnerReference[] {
  const { whenDeleted = 'Retain', whenScaled = 'Retain' } = set.spec.persistentVolumeClaimRetentionPolicy ?? {};
  if (condemned && whenScaled === 'Delete' && pod) {
    const { name, uid } = pod.metadata;
    return [{ apiVersion: 'v1', kind: 'Pod', name, uid }];
  }
  const { blockOwnerDeletion: _, ...reference } = controllerRef(set);
  return whenDeleted === 'Delete' ? [reference] : [];
}
