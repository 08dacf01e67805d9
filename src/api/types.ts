/** The API server's request and response: the HTTP API of Kubernetes as plain objects. */
import type { Channel } from '../kernel/channel.ts';
import type { KubeObject } from '../world/object.ts';
import type { Hop } from './hop.ts';

export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS' | 'HEAD';
  /** Path without query: `/api/v1/namespaces/default/pods`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | readonly string[]>>;
  /** Lower-case names. `content-type` and `accept` matter as on the real server; `impersonate-user` and so on too. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Parsed JSON, or text (JSON, or YAML when the content type says so). */
  readonly body?: unknown;
  /** Who asks, unless an `authorization` header says it; default kubernetes-admin of the group system:masters. */
  readonly user?: UserInfo;
  /** The client's certificate (PEM), whose key it has proved to hold: says who asks, unless nobody vouches for it. */
  readonly certificate?: string;
  /** Field manager and journal actor: `kubectl-create`, `kubectl`, ... Default from the user-agent header. */
  readonly actor?: string;
  /** Whoever asks was asked himself (kubectl proxy, port-forward), and tells the way of a proxied request as part of that. */
  readonly relayed?: boolean;
}

export interface UserInfo {
  readonly username: string;
  readonly groups: readonly string[];
  readonly uid?: string;
  /** What the authenticator adds, such as the Pod that a token is bound to. */
  readonly extra?: Readonly<Record<string, readonly string[]>>;
}

export interface ApiResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** A JSON value (an object, list, Table or Status), or text for logs, /version paths of proxied answers and the like. */
  readonly body: unknown;
  /** The texts of Warning headers, in order. */
  readonly warnings: readonly string[];
  /** For watch=true: the events, as they happen; closed when the server ends the watch. */
  readonly watch?: Channel<WatchEvent>;
  /** For followed logs: text as it comes. */
  readonly stream?: Channel<string>;
  /** For exec and attach: the running session. */
  readonly session?: RemoteSession;
  /** For port-forward: the way to the Pod's ports. */
  readonly forward?: PortForward;
  /** The body is a Status with which a node refused a session, after the API server had accepted it. */
  readonly byNode?: boolean;
  /** The way of a proxied request from the API server on. */
  readonly through?: readonly Hop[];
}

/** The far end of port-forward: HTTP requests to what listens on a Pod's own address. */
export interface PortForward {
  /** Why a connection to the port fails, in the kubelet's words, and the way up to there; undefined: something listens there. */
  refusal(port: number): { readonly message: string; readonly through: readonly Hop[] } | undefined;
  /** undefined: the connection ended without an answer. */
  request(port: number, request: ForwardedRequest): ForwardedResponse | undefined;
}

export interface ForwardedRequest {
  readonly method: string;
  /** With query. */
  readonly path: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body?: string;
}

export interface ForwardedResponse {
  readonly status: number;
  readonly reason: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
  /** The way from the API server on. */
  readonly through?: readonly Hop[];
}

/** The far end of exec or attach. Text flows through channels; `exit` receives the one exit code and closes. */
export interface RemoteSession {
  readonly stdin: Channel<string>;
  readonly stdout: Channel<string>;
  readonly stderr: Channel<string>;
  readonly exit: Channel<{ readonly code: number; readonly message?: string }>;
  resize(columns: number, rows: number): void;
  /** Hang up: what runs there gets SIGHUP. */
  close(): void;
}

export interface WatchEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
  /** A KubeObject, a Table with one row, or a Status. */
  readonly object: KubeObject | Readonly<Record<string, unknown>>;
}

/** `Status`: how the API says that something failed (or was deleted). */
export interface Status {
  readonly kind: 'Status';
  readonly apiVersion: 'v1';
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly status: 'Success' | 'Failure';
  readonly message?: string;
  readonly reason?: string;
  readonly details?: StatusDetails;
  readonly code?: number;
}

export interface StatusDetails {
  readonly name?: string;
  readonly group?: string;
  readonly kind?: string;
  readonly uid?: string;
  readonly causes?: readonly { readonly reason?: string; readonly message: string; readonly field?: string }[];
  readonly retryAfterSeconds?: number;
}
