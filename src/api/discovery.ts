/** What a client can learn of the server without touching an object: groups, versions, resources, health. */
import { SERVER_VERSION } from '../kinds/resources.ts';
import { methodNotAllowed } from './errors.ts';
import type { Kind } from './kind.ts';
import type { Resource } from './registry.ts';
import type { Call } from './request.ts';
import type { Context } from './server.ts';
import type { ApiResponse } from './types.ts';

/** Kinds and verbs of subresources; what is not listed is of the object's own kind, with get, patch and update. */
const SUBRESOURCES: Readonly<
  Record<string, { readonly kind?: string; readonly group?: string; readonly version?: string; readonly verbs: readonly string[] }>
> = {
  attach: { kind: 'PodAttachOptions', verbs: ['create', 'get'] },
  binding: { kind: 'Binding', verbs: ['create'] },
  eviction: { kind: 'Eviction', group: 'policy', version: 'v1', verbs: ['create'] },
  exec: { kind: 'PodExecOptions', verbs: ['create', 'get'] },
  finalize: { verbs: ['update'] },
  log: { verbs: ['get'] },
  portforward: { kind: 'PodPortForwardOptions', verbs: ['create', 'get'] },
  proxy: { kind: 'ProxyOptions', verbs: ['create', 'delete', 'get', 'patch', 'update'] },
  scale: { kind: 'Scale', group: 'autoscaling', version: 'v1', verbs: ['get', 'patch', 'update'] },
  token: { kind: 'TokenRequest', group: 'authentication.k8s.io', version: 'v1', verbs: ['create'] },
};
const DEFAULT_SUBRESOURCE: {
  readonly kind?: string;
  readonly group?: string;
  readonly version?: string;
  readonly verbs: readonly string[];
} = { verbs: ['get', 'patch', 'update'] };

const HEALTH = ['/healthz', '/livez', '/readyz'];
const CHECKS = ['ping', 'log', 'etcd', 'poststarthook/start-apiserver-admission-initializer', 'poststarthook/bootstrap-controller'];

/** Answers paths that are no resource. */
export function discovery(context: Context, call: Call): ApiResponse {
  const path = call.request.path.replace(/(.)\/+$/, '$1');
  const handler = context.handlers.get(path);
  if (handler)
    return handler({
      request: call.request,
      namespace: '',
      name: '',
      object: NO_OBJECT,
      rest: '',
      parameter: (one) => call.parameter(one),
    });
  const known = knownPath(context, call, path);
  // What is not there is not there for any method.
  if (!known) return call.text('404 page not found\n', 404);
  if (call.request.method !== 'GET' && call.request.method !== 'HEAD') throw methodNotAllowed();
  return known;
}

function knownPath(context: Context, call: Call, path: string): ApiResponse | undefined {
  const all = [...context.registry.all, ...context.aggregated.resources()];
  if (path === '/api' || path === '/apis') return groups(call, all, path === '/api');
  if (path === '/version') return call.ok(version());
  if (path === '/' || path === '') return call.ok({ paths: paths(all) });
  if (HEALTH.includes(path))
    return call.text(
      call.parameter('verbose') === undefined ? 'ok' : `${CHECKS.map((one) => `[+]${one} ok\n`).join('')}${path.slice(1)} check passed\n`,
    );
  const [, check = ''] = /^\/(?:healthz|livez|readyz)\/(.+)$/.exec(path) ?? [];
  if (CHECKS.includes(check)) return call.text('ok');
  const groupVersion = /^\/(?:api|apis\/([^/]+))\/([^/]+)$/.exec(path);
  if (groupVersion) {
    const found = resourcesOf(all, groupVersion[1] ?? '', groupVersion[2] ?? '');
    if (found.length > 0) return call.ok(resourceList(found));
  }
  const group = /^\/apis\/([^/]+)$/.exec(path)?.[1];
  const found = group === undefined ? undefined : groupList(all).find((one) => one.name === group);
  return found && call.ok({ kind: 'APIGroup', apiVersion: 'v1', ...found });
}

const NO_OBJECT = { apiVersion: '', kind: '', metadata: { name: '', uid: '', resourceVersion: '', creationTimestamp: '' } };

function version(): Record<string, string> {
  const [, major = '', minor = ''] = /^v(\d+)\.(\d+)/.exec(SERVER_VERSION) ?? [];
  return {
    major,
    minor,
    emulationMajor: major,
    emulationMinor: minor,
    minCompatibilityMajor: major,
    minCompatibilityMinor: String(Number(minor) - 1),
    gitVersion: SERVER_VERSION,
    gitCommit: '$Format:%H$',
    gitTreeState: '',
    buildDate: '1970-01-01T00:00:00Z',
    goVersion: 'go1.26.10',
    compiler: 'gc',
    platform: 'linux/amd64',
  };
}

/** Versions newer than others of their group come first in the list of resources: the first is the preferred one. */
function versionsOf(all: readonly Resource[], group: string): string[] {
  return [...new Set(all.filter(({ kind }) => kind.group === group).map(({ kind }) => kind.version))];
}

