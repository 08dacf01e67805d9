/** From curl's settings and a URL to an HTTP request. */

import { byteLength, encodeBase64 } from '../../kernel/bytes.ts';
import { SysError } from '../../kernel/error.ts';
import { close, open, readAll } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import type { HttpRequest, HttpResult } from '../../network/types.ts';
import { formOf } from './form.ts';
import { type Settings, unreadable } from './settings.ts';

export const VERSION = '8.14.1';

/** A transfer that failed: curl's number and words. */
export class CurlError extends Error {
  readonly code: number;
  /** The connection that was not made. */
  readonly result: HttpResult | undefined;

  constructor(code: number, message: string, result?: HttpResult) {
    super(message);
    this.code = code;
    this.result = result;
  }
}

export interface Url {
  readonly scheme: 'http' | 'https';
  /** Without brackets. */
  readonly host: string;
  readonly port: number;
  /** Path and query. */
  readonly path: string;
  readonly user: string | undefined;
  /** In full, with the scheme and without user and fragment. */
  readonly href: string;
}

/** The proxy that a request goes through: -x, or the environment's, unless --noproxy or NO_PROXY names the host. */
export function proxyFor(
  settings: Settings,
  url: Url,
  env: Readonly<Record<string, string | undefined>>,
  compat: boolean,
): Url | undefined {
  const set = (name: string): string | undefined => env[name] || env[name.toUpperCase()] || undefined;
  // Only in small letters: HTTP_PROXY may come from a request's header in CGI.
  const text = settings.get('proxy') ?? (url.scheme === 'http' ? env['http_proxy'] || undefined : set('https_proxy')) ?? set('all_proxy');
  if (!text) return undefined;
  const spared = (settings.get('noproxy') ?? set('no_proxy') ?? '').split(/[,\s]+/).filter(Boolean);
  if (spared.some((one) => one === '*' || url.host === one.replace(/^\./, '') || url.host.endsWith(`.${one.replace(/^\./, '')}`)))
    return undefined;
  const [, , authority = ''] = /^([a-z]+:\/\/)?([^/]*)/i.exec(text) ?? [];
  const parsed = parseUrl(text, compat);
  return { ...parsed, port: /:\d+$/.test(authority) ? parsed.port : 1080 };
}

