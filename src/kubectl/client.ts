/** Requests to the API server, their errors, and the warnings that come with the answers. */
import type { ApiRequest, ApiResponse, Status, UserInfo, WatchEvent } from '../api/types.ts';
import type { Channel } from '../kernel/channel.ts';
import { lazy } from '../kernel/lazy.ts';
import { device, latency, load, write } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import { StatusError } from './errors.ts';
import { type JsonObject, metadataOf, withValue } from './json.ts';
import { ROUND_TRIP_MS } from './latency.ts';
import type { LogOptions } from './request-log.ts';
import { KUBECTL_VERSION } from './version.ts';

export const requestLog = lazy(() => import('./request-log.ts'));

const JSON_TYPE = 'application/json';
export const TABLE_ACCEPT =
  'application/json;as=Table;v=v1;g=meta.k8s.io,application/json;as=Table;v=v1beta1;g=meta.k8s.io,application/json';
/** Discovery of all groups in two answers instead of one a group. */
export const DISCOVERY_ACCEPT = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json';

export type PatchType = 'strategic' | 'merge' | 'json' | 'apply';
const PATCH_TYPES: Readonly<Record<PatchType, string>> = {
  strategic: 'application/strategic-merge-patch+json',
  merge: 'application/merge-patch+json',
  json: 'application/json-patch+json',
  apply: 'application/apply-patch+yaml',
};

export type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What shows who asks. Nothing: the administrator whom `minikube start` made. */
export interface Credentials {
  /** PEM. */
  readonly certificate?: string;
  /** The header of that name. */
  readonly authorization?: string;
  /** Neither: anybody. */
  readonly user?: UserInfo;
}

export interface ClientOptions {
  /** Who asks, when another than the kubeconfig's user: `--as`. */
  readonly impersonate?: { readonly user?: string; readonly groups: readonly string[]; readonly uid?: string };
  readonly credentials?: Credentials;
  /** Set from -v=6 on. */
  readonly log?: LogOptions;
  /** Default field manager of writes: `kubectl-create`. */
  readonly fieldManager: string;
  /** Requests take no virtual time. */
  readonly instant?: boolean;
}

export class Client {
  private readonly options: ClientOptions;
  /** Warnings printed so far: each is printed once. */
  readonly warnings = new Set<string>();

  constructor(options: ClientOptions) {
    this.options = options;
  }

  /** One request. Prints warnings. Throws StatusError when the answer is a failure. */
  *send(request: ApiRequest): Sys<ApiResponse> {
    const headers: Record<string, string> = {
      accept: JSON_TYPE,
      'user-agent': `kubectl/${KUBECTL_VERSION} (linux/amd64) kubernetes/bb826b1`,
      ...request.headers,
    };
    const { impersonate, credentials: { authorization, ...credentials } = {} } = this.options;
    if (impersonate?.user) headers['impersonate-user'] = impersonate.user;
    if (impersonate?.groups.length) headers['impersonate-group'] = impersonate.groups.join(',');
    if (impersonate?.uid) headers['impersonate-uid'] = impersonate.uid;
    if (authorization) headers['authorization'] = authorization;
    const whole: ApiRequest = { actor: this.options.fieldManager, ...credentials, ...request, headers };
    const { log, instant = false } = this.options;
    const response = log ? yield* (yield* load(requestLog)).logged(log, whole, () => ask(whole)) : yield* ask(whole, instant);
    for (const warning of instant ? [] : response.warnings) {
      if (this.warnings.has(warning)) continue;
      this.warnings.add(warning);
      yield* write(2, `Warning: ${warning}\n`);
    }
    if (response.status >= 400) throw new StatusError(statusOf(response));
    return response;
  }

  /** As `send`; where the server has no such resource, the failure says what was asked of which. */
  private *ask(request: ApiRequest): Sys<ApiResponse> {
    try {
      return yield* this.send(request);
    } catch (error) {
      // A Status of the server's own has details.
      if (!(error instanceof StatusError) || error.message !== NOT_SERVED || error.status.details) throw error;
      throw error.withMessage(`${NOT_SERVED} (${soughtIn(request)})`);
    }
  }

