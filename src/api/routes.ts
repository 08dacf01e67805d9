/** What a path means. */
import type { Registry, Resource } from './registry.ts';

export type Route =
  | { readonly to: 'collection'; readonly resource: Resource; readonly namespace: string | undefined }
  | {
      readonly to: 'object';
      readonly resource: Resource;
      readonly namespace: string | undefined;
      readonly name: string;
      readonly subresource: string | undefined;
      /** What follows the subresource: the path of a proxied request. */
      readonly rest: string;
    }
  /** Inside a group that is served, but no such resource. */
  | { readonly to: 'nothing' }
  /** Anything else: discovery, health, version. */
  | { readonly to: 'other' };

/** Finds the route of a path such as `/apis/apps/v1/namespaces/default/deployments/web/status`. */
export function route(registry: Registry, path: string): Route {
  const parts = path.split('/').filter((part) => part !== '');
  const start = parts[0] === 'api' ? 2 : parts[0] === 'apis' ? 3 : 0;
  if (start === 0 || parts.length <= start) return { to: 'other' };
  const apiVersion = parts.slice(1, start).join('/');
  if (!registry.serves(apiVersion)) return { to: 'other' };
  const words = parts.slice(start).map(decode);
  const [first = '', second, third] = words;

  if (first === 'namespaces' && second !== undefined && third !== undefined) {
    const resource = registry.at(apiVersion, third);
    if (resource?.kind.namespaced) return locate(resource, second, words.slice(3));
  }
  const resource = registry.at(apiVersion, first);
  if (!resource) return { to: 'nothing' };
  if (resource.kind.namespaced && second !== undefined) return { to: 'nothing' };
  return locate(resource, undefined, words.slice(1));
}

function locate(resource: Resource, namespace: string | undefined, [name, subresource, ...rest]: readonly string[]): Route {
  if (name === undefined) return { to: 'collection', resource, namespace };
  return { to: 'object', resource, namespace, name, subresource, rest: rest.join('/') };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
