/** curl: one HTTP exchange a URL over the simulated network, with curl 8's options and words. */
import { files, isatty, sleep, write } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import { http } from '../network/client.ts';
import type { HttpRequest, HttpResult } from '../network/types.ts';
import { type Options, options } from './options.ts';
import { type Call, Failure, type Tool } from './tool.ts';

const SPEC =
  's,silent S,show-error v,verbose o,output: O,remote-name w,write-out: m,max-time: connect-timeout: I,head H,header: X,request: d,data: data-raw: data-binary: L,location k,insecure f,fail i,include u,user: A,user-agent: G,get 4,ipv4 6,ipv6 retry: g,globoff N,no-buffer';
const VERSION = '8.14.1';
const USER_AGENT = `curl/${VERSION}`;
const HINT = "curl: try 'curl --help' or 'curl --manual' for more information";
const MAX_REDIRECTS = 50;

interface Url {
  readonly scheme: 'http' | 'https';
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly given: string;
}

export const curl: Tool = function* (call) {
  if (call.args.includes('--version') || call.args[0] === '-V') {
    call.put(`curl ${VERSION} (x86_64-pc-linux-gnu)\nProtocols: http https\n`);
    return 0;
  }
  const found = options(call, SPEC, { code: 2, hint: HINT });
  if (found.operands.length === 0) throw new Failure(`${HINT.replace('curl: try', 'no URL specified\ncurl: try')}`, 2);
  let code = 0;
  for (const operand of found.operands) {
    try {
      code = yield* fetchUrl(call, found, operand);
    } catch (error) {
      if (!(error instanceof CurlError)) throw error;
      code = error.code;
      yield* call.flush();
      if (!found.has('s') || found.has('S')) yield* write(2, `curl: (${error.code}) ${error.message}\n`);
    }
  }
  return code;
};

