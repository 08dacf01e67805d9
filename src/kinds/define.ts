/** Makes a Kind of what discovery says of a resource and of what its folder adds. */
import type { Kind } from '../api/kind.ts';
import type { KubeObject } from '../world/object.ts';
import { API_RESOURCES, type ApiResource } from './resources.ts';

type FromDiscovery = keyof ApiResource;
/** What a kind's folder says; columns default to NAME and AGE (`index.ts`). */
export type Behaviour<T extends KubeObject> = Partial<Omit<Kind<T>, FromDiscovery>>;

/** The kind of a resource (`apps/v1`, `deployments`). */
export function define<T extends KubeObject>(groupVersion: string, plural: string, behaviour: Behaviour<T> = {}): Kind<T> {
  const resource = API_RESOURCES.find((one) => one.plural === plural && groupVersionOf(one) === groupVersion);
  if (!resource) throw new Error(`no resource ${plural} in ${groupVersion}`);
  return kindOf(resource, behaviour);
}

/** The kind of a resource: what discovery says of it and how it behaves. */
export function kindOf<T extends KubeObject>(resource: ApiResource, behaviour: Behaviour<T> = {}): Kind<T> {
  return { columns: [], ...behaviour, ...resource };
}

export function groupVersionOf({ group, version }: ApiResource): string {
  return group === '' ? version : `${group}/${version}`;
}
