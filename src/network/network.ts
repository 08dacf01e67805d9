/** The cluster's network and the laptop's: the device `network` of the kernel. Every connection leaves a trace. */
import type { Hop } from '../api/hop.ts';
import { Channel } from '../kernel/channel.ts';
import type { Lazy } from '../kernel/lazy.ts';
import type { Process } from '../kernel/types.ts';
import type { World } from '../world/world.ts';
import { resolve } from './dns.ts';
import { INGRESS_SERVER, ingressServer } from './ingress.ts';
import { type HttpServer, type Listener, listen, listenersOf, unlisten } from './listeners.ts';
import { originOf } from './objects.ts';
import { answerOutside, exampleAsked, exampleCode } from './outside.ts';
import { type Destination, Router } from './routing.ts';
import { keepTrace } from './traces.ts';
import type {
  ConnectResult,
  HttpRequest,
  HttpResponse,
  HttpResult,
  Incoming,
  ListenResult,
  NetworkFailure,
  NetworkRequest,
  OpenPort,
  Origin,
  ResolveResult,
  Trace,
} from './types.ts';

/** How long a client waits for an answer that never comes, ms: Linux gives up after so many SYNs, and after ARP failed. */
const CONNECT_TIMEOUT_MS = 134_000;
const UNREACHABLE_MS = 3_070;
/** How long a resolver asks a DNS server that does not answer, ms: two attempts of five seconds. */
const DNS_TIMEOUT_MS = 10_000;

interface Dialled {
  readonly address: string | undefined;
  readonly destination: Destination;
  readonly hops: readonly Hop[];
  readonly from: Origin;
}

export interface DialOptions {
  readonly protocol?: 'TCP' | 'UDP';
  /** Limits connecting, ms. */
  readonly timeoutMs?: number;
  /** Leaves no trace: the kubelet's probes, and what a proxy asks, which is part of what it was asked. */
  readonly quiet?: boolean;
  /** The number of the program that asks. */
  readonly pid?: number;
}

export class Network {
  private readonly world: World;
  private readonly servers = new Map<string, HttpServer>();
  /** Programs of the laptop that listen, by port. They end with their page, so they are no state of the world. */
  private readonly programs = new Map<number, Channel<Incoming>>();
  private readonly traceListeners: ((trace: Trace) => void)[] = [];

  constructor(world: World) {
    this.world = world;
    this.server(
      INGRESS_SERVER,
      ingressServer(() => this),
    );
    this.server('outside', (request, { listener }) => answerOutside(request, String(listener.args['address'])));
    world.onSnapshot(
      () => {},
      () => unlisten(world, 'laptop'),
    );
  }

  /** Registers the code of a server by the name that listeners use. */
  server(name: string, handler: HttpServer): void {
    this.servers.set(name, handler);
  }

  /** Told of every request, when it is made. */
  onTrace(listener: (trace: Trace) => void): () => void {
    this.traceListeners.push(listener);
    return () => this.traceListeners.splice(this.traceListeners.indexOf(listener), 1);
  }

  /** What has to be loaded before a request can be answered. */
  codeFor(request: NetworkRequest): Lazy<unknown> | undefined {
    return request.op === 'http' && exampleAsked(request.request) !== undefined ? exampleCode : undefined;
  }

  /** Answers a program's request to the device. */
  readonly device = (
    request: NetworkRequest,
    process: Process,
  ): ResolveResult | ConnectResult | HttpResult | ListenResult | OpenPort[] | Channel<HttpResult> => {
    const from = originOf(this.world, process.machine.id);
    switch (request.op) {
      case 'resolve':
        return resolve(this.world, from, request.name, request.type);
      case 'connect':
        return this.connect(from, request.host, request.port, Object.assign({}, request, { pid: process.pid }));
      case 'http':
        return this.exchange(from, request.request, Object.assign({}, request, { pid: process.pid }));
      case 'listen':
        return this.listen(request.port, request.tls ?? false, process.pid);
      case 'listeners':
        return this.openPorts(from, process);
    }
  };

  /** The open ports where a process runs. */
  private openPorts(from: Origin, { machine }: Process): OpenPort[] {
    const place = from.kind === 'pod' ? from.uid : from.kind;
    return listenersOf(this.world, place).map(({ port, protocol, pid, container }) => ({
      port,
      protocol,
      ...(pid !== undefined && (container === '' || machine.id.includes(`/${container}/`)) && { pid }),
    }));
  }

  /** Opens a connection; no server is asked. */
  connect(from: Origin, host: string, port: number, options: DialOptions = {}): ConnectResult {
    const protocol = options.protocol ?? 'TCP';
    const dialled = this.dial(from, host, port, protocol);
    const failure = 'failure' in dialled.destination ? dialled.destination.failure : undefined;
    const trace = this.record(dialled, `${protocol} ${host}:${port}`, failure ? { ok: false, failure } : { ok: true }, options);
    return this.result(dialled, port, failure, trace, options);
  }

  /** One HTTP exchange with a server of the cluster: answered at once. A program of the laptop is not reached this way. */
  http(from: Origin, request: HttpRequest, options: DialOptions = {}): HttpResult {
    const result = this.exchange(from, request, options);
    if (result instanceof Channel) throw new Error('a program of the laptop answers later: use the device');
    return result;
  }

