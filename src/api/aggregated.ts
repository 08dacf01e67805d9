/** Resources that another server answers for (an APIService): read-only here, made when asked for, gone when that server is. */
import type { KubeObject } from '../world/object.ts';
import type { World } from '../world/world.ts';
import { methodNotAllowed, notFoundError } from './errors.ts';
import { apiVersionOf, type Kind, resourceOf } from './kind.ts';
import { selectionOf, selects } from './list.ts';
import type { Resource } from './registry.ts';
import type { Call } from './request.ts';
import type { ApiResponse } from './types.ts';

export interface Aggregated {
  readonly kind: Kind;
  /** Whether the server behind it is there. */
  served(world: World): boolean;
  /** All objects of a namespace; undefined: of all namespaces. */
  objects(world: World, namespace: string | undefined): readonly KubeObject[];
}

export class AggregatedApis {
  private readonly all: (Aggregated & { readonly resource: Resource })[] = [];
  private readonly world: World;

  constructor(world: World) {
    this.world = world;
  }

  add(apis: readonly Aggregated[]): void {
    for (const api of apis) {
      const { kind } = api;
      const resource = { kind, name: resourceOf(kind), apiVersion: apiVersionOf(kind), definition: undefined, blankStatus: undefined };
      this.all.push({ ...api, resource });
    }
  }

  /** Those served now, for discovery. */
  resources(): readonly Resource[] {
    return this.all.filter((one) => one.served(this.world)).map(({ resource }) => resource);
  }

  /** The answer to a request for one of them; undefined when the path is none. */
  answer(call: Call): ApiResponse | undefined {
    const found = /^\/apis\/([^/]+\/[^/]+)\/(?:namespaces\/([^/]+)\/)?([^/]+)(?:\/([^/]+))?$/.exec(call.request.path);
    if (!found) return undefined;
    const [, apiVersion, namespace, plural, name] = found;
    const api = this.all.find(({ resource, kind }) => resource.apiVersion === apiVersion && kind.plural === plural);
    if (!api?.served(this.world)) return undefined;
    if (call.request.method !== 'GET') throw methodNotAllowed();
    const { resource } = api;
    const objects = api.objects(this.world, namespace);
    const form = call.form(resource);
    if (name !== undefined) {
      const object = objects.find(({ metadata }) => metadata.name === name);
      if (!object)
        throw notFoundError({ ...api.kind, plural: api.kind.kind.toLowerCase() }, namespace === undefined ? name : `${namespace}/${name}`);
      return call.ok(form.one(object));
    }
    const selection = selectionOf(resource, namespace, call.query);
    return call.ok(
      form.list(
        objects.filter((object) => selects(selection, object)),
        {},
      ),
    );
  }
}
