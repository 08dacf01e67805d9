/** Which resources the server has, and what people call them: short names, singulars, kinds, categories. */
import { files } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import { definitionOf } from '../../kinds/schema.ts';
import { type Client, DISCOVERY_ACCEPT } from '../client.ts';
import { CommandError, NoResourceMatchError, UnsendableError } from '../errors.ts';
import type { JsonObject } from '../json.ts';

export interface Mapping {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  /** Plural: `pods`. */
  readonly resource: string;
  readonly singular: string;
  readonly shortNames: readonly string[];
  readonly categories: readonly string[];
  readonly namespaced: boolean;
  readonly verbs: readonly string[];
  readonly subresources: readonly string[];
}

/** `pods`, `deployments.apps` */
export function groupResource(mapping: Pick<Mapping, 'group' | 'resource'>): string {
  return mapping.group === '' ? mapping.resource : `${mapping.resource}.${mapping.group}`;
}

/** `pod`, `deployment.apps`: how printers name a kind. */
export function groupKind(mapping: Pick<Mapping, 'group' | 'kind'>): string {
  const kind = mapping.kind.toLowerCase();
  return mapping.group === '' ? kind : `${kind}.${mapping.group}`;
}

/** `v1`, `apps/v1` */
export function groupVersion(mapping: Pick<Mapping, 'group' | 'version'>): string {
  return mapping.group === '' ? mapping.version : `${mapping.group}/${mapping.version}`;
}

/** The resource as Go prints a GroupVersionResource: `apps/v1, Resource=deployments`, `/v1, Resource=pods`. */
export function groupVersionResource(mapping: Pick<Mapping, 'group' | 'version' | 'resource'>): string {
  return `${mapping.group}/${mapping.version}, Resource=${mapping.resource}`;
}

/** A name as part of a path. Throws UnsendableError for what would change the path. */
function segment(what: 'resource name' | 'namespace', name: string): string {
  const wrong =
    name === '.' || name === '..'
      ? [`may not be '${name}'`]
      : ['/', '%'].filter((sign) => name.includes(sign)).map((sign) => `may not contain '${sign}'`);
  if (wrong.length > 0) throw new UnsendableError(`invalid ${what} ${JSON.stringify(name)}: [${wrong.join(' ')}]`);
  return encodeURIComponent(name);
}

/**
 * The path of a resource's collection, or of one object. Namespace '' for all namespaces and for cluster-scoped kinds. Throws
 * UnsendableError where a name cannot stand in a path.
 */
export function pathOf(mapping: Mapping, namespace: string, name = '', subresource = ''): string {
  const parts = [mapping.group === '' ? `/api/${mapping.version}` : `/apis/${mapping.group}/${mapping.version}`];
  if (mapping.namespaced && namespace !== '') parts.push('namespaces', segment('namespace', namespace));
  parts.push(mapping.resource);
  if (name !== '') parts.push(segment('resource name', name));
  if (subresource !== '') parts.push(subresource);
  return parts.join('/');
}

/** The resources in the server's order: the core group first, preferred versions first. */
export class RestMapper {
  readonly mappings: readonly Mapping[];
  private readonly remembered: readonly Mapping[];

  /** @param remembered what the server had when it was last asked, and may have no more */
  constructor(mappings: readonly Mapping[], remembered: readonly Mapping[] = []) {
    this.mappings = mappings;
    this.remembered = remembered;
  }

  /** The resource meant by `po`, `pods`, `pod`, `Pod`, `deployments.apps`, `deployments.v1.apps`; undefined when there is none. */
  find(name: string): Mapping | undefined {
    const [first = '', ...rest] = name.split('.');
    const tail = rest.join('.');
    const [version = '', ...groupParts] = rest;
    return (
      (groupParts.length > 0 ? this.match(first, groupParts.join('.'), version) : undefined) ??
      (rest.length > 0 ? this.match(first, tail, undefined) : this.match(first, undefined, undefined))
    );
  }

  /** As `find`; throws what kubectl prints for an unknown resource. */
  require(name: string): Mapping {
    const found = this.find(name);
    if (!found) throw new CommandError(`the server doesn't have a resource type ${JSON.stringify(name.split('.')[0])}`);
    return found;
  }

