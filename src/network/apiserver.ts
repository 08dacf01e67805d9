/** The API server's place in the network: https at the first node's port 8443, and so at the Service `kubernetes`. */
import { bodyText } from '../api/body-text.ts';
import type { ApiRequest, ApiResponse, UserInfo } from '../api/types.ts';
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
  409: 'Conflict',
  422: 'Unprocessable Entity',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  503: 'Service Unavailable',
};

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
    ...(request.body !== undefined && { body: request.body }),
  };
  const response = handle(asked);
  const respond = (status: number, body: unknown, type?: string): HttpResponse =>
    asHttp(status, typeof body === 'string' ? body : bodyText(body, asked), type);
  if (response.watch || response.session) {
    return respond(501, {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message: 'watch, exec, attach and port-forward are not supported over this connection',
      code: 501,
    });
  }
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
