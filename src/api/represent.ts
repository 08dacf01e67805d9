/** The forms in which a client may ask for objects: whole, as a Table, or only their metadata. */
import type { KubeObject } from '../world/object.ts';
import { shown } from './field-owners.ts';
import { parameter, type Query } from './list.ts';
import type { Face, Resource } from './registry.ts';
import { type IncludeObject, metadataOf, type TableMetadata, tableOf } from './table.ts';

export interface Representation {
  /** What single objects are called. */
  readonly names: { readonly kind: string; readonly apiVersion: string };
  one(object: KubeObject): unknown;
  list(items: readonly KubeObject[], metadata: TableMetadata): unknown;
}

/** What the Accept header asks for; the first form that the server knows. */
export function representation(
  resource: Resource,
  accept: string,
  query: Query,
  now: () => number,
  face: Face | undefined,
): Representation {
  const { kind, apiVersion } = face ?? resource;
  const names = { kind: kind.kind, apiVersion };
  for (const range of accept.split(',')) {
    const as = /;\s*as=(\w+)/.exec(range)?.[1];
    if (as === 'Table') {
      const include = (parameter(query, 'includeObject') ?? 'Metadata') as IncludeObject;
      return {
        names,
        one: (object) => tableOf(resource, [object], { resourceVersion: object.metadata.resourceVersion }, include, now()),
        list: (items, metadata) => tableOf(resource, items, metadata, include, now()),
      };
    }
    if (as === 'PartialObjectMetadata' || as === 'PartialObjectMetadataList') {
      return {
        names,
        one: (object) => metadataOf(resource, object),
        list: (items, metadata) => ({
          kind: 'PartialObjectMetadataList',
          apiVersion: 'meta.k8s.io/v1',
          metadata,
          items: items.map((object) => metadataOf(resource, object)),
        }),
      };
    }
    if (as === undefined) break;
  }
  const one = face ? (object: KubeObject) => viewed(face, shown(resource, object)) : (object: KubeObject) => shown(resource, object);
  return { names, one, list: (items, metadata) => ({ kind: `${kind.kind}List`, apiVersion, metadata, items: items.map(one) }) };
}

/** A stored object in another version. */
export function viewed({ conversion, apiVersion, kind }: Face, object: KubeObject): KubeObject {
  return { ...conversion.view(object), apiVersion, kind: kind.kind };
}
