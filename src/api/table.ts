/** Tables: how `kubectl get` asks for objects (Accept: application/json;as=Table). */
import type { KubeObject } from '../world/object.ts';
import { shown } from './field-owners.ts';
import type { Column } from './kind.ts';
import type { Resource } from './registry.ts';

/** How much of each object a row carries. */
export type IncludeObject = 'None' | 'Metadata' | 'Object';

export interface TableMetadata {
  readonly resourceVersion?: string;
  readonly continue?: string;
  readonly remainingItemCount?: number;
}

/** The objects as a Table; `now` is virtual time, to which ages are relative. */
export function tableOf(
  resource: Resource,
  items: readonly KubeObject[],
  metadata: TableMetadata,
  include: IncludeObject,
  now: number,
): Record<string, unknown> {
  const { columns, listed } = resource.kind;
  return {
    kind: 'Table',
    apiVersion: 'meta.k8s.io/v1',
    metadata,
    columnDefinitions: columns.map(definitionOf),
    rows: (listed ? [...items].sort(listed) : items).map((object) => ({
      cells: columns.map((column) => column.cell(object, now)),
      ...(include !== 'None' && { object: include === 'Object' ? shown(resource, object) : metadataOf(resource, object) }),
    })),
  };
}

function definitionOf({ name, type, format = '', description = '', priority = 0 }: Column<KubeObject>): Record<string, unknown> {
  return { name, type, format, description, priority };
}

/** An object reduced to its metadata. */
export function metadataOf(resource: Resource, object: KubeObject): Record<string, unknown> {
  return { kind: 'PartialObjectMetadata', apiVersion: 'meta.k8s.io/v1', metadata: shown(resource, object).metadata };
}
