/** What curl prints beside the body: the progress meter, -v and -w. */

import { byteLength } from '../../kernel/bytes.ts';
import { write } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import type { HttpRequest, HttpResult } from '../../network/types.ts';
import type { Url } from './request.ts';

/** Facts of a finished (or failed) transfer. Times are virtual milliseconds. */
export interface Transfer {
  readonly url: Url;
  /** The URL as it was given, before redirects. */
  readonly given: string;
  readonly request?: HttpRequest;
  readonly result?: HttpResult;
  readonly redirects: number;
  readonly redirectUrl: string;
  /** From the first connection to the end. */
  readonly totalMs: number;
  readonly code: number;
  readonly message: string;
  readonly filename: string;
}

const METER =
  '  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current\n                                 Dload  Upload   Total   Spent    Left  Speed\n';

/** A count in five columns, as the meter has it. */
function five(bytes: number): string {
  if (bytes < 100_000) return String(bytes).padStart(5);
  if (bytes < 10_000 * 1024) return `${Math.floor(bytes / 1024)}k`.padStart(5);
  return `${(bytes / 1024 / 1024).toFixed(1)}M`.padStart(5);
}

function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  if (seconds === 0) return '--:--:--';
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${String(Math.floor(seconds / 3600)).padStart(2)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

function row(received: number, total: number, ms: number): string {
  const speed = received === 0 ? 0 : Math.floor((received * 1000) / Math.max(1, ms));
  const percent = (part: number): string => String(part).padStart(3);
  const all = received > 0 ? 100 : 0;
  return `\r${percent(all)} ${five(Math.max(received, total))}  ${percent(total > 0 ? all : 0)} ${five(received)}    0     0  ${five(speed)}      0 --:--:-- ${clock(ms)} --:--:-- ${five(speed)}`;
}

/** The head of the meter and its first row. */
export function* meterStart(): Sys<void> {
  yield* write(2, METER + row(0, 0, 0));
}

/** The last row. @param total the length that was announced */
export function* meterEnd(received: number, total: number, ms: number): Sys<void> {
  yield* write(2, `${row(received, total, ms)}\n`);
}

const isAddress = (host: string): boolean => /^[\d.]+$/.test(host) || host.includes(':');

/** -v up to the request; for a failed connection up to its error. `cached`: the address came from --resolve. */
export function connectLines(url: Url, result: HttpResult, compat: boolean, cached: boolean): string {
  const { host, port } = url;
  const { address, failure } = result;
  if (address === undefined) return '';
  const shown = address.includes(':') ? `[${address}]` : address;
  const resolved = cached
    ? `* Added ${host}:${port}:${address} to DNS cache\n* Hostname ${host} was found in DNS cache\n`
    : isAddress(host) || compat
      ? ''
      : `* Host ${host}:${port} was resolved.\n* IPv6: (none)\n* IPv4: ${address}\n`;
  const trying = `${resolved}*   Trying ${shown}:${port}...\n`;
  const why =
    failure === 'refused'
      ? 'Connection refused'
      : failure === 'unreachable'
        ? 'No route to host'
        : failure === 'timeout'
          ? 'Connection timed out'
          : undefined;
  if (why) return `${trying}* connect to ${address} port ${port} failed: ${why}\n`;
  const connected = `${trying}* Connected to ${host} (${address}) port ${port}${compat ? ' (#0)' : ''}\n`;
  if (url.scheme !== 'https') return connected + (compat ? '' : '* using HTTP/1.x\n');
  return `${connected}* ALPN: curl offers h2,http/1.1\n* TLSv1.3 (OUT), TLS handshake, Client hello (1):\n`;
}

/** -v of what came: every line marked. (`^` would match after each `\r` too.) */
export function responseLines(result: HttpResult): string {
  return headText(result).replace(/[^\n]*\n/g, '< $&');
}

export function requestLines(request: HttpRequest): string {
  return `${[`${request.method} ${request.path} HTTP/1.1`, ...request.headers.map(([name, value]) => `${name}: ${value}`), ''].map((line) => `> ${line}\r\n`).join('')}`;
}

/** Status line and headers as they came, with the empty line. */
export function headText(result: HttpResult): string {
  const { status, reason, headers } = result.response ?? { status: 0, reason: '', headers: [] };
  return `${[`HTTP/1.1 ${status} ${reason}`, ...headers.map(([name, value]) => `${name}: ${value}`), ''].map((line) => `${line}\r\n`).join('')}`;
}

const seconds = (ms: number): string => (ms / 1000).toFixed(6);

/** A variable as `%{json}` has it: counts and times are numbers, what is not there is null. */
function jsonValue(name: string, value: string): string | number | null {
  if (value === '') return null;
  return name !== 'http_version' && /^\d+(\.\d+)?$/.test(value) ? Number(value) : value;
}

/** The text of -w, with curl's variables. Unknown ones are named in `unknown`. */
export function writeOut(format: string, transfer: Transfer): { text: string; error: string } {
  const { url, request, result } = transfer;
  const response = result?.response;
  const header = (name: string): string => response?.headers.find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1] ?? '';
  const status = String(response?.status ?? 0).padStart(3, '0');
  const size = response && request?.method !== 'HEAD' ? byteLength(response.body) : 0;
  const connected = result?.address !== undefined && (response !== undefined || result.failure === 'empty' || result.failure === 'reset');
  const connectMs = connected ? (result?.elapsedMs ?? 0) : 0;
  const startMs = response ? connectMs + (response.delayMs ?? 0) : 0;
  const values: Readonly<Record<string, string>> = {
    content_type: header('content-type'),
    errormsg: transfer.message,
    exitcode: String(transfer.code),
    filename_effective: transfer.filename,
    http_code: status,
    http_connect: '000',
    http_version: response ? '1.1' : '0',
    local_ip: '',
    local_port: '0',
    method: request?.method ?? 'GET',
    num_certs: '0',
    num_connects: connected ? '1' : '0',
    num_headers: String(response?.headers.length ?? 0),
    num_redirects: String(transfer.redirects),
    redirect_url: transfer.redirectUrl,
    referer: '',
    remote_ip: result?.address ?? '',
    remote_port: connected ? String(url.port) : '0',
    response_code: status,
    scheme: connected ? url.scheme : '',
    size_download: String(size),
    size_header: String(response ? byteLength(headText(result)) : 0),
    size_request: String(request && connected ? byteLength(requestLines(request)) - 2 * (request.headers.length + 2) : 0),
    size_upload: String(byteLength(request?.body ?? '')),
    speed_download: String(Math.floor((size * 1000) / Math.max(1, transfer.totalMs))),
    speed_upload: '0',
    ssl_verify_result: '0',
    time_appconnect: seconds(url.scheme === 'https' ? connectMs : 0),
    time_connect: seconds(connectMs),
    time_namelookup: seconds(0),
    time_pretransfer: seconds(connectMs),
    time_redirect: seconds(0),
    time_starttransfer: seconds(startMs),
    time_total: seconds(transfer.totalMs),
    url: transfer.given,
    url_effective: url.href,
    urlnum: '0',
  };
  let error = '';
  let target = 'out';
  let [text, other] = ['', ''];
  const put = (piece: string): void => {
    if (target === 'out') text += piece;
    else other += piece;
  };
  for (const [piece, name, headerName] of format.matchAll(/%\{([^}]*)\}|%header\{([^}]*)\}|%%|\\[nrt\\]|[^%\\]+|[^]/g)) {
    if (name === 'stdout') target = 'out';
    else if (name === 'stderr') target = 'err';
    else if (name === 'onerror') {
      if (transfer.code === 0) break;
    } else if (name === 'json')
      put(JSON.stringify(Object.fromEntries(Object.entries(values).map(([key, value]) => [key, jsonValue(key, value)]))));
    else if (name === 'header_json')
      put(
        `{${(response?.headers ?? []).map(([key, value]) => `${JSON.stringify(key.toLowerCase())}:[${JSON.stringify(value)}]`).join(',\n')}\n}`,
      );
    else if (name !== undefined) {
      if (Object.hasOwn(values, name)) put(values[name] as string);
      else error += `curl: unknown --write-out variable: '${name}'\n`;
    } else if (headerName !== undefined) put(header(headerName));
    else put(piece === '%%' ? '%' : ({ '\\n': '\n', '\\r': '\r', '\\t': '\t', '\\\\': '\\' }[piece] ?? piece));
  }
  return { text, error: error + other };
}
