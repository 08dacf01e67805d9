/** Whether anybody listens where a kubeconfig says that the API server is. */
import { device, sleep } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import type { ConnectResult, NetworkRequest } from '../network/types.ts';
import { ConnectionError } from './errors.ts';
import { DEFAULT_SERVER } from './kubeconfig.ts';

/** How long Go's client dials, ms. */
const DIAL_MS = 30_000;
/** The name server of the machine that kubectl runs on. */
const RESOLVER = '192.168.65.7:53';

/** Throws ConnectionError where nobody does. Where the default one is, nothing is asked. */
export function* reach(server: string): Sys<void> {
  if (server === DEFAULT_SERVER) return;
  const [, scheme = 'http', host = '', given] = /^(?:(https?):\/\/)?([^:/]+)(?::(\d+))?/.exec(server) ?? [];
  const port = Number(given ?? (scheme === 'https' ? 443 : 80));
  const result = yield* device<ConnectResult>('network', { op: 'connect', host, port, timeoutMs: DIAL_MS } satisfies NetworkRequest);
  yield* sleep(result.elapsedMs);
  if (result.failure === undefined) return;
  const place = `${scheme}://${given === undefined ? host : `${host}:${port}`}`;
  if (result.failure === 'refused')
    throw new ConnectionError(
      `The connection to the server ${place.slice(scheme.length + 3)} was refused - did you specify the right host or port?`,
      place,
      `dial tcp ${result.address ?? host}:${port}: connect: connection refused`,
    );
  const dial =
    result.failure === 'unresolved'
      ? `dial tcp: lookup ${host} on ${RESOLVER}: no such host`
      : `dial tcp ${result.address ?? host}:${port}: i/o timeout`;
  throw new ConnectionError(`Unable to connect to the server: ${dial}`, place, dial);
}
