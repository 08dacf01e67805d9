/** The served kinds, found by resource name, by path and by apiVersion and kind. */
import type { Definition } from '../kinds/schema.ts';
import type { ResourceName } from '../world/object.ts';
import { apiVersionOf, type Conversion, type Kind, resourceOf } from './kind.ts';

export interface Resource {
  readonly kind: Kind;
  /** `pods`, `deployments.apps` */
  readonly name: ResourceName;
  /** `v1`, `apps/v1` */
  readonly apiVersion: string;
  /** The schema of its objects, if the schema knows the kind. */
  readonly definition: Definition | undefined;
  /** The status of a new object, for kinds with /status: clients do not set it. */
  readonly blankStatus: unknown;
}

/** A version of a resource that is not the stored one. */
export interface Face extends Resource {
  readonly conversion: Conversion;
}

/** What the schema says of a kind. */
export type Described = Pick<Resource, 'definition' | 'blankStatus'>;

const NOT_DESCRIBED: Described = { definition: undefined, blankStatus: undefined };

function resourceFor(kind: Kind, described: Described): Resource {
  return { kind, name: resourceOf(kind), apiVersion: apiVersionOf(kind), ...described };
}

export class Registry {
  private builtIn: readonly Resource[] = [];
  private custom: readonly Resource[] = [];
  private readonly byName = new Map<ResourceName, Resource>();
  private readonly byPath = new Map<string, Resource>();
  private readonly byKind = new Map<string, Resource>();

  /** @param kinds those that are served until `serve` brings others */
  constructor(kinds: readonly Kind[] = []) {
    this.serve(kinds);
  }

  /** All resources, in the order of discovery: the server's own, then those that CustomResourceDefinitions add. */
  get all(): readonly Resource[] {
    return [...this.builtIn, ...this.custom];
  }

  /** Serves these kinds from now on, instead of those before. */
  serve(kinds: readonly Kind[], describe: (kind: Kind) => Described = () => NOT_DESCRIBED): void {
    this.builtIn = kinds.map((kind) => resourceFor(kind, describe(kind)));
    this.index();
  }

  /** Serves these kinds besides the server's own, in place of those set before. */
  setCustom(kinds: readonly Kind[]): void {
    this.custom = kinds.map((kind) => resourceFor(kind, NOT_DESCRIBED));
    this.index();
  }

  private index(): void {
    for (const map of [this.byName, this.byPath, this.byKind]) map.clear();
    for (const resource of this.all) {
      if (!this.byName.has(resource.name)) this.byName.set(resource.name, resource);
      this.byPath.set(`${resource.apiVersion} ${resource.kind.plural}`, resource);
      this.byKind.set(`${resource.apiVersion} ${resource.kind.kind}`, resource);
    }
  }

  /** The resource with a name; a name that is not served (yet: see kinds/fresh.ts) is a programming error. */
  named(name: ResourceName): Resource {
    const found = this.byName.get(name);
    if (!found) throw new Error(`no kind for the resource ${name}`);
    return found;
  }

  /** Whether there are resources of a group and version (`apps/v1`). */
  serves(apiVersion: string): boolean {
    return this.all.some((resource) => resource.apiVersion === apiVersion);
  }

  /** `apps/v1` and `deployments`. */
  at(apiVersion: string, plural: string): Resource | undefined {
    return this.byPath.get(`${apiVersion} ${plural}`);
  }

  /** `apps/v1` and `Deployment`. */
  ofKind(apiVersion: string, kind: string): Resource | undefined {
    return this.byKind.get(`${apiVersion} ${kind}`);
  }
}
