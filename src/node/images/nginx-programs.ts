/** nginx: serves the container's files as its configuration says, logs as the official image does. */

import { formatTime } from '../../api/values/duration.ts';
import { SysError } from '../../kernel/error.ts';
import type { FileSystem } from '../../kernel/files.ts';
import { files, now, processes, write } from '../../kernel/sys.ts';
import type { Process, Program, Sys } from '../../kernel/types.ts';
import type { HttpRequest, HttpResponse } from '../../network/types.ts';
import { awaitSignal, exec, listen, title } from './daemon.ts';
import type { Server, ServerAnswer, ServerContext } from './family.ts';
import { accessLine, header, httpDate, reasonOf, respond, splitPath, typeOf } from './http.ts';
import { VERSION } from './nginx.ts';
import { ConfigError, type Directive, locationFor, parseConfig, serversOf, type VirtualServer } from './nginx-config.ts';

const CONFIG = '/etc/nginx/nginx.conf';
const CACHE = '/var/cache/nginx';

/** What the image's entrypoint prints before nginx starts. */
const ENTRYPOINT_LOG = [
  '/docker-entrypoint.sh: /docker-entrypoint.d/ is not empty, will attempt to perform configuration',
  '/docker-entrypoint.sh: Looking for shell scripts in /docker-entrypoint.d/',
  '/docker-entrypoint.sh: Launching /docker-entrypoint.d/10-listen-on-ipv6-by-default.sh',
  '{ipv6}',
  '/docker-entrypoint.sh: Sourcing /docker-entrypoint.d/15-local-resolvers.envsh',
  '/docker-entrypoint.sh: Launching /docker-entrypoint.d/20-envsubst-on-templates.sh',
  '/docker-entrypoint.sh: Launching /docker-entrypoint.d/30-tune-worker-processes.sh',
  '/docker-entrypoint.sh: Configuration complete; ready for start up',
  '',
].join('\n');

const IPV6 = [
  '10-listen-on-ipv6-by-default.sh: info: Getting the checksum of /etc/nginx/conf.d/default.conf',
  '10-listen-on-ipv6-by-default.sh: info: Enabled listen on IPv6 in /etc/nginx/conf.d/default.conf',
].join('\n');
const NO_IPV6 = '10-listen-on-ipv6-by-default.sh: info: can not modify /etc/nginx/conf.d/default.conf (read-only file system?)';

function* entrypoint(process: Process): Sys<number> {
  const command = process.argv.slice(1);
  if (command[0] === 'nginx' || command[0] === 'nginx-debug') {
    const refused = yield* files((tree) => refusal(tree, '/etc/nginx/conf.d/.new'));
    yield* write(1, ENTRYPOINT_LOG.replace('{ipv6}', refused ? NO_IPV6 : IPV6));
  }
  return yield* exec(process, command);
}

/** Why no file can be made at a path, as C's strerror and errno tell it; undefined when it can. */
function refusal(tree: FileSystem, path: string): string | undefined {
  try {
    tree.requireWritable(path);
  } catch (error) {
    if (error instanceof SysError && error.errno === 'EROFS') return '30: Read-only file system';
    if (error instanceof SysError && error.errno === 'EACCES') return '13: Permission denied';
  }
  return undefined;
}

