/** What minikube asks the API server. */
import type { ApiRequest, ApiResponse } from '../api/types.ts';
import { device, latency } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import type { KubeObject } from '../world/object.ts';

const ROUND_TRIP_MS = 5;

function* get(path: string, query: ApiRequest['query'] = {}): Sys<ApiResponse> {
  yield* latency(ROUND_TRIP_MS);
  const headers = { accept: 'application/json', 'user-agent': 'minikube' };
  return yield* device<ApiResponse>('apiserver', { method: 'GET', path, query, headers, actor: 'minikube' } satisfies ApiRequest);
}

/** The objects of a list; none when the request fails. */
export function* list<T extends KubeObject>(path: string, query: ApiRequest['query'] = {}): Sys<readonly T[]> {
  const response = yield* get(path, query);
  return response.status === 200 ? ((response.body as { readonly items?: readonly T[] }).items ?? []) : [];
}