  *get<T = JsonObject>(path: string, query?: Query, headers?: Readonly<Record<string, string>>): Sys<T> {
    return (yield* this.ask({ method: 'GET', path, ...withQuery(query), ...(headers && { headers }) })).body as T;
  }

  /** Without the object's resourceVersion: what is written down of an object can be created again. */
  *create(path: string, object: JsonObject, query?: Query): Sys<JsonObject> {
    return this.body(
      yield* this.ask({
        method: 'POST',
        path,
        body: metadataOf(object).resourceVersion ? withValue(object, ['metadata', 'resourceVersion'], undefined) : object,
        ...withQuery({ fieldManager: this.options.fieldManager, ...query }),
        headers: { 'content-type': JSON_TYPE },
      }),
    );
  }

  *replace(path: string, object: unknown, query?: Query): Sys<JsonObject> {
    return this.body(
      yield* this.ask({
        method: 'PUT',
        path,
        body: object,
        ...withQuery({ fieldManager: this.options.fieldManager, ...query }),
        headers: { 'content-type': JSON_TYPE },
      }),
    );
  }

  *patch(path: string, type: PatchType, patch: unknown, query?: Query): Sys<JsonObject> {
    return this.body(
      yield* this.ask({
        method: 'PATCH',
        path,
        body: patch,
        ...withQuery({ fieldManager: this.options.fieldManager, ...query }),
        headers: { 'content-type': PATCH_TYPES[type] },
      }),
    );
  }

  *delete(path: string, options: JsonObject, query?: Query): Sys<JsonObject> {
    const body = { kind: 'DeleteOptions', apiVersion: 'v1', ...options };
    return this.body(yield* this.ask({ method: 'DELETE', path, body, ...withQuery(query), headers: { 'content-type': JSON_TYPE } }));
  }

  /** A watch; cancel the channel when done with it. */
  *watch(path: string, query: Query, headers?: Readonly<Record<string, string>>): Sys<Channel<WatchEvent>> {
    const response = yield* this.ask({ method: 'GET', path, ...withQuery({ ...query, watch: 'true' }), ...(headers && { headers }) });
    if (!response.watch) throw new Error(`the server did not start a watch of ${path}`);
    return response.watch;
  }

  private body(response: ApiResponse): JsonObject {
    return response.body as JsonObject;
  }
}

/** The round trip. `instant`: it takes no virtual time. */
function* ask(request: ApiRequest, instant = false): Sys<ApiResponse> {
  if (!instant) yield* latency(ROUND_TRIP_MS);
  return yield* device<ApiResponse>('apiserver', request);
}

function withQuery(query: Query | undefined): { query?: Record<string, string | readonly string[]> } {
  const entries = Object.entries(query ?? {}).filter(
    (entry): entry is [string, string | readonly string[]] => entry[1] !== undefined && entry[1] !== '',
  );
  return entries.length === 0 ? {} : { query: Object.fromEntries(entries) };
}

function statusOf({ status, body }: ApiResponse): Status {
  if (typeof body === 'object' && body !== null && (body as Status).kind === 'Status') return body as Status;
  const failure = { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', code: status } as const;
  if (status === 404) return { ...failure, reason: 'NotFound', message: NOT_SERVED };
  return { ...failure, message: typeof body === 'string' ? body.trimEnd() : 'unknown' };
}

const NOT_SERVED = 'the server could not find the requested resource';

/** `get boats.example.com a`: what a request was for. */
function soughtIn({ method, path }: ApiRequest): string {
  const [, group, resource, name] = /^\/api(?:s\/([^/]+))?\/[^/]+\/(?:namespaces\/[^/]+\/)?([^/]+)(?:\/([^/]+))?/.exec(path) ?? [];
  return [method.toLowerCase(), group ? `${resource}.${group}` : resource, ...(name ? [name] : [])].join(' ');
}