function* nginx(process: Process): Sys<number> {
  const version = process.startedWith['NGINX_VERSION'] ?? VERSION;
  const flag = process.argv[1];
  if (flag === '-v') {
    yield* write(2, `nginx version: nginx/${version}\n`);
    return 0;
  }
  let servers = yield* load(process, flag === '-t');
  if (!servers) return 1;
  if (flag === '-t') {
    yield* write(2, `nginx: the configuration file ${CONFIG} syntax is ok\nnginx: configuration file ${CONFIG} test is successful\n`);
    return 0;
  }
  if (flag === '-s') return yield* signalMaster(process);
  const user = process.machine.user?.uid ?? 0;
  if (user !== 0)
    yield* complain(
      'warn',
      `the "user" directive makes sense only if the master process runs with super-user privileges, ignored in ${CONFIG}:2`,
    );
  const refused = yield* files((tree) => (tree.exists(CACHE) ? refusal(tree, `${CACHE}/.new`) : undefined));
  if (refused) {
    yield* complain('emerg', `mkdir() "${CACHE}/client_temp" failed (${refused})`);
    return 1;
  }
  title(process, [`nginx: master process ${process.argv.join(' ')}`]);
  for (let again = false; ; again = true) {
    for (const port of new Set(servers.flatMap(({ ports }) => ports))) {
      const tls = servers.some(({ secure }) => secure.includes(port));
      if (yield* listen(port, 'nginx', { servers, version }, { ...(again && { again }), ...(tls && { tls }) })) continue;
      yield* write(2, `nginx: [emerg] bind() to 0.0.0.0:${port} failed (98: Address already in use)\n`);
      return 1;
    }
    yield* write(
      2,
      yield* notices(['using the "epoll" event method', `nginx/${version}`, 'start worker processes', 'start worker process 29']),
    );
    const signal = yield* awaitSignal(['SIGQUIT', 'SIGTERM', 'SIGINT', 'SIGHUP']);
    if (signal !== 'SIGHUP') {
      const number = { SIGQUIT: 3, SIGTERM: 15, SIGINT: 2 }[signal as 'SIGQUIT' | 'SIGTERM' | 'SIGINT'];
      const how = signal === 'SIGQUIT' ? 'gracefully shutting down' : 'exiting';
      yield* write(
        2,
        yield* notices([`signal ${number} (${signal}) received, ${how === 'exiting' ? 'exiting' : 'shutting down'}`, how, 'exit']),
      );
      return 0;
    }
    yield* write(2, yield* notices(['signal 1 (SIGHUP) received, reconfiguring', 'reconfiguring']));
    servers = (yield* load(process, false)) ?? servers;
  }
}

/** `nginx -s reload` and its like: a signal to the master process. */
function* signalMaster(process: Process): Sys<number> {
  const signal = ({ reload: 'SIGHUP', quit: 'SIGQUIT', stop: 'SIGTERM' } as const)[process.argv[2] as 'reload' | 'quit' | 'stop'];
  if (!signal) {
    yield* write(2, `nginx: invalid option: "-s ${process.argv[2] ?? ''}"\n`);
    return 1;
  }
  const master = (yield* processes()).find(({ argv }) => argv[0]?.startsWith('nginx: master process'));
  if (!master) {
    yield* write(2, 'nginx: [error] invalid PID number "" in "/run/nginx.pid"\n');
    return 1;
  }
  yield { op: 'kill', target: master.pid, signal };
  return 0;
}

function* notices(texts: readonly string[]): Sys<string> {
  const time = errorTime(yield* now());
  return texts.map((text) => `${time} [notice] 1#1: ${text}\n`).join('');
}

/** What nginx says before it has read where its log is goes there and to whoever started it. */
function* complain(level: 'warn' | 'emerg', text: string): Sys<void> {
  yield* write(2, `${errorTime(yield* now())} [${level}] 1#1: ${text}\nnginx: [${level}] ${text}\n`);
}

/** `2026/11/24 09:00:00`. Many servers start in the same second. */
function errorTime(ms: number): string {
  const second = Math.floor(ms / 1000);
  if (told.second !== second) told = { second, text: formatTime(ms).slice(0, 19).replaceAll('-', '/').replace('T', ' ') };
  return told.text;
}

let told = { second: Number.NaN, text: '' };

/** The servers of the configuration files; undefined after an error was written. */
function* load(process: Process, test: boolean): Sys<VirtualServer[] | undefined> {
  const read = yield* files(readServers);
  if (!(read instanceof ConfigError)) return read;
  const line = `nginx: [emerg] ${read.message}\n`;
  yield* write(2, process.pid === 1 ? `${errorTime(yield* now())} [emerg] 1#1: ${read.message}\n${line}` : line);
  if (test) yield* write(2, `nginx: configuration file ${CONFIG} test failed\n`);
  return undefined;
}

