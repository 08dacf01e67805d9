/** What the kubelet answers for the API server: logs, exec, attach, and the proxy and port-forward ways into a Pod. */
import { badRequest, internalError, NodeError } from '../api/errors.ts';
import type { Hop } from '../api/hop.ts';
import type { ApiServer, SubresourceRequest } from '../api/server.ts';
import type { ApiResponse, PortForward } from '../api/types.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { kubeletRuns } from '../kinds/node/power.ts';
import type { Pod, Service } from '../kinds/objects.ts';
import { kubeletUid } from '../kinds/pod/mirror.ts';
import type { Network } from '../network/network.ts';
import type { HttpRequest, Trace } from '../network/types.ts';
import type { World } from '../world/world.ts';
import type { Containers } from './containers.ts';
import { attachSession, execSession } from './exec.ts';
import type { LogOptions, Logs } from './logs.ts';
import { proxyNode } from './node-proxy.ts';
import { dialError, nodeAddressOf } from './nodes.ts';
import { type ContainerState, containerState, type PodState, podState } from './state.ts';
import { specsOf } from './status.ts';

export interface SubresourceDependencies {
  readonly world: World;
  readonly kernel: Kernel;
  readonly logs: Logs;
  readonly containers: Containers;
  readonly network: Network;
}

/** Registers the handlers with the API server. */
export function registerSubresources(server: ApiServer, deps: SubresourceDependencies): void {
  server.subresource('pods', 'log', (request) => log(deps, request));
  server.subresource('pods', 'exec', (request) => exec(deps, request));
  server.subresource('pods', 'attach', (request) => attach(deps, request));
  server.subresource('pods', 'portforward', (request) => portForward(deps, request));
  server.subresource('pods', 'proxy', (request) => proxyPod(deps, request));
  server.subresource('nodes', 'proxy', (request) => proxyNode(deps.world, request));
  server.subresource('services', 'proxy', (request) => proxyService(deps, request));
}

const TEXT = { 'content-type': 'text/plain; charset=utf-8' };

function log(deps: SubresourceDependencies, request: SubresourceRequest): ApiResponse {
  const pod = request.object as Pod;
  const name = chosenContainer(pod, request.parameter('container'), 'a container name must be specified for pod');
  // No node, no logs: an empty stream, as the real server answers.
  if (!pod.spec.nodeName) return { status: 200, headers: TEXT, body: '', warnings: [] };
  requireNode(deps.world, pod);
  const state = podState(deps.world, kubeletUid(pod));
  const container = state && containerState(state, name);
  const previous = request.parameter('previous') === 'true';
  const about = `container ${JSON.stringify(name)} in pod ${JSON.stringify(pod.metadata.name)}`;
  if (previous && (!container || container.restarts === 0))
    throw badRequest(`previous terminated ${about.replace(/^container "(.*)" in pod "(.*)"$/, 'container "$1" in pod "$2"')} not found`);
  if (!state || !container || (container.id === '' && !previous)) {
    throw badRequest(`${about} is waiting to start: ${waitingText(container)}`);
  }
  const id = `${state.uid}/${container.name}/${previous ? container.restarts - 1 : container.restarts}`;
  const options = logOptions(deps.world, request);
  const running = container.phase === 'running' || container.phase === 'stopping';
  if (request.parameter('follow') === 'true' && running && !previous) {
    return { status: 200, headers: TEXT, body: '', warnings: [], stream: deps.logs.follow(id, options) };
  }
  return { status: 200, headers: TEXT, body: deps.logs.read(id, options), warnings: [] };
}

/** As the kubelet words it: the waiting reason, or how the image pull fails. */
function waitingText(container: ContainerState | undefined): string {
  const reason = container?.reason ?? 'ContainerCreating';
  if (reason === 'ErrImagePull' || reason === 'ImagePullBackOff' || reason === 'InvalidImageName')
    return 'trying and failing to pull image';
  return reason;
}

function logOptions(world: World, request: SubresourceRequest): LogOptions {
  const number = (name: string): number | undefined => {
    const text = request.parameter(name);
    return text === undefined ? undefined : Number(text);
  };
  const tailLines = number('tailLines');
  const limitBytes = number('limitBytes');
  const seconds = number('sinceSeconds');
  const time = request.parameter('sinceTime');
  const sinceMs = seconds !== undefined ? world.now - seconds * 1000 : time === undefined ? undefined : Date.parse(time);
  return {
    ...(tailLines !== undefined && { tailLines }),
    ...(limitBytes !== undefined && { limitBytes }),
    ...(sinceMs !== undefined && { sinceMs }),
    timestamps: request.parameter('timestamps') === 'true',
  };
}

