import type { Sys } from '../kernel/types.ts';
import type { ConnectResult, HttpRequest, HttpResult, ListenResult, ResolveResult } from './types.ts';
/** One HTTP exchange. `timeoutMs` limits connecting. */
export declare function http(request: HttpRequest, timeoutMs?: number): Sys<HttpResult>;
export declare function connect(host: string, port: number, options?: {
    protocol?: 'TCP' | 'UDP';
    timeoutMs?: number;
}): Sys<ConnectResult>;
export declare function resolveName(name: string, type?: 'A' | 'CNAME' | 'SRV' | 'PTR'): Sys<ResolveResult>;
/** Opens a port on the laptop (for kubectl proxy and port-forward). */
export declare function listen(port: number, tls?: boolean): Sys<ListenResult>;
