/** The served kinds, found by resource name, by path and by apiVersion and kind. */
import type { Definition } from '../kinds/schema.ts';
import { definitionOf } from '../kinds/schema.ts';
import type { ResourceName } from '../world/object.ts';
import { decode } from './decode.ts';
import { apiVersionOf, type Kind, resourceOf } from './kind.ts';

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

export class Registry {
  readonly all: readonly Resource[];
  private readonly byName = new Map<ResourceName, Resource>();
  private readonly byPath = new Map<string, Resource>();
  private readonly byKind = new Map<string, Resource>();

  constructor(kinds: readonly Kind[]) {
    this.all = kinds.map((kind) => {
      const apiVersion = apiVersionOf(kind);
      const definition = definitionOf(apiVersion, kind.kind);
      const blankStatus = definition && kind.subresources.includes('status') ? decode(definition, {}).value['status'] : undefined;
      return { kind, name: resourceOf(kind), apiVersion, definition, blankStatus };
    });
    for (const resource of this.all) {
      if (!this.byName.has(resource.name)) this.byName.set(resource.name, resource);
      this.byPath.set(`${resource.apiVersion} ${resource.kind.plural}`, resource);
      this.byKind.set(`${resource.apiVersion} ${resource.kind.kind}`, resource);
    }
  }

  /** The resource with a name; a name that is not served is a programming error. */
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
