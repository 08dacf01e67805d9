/** The past templates of a StatefulSet or DaemonSet, kept as ControllerRevisions (source: pkg/controller/history). */
import { equal } from '../api/equal.ts';
import { fromLabelSelector, matches } from '../api/values/selector.ts';
import type { ControllerRevision } from '../kinds/objects.ts';
import type { LabelSelector, PodTemplateSpec } from '../kinds/types.gen.ts';
import type { KubeObject } from '../world/object.ts';
import type { World } from '../world/world.ts';
import type { ControllerContext } from './controller.ts';
import { adopt, controllerOf, controllerRef } from './owners.ts';
import { isApiError } from './run.ts';

export const RESOURCE = 'controllerrevisions.apps';
/** The label by which Pods and revisions know each other. */
export const REVISION_HASH = 'controller-revision-hash';

/** What a revision keeps: a patch that puts the template back. */
export function templatePatch(template: PodTemplateSpec): object {
  return { spec: { template: { ...template, $patch: 'replace' } } };
}

/** The template that a revision keeps. */
export function templateOf(revision: ControllerRevision): PodTemplateSpec {
  const { $patch: _, ...template } = (revision.data as { spec: { template: PodTemplateSpec & { $patch?: string } } }).spec.template;
  return template;
}

/** The revisions of an owner, oldest number first. */
export function revisionsOf(world: World, owner: KubeObject): ControllerRevision[] {
  const { uid } = owner.metadata;
  return world.store
    .byIndex<ControllerRevision>(RESOURCE, 'owner', uid)
    .filter((one) => controllerOf(one)?.uid === uid)
    .sort((a, b) => a.revision - b.revision || (a.metadata.name < b.metadata.name ? -1 : 1));
}

export interface NewRevision {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** An owner of revisions. */
type Owner = KubeObject & { readonly spec: { readonly selector?: LabelSelector } };

/** Revisions that an owner left behind that was deleted without what it owned go on with the next whose selector they match. */
function adoptOrphans({ world, api }: ControllerContext, owner: Owner): void {
  if (owner.metadata.deletionTimestamp) return;
  const selector = fromLabelSelector(owner.spec.selector);
  for (const one of world.store.list<ControllerRevision>(RESOURCE, owner.metadata.namespace))
    if (!controllerOf(one) && !one.metadata.deletionTimestamp && matches(selector, one.metadata.labels))
      api.update<ControllerRevision>(RESOURCE, adopt(one, owner));
}

/**
 * The revision that keeps this template, with the highest number of all: the one that is there (counted up when it was an older one,
 * as after an undo), or a new one, named by `make`.
 */
export function currentRevision(
  context: ControllerContext,
  owner: Owner,
  template: PodTemplateSpec,
  make: (data: object) => NewRevision,
): ControllerRevision {
  const { world, api } = context;
  adoptOrphans(context, owner);
  const all = revisionsOf(world, owner);
  const data = templatePatch(template);
  const last = all.at(-1);
  const found = all.findLast((one) => equal(one.data, data));
  if (found && found === last) return found;
  const revision = (last?.revision ?? 0) + 1;
  if (found) return api.update<ControllerRevision>(RESOURCE, { ...found, revision });
  const { name, labels } = make(data);
  const { annotations, namespace } = owner.metadata;
  return api.create<ControllerRevision>(RESOURCE, {
    apiVersion: 'apps/v1',
    kind: 'ControllerRevision',
    metadata: {
      name,
      namespace: namespace as string,
      labels,
      ...(annotations && { annotations }),
      ownerReferences: [controllerRef(owner)],
    },
    data: data as never,
    revision,
  });
}

/** Deletes the oldest revisions that are not `live`, until so many of them are left. */
export function truncateHistory({ world, api }: ControllerContext, owner: KubeObject, live: ReadonlySet<string>, limit: number): void {
  const dead = revisionsOf(world, owner).filter(({ metadata }) => !live.has(metadata.name));
  for (const { metadata } of dead.slice(0, Math.max(0, dead.length - limit))) {
    try {
      api.delete(RESOURCE, metadata.namespace ?? '', metadata.name);
    } catch (error) {
      if (!isApiError(error, 'NotFound')) throw error;
    }
  }
}