/** The container asked for; without a name the only one (or the one that the annotation names). */
function chosenContainer(pod: Pod, name: string | undefined, missing: string): string {
  const specs = specsOf(pod);
  if (name) {
    if (!specs.some((spec) => spec.name === name)) throw badRequest(`container ${name} is not valid for pod ${pod.metadata.name}`);
    return name;
  }
  if (pod.spec.containers.length === 1) return (pod.spec.containers[0] as { name: string }).name;
  const preferred = pod.metadata.annotations?.['kubectl.kubernetes.io/default-container'];
  if (preferred && specs.some((spec) => spec.name === preferred)) return preferred;
  const init = pod.spec.initContainers ?? [];
  const list = `[${pod.spec.containers.map((one) => one.name).join(' ')}]`;
  const others = init.length > 0 ? ` or one of the init containers: [${init.map((one) => one.name).join(' ')}]` : '';
  throw badRequest(`${missing} ${pod.metadata.name}, choose one of: ${list}${others}`);
}

/** A Pod whose node cannot be asked. */
function requireNode(world: World, pod: Pod): void {
  const node = pod.spec.nodeName;
  if (!node) return;
  if (kubeletRuns(world, node) && world.store.get('nodes', '', node)) return;
  throw internalError(
    `Get "https://${nodeAddressOf(world, node)}:10250/containerLogs/${pod.metadata.namespace}/${pod.metadata.name}": ${dialError(world, node)}`,
  );
}

/** `missing`: what the kubelet says of a container that does not run. */
function runningContainer(
  deps: SubresourceDependencies,
  request: SubresourceRequest,
  missing = (name: string, _pod: Pod): string => `container not found ("${name}")`,
): { readonly state: PodState; readonly container: ContainerState } {
  const pod = request.object as Pod;
  const name = chosenContainer(pod, request.parameter('container'), 'a container name must be specified for pod');
  if (pod.status.phase === 'Succeeded' || pod.status.phase === 'Failed') {
    throw badRequest(`cannot exec into a container in a completed pod; current phase is ${pod.status.phase}`);
  }
  if (!pod.spec.nodeName) throw badRequest(`pod ${pod.metadata.name} does not have a host assigned`);
  requireNode(deps.world, pod);
  const state = podState(deps.world, kubeletUid(pod));
  const container = state && containerState(state, name);
  if (!state || !container || (container.phase !== 'running' && container.phase !== 'stopping')) {
    throw new NodeError(`unable to upgrade connection: ${missing(name, pod)}`);
  }
  return { state, container };
}

function exec(deps: SubresourceDependencies, request: SubresourceRequest): ApiResponse {
  const given = request.request.query?.['command'];
  const command = given === undefined ? [] : typeof given === 'string' ? [given] : [...given];
  if (command.length === 0) throw badRequest('you must specify at least 1 command for the container');
  const { state, container } = runningContainer(deps, request);
  const flag = (name: string): boolean => ['true', '1'].includes(request.parameter(name) ?? '');
  const session = execSession(deps.kernel, deps.world.random, state, container, { command, stdin: flag('stdin'), tty: flag('tty') });
  return { status: 101, headers: {}, body: '', warnings: [], session };
}

function attach(deps: SubresourceDependencies, request: SubresourceRequest): ApiResponse {
  const { state, container } = runningContainer(
    deps,
    request,
    (name, { metadata }) => `container ${name} not found in pod ${metadata.name}_${metadata.namespace}`,
  );
  const spec = specsOf(request.object as Pod).find(({ name }) => name === container.name);
  const input = request.parameter('stdin') === 'true' ? deps.containers.inputOf(state, container) : undefined;
  const session = attachSession(deps.logs, `${state.uid}/${container.name}/${container.restarts}`, input, spec?.stdinOnce ?? false);
  return { status: 101, headers: {}, body: '', warnings: [], session };
}

/** The hops after the one who asks. */
const wayOn = ({ hops }: Trace): readonly Hop[] => hops.filter(({ kind }) => kind !== 'origin');