interface Group {
  readonly name: string;
  readonly versions: readonly { readonly groupVersion: string; readonly version: string }[];
  readonly preferredVersion: { readonly groupVersion: string; readonly version: string };
}

function groupList(all: readonly Resource[]): Group[] {
  const names = [...new Set(all.map(({ kind }) => kind.group))].filter((name) => name !== '');
  return names.map((name) => {
    const versions = versionsOf(all, name).map((one) => ({ groupVersion: `${name}/${one}`, version: one }));
    return { name, versions, preferredVersion: versions[0] as { groupVersion: string; version: string } };
  });
}

function groups(call: Call, all: readonly Resource[], core: boolean): ApiResponse {
  const accept = call.header('accept');
  if (/g=apidiscovery\.k8s\.io/.test(accept)) {
    const wanted = /v=(v2\w*)/.exec(accept)?.[1] ?? 'v2';
    const names = core ? [''] : groupList(all).map(({ name }) => name);
    const answer = call.ok({
      kind: 'APIGroupDiscoveryList',
      apiVersion: `apidiscovery.k8s.io/${wanted}`,
      metadata: {},
      items: names.map((name) => aggregated(all, name)),
    });
    // Clients tell by the type whether they got this form or the plain one.
    return { ...answer, headers: { 'content-type': `application/json;g=apidiscovery.k8s.io;v=${wanted};as=APIGroupDiscoveryList` } };
  }
  if (core) {
    return call.ok({
      kind: 'APIVersions',
      versions: ['v1'],
      serverAddressByClientCIDRs: [{ clientCIDR: '0.0.0.0/0', serverAddress: '192.168.49.2:8443' }],
    });
  }
  return call.ok({ kind: 'APIGroupList', apiVersion: 'v1', groups: groupList(all) });
}

function aggregated(all: readonly Resource[], group: string): Record<string, unknown> {
  return {
    metadata: { ...(group && { name: group }), creationTimestamp: null },
    versions: versionsOf(all, group).map((one) => ({
      version: one,
      freshness: 'Current',
      resources: resourcesOf(all, group, one).map(({ kind }) => ({
        resource: kind.plural,
        responseKind: { group: kind.group, version: kind.version, kind: kind.kind },
        scope: kind.namespaced ? 'Namespaced' : 'Cluster',
        singularResource: kind.singular,
        verbs: kind.verbs,
        ...(kind.shortNames.length > 0 && { shortNames: kind.shortNames }),
        ...(kind.categories.length > 0 && { categories: kind.categories }),
        ...(kind.subresources.length > 0 && { subresources: kind.subresources.map((name) => aggregatedSubresource(kind, name)) }),
      })),
    })),
  };
}

function aggregatedSubresource(kind: Kind, name: string): Record<string, unknown> {
  const { verbs, ...response } = subresourceOf(kind, name);
  return { subresource: name, responseKind: response, verbs };
}

function subresourceOf(
  kind: Kind,
  name: string,
): { readonly group: string; readonly version: string; readonly kind: string; readonly verbs: readonly string[] } {
  const known = SUBRESOURCES[name] ?? DEFAULT_SUBRESOURCE;
  const own = name === 'proxy' ? `${kind.kind}ProxyOptions` : (known.kind ?? kind.kind);
  return { group: known.group ?? kind.group, version: known.version ?? kind.version, kind: own, verbs: known.verbs };
}

function resourcesOf(all: readonly Resource[], group: string, wanted: string): Resource[] {
  return all.filter(({ kind }) => kind.group === group && kind.version === wanted);
}

function resourceList(found: readonly Resource[]): Record<string, unknown> {
  const resources = found.flatMap(({ kind }) => {
    const main = {
      name: kind.plural,
      singularName: kind.singular,
      namespaced: kind.namespaced,
      kind: kind.kind,
      verbs: kind.verbs,
      ...(kind.shortNames.length > 0 && { shortNames: kind.shortNames }),
      ...(kind.categories.length > 0 && { categories: kind.categories }),
    };
    const below = kind.subresources.map((name) => {
      const { group, version: of, kind: responseKind, verbs } = subresourceOf(kind, name);
      const foreign = group !== kind.group && { group, version: of };
      return { name: `${kind.plural}/${name}`, singularName: '', namespaced: kind.namespaced, ...foreign, kind: responseKind, verbs };
    });
    return [main, ...below];
  });
  return { kind: 'APIResourceList', ...(found[0]?.kind.group && { apiVersion: 'v1' }), groupVersion: found[0]?.apiVersion, resources };
}

function paths(all: readonly Resource[]): string[] {
  const found = ['/api', '/api/v1', '/apis', ...HEALTH, '/openapi/v2', '/openapi/v3', '/version'];
  for (const { name, versions } of groupList(all)) {
    found.push(`/apis/${name}`, ...versions.map(({ groupVersion }) => `/apis/${groupVersion}`));
  }
  return found.sort();
}
