/** What minikube asks the API server. */
import type { ApiRequest, ApiResponse } from '../api/types.ts';
import { device, latency } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import { groupVersionOf } from '../kinds/define.ts';
import { API_RESOURCES } from '../kinds/resources.ts';
import type { KubeObject } from '../world/object.ts';
import type { Manifest } from './addons/addon.ts';

const ROUND_TRIP_MS = 5;

function* get(path: string, query: ApiRequest['query'] = {}): Sys<ApiResponse> {
  yield* latency(ROUND_TRIP_MS);
  const headers = { accept: 'application/json', 'user-agent': 'minikube' };
  return yield* device<ApiResponse>('apiserver', { method: 'GET', path, query, headers, actor: 'minikube' } satisfies ApiRequest);
}

/** Where objects of a kind are: by kind, group and version first. */
function pathOf({ apiVersion, kind, metadata }: Manifest): string {
  const resource = API_RESOURCES.find((one) => one.kind === kind && groupVersionOf(one) === apiVersion);
  if (!resource) throw new Error(`no resource for ${apiVersion} ${kind}`);
  const root = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  return `${root}${resource.namespaced ? `/namespaces/${metadata.namespace ?? 'default'}` : ''}/${resource.plural}`;
}

function* send(request: ApiRequest): Sys<ApiResponse> {
  yield* latency(ROUND_TRIP_MS);
  const headers = { accept: 'application/json', 'content-type': 'application/json', 'user-agent': 'minikube' };
  return yield* device<ApiResponse>('apiserver', { ...request, headers, actor: 'minikube' });
}

/** Creates an object unless it is there. */
export function* apply(manifest: Manifest): Sys<void> {
  const { status, body } = yield* send({ method: 'POST', path: pathOf(manifest), body: manifest });
  if (status >= 400 && status !== 409) throw new Error(`${manifest.kind} ${manifest.metadata.name}: ${JSON.stringify(body)}`);
}

/** Deletes an object, if it is there. */
export function* remove(manifest: Manifest): Sys<void> {
  yield* send({ method: 'DELETE', path: `${pathOf(manifest)}/${manifest.metadata.name}` });
}

/** The objects of a list; none when the request fails. */
export function* list<T extends KubeObject>(path: string, query: ApiRequest['query'] = {}): Sys<readonly T[]> {
  const response = yield* get(path, query);
  return response.status === 200 ? ((response.body as { readonly items?: readonly T[] }).items ?? []) : [];
}
