/**
 * The ingress controller's proxy (ingress-nginx): which Ingress, and so which Service, answers for a host and a path; then on to one of its
 * endpoints, past kube-proxy (source: the docs "Ingress"; ingress-nginx's user guide).
 */

import type { Hop } from '../api/hop.ts';
import { servedIngresses } from '../kinds/ingress/served.ts';
import type { Ingress, Pod, Service } from '../kinds/objects.ts';
import { kubeletUid } from '../kinds/pod/mirror.ts';
import type { HTTPIngressPath, IngressBackend } from '../kinds/types.gen.ts';
import type { World } from '../world/world.ts';
import type { HttpServer, ServerContext } from './listeners.ts';
import type { Network } from './network.ts';
import { slicesOf } from './objects.ts';
import type { ReasonId } from './reasons.ts';
import type { HttpRequest, HttpResponse, Origin } from './types.ts';

export const INGRESS_SERVER = 'ingress-nginx';
const PREFIX = 'nginx.ingress.kubernetes.io/';

/** One location of a host: the path of one rule. */
interface Location {
  readonly ingress: Ingress;
  readonly host: string;
  readonly path: string;
  readonly type: HTTPIngressPath['pathType'];
  readonly backend: IngressBackend;
}

const annotation = ({ metadata }: Ingress, name: string): string | undefined => metadata.annotations?.[PREFIX + name];
const isTrue = (text: string | undefined): boolean => text === 'true';
const usesRegex = (ingress: Ingress): boolean =>
  isTrue(annotation(ingress, 'use-regex')) || /\$\d/.test(annotation(ingress, 'rewrite-target') ?? '');

/** The location that nginx would choose: the exact host before a wildcard before none; there an exact path, else the longest that fits. */
function locationFor(ingresses: readonly Ingress[], host: string, path: string): Location | undefined {
  const all = ingresses.flatMap((ingress) =>
    (ingress.spec.rules ?? []).flatMap(({ host: name = '', http }) =>
      (http?.paths ?? []).map(
        ({ path: at = '/', pathType, backend }): Location => ({ ingress, host: name, path: at || '/', type: pathType, backend }),
      ),
    ),
  );
  const hosts = [host, host.replace(/^[^.]+/, '*'), ''];
  const server = hosts.find((name) => all.some((one) => one.host === name));
  const here = all.filter((one) => one.host === server);
  const fits = here.filter((one) => matchesPath(one, path));
  const exact = fits.find((one) => one.type === 'Exact');
  return exact ?? fits.sort((a, b) => b.path.length - a.path.length)[0];
}

function matchesPath({ ingress, path, type }: Location, asked: string): boolean {
  if (type === 'ImplementationSpecific' || type === undefined || usesRegex(ingress)) {
    if (!usesRegex(ingress)) return asked.startsWith(path);
    try {
      return new RegExp(`^${path}`, 'i').test(asked);
    } catch {
      return false;
    }
  }
  if (type === 'Exact') return asked === path;
  const base = path.replace(/\/$/, '');
  return asked === base || asked.startsWith(`${base}/`) || path === '/';
}

/** The canary's backend in place of the main one, by header or by weight. */
function canary(world: World, ingresses: readonly Ingress[], chosen: Location, request: HttpRequest): Location {
  const others = ingresses.filter((one) => isTrue(annotation(one, 'canary')));
  const rival = others
    .flatMap((one) =>
      (one.spec.rules ?? []).flatMap(({ host = '', http }) => (http?.paths ?? []).map((path) => ({ ingress: one, host, path }))),
    )
    .find(({ host, path }) => host === chosen.host && (path.path ?? '/') === chosen.path);
  if (!rival) return chosen;
  const instead: Location = { ...chosen, ingress: rival.ingress, backend: rival.path.backend };
  const header = annotation(rival.ingress, 'canary-by-header')?.toLowerCase();
  const given = header === undefined ? undefined : request.headers.find(([name]) => name.toLowerCase() === header)?.[1];
  const wanted = annotation(rival.ingress, 'canary-by-header-value');
  if (given !== undefined && (wanted === undefined ? given === 'always' : given === wanted)) return instead;
  if (given === 'never') return chosen;
  const weight = Number(annotation(rival.ingress, 'canary-weight') ?? 0);
  const total = Number(annotation(rival.ingress, 'canary-weight-total') ?? 100);
  return weight > 0 && world.random.integer(total) < weight ? instead : chosen;
}

