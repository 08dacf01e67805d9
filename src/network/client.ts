/** Network calls for programs: they take the virtual time that the connection took. */
import { device, sleep } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import type { ConnectResult, DnsType, HttpRequest, HttpResult, ResolveResult } from './types.ts';

/** One HTTP exchange. `timeoutMs` limits connecting, `readMs` waiting for the answer: `late` when it did not come in time. */
export function* http(request: HttpRequest, timeoutMs?: number, readMs = Number.POSITIVE_INFINITY): Sys<HttpResult & { late?: true }> {
  const result = yield* device<HttpResult>('network', { op: 'http', request, ...(timeoutMs !== undefined && { timeoutMs }) });
  const delay = result.response?.delayMs ?? 0;
  yield* sleep(result.elapsedMs + Math.min(delay, readMs));
  if (delay <= readMs) return result;
  const { response: _, ...connected } = result;
  return { ...connected, late: true };
}

export function* connect(host: string, port: number, options: { protocol?: 'TCP' | 'UDP'; timeoutMs?: number } = {}): Sys<ConnectResult> {
  const result = yield* device<ConnectResult>('network', { op: 'connect', host, port, ...options });
  yield* sleep(result.elapsedMs);
  return result;
}

export function* resolveName(name: string, type?: DnsType): Sys<ResolveResult> {
  return yield* device<ResolveResult>('network', { op: 'resolve', name, ...(type && { type }) });
}
