/** Requests over the cluster's network, and the traces that the picture animates and `curl -v` explains. */
import type { Hop } from '../api/hop.ts';
import type { Channel } from '../kernel/channel.ts';

/** Where a request starts. */
export type Origin =
  | { readonly kind: 'laptop' }
  | { readonly kind: 'pod'; readonly namespace: string; readonly name: string; readonly uid: string }
  | { readonly kind: 'node'; readonly name: string };

/** A request to the device `network`. It starts where the asking process runs; a given `from` is not believed. */
export type NetworkRequest =
  | { readonly op: 'resolve'; readonly from?: Origin; readonly name: string; readonly type?: DnsType }
  | {
      readonly op: 'connect';
      readonly from?: Origin;
      readonly host: string;
      readonly port: number;
      readonly protocol?: 'TCP' | 'UDP';
      readonly timeoutMs?: number;
    }
  | { readonly op: 'http'; readonly from?: Origin; readonly request: HttpRequest; readonly timeoutMs?: number }
  | { readonly op: 'listen'; readonly port: number; readonly tls?: boolean }
  | { readonly op: 'listeners' };

/** A port on which somebody listens, where the asking process runs: the answer to `listeners` is a list of them. */
export interface OpenPort {
  readonly port: number;
  readonly protocol: 'TCP' | 'UDP';
  /** Whoever listens, if it is a process of the asking one's machine: not of another container of the Pod. */
  readonly pid?: number;
}

export type DnsType = 'A' | 'AAAA' | 'CNAME' | 'SRV' | 'PTR' | 'NS' | 'SOA' | 'TXT' | 'MX';

/** One record of an answer; names in values end with a dot. */
export interface DnsRecord {
  readonly name: string;
  readonly type: DnsType;
  /** Seconds. */
  readonly ttl: number;
  readonly value: string;
}

/** The answer to `listen`: requests as they come, or why not. Cancel the channel to close the port. */
export type ListenResult = { readonly incoming: Channel<Incoming> } | { readonly failure: 'in use' };

/** One request to a program that listens; it must answer once. */
export interface Incoming {
  readonly request: HttpRequest;
  readonly clientAddress: string;
  /** @param through the way on of a proxy that got no answer; with one, the answer tells it */
  respond(response: HttpResponse | undefined, through?: readonly Hop[]): void;
}

export interface HttpRequest {
  /** The client's certificate (PEM), where TLS is spoken and it has one. */
  readonly certificate?: string;
  readonly method: string;
  readonly scheme: 'http' | 'https';
  readonly host: string;
  readonly port: number;
  /** With query. */
  readonly path: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body?: string;
}

export interface HttpResponse {
  readonly status: number;
  readonly reason: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
  /** Virtual ms the server took. */
  readonly delayMs?: number;
  /** The way on, where the server is a proxy that asked somebody else. */
  readonly through?: readonly Hop[];
}

/** Why nothing answered: the connect errors of a real client. `unresolved`: no such name. `reset`/`empty`: not an HTTP answer. */
export type NetworkFailure = 'unresolved' | 'refused' | 'timeout' | 'unreachable' | 'reset' | 'empty';

export interface ConnectResult {
  /** The address that was dialled (after DNS), for curl -v; undefined when the name did not resolve. */
  readonly address?: string;
  readonly port: number;
  readonly failure?: NetworkFailure;
  /** Virtual milliseconds until connected or failed. */
  readonly elapsedMs: number;
  readonly trace: Trace;
}

export interface HttpResult extends ConnectResult {
  readonly response?: HttpResponse;
}

export interface ResolveResult {
  readonly addresses: readonly string[];
  /** The full name that answered, after the search list; CNAME chain before it. */
  readonly canonicalName?: string;
  readonly cnames: readonly string[];
  /** The answer as DNS has it, aliases first. */
  readonly records: readonly DnsRecord[];
  /** The DNS server asked (`10.96.0.10`), for nslookup. */
  readonly server: string;
  readonly failure?: 'nxdomain' | 'noanswer' | 'timeout';
}

/** One request as the picture shows it: hop by hop, with the reason at each. Kept in a ring in the world's slot `traces`. */
export interface Trace {
  readonly id: number;
  /** Virtual time of its start, ms. */
  readonly time: number;
  /** How long whoever asked waits until it is known to have failed, ms. */
  readonly waits?: number;
  /** The number of the program that asked and waits. */
  readonly pid?: number;
  readonly from: Origin;
  /** `GET http://192.168.49.2:31234/` or `TCP db:5432` */
  readonly what: string;
  readonly hops: readonly Hop[];
  readonly outcome:
    | { readonly ok: true; readonly status?: number; readonly body?: string }
    | { readonly ok: false; readonly failure: NetworkFailure };
}