/** The server that listens on ports 80 and 443 of the controller's Pods. */
export function ingressServer(network: () => Network): HttpServer {
  return (request, context) => answer(network(), request, context);
}

function answer(network: Network, request: HttpRequest, context: ServerContext): HttpResponse {
  const { world, listener } = context;
  const at = request.path.indexOf('?');
  const path = at < 0 ? request.path : request.path.slice(0, at);
  if (listener.args['health'] === true) return page(path === '/healthz' ? 200 : 404, 'ok');
  const host = hostOf(request);
  const ingresses = servedIngresses(world).sort((a, b) => (a.metadata.creationTimestamp < b.metadata.creationTimestamp ? -1 : 1));
  const main = ingresses.filter((one) => !isTrue(annotation(one, 'canary')));
  const found = locationFor(main, host, path);
  const fallback = main.find(({ spec }) => spec.defaultBackend && !spec.rules?.length);
  if (!found)
    return fallback?.spec.defaultBackend
      ? forward(network, request, context, fallback, fallback.spec.defaultBackend, request.path)
      : error(404, [hop('ingress', 'ingress_none', { host, path })]);
  const secured = (found.ingress.spec.tls ?? []).some(({ hosts }) => hosts?.includes(host) || (hosts ?? []).includes(found.host));
  const redirects =
    (secured && annotation(found.ingress, 'ssl-redirect') !== 'false') || isTrue(annotation(found.ingress, 'force-ssl-redirect'));
  if (redirects && !listener.tls) return redirect(308, `https://${host}${request.path}`);
  const moved = annotation(found.ingress, 'permanent-redirect') ?? annotation(found.ingress, 'temporal-redirect');
  if (moved !== undefined) return redirect(annotation(found.ingress, 'permanent-redirect') === undefined ? 302 : 301, moved);
  const root = annotation(found.ingress, 'app-root');
  if (root !== undefined && path === '/') return redirect(302, `${listener.tls ? 'https' : 'http'}://${host}${root}`);
  const chosen = canary(world, ingresses, found, request);
  return forward(network, request, context, chosen.ingress, chosen.backend, rewritten(found, request.path));
}

function hostOf(request: HttpRequest): string {
  const given = request.headers.find(([name]) => name.toLowerCase() === 'host')?.[1] ?? request.host;
  return given.replace(/:\d+$/, '').toLowerCase();
}

/** The path as the backend sees it: annotation rewrite-target, with what the path's groups caught. */
function rewritten({ ingress, path }: Location, asked: string): string {
  const target = annotation(ingress, 'rewrite-target');
  if (target === undefined) return asked;
  const [plain = '', query] = asked.split(/\?(.*)/s);
  let groups: readonly (string | undefined)[] = [];
  try {
    groups = new RegExp(`^${path}`, 'i').exec(plain) ?? [];
  } catch {
    // not a regular expression: there is nothing to fill in
  }
  const made = target.replace(/\$(\d)/g, (_, index: string) => groups[Number(index)] ?? '') || '/';
  return query === undefined ? made : `${made}?${query}`;
}