/** Parses a URL as curl does: the scheme may be missing. */
export function parseUrl(text: string, compat: boolean): Url {
  const bad = (why: string): never => {
    throw new CurlError(3, compat ? 'URL using bad/illegal format or missing URL' : `URL rejected: ${why}`);
  };
  if (/[\x00-\x20\x7f]/.test(text)) bad('Malformed input to a URL function');
  const [, scheme = 'http', rest = ''] = /^(?:([a-zA-Z][\w+.-]*):\/\/)?(.*)$/s.exec(text) as RegExpExecArray;
  const lower = scheme.toLowerCase();
  if (lower !== 'http' && lower !== 'https')
    throw new CurlError(1, `Protocol "${scheme}" ${compat ? 'not supported or disabled in libcurl' : 'not supported'}`);
  const [, user, authority = '', path = ''] = /^(?:([^@/?#]*)@)?([^/?#]*)([^#]*)/.exec(rest) as RegExpExecArray;
  const [, bracketed, plain = '', port] = /^(?:\[([^\]]*)\]|([^:]*))(?::(.*))?$/s.exec(authority) ?? [];
  const host = bracketed ?? plain;
  if (host === '') bad(authority.startsWith('[') ? 'Bad IPv6 address' : 'No host part in the URL');
  if (/["<>\\^`{}|*$;'()]/.test(host)) bad('Bad hostname');
  if (port && (!/^\d+$/.test(port) || Number(port) > 65535)) bad('Port number was not a decimal number between 0 and 65535');
  const standard = lower === 'https' ? 443 : 80;
  const full = withoutDots(path.startsWith('/') ? path : `/${path}`);
  return {
    scheme: lower,
    host,
    port: port ? Number(port) : standard,
    path: full.replace(/[^\x21-\x7e]/g, (c) => encodeURIComponent(c)),
    user: user === undefined ? undefined : decodeURIComponent(user.replace(/%(?![\da-fA-F]{2})/g, '%25')),
    href: `${lower}://${authority}${full}`,
  };
}

/** `/a/../b/./c` is `/b/c` (RFC 3986, 5.2.4); a query stays as it is. */
function withoutDots(target: string): string {
  const [, path = '', query = ''] = /^([^?]*)(.*)$/s.exec(target) as RegExpExecArray;
  const kept: string[] = [];
  const parts = path.split('/').slice(1);
  for (const [index, part] of parts.entries()) {
    if (part === '..') kept.pop();
    else if (part !== '.') kept.push(part);
    if (index === parts.length - 1 && (part === '.' || part === '..')) kept.push('');
  }
  return `/${kept.join('/')}${query}`;
}

/** The text of `@file` (or `@-`). `option`, as typed, is named when it cannot be read. */
export function* fileText(path: string, option: string, settings: Settings): Sys<string> {
  let fd = 0;
  if (path !== '-') {
    try {
      fd = yield* open(path, 'r');
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      throw unreadable(option, path, settings.has('silent') && !settings.has('show-error'));
    }
  }
  const text = yield* readAll(fd);
  if (fd !== 0) yield* close(fd);
  return text;
}

export interface Body {
  readonly text: string;
  readonly json: boolean;
  /** Of a form. */
  readonly contentType?: string;
}

/** The body made by all -d options, joined by `&`, or by all -F ones; undefined when there is none. */
export function* bodyOf(settings: Settings): Sys<Body | undefined> {
  const form = yield* formOf(settings);
  if (form) return { ...form, json: false };
  const parts: string[] = [];
  let json = false;
  for (const [name, value, option] of settings.given) {
    if (name === 'data' || name === 'data-ascii' || name === 'data-binary' || name === 'json') {
      const read = value.startsWith('@') ? yield* fileText(value.slice(1), option, settings) : value;
      // Plain -d takes the newlines of a file out.
      const text = value.startsWith('@') && (name === 'data' || name === 'data-ascii') ? read.replace(/[\r\n\0]/g, '') : read;
      if (name === 'json') {
        json = true;
        parts[Math.max(0, parts.length - 1)] = (parts.at(-1) ?? '') + text;
      } else parts.push(text);
    } else if (name === 'data-raw') parts.push(value);
    else if (name === 'data-urlencode') {
      const [, key, sign, rest = ''] = /^([^=@]*)([=@])?(.*)$/s.exec(value) as RegExpExecArray;
      const content = sign === '@' ? yield* fileText(rest, option, settings) : sign === '=' ? rest : value;
      parts.push(
        `${sign !== undefined && key ? `${key}=` : ''}${encodeURIComponent(content)
          .replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
          .replaceAll('%20', '+')}`,
      );
    }
  }
  if (parts.length === 0) return undefined;
  return { text: parts.join('&'), json };
}

/** The request for one URL. `upload` is the text of -T, `fromFiles` the headers of -H @FILE; a proxy is told the whole URL. */
export function requestFor(
  settings: Settings,
  url: Url,
  body: Body | undefined,
  upload: string | undefined,
  fromFiles: readonly string[] = [],
  proxy?: Url,
): HttpRequest {
  const asQuery = settings.has('get') && body !== undefined;
  const content = upload ?? (asQuery ? undefined : body?.text);
  const own: [string, string | undefined][] = [];
  for (const line of [...settings.all('header').filter((one) => !one.startsWith('@')), ...fromFiles]) {
    const colon = line.indexOf(':');
    if (colon > 0) own.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim() || undefined]);
    else if (/^[^:]+;$/.test(line)) own.push([line.slice(0, -1), '']);
  }
  if (body?.json && content !== undefined)
    for (const name of ['Accept', 'Content-Type'])
      if (!own.some(([key]) => key.toLowerCase() === name.toLowerCase())) own.unshift([name, 'application/json']);
  const named = (name: string): boolean => own.some(([key]) => key.toLowerCase() === name.toLowerCase());
  const headers: [string, string][] = [];
  const add = (name: string, value: string | undefined): void => {
    if (value !== undefined && !named(name)) headers.push([name, value]);
  };
  const standard = url.port === (url.scheme === 'https' ? 443 : 80);
  const host = url.host.includes(':') ? `[${url.host}]` : url.host;
  const ownHost = own.find(([key]) => key.toLowerCase() === 'host');
  headers.push(['Host', ownHost ? (ownHost[1] ?? '') : standard ? host : `${host}:${url.port}`]);
  const proxyUser = proxy && (settings.get('proxy-user') ?? proxy.user);
  if (proxyUser !== undefined) add('Proxy-Authorization', `Basic ${encodeBase64(proxyUser.includes(':') ? proxyUser : `${proxyUser}:`)}`);
  const user = settings.get('user') ?? url.user;
  if (settings.has('oauth2-bearer')) add('Authorization', `Bearer ${settings.get('oauth2-bearer')}`);
  else if (user !== undefined) add('Authorization', `Basic ${encodeBase64(user.includes(':') ? user : `${user}:`)}`);
  if (settings.has('range')) add('Range', `bytes=${settings.get('range')}`);
  const agent = settings.get('user-agent');
  if (agent !== '') add('User-Agent', agent ?? `curl/${VERSION}`);
  add('Accept', '*/*');
  if (proxy) add('Proxy-Connection', 'Keep-Alive');
  if (settings.has('compressed')) add('Accept-Encoding', 'deflate, gzip, br, zstd');
  add('Referer', settings.get('referer'));
  const cookies = settings.all('cookie').filter((text) => text.includes('='));
  if (cookies.length > 0) add('Cookie', cookies.join('; '));
  for (const [name, value] of own) if (name.toLowerCase() !== 'host' && value !== undefined) headers.push([name, value]);
  if (content !== undefined) {
    add('Content-Length', String(byteLength(content)));
    if (upload === undefined) add('Content-Type', body?.contentType ?? 'application/x-www-form-urlencoded');
  }
  const method =
    settings.get('request') ?? (settings.has('head') ? 'HEAD' : upload !== undefined ? 'PUT' : content !== undefined ? 'POST' : 'GET');
  const path = asQuery ? `${url.path}${url.path.includes('?') ? '&' : '?'}${body.text}` : url.path;
  return {
    method,
    scheme: url.scheme,
    host: url.host,
    port: url.port,
    path: settings.get('request-target') ?? (proxy ? `${url.scheme}://${headers[0]?.[1]}${path}` : path),
    headers,
    ...(content !== undefined && { body: content }),
  };
}

/** Where a Location header leads. */
export function resolveLocation({ scheme, host, port, path }: Url, location: string): string {
  if (/^[a-z]+:\/\//i.test(location)) return location;
  const authority = `${host.includes(':') ? `[${host}]` : host}${port === (scheme === 'https' ? 443 : 80) ? '' : `:${port}`}`;
  if (location.startsWith('//')) return `${scheme}:${location}`;
  if (location.startsWith('/')) return `${scheme}://${authority}${location}`;
  return `${scheme}://${authority}${path.replace(/\?.*$/s, '').replace(/[^/]*$/, '')}${location}`;
}
