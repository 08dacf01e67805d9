/** Small parts that several servers share. */
import type { HttpRequest, HttpResponse } from '../../network/types.ts';
import type { ServerContext } from './family.ts';

const REASONS: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  204: 'No Content',
  301: 'Moved Permanently',
  302: 'Found',
  304: 'Not Modified',
  307: 'Temporary Redirect',
  308: 'Permanent Redirect',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Not Allowed',
  418: "I'm a teapot",
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  htm: 'text/html',
  css: 'text/css',
  js: 'application/javascript',
  json: 'application/json',
  txt: 'text/plain',
  xml: 'text/xml',
  svg: 'image/svg+xml',
  md: 'text/markdown',
};

type Headers = readonly (readonly [string, string])[];

export function reasonOf(status: number): string {
  return REASONS[status] ?? '';
}

/** A response with its length counted in UTF-8 bytes as the last header, unless it says its length otherwise. */
export function respond(status: number, headers: Headers, body: string, reason = reasonOf(status)): HttpResponse {
  const known = headers.some(([name]) => /^(?:content-length|transfer-encoding)$/i.test(name));
  return { status, reason, headers: known ? headers : [...headers, ['Content-Length', String(byteLength(body))]], body };
}

export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** `Tue, 24 Nov 2026 09:00:00 GMT` */
export function httpDate(ms: number): string {
  return new Date(ms).toUTCString();
}

/** Path without query, decoded; and the query's parameters. */
export function splitPath(path: string): {
  readonly path: string;
  readonly query: string;
  readonly parameters: Readonly<Record<string, string>>;
} {
  const at = path.indexOf('?');
  const query = at < 0 ? '' : path.slice(at + 1);
  const parameters: Record<string, string> = {};
  for (const part of query.split('&')) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    parameters[decode(equals < 0 ? part : part.slice(0, equals))] = equals < 0 ? '' : decode(part.slice(equals + 1));
  }
  return { path: decode(at < 0 ? path : path.slice(0, at)), query, parameters };
}

export function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

export function header(request: HttpRequest, name: string): string | undefined {
  return request.headers.find(([key]) => key.toLowerCase() === name)?.[1];
}

export function typeOf(path: string, otherwise = 'application/octet-stream'): string {
  return TYPES[/\.(\w+)$/.exec(path)?.[1] ?? ''] ?? otherwise;
}

/** `24/Nov/2026:09:00:00 +0000`, as access logs of nginx and httpd have it. */
export function logTime(ms: number): string {
  const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(httpDate(ms)) ?? [];
  return `${day}/${month}/${year}:${time} +0000`;
}

/** A line of the combined log format; nginx adds the forwarded address. */
export function accessLine(request: HttpRequest, response: HttpResponse, { client, now }: ServerContext, extra = ''): string {
  const size = request.method === 'HEAD' ? 0 : byteLength(response.body);
  const quoted = (name: string): string => `"${header(request, name) ?? '-'}"`;
  return `${client} - - [${logTime(now)}] "${request.method} ${request.path} HTTP/1.1" ${response.status} ${size} ${quoted('referer')} ${quoted('user-agent')}${extra}\n`;
}