/** A transfer that failed, with curl's own code and words. */
class CurlError extends Error {
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

function parseUrl(text: string): Url {
  const [, scheme, rest = ''] = /^(?:([a-z][\w+.-]*):\/\/)?([^]*)$/i.exec(text) ?? [];
  if (scheme !== undefined && !/^https?$/i.test(scheme)) throw new CurlError(1, `Protocol "${scheme}" not supported`);
  const [, host = '', port, path = ''] = /^(?:[^@/?]*@)?([^:/?#]*)(?::([^/?#]*))?([^#]*)/.exec(rest) ?? [];
  if (host === '') throw new CurlError(3, 'URL rejected: No host part in the URL');
  if (/\s/.test(rest)) throw new CurlError(3, 'URL rejected: Malformed input to a URL function');
  if (port !== undefined && (!/^\d+$/.test(port) || Number(port) > 65_535))
    throw new CurlError(3, 'URL rejected: Port number was not a decimal number between 0 and 65535');
  const secure = scheme?.toLowerCase() === 'https';
  return {
    scheme: secure ? 'https' : 'http',
    host,
    port: port ? Number(port) : secure ? 443 : 80,
    path: path.startsWith('/') ? path : `/${path}`,
    given: text,
  };
}

function* fetchUrl(call: Call, found: Options, operand: string): Sys<number> {
  let url = parseUrl(operand);
  const seconds = (name: string): number | undefined => (found.get(name) === undefined ? undefined : Number(found.get(name)) * 1000);
  const limit = Math.min(seconds('connect-timeout') ?? Number.POSITIVE_INFINITY, seconds('m') ?? Number.POSITIVE_INFINITY);
  if (Number.isNaN(limit)) throw new Failure(`option -m: expected a proper numerical parameter\n${HINT}`, 2);
  for (let redirects = 0; ; redirects++) {
    const request = requestOf(found, url);
    if (found.has('v')) yield* trying(url);
    const result = yield* http(request, Number.isFinite(limit) ? limit : undefined);
    const failed = failure(call, url, result, limit);
    if (failed) {
      if (found.has('v')) yield* write(2, `* ${failed.message}\n* closing connection #0\n`);
      throw failed;
    }
    const { response } = result;
    if (!response) throw new CurlError(52, 'Empty reply from server');
    if (found.has('v')) yield* conversation(url, request, result);
    const location = response.headers.find(([name]) => name.toLowerCase() === 'location')?.[1];
    if (found.has('L') && location && response.status >= 300 && response.status < 400) {
      if (redirects >= MAX_REDIRECTS) throw new CurlError(47, `Maximum (${MAX_REDIRECTS}) redirects followed`);
      url = parseUrl(/^[a-z]+:\/\//i.test(location) ? location : `${url.scheme}://${url.host}:${url.port}${location}`);
      continue;
    }
    return yield* output(call, found, url, request, result);
  }
}

function requestOf(found: Options, url: Url): HttpRequest {
  const data = [...found.all('d'), ...found.all('data-raw'), ...found.all('data-binary')].join('&');
  const own = found.all('H').map((line) => [line.slice(0, line.indexOf(':')).trim(), line.slice(line.indexOf(':') + 1).trim()] as const);
  const has = (name: string): boolean => own.some(([key]) => key.toLowerCase() === name);
  const body = data !== '' && !found.has('G') ? data : undefined;
  const user = found.get('u');
  const headers: (readonly [string, string])[] = [];
  if (!has('host')) headers.push(['Host', url.port === (url.scheme === 'https' ? 443 : 80) ? url.host : `${url.host}:${url.port}`]);
  if (user !== undefined) headers.push(['Authorization', `Basic ${btoa(user)}`]);
  if (!has('user-agent')) headers.push(['User-Agent', found.get('A') ?? USER_AGENT]);
  if (!has('accept')) headers.push(['Accept', '*/*']);
  headers.push(...own.filter(([, value]) => value !== ''));
  if (body !== undefined) {
    headers.push(['Content-Length', String(new TextEncoder().encode(body).length)]);
    if (!has('content-type')) headers.push(['Content-Type', 'application/x-www-form-urlencoded']);
  }
  return {
    method: found.get('X') ?? (found.has('I') ? 'HEAD' : body === undefined ? 'GET' : 'POST'),
    scheme: url.scheme,
    host: url.host,
    port: url.port,
    path: data !== '' && found.has('G') ? `${url.path}${url.path.includes('?') ? '&' : '?'}${data}` : url.path,
    headers,
    ...(body !== undefined && { body }),
  };
}

/** The error of a connection that failed; curl 7's words where the terminal plays 2019. */
function failure(call: Call, { host, port }: Url, { failure: why, elapsedMs }: HttpResult, limit: number): CurlError | undefined {
  const old = call.process.env['DRYDOCK_CURL_COMPAT'] === '2019';
  switch (why) {
    case undefined:
      return undefined;
    case 'unresolved':
      return new CurlError(6, `Could not resolve host: ${host}`);
    case 'empty':
      return new CurlError(52, 'Empty reply from server');
    case 'reset':
      return new CurlError(56, 'Recv failure: Connection reset by peer');
    case 'timeout':
      if (elapsedMs >= limit) return new CurlError(28, `Connection timed out after ${Math.round(elapsedMs) + 1} milliseconds`);
      return new CurlError(
        old ? 7 : 28,
        old
          ? `Failed to connect to ${host} port ${port}: Connection timed out`
          : `Failed to connect to ${host} port ${port} after ${Math.round(elapsedMs)} ms: Could not connect to server`,
      );
    case 'refused':
    case 'unreachable':
      if (old)
        return new CurlError(
          7,
          `Failed to connect to ${host} port ${port}: ${why === 'refused' ? 'Connection refused' : 'No route to host'}`,
        );
      return new CurlError(7, `Failed to connect to ${host} port ${port} after ${Math.round(elapsedMs)} ms: Could not connect to server`);
  }
}

function* trying({ host, port }: Url): Sys<void> {
  if (/^[\d.]+$/.test(host)) yield* write(2, `*   Trying ${host}:${port}...\n`);
}

function* conversation({ host, port }: Url, request: HttpRequest, { address, response }: HttpResult): Sys<void> {
  const lines = [
    ...(/^[\d.]+$/.test(host) ? [] : [`* Host ${host}:${port} was resolved.`, `*   Trying ${address}:${port}...`]),
    `* Connected to ${host} (${address}) port ${port}`,
    `> ${request.method} ${request.path} HTTP/1.1`,
    ...request.headers.map(([name, value]) => `> ${name}: ${value}`),
    '> ',
    '* Request completely sent off',
    `< HTTP/1.1 ${response?.status} ${response?.reason}`,
    ...(response?.headers ?? []).map(([name, value]) => `< ${name}: ${value}`),
    '< ',
  ];
  yield* write(2, `${lines.join('\n')}\n`);
}

function* output(call: Call, found: Options, url: Url, request: HttpRequest, result: HttpResult): Sys<number> {
  const { response, elapsedMs, address } = result;
  if (!response) return 52;
  const refused = found.has('f') && response.status >= 400;
  const head =
    found.has('I') || found.has('i')
      ? `HTTP/1.1 ${response.status} ${response.reason}\n${response.headers.map(([name, value]) => `${name}: ${value}\n`).join('')}\n`
      : '';
  const text = refused ? head : head + (found.has('I') ? '' : response.body);
  const path = found.get('o') ?? (found.has('O') ? url.path.replace(/\?.*$/, '').replace(/^.*\//, '') || 'index.html' : undefined);
  const size = new TextEncoder().encode(response.body).length;
  if (!found.has('s') && !found.has('v') && (path !== undefined || !(yield* isatty(1)))) yield* meter(size);
  if (path === '/dev/null') yield* sleep(0);
  else if (path !== undefined && path !== '-') yield* files((fs, cwd) => fs.write(fs.resolve(cwd, path), text));
  else call.put(text);
  yield* call.flush();
  if (found.has('v')) yield* write(2, `* Connection #0 to host ${url.host} left intact\n`);
  const format = found.get('w');
  if (format !== undefined) {
    const values: Readonly<Record<string, string>> = {
      http_code: String(response.status).padStart(3, '0'),
      response_code: String(response.status).padStart(3, '0'),
      size_download: String(size),
      remote_ip: address ?? '',
      remote_port: String(url.port),
      time_total: ((elapsedMs + (response.delayMs ?? 0)) / 1000).toFixed(6),
      time_connect: (elapsedMs / 1000).toFixed(6),
      url_effective: url.given,
      method: request.method,
      content_type: response.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '',
    };
    call.put(
      format
        .replace(/%\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '')
        .replace(/\\n/g, '\n')
        .replace(/\\t/g, '\t')
        .replace(/\\r/g, '\r'),
    );
  }
  if (refused) throw new CurlError(22, `The requested URL returned error: ${response.status}`);
  return 0;
}

/** The progress meter as it stands when a small transfer is over. */
function* meter(size: number): Sys<void> {
  const row = (percent: string, speed: string): string =>
    `${percent.padStart(3)} ${String(size).padStart(5)} ${percent.padStart(4)} ${String(size).padStart(5)}    0     0  ${speed.padStart(5)}      0 --:--:-- --:--:-- --:--:--     0`;
  yield* write(
    2,
    `  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current\n                                 Dload  Upload   Total   Spent    Left  Speed\n\r${row('100', '0')}\n`,
  );
}
