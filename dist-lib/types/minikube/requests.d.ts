/** What minikube asks the API server. */
import type { ApiRequest } from '../api/types.ts';
import type { Sys } from '../kernel/types.ts';
import type { KubeObject } from '../world/object.ts';
/** The objects of a list; none when the request fails. */
export declare function list<T extends KubeObject>(path: string, query?: ApiRequest['query']): Sys<readonly T[]>;
