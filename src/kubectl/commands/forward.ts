/** proxy and port-forward: programs of the laptop that pass requests on into the cluster */

import { isPretty } from '../../api/body-text.ts';
import type { Hop } from '../../api/hop.ts';
import type { ApiRequest, ApiResponse } from '../../api/types.ts';
import { Channel } from '../../kernel/channel.ts';
import { device, load, receive } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import type { HttpRequest, HttpResponse, Incoming, ListenResult } from '../../network/types.ts';
import type { CommandBody } from '../cli/command.ts';
import { completePods } from '../completion/live.ts';
import { CommandError, StatusError } from '../errors.ts';
import type { Invocation } from '../invocation.ts';
import { at, type JsonObject, metadataOf, textOf } from '../json.ts';
import { klog } from '../klog.ts';
import { phaseOf } from '../pods.ts';
import { containersOf } from '../podspec.ts';
import { wireFormat } from '../printer.ts';
import { builderOptions, getObject, select } from '../resource/builder.ts';
import { podFor, sent } from './exec.ts';

const REASONS: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  301: 'Moved Permanently',
  302: 'Found',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  410: 'Gone',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Entity',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

/** Ports that a program gets when it asks for any: 0. */
const ANY_PORT_FROM = 40000;

const API_SERVER: Hop = { kind: 'apiServer', reason: { id: 'api_server' }, ms: 1 };

/** The way on from the API server, which the server's answers do not name. */
const pastServer = (through: readonly Hop[] = []): readonly Hop[] => [API_SERVER, ...through];

/** The first port that not only root may listen on. */
const UNPRIVILEGED_FROM = 1024;

/** Opens a port of the laptop, or says why it cannot be had. */
function* open({ process }: Invocation, port: number): Sys<Channel<Incoming> | string> {
  if (port < UNPRIVILEGED_FROM && process.env['USER'] !== 'root') return 'bind: permission denied';
  const result = yield* device<ListenResult>('network', { op: 'listen', port });
  return 'failure' in result ? 'bind: address already in use' : result.incoming;
}

/** The API server's answer as HTTP. */
function* asHttp(
  { status, headers, body, through }: ApiResponse,
  asked: Pick<ApiRequest, 'path' | 'query' | 'headers'>,
): Sys<HttpResponse> {
  const text = typeof body === 'string' ? body : (yield* load(wireFormat)).wireText(body ?? undefined, isPretty(asked));
  const type = headers['content-type'] ?? (typeof body === 'string' ? 'text/plain' : 'application/json');
  const others = Object.entries(headers).filter(([name]) => !['content-type', 'content-length'].includes(name));
  return {
    status,
    reason: REASONS[status] ?? '',
    headers: [['Content-Type', type], ...others.map(([name, value]) => [name, value] as const)],
    body: text,
    through: pastServer(through),
  };
}

/** Sends a client's request on to the API server. */
function* forward(invocation: Invocation, request: HttpRequest, path: string): Sys<HttpResponse> {
  const [pathname = '', search = ''] = path.split('?');
  const query: Record<string, string[]> = {};
  for (const pair of search.split('&').filter((one) => one !== '')) {
    const [key = '', value = ''] = pair.split('=').map((part) => decodeURIComponent(part.replaceAll('+', ' ')));
    query[key] = [...(query[key] ?? []), value];
  }
  const headers = Object.fromEntries(
    request.headers.map(([name, value]) => [name.toLowerCase(), value]).filter(([name]) => name !== 'host'),
  );
  const asked = { method: request.method as 'GET', path: pathname, query, headers, relayed: true };
  try {
    const client = yield* invocation.client();
    return yield* asHttp(yield* client.send({ ...asked, ...(request.body !== undefined && { body: request.body }) }), asked);
  } catch (error) {
    if (!(error instanceof StatusError)) throw error;
    return yield* asHttp({ status: error.status.code ?? 500, headers: {}, body: error.status, warnings: [] }, asked);
  }
}

