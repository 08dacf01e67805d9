/** The API server calls admission webhooks from the node that it runs on; what goes wrong is said as Go's HTTP client says it. */
import type { HookAnswer, HookRequest } from '../kinds/admissionpolicy/dialer.ts';
import type { Node } from '../kinds/objects.ts';
import type { Network } from '../network/network.ts';
import { LAPTOP_ADDRESS } from '../network/objects.ts';
import type { World } from '../world/world.ts';

/** What resolves names for the node's own programs, the API server among them. */
const NODE_DNS = `${LAPTOP_ADDRESS}:53`;

/** The API server, on the first node, asks a webhook. */
export function callHook(world: World, network: Network, { host, port, path, body }: HookRequest): HookAnswer {
  const [node] = world.store.list<Node>('nodes');
  const headers = [
    ['Host', `${host}:${port}`],
    ['Content-Type', 'application/json'],
    ['User-Agent', 'kube-apiserver-admission'],
  ] as const;
  const request = { method: 'POST', scheme: 'https', host, port, path, headers, body } as const;
  const { failure, address, response } = network.http({ kind: 'node', name: node?.metadata.name ?? '' }, request);
  if (response && !failure) return { status: response.status, body: response.body };
  const dialled = `dial tcp ${address}:${port}: connect`;
  const words = {
    unresolved: `dial tcp: lookup ${host} on ${NODE_DNS}: no such host`,
    refused: `${dialled}: connection refused`,
    timeout: 'context deadline exceeded',
    unreachable: `${dialled}: no route to host`,
    reset: 'http: server gave HTTP response to HTTPS client',
    empty: 'EOF',
  };
  return { error: words[failure ?? 'empty'] };
}