/** Connections start inside the Pod, as those of the kubelet do: it joins the Pod's network namespace and dials localhost. */
function portForward({ world, network }: SubresourceDependencies, { object, request: asked }: SubresourceRequest): ApiResponse {
  const pod = object as Pod;
  const { name, namespace = '', uid } = pod.metadata;
  if (!pod.spec.nodeName) throw badRequest(`pod ${name} does not have a host assigned`);
  requireNode(world, pod);
  if (pod.status.phase !== 'Running')
    throw badRequest(`unable to forward port because pod is not running. Current status=${pod.status.phase}`);
  const from = { kind: 'pod', namespace, name, uid } as const;
  const host = '127.0.0.1';
  const forward: PortForward = {
    refusal: (port) => {
      const { failure, trace } = network.connect(from, host, port, { quiet: true });
      const message = `error forwarding port ${port} to pod ${uid}, uid : failed to connect to localhost:${port} inside namespace "${name}", IPv4: dial tcp4 ${host}:${port}: connect: connection refused IPv6 dial tcp6: address localhost: no suitable address found `;
      return failure && { message, through: wayOn(trace) };
    },
    request: (port, request) => {
      const { response, trace } = network.http(from, { scheme: 'http', host, port, ...request }, { quiet: asked.relayed ?? false });
      return response && { ...response, through: wayOn(trace) };
    },
  };
  return { status: 101, headers: {}, body: '', warnings: [], forward };
}

/** `/api/v1/namespaces/NS/pods/[SCHEME:]NAME[:PORT]/proxy/PATH` */
function proxyPod(deps: SubresourceDependencies, request: SubresourceRequest): ApiResponse {
  const pod = request.object as Pod;
  const [, , portText] = proxyTarget(request);
  const port = portText ? (namedPort(pod, portText) ?? Number(portText)) : (pod.spec.containers[0]?.ports?.[0]?.containerPort ?? 80);
  if (!pod.status.podIP) throw badRequest('no host found');
  return proxied(deps, request, pod.status.podIP, port);
}

function proxyService(deps: SubresourceDependencies, request: SubresourceRequest): ApiResponse {
  const service = request.object as Service;
  const [, , portText] = proxyTarget(request);
  const ports = service.spec.ports ?? [];
  const port = portText ? ports.find(({ name, port: number }) => name === portText || String(number) === portText) : ports[0];
  if (!port || !service.spec.clusterIP)
    throw badRequest(`no service port ${JSON.stringify(portText)} found for service ${JSON.stringify(service.metadata.name)}`);
  return proxied(deps, request, service.spec.clusterIP, port.port);
}

function namedPort(pod: Pod, name: string): number | undefined {
  return pod.spec.containers.flatMap(({ ports = [] }) => ports).find((port) => port.name === name)?.containerPort;
}

/** Scheme, name and port of the object in the path. */
function proxyTarget({ request }: SubresourceRequest): [string, string, string] {
  const segment = decodeURIComponent(/\/(?:pods|services)\/([^/]+)\/proxy/.exec(request.path)?.[1] ?? '');
  const parts = segment.split(':');
  if (parts.length === 3) return parts as [string, string, string];
  return ['', parts[0] ?? '', parts[1] ?? ''];
}

function proxied(
  { network, world }: SubresourceDependencies,
  { request, rest }: SubresourceRequest,
  host: string,
  port: number,
): ApiResponse {
  const query = Object.entries(request.query ?? {}).flatMap(([key, value]) =>
    (typeof value === 'string' ? [value] : value).map((one) => `${encodeURIComponent(key)}=${encodeURIComponent(one)}`),
  );
  const onward: HttpRequest = {
    method: request.method,
    scheme: 'http',
    host,
    port,
    path: `/${rest}${query.length > 0 ? `?${query.join('&')}` : ''}`,
    headers: [
      ['Host', `${host}:${port}`],
      ...Object.entries(request.headers ?? {}).filter(([name]) => name !== 'host' && name !== 'authorization'),
    ],
    ...(typeof request.body === 'string' && { body: request.body }),
  };
  const result = network.http({ kind: 'node', name: firstNode(world) }, onward, { quiet: request.relayed ?? false });
  const through = result.trace.hops.filter(({ kind }) => kind !== 'origin');
  if (!result.response) {
    const failure =
      result.failure === 'refused' ? `dial tcp ${host}:${port}: connect: connection refused` : `dial tcp ${host}:${port}: i/o timeout`;
    return {
      status: 503,
      headers: { 'content-type': 'application/json' },
      warnings: [],
      body: {
        kind: 'Status',
        apiVersion: 'v1',
        metadata: {},
        status: 'Failure',
        message: `error trying to reach service: ${failure}`,
        reason: 'ServiceUnavailable',
        code: 503,
      },
      through,
    };
  }
  const { response } = result;
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers.map(([name, value]) => [name.toLowerCase(), value])),
    body: response.body,
    warnings: [],
    through,
  };
}

/** The control plane's node: the API server's own place in the network. */
function firstNode(world: World): string {
  return world.store.list('nodes')[0]?.metadata.name ?? 'minikube';
}
