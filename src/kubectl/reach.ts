/** How a server of a kubeconfig is reached that is not the one which `minikube start` wrote there: dialled as any address is. */
import { parseGoDuration } from '../api/values/duration.ts';
import { device, sleep } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import type { HttpRequest, HttpResult, NetworkRequest } from '../network/types.ts';
import { ConnectionError } from './errors.ts';

/** Go's net.Dialer as client-go sets it up. */
const DIAL_TIMEOUT_MS = 30_000;
/** The laptop's. */
const DNS_SERVER = '192.168.65.7:53';

/** An http or https address in its parts; undefined when it is none. */
export function requestTo(url: string): HttpRequest | undefined {
  const [, scheme, host, port, path = '/'] = /^(https?):\/\/([^:/]+)(?::(\d+))?(\/.*)?$/.exec(url) ?? [];
  if (scheme === undefined || host === undefined) return undefined;
  return {
    method: 'GET',
    scheme: scheme as 'http' | 'https',
    host,
    port: Number(port ?? (scheme === 'https' ? 443 : 80)),
    path,
    headers: [],
  };
}

/** What kubectl prints when nothing answered at an address. */
export function connectionError(url: string, { scheme, host, port }: HttpRequest, { failure, address }: HttpResult): ConnectionError {
  const at = `${address ?? host}:${port}`;
  if (failure === 'refused')
    return new ConnectionError(
      `The connection to the server ${/^\w+:\/\/([^/?#]+)/.exec(url)?.[1]} was refused - did you specify the right host or port?`,
      `dial tcp ${at}: connect: connection refused`,
    );
  const why = {
    unresolved: `dial tcp: lookup ${host} on ${DNS_SERVER}: no such host`,
    timeout: `dial tcp ${at}: i/o timeout`,
    unreachable: `dial tcp ${at}: connect: no route to host`,
    reset: scheme === 'https' ? 'http: server gave HTTP response to HTTPS client' : 'EOF',
    empty: 'EOF',
  }[failure ?? 'empty'];
  return new ConnectionError(`Unable to connect to the server: ${why}`, why);
}

/**
 * Finds out whether the API server is at a kubeconfig's server.
 * @param server with or without its scheme
 * @param secure what the scheme is where it has none
 * @param timeout of `--request-timeout`, as it was given; '0' and '': none
 * @throws ConnectionError when nothing is there, or something else
 */
export function* reach(server: string, secure: boolean, timeout: string): Sys<void> {
  const url = /^\w+:\/\//.test(server) ? server : `${secure ? 'https' : 'http'}://${server}`;
  const base = url.replace(/\/$/, '');
  const limit = /^0*$/.test(timeout) ? '32s' : timeout.replace(/^\d+$/, '$&s');
  const discovery = (why: string): string => `Get ${JSON.stringify(`${base}/api?timeout=${limit}`)}: ${why}`;
  const request = requestTo(`${base}/version`);
  if (!request) {
    const why = `unsupported protocol scheme ${JSON.stringify(/^\w+/.exec(url)?.[0])}`;
    throw new ConnectionError(`Unable to connect to the server: ${why}`, discovery(why));
  }
  const timeoutMs = Math.min(DIAL_TIMEOUT_MS, parseGoDuration(limit));
  const result = yield* device<HttpResult>('network', { op: 'http', request, timeoutMs } satisfies NetworkRequest);
  yield* sleep(result.elapsedMs);
  if (result.response?.body.includes('"gitVersion"')) return;
  if (result.response?.status === 404) throw answered('NotFound', 'the server could not find the requested resource');
  // A server that speaks TLS answers what does not with a 400.
  if (result.response || (request.scheme === 'http' && result.failure === 'reset'))
    throw answered('BadRequest', 'the server rejected our request for an unknown reason');
  const error = connectionError(url, request, result);
  throw new ConnectionError(error.message, discovery(error.why));
}

/** Something else than the API server is there. */
function answered(reason: string, why: string): ConnectionError {
  return new ConnectionError(`Error from server (${reason}): ${why}`, why);
}