function readServers(tree: FileSystem): VirtualServer[] | ConfigError {
  try {
    const servers = serversIn(tree);
    for (const server of servers) if (server.secure.length > 0) checkCertificate(tree, server);
    return servers;
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
}

/** A server with TLS needs its certificate and key. */
function checkCertificate(tree: FileSystem, { directives }: VirtualServer): void {
  for (const [name, what] of [
    ['ssl_certificate', 'certificate'],
    ['ssl_certificate_key', 'certificate key'],
  ]) {
    const file = directives.find((one) => one.name === name)?.args[0];
    if (file === undefined) throw new ConfigError(`no "${name}" is defined for the "listen ... ssl" directive in ${CONFIG}`);
    const path = tree.resolve('/etc/nginx', file);
    if (tree.exists(path)) continue;
    const missing = `error:80000002:system library::No such file or directory:calling fopen(${path}, r)`;
    throw new ConfigError(
      `cannot load ${what} "${path}": BIO_new_file() failed (SSL: ${missing} error:10000080:BIO routines::no such file)`,
    );
  }
}

/** Most containers have the same configuration: what was read is kept by text, with the file that it was in. */
const parsed = new Map<string, { readonly file: string; readonly directives: readonly Directive[] }>();
const PARSED_LIMIT = 100;

function parse(tree: FileSystem, file: string): readonly Directive[] {
  const text = tree.read(file);
  const known = parsed.get(text);
  if (known?.file === file) return known.directives;
  const directives = parseConfig(text, file);
  if (parsed.size >= PARSED_LIMIT) parsed.clear();
  parsed.set(text, { file, directives });
  return directives;
}

function serversIn(tree: FileSystem): VirtualServer[] {
  if (!tree.exists(CONFIG)) throw new ConfigError(`open() "${CONFIG}" failed (2: No such file or directory)`);
  const http = parse(tree, CONFIG).find(({ name }) => name === 'http')?.block ?? [];
  const included: (readonly Directive[])[] = [];
  for (const { name, args } of http)
    if (name === 'include') included.push(expand(tree, args[0] ?? '').flatMap((file) => parse(tree, file)));
  const known = understood.get(http);
  if (known?.included.every((one, at) => sameItems(one, included[at] ?? []))) return known.servers;
  let next = 0;
  const servers = serversOf(http.flatMap((directive) => (directive.name === 'include' ? (included[next++] ?? []) : [directive])));
  understood.set(http, { included, servers: frozen(servers) });
  return servers;
}

/** The servers that an http block was understood as, with what was included in it: most containers share it. */
const understood = new WeakMap<
  readonly Directive[],
  { readonly included: readonly (readonly Directive[])[]; readonly servers: VirtualServer[] }
>();

const sameItems = <T>(a: readonly T[], b: readonly T[]): boolean => a.length === b.length && a.every((one, at) => one === b[at]);

/** The value with all that is in it, never to be changed: many share it. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value))
    for (const part of Object.values(Object.freeze(value))) frozen(part);
  return value;
}

/** The files of an include with one star in its last part. */
function expand(tree: FileSystem, pattern: string): string[] {
  if (!pattern.includes('*')) return !pattern.endsWith('mime.types') && tree.exists(pattern) ? [pattern] : [];
  const folder = pattern.slice(0, pattern.lastIndexOf('/'));
  const [before = '', after = ''] = pattern.slice(folder.length + 1).split('*');
  if (!tree.isDirectory(folder)) return [];
  return tree
    .list(folder)
    .filter((name) => !name.startsWith('.') && name.startsWith(before) && name.endsWith(after))
    .map((name) => `${folder}/${name}`)
    .filter((path) => !tree.isDirectory(path));
}

// Answering

const nginxServer: Server = (request, context) => {
  const servers = context.args['servers'] as readonly VirtualServer[];
  const host = (header(request, 'host') ?? request.host).replace(/:\d+$/, '');
  const here = servers.filter(({ ports }) => ports.includes(context.port));
  const server = here.find(({ names }) => names.includes(host)) ?? (here[0] as VirtualServer);
  const answer = answerFor(server, request, context);
  const response = answer.response as HttpResponse;
  return { ...answer, stdout: accessLine(request, response, context, ` "${header(request, 'x-forwarded-for') ?? '-'}"`) };
};

function answerFor(server: VirtualServer, request: HttpRequest, context: ServerContext): ServerAnswer {
  const { path } = splitPath(request.path);
  const location = locationFor(server, path);
  const directives = [...(location?.directives ?? []), ...server.directives];
  const find = (name: string): readonly string[] | undefined => directives.find((one) => one.name === name)?.args;
  const variables = (text: string): string => expandVariables(text, request, context);

  const returned = find('return');
  if (returned) {
    const [first = '', second = ''] = returned;
    const status = /^\d+$/.test(first) ? Number(first) : 302;
    const text = variables(/^\d+$/.test(first) ? second : first);
    if (status >= 301 && status <= 308) return { response: page(context, status, [['Location', text]]) };
    if (text === '') return { response: page(context, status) };
    return {
      response: reply(context, status, find('default_type')?.[0] ?? 'application/octet-stream', text, extra(directives, variables)),
    };
  }
  const target = find('proxy_pass')?.[0];
  if (target) return proxy(server, variables(target), location?.path ?? '/', request, context);
  if (request.method !== 'GET' && request.method !== 'HEAD') return { response: page(context, 405) };
  return serveFile(path, location?.path ?? '/', directives, variables, request, context);
}

function serveFile(
  path: string,
  at: string,
  directives: readonly Directive[],
  variables: (text: string) => string,
  request: HttpRequest,
  context: ServerContext,
): ServerAnswer {
  const { files: tree } = context;
  const find = (name: string): readonly string[] | undefined => directives.find((one) => one.name === name)?.args;
  const alias = find('alias')?.[0];
  const root = find('root')?.[0] ?? '/etc/nginx/html';
  const place = (url: string): string => tree.resolve('/', alias ? `${alias}/${url.slice(at.length)}` : `${root}/${url}`);
  const candidates = find('try_files')?.map(variables);
  if (candidates) {
    const found = candidates.slice(0, -1).find((url) => tree.exists(place(url)) && tree.isDirectory(place(url)) === url.endsWith('/'));
    const last = candidates.at(-1) ?? '';
    if (!found && /^=\d+$/.test(last)) return { response: page(context, Number(last.slice(1))) };
    path = found ?? last;
  }
  let file = place(path);
  if (tree.isDirectory(file)) {
    if (!path.endsWith('/'))
      return { response: page(context, 301, [['Location', `http://${header(request, 'host') ?? request.host}${path}/`]]) };
    const names = find('index') ?? ['index.html'];
    const index = names.find((name) => tree.exists(`${file === '/' ? '' : file}/${name}`));
    if (!index) {
      if (find('autoindex')?.[0] === 'on') return { response: reply(context, 200, 'text/html', listing(path, tree.list(file))) };
      return { response: page(context, 403), stderr: errorLine(context, `directory index of "${file}/" is forbidden`, request) };
    }
    file = `${file === '/' ? '' : file}/${index}`;
  }
  if (!tree.exists(file)) {
    return { response: page(context, 404), stderr: errorLine(context, `open() "${file}" failed (2: No such file or directory)`, request) };
  }
  const entry = tree.stat(file);
  const headers: [string, string][] = [
    ['Last-Modified', httpDate(entry?.modified ?? 0)],
    ['ETag', `"${Math.floor((entry?.modified ?? 0) / 1000).toString(16)}-${(entry?.text.length ?? 0).toString(16)}"`],
    ['Accept-Ranges', 'bytes'],
  ];
  return {
    response: reply(context, 200, typeOf(file, find('default_type')?.[0]), tree.read(file), [...headers, ...extra(directives, variables)]),
  };
}

function listing(path: string, names: readonly string[]): string {
  const rows = names.map((name) => `<a href="${name}">${name}</a>\n`).join('');
  return `<html>\n<head><title>Index of ${path}</title></head>\n<body>\n<h1>Index of ${path}</h1><hr><pre><a href="../">../</a>\n${rows}</pre><hr></body>\n</html>\n`;
}

function proxy(server: VirtualServer, target: string, at: string, request: HttpRequest, context: ServerContext): ServerAnswer {
  const found = /^(https?):\/\/([^/:]+)(?::(\d+))?(\/.*)?$/.exec(target);
  const failure = page(context, 502);
  if (!found) return { response: failure };
  const [, scheme, host = '', port, prefix] = found;
  // Of a group, one after the other.
  const group = port ? undefined : server.upstreams?.[host.toLowerCase()];
  const [address = host, ownPort = port] = group?.[context.requests % group.length]?.split(':') ?? [];
  const kept = request.headers.filter(([name]) => !['host', 'connection'].includes(name.toLowerCase()));
  const onward: HttpRequest = {
    ...request,
    scheme: scheme as 'http' | 'https',
    host: address,
    port: Number(ownPort ?? (scheme === 'https' ? 443 : 80)),
    path: prefix === undefined ? request.path : prefix + request.path.slice(at.length),
    headers: [['Host', port ? `${host}:${port}` : host], ...kept],
  };
  return { response: failure, proxy: onward };
}

function expandVariables(text: string, request: HttpRequest, context: ServerContext): string {
  const { path, query, parameters } = splitPath(request.path);
  return text.replace(/\$\{?(\w+)\}?/g, (all, name: string) => {
    if (name.startsWith('arg_')) return parameters[name.slice(4)] ?? '';
    if (name.startsWith('http_')) return header(request, name.slice(5).replaceAll('_', '-')) ?? '';
    const values: Readonly<Record<string, string>> = {
      uri: path,
      request_uri: request.path,
      args: query,
      query_string: query,
      is_args: query ? '?' : '',
      host: (header(request, 'host') ?? request.host).replace(/:\d+$/, ''),
      hostname: context.hostname,
      remote_addr: context.client,
      scheme: request.scheme,
      request_method: request.method,
      server_addr: context.podIP,
      server_port: String(context.port),
      server_protocol: 'HTTP/1.1',
      document_uri: path,
      time_iso8601: new Date(context.now).toISOString(),
      request: `${request.method} ${request.path} HTTP/1.1`,
      nginx_version: String(context.args['version']),
    };
    return Object.hasOwn(values, name) ? (values[name] as string) : all;
  });
}

function extra(directives: readonly Directive[], variables: (text: string) => string): [string, string][] {
  return directives.filter(({ name }) => name === 'add_header').map(({ args }) => [args[0] ?? '', variables(args[1] ?? '')]);
}

function reply(
  context: ServerContext,
  status: number,
  type: string,
  body: string,
  headers: readonly (readonly [string, string])[] = [],
): HttpResponse {
  const common: [string, string][] = [
    ['Server', `nginx/${String(context.args['version'])}`],
    ['Date', httpDate(context.now)],
    ['Content-Type', type],
  ];
  const plain = respond(status, common, body);
  return { ...plain, headers: [...plain.headers, ...headers.slice(0, 1), ['Connection', 'keep-alive'], ...headers.slice(1)] };
}

/** The page that nginx makes for a status. */
function page(context: ServerContext, status: number, headers: readonly (readonly [string, string])[] = []): HttpResponse {
  const title = `${status} ${reasonOf(status)}`;
  const body = `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr><center>nginx/${String(context.args['version'])}</center>\r\n</body>\r\n</html>\r\n`;
  return reply(context, status, 'text/html', body, headers);
}

function errorLine(context: ServerContext, what: string, request: HttpRequest): string {
  const names = (context.args['servers'] as readonly VirtualServer[])[0]?.names[0] ?? '';
  return `${errorTime(context.now)} [error] 29#29: *${context.requests} ${what}, client: ${context.client}, server: ${names}, request: "${request.method} ${request.path} HTTP/1.1", host: "${header(request, 'host') ?? request.host}"\n`;
}

export const programs: Readonly<Record<string, Program>> = { nginx, '/docker-entrypoint.sh': entrypoint };

export const servers: Readonly<Record<string, Server>> = { nginx: nginxServer };
