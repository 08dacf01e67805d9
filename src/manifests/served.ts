/** The kinds that a cluster serves at this moment, those that its users defined included. */
import type { Registry } from '../api/registry.ts';
import { describedSchema } from '../kinds/customresourcedefinition/described.ts';
import { type Definition, definitionOf } from '../kinds/schema.ts';
import type { CustomResourceDefinition } from '../kinds/types.gen.ts';
import type { KubeObject } from '../world/object.ts';
import type { World } from '../world/world.ts';
import type { Descriptions } from './explain.ts';
import type { Served, ServedKind } from './schema.ts';

const CRDS = 'customresourcedefinitions.apiextensions.k8s.io';

export function servedBy(registry: Registry, world: World): Served {
  return {
    kinds: registry.all
      .filter(({ kind }) => kind.verbs.includes('create'))
      .map(({ apiVersion, kind }): ServedKind => ({ apiVersion, kind: kind.kind, plural: kind.plural, namespaced: kind.namespaced })),
    definition: (apiVersion, kind) => definitionOf(apiVersion, kind) ?? customOf(registry, world, apiVersion, kind)?.root,
  };
}

/** The descriptions of the fields of all kinds that users defined. */
export function customDescriptions(registry: Registry, world: World): Descriptions {
  if (world.store.list(CRDS).length === 0) return {};
  return Object.assign({}, ...registry.all.map(({ apiVersion, kind }) => customOf(registry, world, apiVersion, kind.kind)?.texts));
}

function customOf(
  registry: Registry,
  world: World,
  apiVersion: string,
  kind: string,
): { root: Definition; texts: Descriptions } | undefined {
  const found = registry.ofKind(apiVersion, kind);
  const crd = found && world.store.get<CustomResourceDefinition & KubeObject>(CRDS, '', `${found.kind.plural}.${found.kind.group}`);
  return crd && describedSchema(crd, found.kind.version);
}
