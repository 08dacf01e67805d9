/** Objects that a real control plane makes when it starts, and that nothing here acts on: made when read (`Kind.implied`). */
import { fnv32a } from '../api/values/hash.ts';
import type { KubeObject } from '../world/object.ts';
import type { World } from '../world/world.ts';

/** One as old as the cluster, or as `owner`, whose uid its own is made of. */
export function implied<T extends KubeObject>(
  world: World,
  body: Omit<T, 'metadata'>,
  metadata: Partial<T['metadata']>,
  owner?: KubeObject,
): T {
  const { uid = '', creationTimestamp = '' } = (owner ?? world.store.get('namespaces', '', 'kube-system'))?.metadata ?? {};
  const end = fnv32a(`${body.kind}/${metadata.name}`).toString(16).padStart(8, '0');
  return {
    ...body,
    metadata: { ...metadata, uid: `${end}${uid.slice(8)}`, resourceVersion: `${world.store.revision}`, creationTimestamp },
  } as unknown as T;
}
