/** The API server's place in the network: https at the first node's port 8443, and so at the Service `kubernetes`. */
import { acceptedFormats, isResource, NOT_ACCEPTABLE } from '../api/accepted.ts';
import { bodyText } from '../api/body-text.ts';
import type { ApiRequest, ApiResponse, UserInfo } from '../api/types.ts';
import { lazy } from '../kernel/lazy.ts';
import type { Network } from './network.ts';
import { API_SERVER } from './routing.ts';
import type { HttpRequest, HttpResponse } from './types.ts';

/** Without a token. */
const ANONYMOUS: UserInfo = { username: 'system:anonymous', groups: ['system:unauthenticated'] };
const REASONS: Readonly<Record<number, string>> = {
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
  422: 'Unprocessable Entity',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  503: 'Service Unavailable',
};

/** What an answer in YAML needs; it is there before a request for one is handled. */
export const yamlAnswers = lazy(() => import('../kubectl/output/yamlprint.ts'));

/** Whether a client asks for YAML rather than JSON. */
export const asksForYaml = (accept: string): boolean => acceptedFormats(accept)?.find((one) => one !== 'protobuf') === 'yaml';

/** Lets requests over the network reach the API server. `handle` is ApiServer.handle. */
export function serveApi(network: Network, handle: (request: ApiRequest) => ApiResponse): void {
  network.server(API_SERVER.server, (request) => answer(request, handle));
}

function answer(request: HttpRequest, handle: (request: ApiRequest) => ApiResponse): HttpResponse {
  const at = request.path.indexOf('?');
  const headers = Object.fromEntries(request.headers.map(([name, value]) => [name.toLowerCase(), value]));
  const asked: ApiRequest = {
    method: request.method as ApiRequest['method'],
    path: at < 0 ? request.path : request.path.slice(0, at),
    query: queryOf(at < 0 ? '' : request.path.slice(at + 1)),
    headers,
    user: ANONYMOUS,
    ...(request.certificate !== undefined && { certificate: request.certificate }),
    ...(request.body !== undefined && { body: request.body }),
  };
  const accept = headers['accept'] ?? '';
  const respond = (status: number, body: unknown, type?: string): HttpResponse => {
    if (typeof body === 'string') return asHttp(status, body, type);
    const printer = asksForYaml(accept) && isResource(asked.path) ? yamlAnswers.value : undefined;
    return printer ? asHttp(status, printer.printYaml(body), 'application/yaml') : asHttp(status, bodyText(body, asked), type);
  };
  const refuse = (code: number, message: string, reason?: string): HttpResponse =>
    respond(code, { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message, ...(reason && { reason }), code });
  const formats = acceptedFormats(accept);
  if (!formats && isResource(asked.path)) return refuse(406, NOT_ACCEPTABLE, 'NotAcceptable');
  if (formats?.every((one) => one === 'protobuf') && isResource(asked.path))
    return refuse(501, 'answers in protobuf are not supported over this connection');
  const response = handle(asked);
  if (response.watch || response.session) return refuse(501, 'watch, exec, attach and port-forward are not supported over this connection');
  return respond(response.status, response.body, response.headers['content-type']);
}

function asHttp(status: number, text: string, type = 'application/json'): HttpResponse {
  return {
    status,
    reason: REASONS[status] ?? '',
    headers: [
      ['Content-Type', type],
      ['Content-Length', String(new TextEncoder().encode(text).length)],
    ],
    body: text,
  };
}

function queryOf(text: string): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  for (const part of text.split('&')) {
    if (part === '') continue;
    const [key = '', value = ''] = part.split(/=(.*)/s).map((one) => decode(one));
    const before = query[key];
    query[key] = before === undefined ? value : [...(typeof before === 'string' ? [before] : before), value];
  }
  return query;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
