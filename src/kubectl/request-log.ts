/** What -v=6 and above show of each request: a line, the headers, the bodies, the curl command that would do the same. */
import type { ApiRequest, ApiResponse } from '../api/types.ts';
import { now } from '../kernel/sys.ts';
import type { Process, Sys } from '../kernel/types.ts';
import type { FlagValues } from './cli/parse.ts';
import { configPath } from './config-write.ts';
import { klog } from './klog.ts';
import { marshalJson } from './output/json.ts';

export interface LogOptions {
  /** The number of -v. */
  readonly verbosity: number;
  readonly pid: number;
  /** `https://127.0.0.1:8443` */
  readonly server: string;
}

/** Discovery is cached by the real kubectl, so it is not seen in its log. */
const CACHED = /^\/(?:api|apis|openapi\/.*)$/;
const MAX_BODY = 1024;
const REASONS: Readonly<Record<number, string>> = {
  101: 'Switching Protocols',
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  409: 'Conflict',
  410: 'Gone',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Entity',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};
const GATES: readonly (readonly [name: string, enabled: boolean])[] = [
  ['AtomicFIFO', true],
  ['ClientsAllowCARotation', true],
  ['ClientsAllowCBOR', false],
  ['ClientsAllowTLSCacheGC', true],
  ['ClientsPreferCBOR', false],
  ['InOrderInformers', true],
  ['InOrderInformersBatchProcess', true],
  ['InformerResourceVersion', true],
  ['UnlockWhileProcessingFIFO', true],
  ['WatchListClient', true],
];

/** The lines that come before the first request. */
export function* logStart({ pid }: LogOptions, process: Process, flags: FlagValues): Sys<void> {
  yield* klog('I', pid, 'loader.go:407', `Config loaded from file:  ${yield* configPath(process, flags)}`);
  for (const [name, enabled] of GATES)
    yield* klog('I', pid, 'envvar.go:195', `"Feature gate default state" feature="${name}" enabled=${enabled}`);
}

/** Where kubectl reads and writes the bodies of a request: one object is got elsewhere than a list. */
function sourceOf({ method, path }: ApiRequest): string {
  return method === 'GET' && /^\/(?:api|apis\/[^/]+)\/[^/]+(?:\/namespaces\/[^/]+)?\/[^/]+\/[^/]+$/.test(path)
    ? 'helper.go:105'
    : 'helper.go:113';
}

/** Sends a request and logs what is to be seen of it. */
export function* logged(options: LogOptions, asked: ApiRequest, send: () => Sys<ApiResponse>): Sys<ApiResponse> {
  const { verbosity, pid } = options;
  // A session is a WebSocket, which begins with a GET.
  const request: ApiRequest = /\/(?:exec|attach|portforward)$/.test(asked.path) ? { ...asked, method: 'GET' } : asked;
  if (CACHED.test(request.path)) return yield* send();
  const url = urlOf(options, request);
  const body = request.body === undefined ? '' : typeof request.body === 'string' ? request.body : marshalJson(request.body);
  if (verbosity >= 8) yield* klog('I', pid, sourceOf(request), `"Request Body" body=${bodyText(body, verbosity)}`);
  if (verbosity >= 9) {
    const headers = Object.entries(request.headers ?? {}).map(([name, value]) => ` -H "${title(name)}: ${value}"`);
    yield* klog(
      'I',
      pid,
      'round_trippers.go:527',
      `"Request" curlCommand=<\n\tcurl -v -X${request.method} ${headers.join('')} '${url}'\n >`,
    );
  } else if (verbosity >= 7) {
    const what = `"Request" verb="${request.method}" url="${url}"`;
    yield* klog('I', pid, 'round_trippers.go:527', `${what} headers=<\n${headerLines(request.headers ?? {})} >`);
  }
  const start = yield* now();
  const response = yield* send();
  const status = `${response.status} ${REASONS[response.status] ?? ''}`.trim();
  const took = `milliseconds=${Math.round((yield* now()) - start)}`;
  const first = verbosity >= 7 && verbosity < 9 ? '' : ` verb="${request.method}" url="${url}"`;
  const headers = verbosity >= 8 ? ` headers=<\n${headerLines(response.headers)} >` : '';
  yield* klog('I', pid, 'round_trippers.go:632', `"Response"${first} status="${status}"${headers} ${took}`);
  if (verbosity >= 8 && !response.watch && !response.stream) {
    const text = typeof response.body === 'string' ? response.body : JSON.stringify(response.body ?? '');
    yield* klog('I', pid, sourceOf(request), `"Response Body" body=${bodyText(text, verbosity)}`);
  }
  return response;
}

function urlOf({ server }: LogOptions, { path, query = {} }: ApiRequest): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one) => `${encodeURIComponent(name)}=${encodeURIComponent(one)}`),
  );
  // By name; values of one name stay in their order.
  const name = (pair: string): string => pair.slice(0, pair.indexOf('='));
  pairs.sort((a, b) => (name(a) < name(b) ? -1 : Number(name(a) > name(b))));
  return `${server}${path}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`;
}

function headerLines(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .map(([name, value]) => `\t${title(name)}: ${value}\n`)
    .sort()
    .join('');
}

function title(name: string): string {
  return name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());
}

function bodyText(text: string, verbosity: number): string {
  if (text === '') return '""';
  const rest = text.length - MAX_BODY;
  const shown = verbosity < 9 && rest > 0 ? `${text.slice(0, MAX_BODY)} [truncated ${rest} chars]` : text;
  return `<\n${shown.replace(/\n$/, '').replace(/^/gm, '\t')}\n >`;
}