export const proxy: CommandBody = {
  usage: 'proxy [--port=PORT] [--www=static-dir] [--www-prefix=prefix] [--api-prefix=prefix]',
  long: 'Open a port of this machine that leads to the API server, with your identity. It stays open until the command is stopped with Ctrl-C.',
  examples: [
    ['Open port 8001; then try: curl http://localhost:8001/version', 'kubectl proxy'],
    ['Open port 8011', 'kubectl proxy --port=8011'],
  ],
  flags: [
    { name: 'www', shorthand: 'w', type: 'string', usage: 'Also serve static files from the given directory under the specified prefix.' },
    {
      name: 'www-prefix',
      shorthand: 'P',
      type: 'string',
      default: '/static/',
      usage: 'Prefix to serve static files under, if static file directory is specified.',
    },
    { name: 'api-prefix', type: 'string', default: '/', usage: 'Prefix to serve the proxied API under.' },
    { name: 'accept-paths', type: 'string', default: '^.*', usage: 'Regular expression for paths that the proxy should accept.' },
    {
      name: 'reject-paths',
      type: 'string',
      default: '^/api/.*/pods/.*/exec,^/api/.*/pods/.*/attach',
      usage:
        'Regular expression for paths that the proxy should reject. Paths specified here will be rejected even accepted by --accept-paths.',
    },
    {
      name: 'accept-hosts',
      type: 'string',
      default: '^localhost$,^127\\.0\\.0\\.1$,^\\[::1\\]$',
      usage: 'Regular expression for hosts that the proxy should accept.',
    },
    {
      name: 'reject-methods',
      type: 'string',
      default: '^$',
      usage: "Regular expression for HTTP methods that the proxy should reject (example --reject-methods='POST,PUT,PATCH').",
    },
    {
      name: 'port',
      shorthand: 'p',
      type: 'int',
      default: '8001',
      usage: 'The port on which to run the proxy. Set to 0 to pick a random port.',
    },
    { name: 'address', type: 'string', default: '127.0.0.1', usage: 'The IP address on which to serve on.' },
    { name: 'disable-filter', type: 'bool', usage: 'If true, disable request filtering in the proxy.' },
    { name: 'unix-socket', shorthand: 'u', type: 'string', usage: 'Unix socket on which to run the proxy.' },
    { name: 'keepalive', type: 'duration', usage: 'keepalive specifies the keep-alive period for an active network connection.' },
    {
      name: 'append-server-path',
      type: 'bool',
      usage: 'If true, enables automatic path appending of the kube context server path to each request.',
    },
  ],
  *run(invocation) {
    const { flags } = invocation;
    if (flags.string('www') !== '') throw new CommandError('proxy --www is not supported by Drydock');
    if (flags.string('unix-socket') !== '') throw new CommandError('proxy --unix-socket is not supported by Drydock');
    yield* invocation.client();
    const port = flags.int('port') || ANY_PORT_FROM;
    if (port < 0 || port > 65535) throw new CommandError(`listen tcp: address ${port}: invalid port`);
    const incoming = yield* open(invocation, port);
    if (typeof incoming === 'string') throw new CommandError(`listen tcp ${flags.string('address')}:${port}: ${incoming}`);
    const prefix = flags.string('api-prefix').replace(/\/*$/, '/');
    const rejects = (list: string, value: string): boolean => list.split(',').some((source) => safeTest(source, value));
    yield* invocation.out(`Starting to serve on ${flags.string('address')}:${port}\n`);
    for (;;) {
      const next = yield* receive(incoming);
      if (next === null) return;
      const { request } = next;
      const path = request.path.startsWith(prefix) ? `/${request.path.slice(prefix.length)}` : undefined;
      const pathname = (path ?? '').split('?')[0] as string;
      const refused =
        !flags.bool('disable-filter') &&
        (rejects(flags.string('reject-paths'), pathname) || rejects(flags.string('reject-methods'), request.method));
      if (path === undefined)
        next.respond({
          status: 404,
          reason: 'Not Found',
          headers: [['Content-Type', 'text/plain; charset=utf-8']],
          body: '404 page not found\n',
        });
      else if (refused)
        next.respond({ status: 403, reason: 'Forbidden', headers: [['Content-Type', 'text/plain; charset=utf-8']], body: 'Forbidden\n' });
      else next.respond(yield* forward(invocation, request, path));
    }
  },
};

function safeTest(source: string, value: string): boolean {
  try {
    return new RegExp(source).test(value);
  } catch {
    throw new CommandError(`error parsing regexp: ${source}`);
  }
}

export const portForward: CommandBody = {
  usage: 'port-forward TYPE/NAME [options] [LOCAL_PORT:]REMOTE_PORT [...[LOCAL_PORT_N:]REMOTE_PORT_N]',
  long: 'Open ports of this machine that lead to ports of a pod. Of a service, deployment and the like one pod is taken. The ports stay open until the command is stopped with Ctrl-C.',
  examples: [
    ['Let port 5000 here lead to port 5000 of a pod', 'kubectl port-forward pod/web 5000'],
    ['Let port 8080 here lead to port 80 of a pod behind a service', 'kubectl port-forward service/web 8080:80'],
  ],
  flags: [
    { name: 'address', type: 'slice', default: '[localhost]', usage: 'Addresses to listen on (comma separated).' },
    { name: 'pod-running-timeout', type: 'duration', default: '1m0s', usage: 'How long to wait until at least one pod is running.' },
  ],
  complete: completePods,
  *run(invocation) {
    const { args } = invocation;
    if (args.length < 2) throw invocation.usageError('TYPE/NAME and list of ports are required for port-forward');
    if (invocation.flags.duration('pod-running-timeout') <= 0)
      throw invocation.usageError('--pod-running-timeout must be higher than zero');
    const [resource = '', ...specs] = args;
    const target = yield* targetOf(invocation, resource);
    const ports = specs.map((spec) => parsePort(spec, target));
    if (phaseOf(target.pod) !== 'Running')
      throw new CommandError(`unable to forward port because pod is not running. Current status=${phaseOf(target.pod)}`);
    const addresses = addressesOf(invocation.flags.list('address'));
    const { name, namespace } = metadataOf(target.pod);
    const client = yield* invocation.client();
    let answer: ApiResponse;
    try {
      answer = yield* sent(
        client.send({ method: 'POST', path: `/api/v1/namespaces/${namespace}/pods/${name}/portforward`, relayed: true }),
      );
    } catch (error) {
      if (error instanceof CommandError) throw new CommandError(`error upgrading connection: ${error.message}`);
      throw error;
    }
    const { forward: way } = answer;
    if (!way) throw new CommandError('error upgrading connection: the server opened no way to the pod');
    const connections = merged(yield* listenAll(invocation, ports, addresses));
    for (;;) {
      const next = yield* receive(connections);
      if (next === null) return;
      const { local, remote, incoming } = next;
      yield* invocation.out(`Handling connection for ${local}\n`);
      const refusal = way.refusal(remote);
      if (refusal !== undefined) {
        incoming.respond(undefined, pastServer(refusal.through));
        // One failure ends the connection that all ports share.
        connections.cancel();
        const error = `an error occurred forwarding ${local} -> ${remote}: ${refusal.message}`;
        yield* klog('E', invocation.process.pid, 'portforward.go:522', `"Unhandled Error" err=${JSON.stringify(error)}`);
        throw new CommandError('lost connection to pod');
      }
      const { method, path, headers, body } = incoming.request;
      const response = way.request(remote, { method, path, headers, ...(body !== undefined && { body }) });
      incoming.respond(response && { ...response, through: pastServer(response.through) });
    }
  },
};

interface Connection extends ForwardedPort {
  readonly incoming: Incoming;
}

/** What comes in on any of the ports; cancelling it closes them all. */
function merged(listeners: readonly Listener[]): Channel<Connection> {
  const all = new Channel<Connection>();
  all.onCancel = () => {
    for (const { requests } of listeners) requests.cancel();
  };
  for (const { local, remote, requests } of listeners)
    requests.onReady = () => {
      for (let incoming = requests.poll(); incoming; incoming = requests.poll()) all.push({ local, remote, incoming });
    };
  return all;
}

interface Listener extends ForwardedPort {
  readonly requests: Channel<Incoming>;
}

/** Opens the ports here. Those that cannot be had are told; that none can is an error. Source: client-go's tools/portforward. */
function* listenAll(invocation: Invocation, ports: readonly ForwardedPort[], addresses: readonly string[]): Sys<Listener[]> {
  const listeners: Listener[] = [];
  for (const { local, remote } of ports) {
    const port = local || ANY_PORT_FROM + listeners.length;
    const opened = yield* open(invocation, port);
    if (typeof opened === 'string') {
      const each = addresses.map(
        (address) => `unable to create listener: Error listen tcp${address.startsWith('[') ? 6 : 4} ${address}:${port}: ${opened}`,
      );
      yield* invocation.err(
        `Unable to listen on port ${port}: Listeners failed to create with the following errors: [${each.join(' ')}]\n`,
      );
      continue;
    }
    yield* invocation.out(addresses.map((address) => `Forwarding from ${address}:${port} -> ${remote}\n`).join(''));
    listeners.push({ local: port, remote, requests: opened });
  }
  if (listeners.length === 0) {
    const wanted = ports.map(({ local, remote }) => `{${local} ${remote}}`).join(' ');
    throw new CommandError(`unable to listen on any of the requested ports: [${wanted}]`);
  }
  return listeners;
}

/** The addresses to listen on as messages write them, in order. Source: client-go's tools/portforward. */
function addressesOf(given: readonly string[]): readonly string[] {
  const all = given.flatMap((address) => (address === 'localhost' ? ['127.0.0.1', '::1'] : [address]));
  for (const address of all)
    if (!/^\d{1,3}(?:\.\d{1,3}){3}$/.test(address) && !/^[\da-fA-F:]*:[\da-fA-F:.]*$/.test(address))
      throw new CommandError(`${address} is not a valid IP`);
  // Where all are listened on, one of them is taken already.
  const own = [...new Set(all)].filter((address) => address === '0.0.0.0' || address.includes(':') || !all.includes('0.0.0.0'));
  return own.sort().map((address) => (address.includes(':') ? `[${address}]` : address));
}

interface Target {
  readonly pod: JsonObject;
  /** Where the argument was a service: its ports lead to the pod's. */
  readonly service: JsonObject | undefined;
}

function* targetOf(invocation: Invocation, resource: string): Sys<Target> {
  const words = [resource.includes('/') ? resource : `pods/${resource}`];
  const { infos } = yield* select(invocation, yield* builderOptions(invocation, words, { filenames: [], labelSelector: '' }));
  const [info] = infos as [(typeof infos)[0]];
  const service = info.mapping.kind === 'Service' ? yield* getObject(invocation, info) : undefined;
  return { pod: yield* podFor(invocation, resource, 'cannot attach to'), service };
}

interface ForwardedPort {
  /** 0: any that is free. */
  readonly local: number;
  readonly remote: number;
}

/** `8080:80`, `80`, `:80`, `8080:http`. */
function parsePort(spec: string, { pod, service }: Target): ForwardedPort {
  // Of more than two parts the first counts.
  const parts = spec.split(':');
  const [first = '', second] = parts.length === 2 ? parts : parts.slice(0, 1);
  const remoteText = second ?? first;
  const remote = service ? servicePort(service, pod, remoteText) : podPort(pod, remoteText);
  const local = second === undefined ? (/^\d+$/.test(first) ? first : String(remote)) : first;
  const ports = { local: toPort('local', local || '0'), remote: toPort('remote', String(remote)) };
  if (ports.remote === 0) throw new CommandError('remote port must be > 0');
  return ports;
}

function toPort(which: 'local' | 'remote', text: string): number {
  const wrong = !/^\d+$/.test(text) ? 'invalid syntax' : Number(text) > 65535 ? 'value out of range' : undefined;
  if (wrong) throw new CommandError(`error parsing ${which} port '${text}': strconv.ParseUint: parsing ${JSON.stringify(text)}: ${wrong}`);
  return Number(text);
}

function podPort(pod: JsonObject, text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const ports = containersOf(pod['spec'] as JsonObject).flatMap((container) => (container['ports'] ?? []) as JsonObject[]);
  const found = ports.find((port) => port['name'] === text);
  if (!found) throw new CommandError(`Pod '${metadataOf(pod).name}' does not have a named port '${text}'`);
  return Number(found['containerPort']);
}

function servicePort(service: JsonObject, pod: JsonObject, text: string): number {
  const ports = (at(service, 'spec', 'ports') ?? []) as JsonObject[];
  const port = ports.find((one) => (/^\d+$/.test(text) ? one['port'] === Number(text) : one['name'] === text));
  if (!port)
    throw new CommandError(
      /^\d+$/.test(text)
        ? `Service ${metadataOf(service).name} does not have a service port ${text}`
        : `Service '${metadataOf(service).name}' does not have a named port '${text}'`,
    );
  if (textOf(at(service, 'spec', 'clusterIP')) === 'None') return Number(port['port']);
  return podPort(pod, String(port['targetPort'] ?? port['port']));
}