function forward(
  network: Network,
  request: HttpRequest,
  context: ServerContext,
  ingress: Ingress,
  backend: IngressBackend,
  path: string,
): HttpResponse {
  const { world, place, clientAddress, listener } = context;
  const namespace = ingress.metadata.namespace ?? '';
  const name = backend.service?.name ?? '';
  const service = world.store.get<Service>('services', namespace, name);
  const label = (one: string): string => (namespace === 'default' ? one : `${namespace}/${one}`);
  const rule = hop(
    'ingress',
    service ? 'ingress_rule' : 'ingress_no_service',
    { ingress: label(ingress.metadata.name), service: label(name), host: hostOf(request) },
    { object: { resource: 'ingresses.networking.k8s.io', namespace, name: ingress.metadata.name } },
  );
  if (!service) return error(503, [rule]);
  const object = { resource: 'services', namespace, name };
  const choices = endpointsOf(world, service, backend);
  const target = choices.length > 0 ? world.random.pick(choices) : undefined;
  if (!target) return error(503, [rule, hop('service', 'no_endpoints', { service: label(name) }, { object })]);
  const address = `${target.address}:${target.port}`;
  const way = [
    rule,
    hop('service', 'ingress_endpoints', { service: label(name) }, { object }),
    hop('endpoint', choices.length > 1 ? 'chosen' : 'chosen_only', { count: choices.length }, { object, address }),
  ];
  const from = originOfPlace(world, place);
  const headers = request.headers.filter(([name]) => !/^(x-forwarded-|x-real-ip|x-request-id|x-scheme)/i.test(name));
  const scheme = listener.tls ? 'https' : 'http';
  const onward: HttpRequest = {
    ...request,
    scheme: annotation(ingress, 'backend-protocol') === 'HTTPS' ? 'https' : 'http',
    host: target.address,
    port: target.port,
    path,
    headers: [
      ...headers,
      ['X-Request-ID', world.random.hex(32)],
      ['X-Real-IP', clientAddress],
      ['X-Forwarded-For', clientAddress],
      ['X-Forwarded-Host', hostOf(request)],
      ['X-Forwarded-Port', String(listener.port)],
      ['X-Forwarded-Proto', scheme],
      ['X-Forwarded-Scheme', scheme],
      ['X-Scheme', scheme],
    ],
  };
  const result = network.http(from, onward, { quiet: true });
  const through = [...way, ...result.trace.hops.filter(({ kind }) => kind !== 'origin')];
  if (!result.response) return error(result.failure === 'timeout' ? 504 : 502, through);
  return { ...result.response, delayMs: (result.response.delayMs ?? 0) + result.elapsedMs, through };
}

function hop(
  kind: Hop['kind'],
  id: ReasonId,
  values: Readonly<Record<string, string | number>>,
  more: Partial<Pick<Hop, 'object' | 'address'>> = {},
): Hop {
  return { kind, reason: { id, values }, ms: 1, ...more };
}

/** The ready endpoints behind a backend's port. */
function endpointsOf(
  world: World,
  service: Service,
  { service: wanted }: IngressBackend,
): readonly { readonly address: string; readonly port: number }[] {
  const port = service.spec.ports?.find((one) =>
    wanted?.port?.number ? one.port === wanted.port.number : one.name === wanted?.port?.name,
  );
  if (!port) return [];
  return slicesOf(world, service).flatMap((slice) => {
    const target = slice.ports?.find((one) => (one.name ?? '') === (port.name ?? ''))?.port;
    if (target === undefined) return [];
    return (slice.endpoints ?? [])
      .filter(({ conditions }) => conditions?.ready !== false)
      .flatMap(({ addresses }) => addresses.slice(0, 1).map((address) => ({ address, port: target })));
  });
}

function originOfPlace(world: World, uid: string): Origin {
  const pod = world.store.list<Pod>('pods').find((one) => kubeletUid(one) === uid);
  return { kind: 'pod', namespace: pod?.metadata.namespace ?? '', name: pod?.metadata.name ?? '', uid };
}

const REASONS: Readonly<Record<number, string>> = {
  200: 'OK',
  301: 'Moved Permanently',
  302: 'Moved Temporarily',
  308: 'Permanent Redirect',
  404: 'Not Found',
  502: 'Bad Gateway',
  503: 'Service Temporarily Unavailable',
  504: 'Gateway Time-out',
};

function error(status: number, through: readonly Hop[] = []): HttpResponse {
  const title = `${status} ${REASONS[status] ?? ''}`;
  const body = `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n`;
  return { ...page(status, body, [['Content-Type', 'text/html']]), through };
}

function redirect(status: number, to: string): HttpResponse {
  const made = error(status);
  return { ...made, headers: [...made.headers, ['Location', to]] };
}

function page(
  status: number,
  body: string,
  headers: HttpResponse['headers'] = [['Content-Type', 'text/plain; charset=utf-8']],
): HttpResponse {
  return { status, reason: REASONS[status] ?? '', headers: [...headers, ['Content-Length', String(body.length)]], body };
}