  /** The answer of a program that listens comes later, in a channel. */
  private exchange(from: Origin, request: HttpRequest, options: DialOptions): HttpResult | Channel<HttpResult> {
    const dialled = this.dial(from, request.host, request.port, 'TCP');
    const what = `${request.method} ${request.scheme}://${request.host}${isDefaultPort(request) ? '' : `:${request.port}`}${request.path}`;
    const { destination } = dialled;
    if ('failure' in destination) {
      const trace = this.record(dialled, what, { ok: false, failure: destination.failure }, options);
      return this.result(dialled, request.port, destination.failure, trace, options);
    }
    const finish = (response: HttpResponse | undefined, through = response?.through ?? []): HttpResult => {
      const failure = response ? undefined : 'empty';
      const trace = this.record(
        { ...dialled, hops: [...dialled.hops, ...through] },
        what,
        response
          ? { ok: true, status: response.status, body: request.method === 'HEAD' ? '' : response.body.slice(0, 500) }
          : { ok: false, failure: 'empty' },
        options,
      );
      return { ...this.result(dialled, request.port, failure, trace, options), ...(response && { response }) };
    };
    if ((request.scheme === 'https') !== (destination.listener.tls ?? false)) {
      const trace = this.record(dialled, what, { ok: false, failure: 'reset' }, options);
      return this.result(dialled, request.port, 'reset', trace, options);
    }
    const program = destination.place === 'laptop' ? this.programs.get(destination.listener.port) : undefined;
    if (program) return this.askProgram(program, request, destination.clientAddress, finish);
    const server = this.servers.get(destination.listener.server);
    if (!server) throw new Error(`no server ${destination.listener.server}`);
    return finish(
      server(request, {
        world: this.world,
        listener: destination.listener,
        place: destination.place,
        clientAddress: destination.clientAddress,
      }),
    );
  }

  private askProgram(
    program: Channel<Incoming>,
    request: HttpRequest,
    clientAddress: string,
    finish: (response: HttpResponse | undefined, through?: readonly Hop[]) => HttpResult,
  ): Channel<HttpResult> {
    const answer = new Channel<HttpResult>();
    program.push({ request, clientAddress, respond: (response, through) => answer.push(finish(response, through)) });
    return answer;
  }

  /** A program of the laptop opens a port. */
  private listen(port: number, tls: boolean, pid: number): ListenResult {
    const listener: Listener = { port, protocol: 'TCP', server: 'program', args: {}, container: '', pid, tls };
    if (!listen(this.world, 'laptop', listener)) return { failure: 'in use' };
    const incoming = new Channel<Incoming>();
    this.programs.set(port, incoming);
    incoming.onCancel = () => {
      this.programs.delete(port);
      unlisten(this.world, 'laptop', { port });
    };
    return { incoming };
  }

  private dial(from: Origin, host: string, port: number, protocol: 'TCP' | 'UDP'): Dialled {
    const router = new Router(this.world, from, protocol);
    router.hop(
      'origin',
      ORIGIN_REASONS[from.kind],
      from.kind === 'pod' ? { pod: from.name } : from.kind === 'node' ? { node: from.name } : {},
      {
        ...(from.kind === 'pod' ? { object: { resource: 'pods', namespace: from.namespace, name: from.name } } : {}),
        ms: 0,
      },
    );
    const resolved = resolve(this.world, from, host);
    const address = resolved.addresses.length > 1 ? this.world.random.pick(resolved.addresses) : resolved.addresses[0];
    if (resolved.failure || address === undefined) {
      const silent = resolved.failure === 'timeout';
      router.hop(
        silent && resolved.reason.id === 'dns_policy' ? 'policy' : 'dns',
        silent ? resolved.reason.id : 'dns_nxdomain',
        silent ? resolved.reason.values : { name: host },
        silent ? { ms: DNS_TIMEOUT_MS } : {},
      );
      return { address: undefined, destination: { failure: 'unresolved' }, hops: router.hops, from };
    }
    if (resolved.server !== '') router.hop('dns', resolved.reason.id, resolved.reason.values, { address });
    return { address, destination: router.route(address, port), hops: router.hops, from };
  }

  private result(
    dialled: Dialled,
    port: number,
    failure: NetworkFailure | undefined,
    trace: Trace,
    { timeoutMs }: DialOptions,
  ): ConnectResult {
    const wanted = waitFor(dialled, failure);
    const cut = timeoutMs !== undefined && wanted > timeoutMs;
    const final = cut && failure !== 'unresolved' ? 'timeout' : failure;
    return {
      port,
      elapsedMs: cut ? timeoutMs : wanted,
      trace,
      ...(dialled.address !== undefined && { address: dialled.address }),
      ...(final && { failure: final }),
    };
  }

  private record(dialled: Dialled, what: string, outcome: Trace['outcome'], { quiet, timeoutMs = Infinity, pid }: DialOptions): Trace {
    const { from, hops } = dialled;
    if (quiet) return { id: 0, time: this.world.now, from, what, hops, outcome };
    const waits = outcome.ok ? undefined : Math.min(waitFor(dialled, outcome.failure), timeoutMs);
    const trace = keepTrace(this.world, {
      time: this.world.now,
      ...(waits !== undefined && { waits }),
      ...(waits !== undefined && pid !== undefined && { pid }),
      from,
      what,
      hops,
      outcome,
    });
    for (const listener of this.traceListeners) listener(trace);
    return trace;
  }
}

/** How long it takes until whoever dialled knows, where nothing cuts it short, ms. */
function waitFor({ hops }: Dialled, failure: NetworkFailure | undefined): number {
  if (failure === 'timeout') return CONNECT_TIMEOUT_MS;
  return failure === 'unreachable' ? UNREACHABLE_MS : hops.reduce((sum, { ms }) => sum + ms, 0);
}

const ORIGIN_REASONS = { laptop: 'from_laptop', pod: 'from_pod', node: 'from_node' } as const;

function isDefaultPort({ scheme, port }: HttpRequest): boolean {
  return port === (scheme === 'https' ? 443 : 80);
}