  /** As `require`, with the other wording (no `error:`) of explain and rollout. */
  requireResource(name: string): Mapping {
    const found = this.find(name);
    if (found) return found;
    const [resource = '', ...group] = name.split('.');
    throw new NoResourceMatchError(resource, group.join('.'));
  }

  /** The mapping of an object's own apiVersion and kind. */
  forKind(apiVersion: string, kind: string): Mapping | undefined {
    return [...this.mappings, ...this.remembered].find((one) => one.kind === kind && groupVersion(one) === apiVersion);
  }

  /** The members of a category such as `all`; undefined when the name is none. */
  category(name: string): readonly Mapping[] | undefined {
    const members = this.mappings.filter((one) => one.categories.includes(name));
    return members.length > 0 ? members : undefined;
  }

  private match(name: string, group: string | undefined, version: string | undefined): Mapping | undefined {
    const lower = name.toLowerCase();
    const all = [...this.mappings, ...this.remembered];
    const inGroup = all.filter((one) => group === undefined || one.group === group || (group !== '' && one.group.startsWith(group)));
    const inVersion = version === undefined ? inGroup : inGroup.filter((one) => one.version === version);
    return (
      inVersion.find((one) => one.resource === lower || one.singular === lower) ??
      // A short name, in small letters alone, comes without the version that was asked for (cli-runtime's shortcut expander).
      (group === '' ? all : inGroup).find((one) => one.shortNames.includes(name)) ??
      inVersion.find((one) => one.kind.toLowerCase() === lower)
    );
  }
}

interface DiscoveryResource {
  readonly resource: string;
  readonly responseKind?: { readonly kind?: string };
  readonly scope: string;
  readonly singularResource?: string;
  readonly verbs?: readonly string[];
  readonly shortNames?: readonly string[];
  readonly categories?: readonly string[];
  readonly subresources?: readonly { readonly subresource: string }[];
}

interface DiscoveryList {
  readonly kind?: string;
  readonly items?: readonly {
    readonly metadata?: { readonly name?: string };
    readonly versions: readonly { readonly version: string; readonly resources?: readonly DiscoveryResource[] }[];
  }[];
}

/** Asks the server for all its resources (aggregated discovery). */
export function* loadMapper(client: Client, home?: string): Sys<RestMapper> {
  const mappings: Mapping[] = [];
  for (const path of ['/api', '/apis']) {
    const list = (yield* client.get<JsonObject>(path, undefined, { accept: DISCOVERY_ACCEPT })) as DiscoveryList;
    for (const { metadata, versions } of list.items ?? []) {
      for (const { version, resources } of versions) {
        for (const one of resources ?? []) mappings.push(mappingOf(metadata?.name ?? '', version, one));
      }
    }
  }
  return new RestMapper(mappings, home === undefined ? [] : yield* remember(mappings, `${home}/.kube/cache/discovery/custom.json`));
}

/**
 * kubectl keeps what the server had in a file, and asks anew only when it looks for a kind that is not in there: so it goes on believing
 * in custom kinds that were deleted meanwhile. These are what the answer holds; the file has the custom kinds alone.
 */
function* remember(mappings: readonly Mapping[], place: string): Sys<readonly Mapping[]> {
  const custom = mappings.filter((one) => !definitionOf(groupVersion(one), one.kind));
  return yield* files((tree) => {
    const before = tree.exists(place) ? parsed(tree.read(place)) : [];
    const isIn = (list: readonly Mapping[], one: Mapping): boolean =>
      list.some((other) => groupResource(other) === groupResource(one) && other.version === one.version);
    if (custom.every((one) => isIn(before, one))) return before.filter((one) => !isIn(custom, one));
    tree.mkdir(place.slice(0, place.lastIndexOf('/')), { parents: true });
    tree.write(place, JSON.stringify(custom));
    return [];
  });
}

function parsed(text: string): Mapping[] {
  try {
    return JSON.parse(text) as Mapping[];
  } catch {
    return [];
  }
}

function mappingOf(group: string, version: string, one: DiscoveryResource): Mapping {
  return {
    group,
    version,
    kind: one.responseKind?.kind ?? '',
    resource: one.resource,
    singular: one.singularResource ?? '',
    shortNames: one.shortNames ?? [],
    categories: one.categories ?? [],
    namespaced: one.scope === 'Namespaced',
    verbs: one.verbs ?? [],
    subresources: (one.subresources ?? []).map(({ subresource }) => subresource),
  };
}
