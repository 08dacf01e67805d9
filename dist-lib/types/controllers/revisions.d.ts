import type { ControllerRevision } from '../kinds/objects.ts';
import type { PodTemplateSpec } from '../kinds/types.gen.ts';
import type { KubeObject } from '../world/object.ts';
import type { World } from '../world/world.ts';
import type { ControllerContext } from './controller.ts';
export declare const RESOURCE = "controllerrevisions.apps";
/** The label by which Pods and revisions know each other. */
export declare const REVISION_HASH = "controller-revision-hash";
/** What a revision keeps: a patch that puts the template back. */
export declare function templatePatch(template: PodTemplateSpec): object;
/** The template that a revision keeps. */
export declare function templateOf(revision: ControllerRevision): PodTemplateSpec;
/** The revisions of an owner, oldest number first. */
export declare function revisionsOf(world: World, owner: KubeObject): ControllerRevision[];
export interface NewRevision {
    readonly name: string;
    readonly labels: Readonly<Record<string, string>>;
}
/**
 * The revision that keeps this template, with the highest number of all: the one that is there (counted up when it was an older one,
 * as after an undo), or a new one, named by `make`.
 */
export declare function currentRevision({ world, api }: ControllerContext, owner: KubeObject, template: PodTemplateSpec, make: (data: object) => NewRevision): ControllerRevision;
/** Deletes the oldest revisions that are not `live`, until so many of them are left. */
export declare function truncateHistory({ world, api }: ControllerContext, owner: KubeObject, live: ReadonlySet<string>, limit: number): void;
