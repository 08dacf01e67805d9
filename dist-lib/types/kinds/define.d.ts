/** Makes a Kind of what discovery says of a resource and of what its folder adds. */
import type { Kind } from '../api/kind.ts';
import type { KubeObject } from '../world/object.ts';
import { type ApiResource } from './resources.ts';
type FromDiscovery = keyof ApiResource;
/** What a kind's folder says; columns default to NAME and AGE (`index.ts`). */
export type Behaviour<T extends KubeObject> = Partial<Omit<Kind<T>, FromDiscovery>>;
/** The kind of a resource (`apps/v1`, `deployments`). */
export declare function define<T extends KubeObject>(groupVersion: string, plural: string, behaviour?: Behaviour<T>): Kind<T>;
/** The kind of a resource: what discovery says of it and how it behaves. */
export declare function kindOf<T extends KubeObject>(resource: ApiResource, behaviour?: Behaviour<T>): Kind<T>;
export declare function groupVersionOf({ group, version }: ApiResource): string;
export {};
